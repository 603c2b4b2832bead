// What is asked of every page.
import assert from 'node:assert/strict';
import path from 'node:path';
import axeCore from 'axe-core';
import { DESKTOP, PHONE } from './browser.mjs';
import { speaks } from './language.mjs';
import { results } from './paths.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with rule, element and advice when axe finds anything against WCAG 2.2 AA or good practice.
 * Axe is itself a script that waits for timers, so it cannot judge a device without scripts.
 */
export async function axe(page) {
  assert.ok(await runsScripts(page), `${page.url()}: axe needs a device with scripts`);
  await page.evaluate(axeCore.source);
  const { violations, passes } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
    RULES,
  );
  assert.ok(passes.length > 0, `${page.url()}: axe judged nothing`);
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `  ${id}: ${help}: ${node.target.join(' ')}\n    ${node.failureSummary}`),
  );
  assert.equal(told.length, 0, `${page.url()} at ${page.viewportSize().width} px:\n${told.join('\n')}`);
}

/** Fails when the page is wider than the screen, and names the elements that stick out. */
export async function noSideways(page) {
  const { width } = page.viewportSize();
  const { needed, out } = await page.evaluate((limit) => {
    const named = (element) => `${element.localName}${element.id && `#${element.id}`} .${element.className}`;
    const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > limit + 0.5);
    return { needed: document.documentElement.scrollWidth, out: out.slice(0, 8).map(named) };
  }, width);
  assert.ok(needed <= width, `${page.url()} needs ${needed} px where there are ${width}: ${out.join(', ')}`);
}

/** Keeps a picture of the whole page as test-results/shots/NAME-WIDTH.png. */
export async function shot(page, name) {
  assert.match(name, /^[a-z0-9-]+$/, 'a name of small letters, digits and hyphens');
  const file = path.join(results, 'shots', `${name}-${page.viewportSize().width}.png`);
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
}

/**
 * The three together: what every page a journey comes by has to stand. A device without scripts gets the same HTML
 * as one with them, so there the picture is named apart and axe is left to the other device.
 */
export async function look(page, name) {
  const scripts = await runsScripts(page);
  await shot(page, scripts ? name : `${name}-without-scripts`);
  await noSideways(page);
  if (scripts) await axe(page);
}

/** Looks at the page where somebody is in both languages, on a computer and on a phone. */
export async function everywhere(page, name) {
  const host = new URL(page.url()).hostname;
  for (const language of ['en', 'id']) {
    await page.context().addCookies([{ name: 'bahasa', value: language, domain: host, path: '/' }]);
    await page.reload();
    await speaks(page, language);
    for (const { viewport } of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await look(page, `${name}-${language}`);
    }
  }
}

function runsScripts(page) {
  return page.evaluate(() => matchMedia('(scripting: enabled)').matches);
}

/**
 * The bytes that come over the wire, compressed and with headers, while `visit` runs and until the network is quiet,
 * starting with an empty cache: `{ bytes, responses: [{ url, bytes }] }`.
 */
export async function weigh(page, visit) {
  const session = await page.context().newCDPSession(page);
  const urls = new Map();
  const responses = [];
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    responses.push({ url: urls.get(requestId), bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await visit();
  await page.waitForLoadState('networkidle');
  await session.detach();
  return { bytes: responses.reduce((sum, { bytes }) => sum + bytes, 0), responses };
}
