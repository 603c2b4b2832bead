// Starts the program that was built, with demo data, on a free port and in a folder of its own.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { repository, results } from './paths.mjs';

const STARTS_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 15_000;
const OUTPUT_KEPT_CHARACTERS = 20_000;
/** The demo stands in the middle of a drive by the clock: an old copy of it would not. */
const TEMPLATE_SERVES_MS = 60 * 60_000;

/** The program under test: `NETRAL_BIN`, or what `cargo build -p netral` left in cargo's target folder. */
export function netralBinary() {
  const named = process.env.NETRAL_BIN;
  const found = named ?? path.join(targetFolder(), 'debug', 'netral');
  if (!existsSync(found)) {
    throw new Error(`the program ${found} is not there; build it first: cargo build -p netral`);
  }
  return found;
}

function targetFolder() {
  const metadata = execFileSync('cargo', ['metadata', '--no-deps', '--offline', '--format-version', '1'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return JSON.parse(metadata).target_directory;
}

/**
 * Starts `netral COMMAND --listen localhost:PORT --data DATA ARGS…` and answers once it is healthy.
 * The host is `localhost`, not an address: passkeys are bound to a name.
 *
 * Without `data` the folder is made for the occasion and removed by `stop`. With `data` and `port` a stopped
 * program can be started again where it was. A demo is a copy of one that is made once, keys included; with `anew` it is
 * an installation of its own.
 */
export async function startNetral({ command = 'demo', data, port = 0, args = [], env = {}, anew = false } = {}) {
  const folder = data ?? (await mkdtemp(path.join(tmpdir(), 'netral-browser-')));
  const copied = data === undefined && command === 'demo' && args.length === 0 && !anew;
  if (copied) await cp(await demo(), folder, { recursive: true });
  const child = spawn(netralBinary(), [command, '--listen', `localhost:${port}`, '--data', folder, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);

  // What the program says at its start is asked for later, so the beginning is kept as well as the end.
  let beginning = '';
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      if (beginning.length < OUTPUT_KEPT_CHARACTERS) beginning += text;
      else output = (output + text).slice(-OUTPUT_KEPT_CHARACTERS);
    });
  }
  let ended = null;
  const end = new Promise((resolve) => {
    child.once('error', (error) => resolve((ended = `could not be started: ${error.message}`)));
    child.once('exit', (code, signal) => resolve((ended = `ended with ${signal ?? `code ${code}`}`)));
  });

  const stop = async () => {
    process.removeListener('exit', killWithUs);
    child.kill('SIGTERM');
    const late = new AbortController();
    const stopped = await Promise.race([
      end.then(() => true),
      wait(STOPS_WITHIN_MS, false, { signal: late.signal }),
    ]);
    late.abort();
    if (!stopped) {
      child.kill('SIGKILL');
      await end;
    }
    if (data === undefined) await rm(folder, { recursive: true, force: true });
    if (!stopped) throw new Error(`netral did not stop within ${STOPS_WITHIN_MS} ms of SIGTERM:\n${beginning}${output}`);
  };

  try {
    const url = await healthy(() => beginning + output, () => ended);
    return { url, data: folder, output: () => beginning + output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The folder of a demo that was started once and stopped: making six thousand people takes seconds, copying them does not.
 * It is made by the first journey that needs it, for this program and this hour.
 */
async function demo() {
  const program = statSync(netralBinary());
  const template = path.join(results, `demo-${program.size}-${Math.trunc(program.mtimeMs)}`);
  if (existsSync(template) && Date.now() - statSync(template).mtimeMs < TEMPLATE_SERVES_MS) return template;
  await mkdir(results, { recursive: true });
  const made = await mkdtemp(path.join(results, 'demo-made-'));
  const app = await startNetral({ data: made });
  await app.stop();
  await rm(template, { recursive: true, force: true });
  // Two that began at once made the same; whoever comes second uses what is there.
  await rename(made, template).catch(() => rm(made, { recursive: true, force: true }));
  return template;
}

/** Waits until the program has said its address and answers `GET /sehat` there with 200. */
async function healthy(output, ended) {
  const deadline = performance.now() + STARTS_WITHIN_MS;
  for (;;) {
    const url = /https?:\/\/localhost:\d+(?=\D)/.exec(output())?.[0];
    if (url && (await answers(`${url}/sehat`))) return url;
    if (ended()) throw new Error(`netral ${ended()}:\n${output()}`);
    if (performance.now() > deadline) {
      throw new Error(`netral was not healthy within ${STARTS_WITHIN_MS} ms:\n${output()}`);
    }
    await wait(50);
  }
}

async function answers(address) {
  try {
    const response = await fetch(address);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
