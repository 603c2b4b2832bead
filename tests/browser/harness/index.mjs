export { minutesLater } from './ageing.mjs';
export { authenticator } from './authenticator.mjs';
export { axe, everywhere, look, noSideways, shot, weigh } from './checks.mjs';
export { pledges } from './kept.mjs';
export { Keyboard } from './keys.mjs';
export { speaks } from './language.mjs';
export { journeys } from './journey.mjs';
export { netralBinary, startNetral } from './netral.mjs';
export { totp } from './totp.mjs';
