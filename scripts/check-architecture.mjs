// Holds the table of crates in ARCHITECTURE.md against what `cargo metadata` says: a crate without a row, a row without
// a crate, a dependency that the table does not allow, and one that it allows in vain are told.
//
// The table has the columns `Crate` and `May use (ours)`. A row may stand for several crates, separated by commas.
// `—` is nothing and `all` is every other crate. Development dependencies are not judged.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const repository = path.resolve(import.meta.dirname, '..');

function actual() {
  const metadata = JSON.parse(
    execFileSync('cargo', ['metadata', '--no-deps', '--offline', '--format-version', '1'], {
      cwd: repository,
      encoding: 'utf8',
    }),
  );
  const ours = new Set(metadata.packages.map(({ name }) => name));
  return new Map(
    metadata.packages.map(({ name, dependencies }) => [
      name,
      new Set(dependencies.filter((d) => d.kind !== 'dev' && ours.has(d.name)).map((d) => d.name)),
    ]),
  );
}

const cells = (line) => line.split('|').slice(1, -1).map((cell) => cell.trim());
const without = (set, other) => [...set].filter((name) => !other.has(name));
const names = (cell) => cell.split(',').map((name) => name.replaceAll('`', '').trim()).filter(Boolean);

function written(text, crates) {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => {
    const [crate, uses] = cells(line);
    return crate === 'Crate' && uses === 'May use (ours)';
  });
  if (head === -1) throw new Error('there is no table with the columns `Crate` and `May use (ours)`');
  const table = new Map();
  for (let i = head + 2; lines[i]?.startsWith('|'); i += 1) {
    const [row, uses] = cells(lines[i]);
    for (const crate of names(row)) {
      if (table.has(crate)) throw new Error(`${crate} has two rows`);
      const allowed = uses === '—' ? [] : uses === 'all' ? crates.filter((other) => other !== crate) : names(uses);
      table.set(crate, new Set(allowed));
    }
  }
  return table;
}

function differences(table, graph) {
  const told = [];
  for (const crate of table.keys()) {
    if (!graph.has(crate)) told.push(`${crate} has a row and is no crate`);
  }
  for (const [crate, uses] of graph) {
    const allowed = table.get(crate);
    if (!allowed) {
      told.push(`${crate} is a crate and has no row`);
      continue;
    }
    for (const used of without(uses, allowed)) told.push(`${crate} uses ${used}, which its row does not allow`);
    for (const unused of without(allowed, uses)) told.push(`${crate} may use ${unused} and does not`);
  }
  return told;
}

const graph = actual();
const table = written(readFileSync(path.join(repository, 'ARCHITECTURE.md'), 'utf8'), [...graph.keys()]);
const told = differences(table, graph);
for (const line of told) console.error(`ARCHITECTURE.md: ${line}`);
process.exitCode = told.length === 0 ? 0 : 1;
