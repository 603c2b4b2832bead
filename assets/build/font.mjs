// Cuts the reading face down to what Indonesian and English pages need and
// renames it: "Source" is a reserved font name under the licence, so a changed
// copy must carry another name, in the file as well as in the style sheet.
import fontverter from "fontverter";
import subsetFont from "subset-font";
import { readNames, readTables, writeNames, writeTables } from "./sfnt.mjs";

export const FAMILY = "Netral Sans";

const BASIC_LATIN = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 0x20 + i));
/** Marks beyond Basic Latin that the pages use. */
const MARKS = "\u00a0§©°±²³·×÷éèêëçöü–—‘’“”…•−";
const STYLES = { 400: "Regular", 700: "Bold" };
const COPYRIGHT = 0;
const LICENCE = 13;
const LICENCE_ADDRESS = 14;

/** Returns the subset as WOFF2 bytes. */
export async function buildFont(original, weight) {
  const subset = await subsetFont(original, BASIC_LATIN + MARKS, {
    targetFormat: "truetype",
    keepFeatures: ["kern", "mark", "tnum"],
    preserveNameIds: [COPYRIGHT, LICENCE_ADDRESS],
    noHinting: true,
    // It describes the axes of the family this weight was cut from.
    dropTables: ["STAT"],
  });
  const font = readTables(subset);
  const old = readNames(font.tables.get("name"));
  const style = STYLES[weight];
  const names = new Map([
    [1, FAMILY],
    [2, style],
    [3, `${FAMILY} ${style} subset`],
    [4, `${FAMILY} ${style}`],
    [6, `${FAMILY.replace(" ", "")}-${style}`],
    [LICENCE, "Licensed under the SIL Open Font License, Version 1.1. See OFL.txt."],
  ]);
  // The authors' notice and the licence must stay with the font.
  for (const id of [COPYRIGHT, LICENCE_ADDRESS]) {
    if (old.has(id)) names.set(id, old.get(id));
  }
  font.tables.set("name", writeNames(names));
  return fontverter.convert(writeTables(font), "woff2");
}
