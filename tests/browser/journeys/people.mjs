// Who lives in the demo, and how a journey gets at a slip.
import { execFileSync } from 'node:child_process';
import { netralBinary } from '../harness/index.mjs';

/** The sign-ins that the demo prints at its start, by the code of the role: `{ number, password }`. */
export function signIn(app, role) {
  const found = new RegExp(`^\\s*${role}\\s+(\\d{16,18})\\s+(\\S.*?)\\s*$`, 'm').exec(app.output());
  if (!found) throw new Error(`the demo printed no sign-in for ${role}:\n${app.output()}`);
  return { number: found[1], password: found[2] };
}

/** The code of a fresh activation slip for whoever has this number. */
export function slip(app, number) {
  const text = execFileSync(netralBinary(), ['user', 'slip', number, '--data', app.data], { encoding: 'utf8' });
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0];
  if (!code) throw new Error(`there is no code in: ${text}`);
  return code;
}
