// Checks what `npm run build` wrote. Run the build first.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import fontverter from "fontverter";
import { readNames, readTables } from "../build/sfnt.mjs";

const dist = (name) => new URL(`../dist/${name}`, import.meta.url);
const css = await readFile(dist("netral.css"), "utf8");
const tokens = await readFile(new URL("../scss/_tokens.scss", import.meta.url), "utf8");

function saturation(hex) {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16));
  return Math.max(r, g, b) - Math.min(r, g, b);
}

test("no colour but Netral's own reaches a page", () => {
  const own = new Set(tokens.match(/#[0-9a-f]{6}\b/gi).map((hex) => hex.toLowerCase()));
  const used = new Set(css.match(/#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi).map((hex) => hex.toLowerCase()));
  const foreign = [...used].filter((hex) => !own.has(hex) && saturation(hex) > 0);
  assert.deepEqual(foreign, []);
  assert.doesNotMatch(css, /\b(?:hsl|lab|lch|oklch|color)\(/);
});

test("the style sheet loads nothing from elsewhere", () => {
  const urls = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(urls)].sort(), [
    "kawung.svg",
    "netral-sans-400.woff2",
    "netral-sans-700.woff2",
  ]);
  assert.doesNotMatch(css, /@import/);
});

test("nothing of the base's crown or typeface is left", () => {
  assert.doesNotMatch(css, /GDS Transport|crown/i);
});

test("Andesit changes every plum tone", () => {
  const [, andesit] = css.match(/\.n-andesit\{([^}]*)\}/);
  const plum = ["--n-manggis", "--n-manggis-tua", "--n-manggis-malam", "--n-manggis-60", "--n-manggis-muda"];
  const base = ["brand", "success", "link", "link-hover"].map((name) => `--govuk-${name}-colour`);
  for (const name of [...plum, ...base]) {
    assert.ok(andesit.includes(`${name}:`), `${name} is missing`);
  }
});

for (const [weight, style] of [[400, "Regular"], [700, "Bold"]]) {
  test(`the ${weight} font is renamed and keeps its notices`, async () => {
    const woff2 = await readFile(dist(`netral-sans-${weight}.woff2`));
    const { tables } = readTables(await fontverter.convert(woff2, "truetype"));
    const names = readNames(tables.get("name"));
    assert.equal(names.get(1), "Netral Sans");
    assert.equal(names.get(2), style);
    for (const id of [1, 3, 4, 6]) {
      assert.doesNotMatch(names.get(id), /Source/i);
    }
    assert.match(names.get(0), /Adobe/);
    assert.match(names.get(13), /Open Font License/i);
  });
}

test("the licence of the fonts lies beside them", async () => {
  assert.match(await readFile(dist("OFL.txt"), "utf8"), /SIL OPEN FONT LICENSE/i);
});

test("the mark in the page has the form of the mark in the file", async () => {
  const icons = new URL("../../crates/web/templates/components/icons.html", import.meta.url);
  const inFile = (await readFile(dist("mark.svg"), "utf8")).match(/ d="([^"]+)"/)[1];
  assert.ok((await readFile(icons, "utf8")).includes(inFile));
});
