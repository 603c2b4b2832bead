// The mark and the band, both from one form: the full round kawung seed.

/** One seed pointing up from the centre of the mark (0,0), in a 48 unit box. */
const SEED = "M0-3C-7-6.6-10.4-11.6-10.4-16.8C-10.4-22.4-6-26.6 0-26.6S10.4-22.4 10.4-16.8C10.4-11.6 7-6.6 0-3Z";
/** The light line inside a seed, cut out so that any ground shows through. */
const VEIN = "M-1.1-20h2.2v9h-2.2z";

/** The mark: four seeds on the diagonals, the four points of the pledge. */
export function mark(colour) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -24 48 48" fill="${colour}">${seeds()}</svg>\n`;
}

function seeds() {
  return [45, 135, 225, 315]
    .map((angle) => `<path transform="rotate(${angle})" fill-rule="evenodd" d="${SEED}${VEIN}"/>`)
    .join("");
}

/**
 * One tile of the band, 12 by 12: quarter seeds meet at the corners so that
 * the repeat reads as interlocking circles. Used as a mask, hence black.
 */
export function kawungBand() {
  const petal = "M.9.9C4.2.9 5.6 2.6 5.6 5.6C2.6 5.6.9 4.2.9.9Z";
  const quarters = [0, 90, 180, 270]
    .map((angle) => `<path transform="rotate(${angle} 6 6)" d="${petal}"/>`)
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12">` +
    `${quarters}<path d="M0 4.9L1.1 6L0 7.1ZM12 4.9L10.9 6L12 7.1Z"/></svg>\n`
  );
}
