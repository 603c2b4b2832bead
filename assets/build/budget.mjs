// Upper limits in bytes as sent (gzip for text). They come from the weight
// budget of the interface: a first visit stays under 60 KB, style under 18 KB.
export const BUDGET = {
  "netral.css": 18 * 1024,
  "netral.js": 4 * 1024,
  "netral-sans-400.woff2": 12 * 1024,
  "netral-sans-700.woff2": 12 * 1024,
};
