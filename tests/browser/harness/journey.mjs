// One program and one browser for the journeys of a file; a fresh visit for each journey.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DESKTOP, launch, PHONE } from './browser.mjs';
import { startNetral } from './netral.mjs';
import { results } from './paths.mjs';
import { watch } from './watch.mjs';

/** How long a page is waited for: on a busy machine the browser itself can stand still for half a minute. */
const PATIENCE_MS = 90_000;

/**
 * Prepares the journeys of one file: `const journey = journeys(); journey('an employee signs', async (visit) => …)`.
 * `start` answers `{ url, stop() }`; it is `startNetral` with `options` unless given.
 *
 * A journey fails, apart from its own assertions, when a page of it had an error in a script, broke the
 * Content-Security-Policy, asked another place or missed a resource. Of a failed journey every open page is kept
 * under test-results/failed.
 */
export function journeys({ start = startNetral, ...options } = {}) {
  let app;
  let browser;
  before(async () => {
    app = await start(options);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await app?.stop();
  });
  return (name, run) =>
    test(name, async () => {
      const visit = new Visit(app, browser);
      try {
        await run(visit);
        visit.assertClean();
      } catch (error) {
        await visit.keep(name).catch((lost) => console.error(`no picture of the failure: ${lost.message}`));
        throw error;
      } finally {
        await visit.close();
      }
    });
}

/** What a journey works with: the program at `app.url`, and people who come with a device each. */
export class Visit {
  #browser;
  #contexts = [];
  #problems = [];
  #expected = [];

  constructor(app, browser) {
    this.app = app;
    this.#browser = browser;
  }

  /** A page on a new phone, 360 × 740. `{ javaScriptEnabled: false }` is a phone without scripts. */
  phone(options = {}) {
    return this.#device({ ...PHONE, ...options });
  }

  /** A page on a new computer, 1280 × 900. `page.context().newPage()` is another tab on it. */
  desktop(options = {}) {
    return this.#device({ ...DESKTOP, ...options });
  }

  async #device(options) {
    const context = await this.#browser.newContext({
      baseURL: this.app.url,
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    this.#contexts.push(context);
    this.#problems.push(watch(context, new URL(this.app.url).origin));
    return context.newPage();
  }

  /** From here on, problems that fit this expression are part of the journey, such as a connection that it cuts. */
  expects(pattern) {
    this.#expected.push(pattern);
  }

  /** Fails with every problem that the pages had so far. */
  assertClean() {
    const problems = this.#problems.flat().filter((told) => !this.#expected.some((pattern) => pattern.test(told)));
    assert.equal(problems.length, 0, `the pages had problems:\n  ${problems.join('\n  ')}`);
  }

  /** Keeps picture and source of every open page. */
  async keep(name) {
    const folder = path.join(results, 'failed');
    await mkdir(folder, { recursive: true });
    const pages = this.#contexts.flatMap((context) => context.pages());
    for (const [index, page] of pages.entries()) {
      const file = path.join(folder, `${name.replaceAll(/[^a-zA-Z0-9]+/g, '-')}-${index + 1}`);
      await page.screenshot({ path: `${file}.png`, fullPage: true });
      await writeFile(`${file}.html`, await page.content());
    }
  }

  /** Puts all devices away. */
  async close() {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}
