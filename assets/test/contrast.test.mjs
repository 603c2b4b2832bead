// Contrast of the colour tokens by the WCAG 2 formula.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

const source = await readFile(new URL("../scss/_tokens.scss", import.meta.url), "utf8");
const tokens = new Map([...source.matchAll(/^\$([\w-]+): (#[0-9a-f]{6});/gm)].map((m) => [m[1], m[2]]));
tokens.set("white", "#ffffff");

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dark, light] = [luminance(tokens.get(a)), luminance(tokens.get(b))].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const PAIRS = [
  ["ink", "white", TEXT], ["ink", "mori", TEXT],
  ["ink-2", "white", TEXT], ["ink-2", "mori", TEXT], ["ink-2", "mori-2", TEXT],
  ["manggis", "white", TEXT], ["manggis", "mori", TEXT], ["manggis", "manggis-muda", TEXT],
  ["manggis-tua", "white", TEXT], ["manggis-tua", "manggis-muda", TEXT],
  ["link", "white", TEXT], ["link", "mori", TEXT],
  ["bata", "white", TEXT], ["sogan-tua", "white", TEXT], ["sogan-tua", "mori", TEXT],
  ["andesit", "white", TEXT], ["andesit", "mori", TEXT], ["andesit", "andesit-muda", TEXT],
  ["manggis-60", "white", SHAPE], ["andesit-60", "white", SHAPE],
  ["sogan", "white", SHAPE], ["band", "manggis", SHAPE], ["band", "andesit", SHAPE],
];

for (const [front, ground, least] of PAIRS) {
  test(`${front} on ${ground} reaches ${least}`, () => {
    assert.ok(tokens.has(front) && tokens.has(ground));
    const ratio = contrast(front, ground);
    assert.ok(ratio >= least, `${ratio.toFixed(2)}`);
  });
}

test("the formula gives the known extremes", () => {
  tokens.set("black", "#000000");
  assert.equal(contrast("black", "white"), 21);
});
