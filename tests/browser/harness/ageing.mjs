// Time that has passed for whoever is signed in. The program's own clock is the machine's; what is moved is what it noted.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Makes every session as it will be so many minutes from now if nobody uses it: last used, and last proved, that long ago. */
export function minutesLater(app, minutes) {
  const program = [
    'import sqlite3, sys',
    'with sqlite3.connect(sys.argv[1], timeout=30) as store:',
    '    store.execute("UPDATE sessions SET seen_at = seen_at - ?, proved_at = proved_at - ?", [int(sys.argv[2])] * 2)',
  ].join('\n');
  execFileSync('python3', ['-c', program, path.join(app.data, 'netral.db'), String(minutes * 60_000_000)]);
}
