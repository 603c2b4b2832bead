// A few hover shades of GOV.UK Frontend are computed from its own red and green
// and no setting reaches them. A party colour must not appear even on hover.
const REPLACEMENTS = new Map([
  ["#651b1b", "var(--n-bata)"],
  ["#083d29", "var(--n-manggis-tua)"],
  ["#f3f3f3", "var(--n-mori)"],
]);

/** Returns the style sheet with those shades in Netral's own tones. */
export function withoutForeignHues(css) {
  return css.replace(/#[0-9a-f]{6}\b/gi, (hex) => REPLACEMENTS.get(hex.toLowerCase()) ?? hex);
}
