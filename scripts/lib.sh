# Sourced by the scripts beside it: works from the top of the repository, wherever it was called from.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# Where cargo puts its results: CARGO_TARGET_DIR, cargo's own configuration, or target/.
target_dir() {
  cargo metadata --no-deps --offline --format-version 1 |
    node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).target_directory'
}

# One sentence on what is missing, then the end.
missing() {
  echo "netral: $*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# fresh NAME DIGEST: whether the step NAME was last finished with these inputs.
fresh() { [ "$(cat ".tools/stamps/$1" 2>/dev/null)" = "$2" ]; }

# finished NAME DIGEST: remembers it.
finished() {
  mkdir -p .tools/stamps
  printf '%s\n' "$2" >".tools/stamps/$1"
}

# digest PATH…: one hash over names, contents and the version of Node.
digest() {
  {
    node --version
    find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum | cut -d ' ' -f 1
}

# npm_ci FOLDER: installs exactly what its lock file says, unless that was done already.
npm_ci() {
  local name="npm-${1//\//-}" inputs
  inputs=$(digest "$1/package.json" "$1/package-lock.json")
  if [ -d "$1/node_modules" ] && fresh "$name" "$inputs"; then return; fi
  npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
  finished "$name" "$inputs"
}
