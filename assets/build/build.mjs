// Builds assets/dist from the sources in this folder. Reads only this folder
// and node_modules, writes no dates, so two builds are byte for byte equal.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as sass from "sass";
import { buildFont } from "./font.mjs";
import { BUDGET } from "./budget.mjs";
import { kawungBand, mark } from "./marks.mjs";
import { withoutForeignHues } from "./hues.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const fontPackage = join(root, "node_modules/@fontsource/source-sans-3");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const compiled = sass.compile(join(root, "scss/netral.scss"), {
  style: "compressed",
  sourceMap: false,
  // The charset is sent by the server; a byte-order mark would cost bytes.
  charset: false,
  quietDeps: true,
}).css;
const css = withoutForeignHues(compiled);

const files = new Map([
  ["netral.css", css],
  ["netral.js", await readFile(join(root, "js/netral.js"))],
  ["mark.svg", mark("#5B2A55")],
  // The neutral variant must not leak the hue through the tab's icon.
  ["mark-andesit.svg", mark("#2F343A")],
  ["kawung.svg", kawungBand()],
]);
for (const weight of [400, 700]) {
  const source = join(fontPackage, `files/source-sans-3-latin-${weight}-normal.woff2`);
  files.set(`netral-sans-${weight}.woff2`, await buildFont(await readFile(source), weight));
}
for (const [name, content] of files) {
  await writeFile(join(dist, name), content);
}
await cp(join(fontPackage, "LICENSE"), join(dist, "OFL.txt"));

let overBudget = false;
for (const [name, content] of files) {
  const bytes = Buffer.from(content);
  const isFont = name.endsWith(".woff2");
  // Fonts are compressed already, so they travel as they are.
  const sent = isFont ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  const limit = BUDGET[name];
  const verdict = limit !== undefined && sent > limit ? "  OVER BUDGET" : "";
  overBudget ||= verdict !== "";
  console.log(`${name.padEnd(22)} ${String(sent).padStart(6)} bytes${isFont ? "" : " gzip"}${verdict}`);
}
if (overBudget) {
  process.exitCode = 1;
}
