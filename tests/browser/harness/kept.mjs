// What the program keeps where its pages say less, such as a moment of which they show the minute.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** When each pledge was taken, by its task: microseconds since 1970. */
export function pledges(app) {
  const program = [
    'import json, sqlite3, sys',
    'with sqlite3.connect(sys.argv[1], timeout=30) as store:',
    '    print(json.dumps(store.execute("SELECT hex(id), pledged_at FROM tasks WHERE pledged_at IS NOT NULL").fetchall()))',
  ].join('\n');
  return new Map(JSON.parse(execFileSync('python3', ['-c', program, path.join(app.data, 'netral.db')], { encoding: 'utf8' })));
}
