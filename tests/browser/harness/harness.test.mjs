// The harness judges pages; here pages with known faults judge the harness.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch } from './browser.mjs';
import { authenticator, axe, journeys, Keyboard, look, noSideways, speaks, startNetral, weigh } from './index.mjs';
import { Visit } from './journey.mjs';

const page = (body) => `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Contoh</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
  <body><main><h1>Contoh</h1>${body}</main></body></html>`;

const PAGES = {
  '/baik': page('<p>Semua benar.</p>'),
  '/gambar': page('<img src="/titik.svg">'),
  '/lebar': page('<table id="besar" width="700"><tr><td>Lebar</td></tr></table>'),
  '/sisipan': page('<script>document.title = "x"</script>'),
  '/hilang': page('<script src="/tidak-ada.js"></script>'),
  '/luar': page('<img alt="" src="http://127.0.0.1:9/a.png">'),
  '/campur': page('<p>Check a document</p><p lang="en">Accessibility</p><table><tr><td>Help</td></tr></table>'),
  '/ketik': page('<a href="#1">Pertama</a> <button>Kedua</button> <a href="#3" class="samar">Ketiga</a><link rel="stylesheet" href="/samar.css">'),
  '/galat': page('<script src="/galat.js"></script>'),
};

async function start() {
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: http:");
    if (request.url === '/galat.js') return response.setHeader('Content-Type', 'text/javascript').end('tidakAda()');
    if (request.url === '/samar.css') return response.setHeader('Content-Type', 'text/css').end('.samar:focus { outline: none }');
    if (request.url === '/titik.svg') {
      response.setHeader('Content-Type', 'image/svg+xml');
      return response.end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (request.url === '/mampat') {
      response.setHeader('Content-Encoding', 'gzip');
      return response.end(gzipSync(page(`<p>${'panjang '.repeat(5000)}</p>`)));
    }
    if (!PAGES[request.url]) response.statusCode = request.url === '/ditolak' ? 422 : 404;
    return response.end(PAGES[request.url] ?? page('<p>Tidak ada.</p>'));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

const journey = journeys({ start });

journey('a good page passes everything, with and without scripts', async (visit) => {
  for (const device of [await visit.phone(), await visit.desktop(), await visit.phone({ javaScriptEnabled: false })]) {
    await device.goto('/baik');
    await look(device, 'harness');
  }
});

journey('a device without scripts runs none', async (visit) => {
  const phone = await visit.phone({ javaScriptEnabled: false });
  await phone.goto('/galat');
  visit.assertClean();
  await assert.rejects(axe(phone), /axe needs a device with scripts/);
});

journey('axe finds an image without words', async (visit) => {
  const phone = await visit.phone();
  await phone.goto('/gambar');
  await assert.rejects(axe(phone), /image-alt/);
});

journey('a page wider than the phone is told by its element', async (visit) => {
  const phone = await visit.phone();
  await phone.goto('/lebar');
  await assert.rejects(noSideways(phone), /needs 7\d\d px where there are 360: table#besar/);
  const desktop = await visit.desktop();
  await desktop.goto('/lebar');
  await noSideways(desktop);
});

test('what no page may do is told', async (t) => {
  const [app, browser] = await Promise.all([start(), launch()]);
  t.after(() => Promise.all([browser.close(), app.stop()]));
  for (const [address, problem] of [
    ['/sisipan', /Content Security Policy/],
    ['/hilang', /404 for .*tidak-ada\.js/],
    ['/luar', /request to another place: http:\/\/127\.0\.0\.1:9\/a\.png/],
    ['/galat', /script error: tidakAda is not defined/],
  ]) {
    const visit = new Visit(app, browser);
    const phone = await visit.phone();
    await phone.goto(address, { waitUntil: 'networkidle' });
    assert.throws(() => visit.assertClean(), problem);
    await visit.close();
  }
});

journey('a refusal is a page like another', async (visit) => {
  const phone = await visit.phone();
  assert.equal((await phone.goto('/ditolak')).status(), 422);
});

journey('weight is what came over the wire', async (visit) => {
  const phone = await visit.phone();
  const { bytes, responses } = await weigh(phone, () => phone.goto('/mampat'));
  assert.deepEqual(responses.map(({ url }) => url), [`${visit.app.url}/mampat`]);
  assert.ok(bytes > 200 && bytes < 2_000, `${bytes} bytes for a page of 40,000`);
});

journey('the authenticator makes a passkey, signs with it, and can refuse', async (visit) => {
  const phone = await visit.phone();
  await phone.goto('/baik');
  const device = await authenticator(phone);
  const create = () =>
    phone.evaluate(async () => {
      const made = await navigator.credentials.create({
        publicKey: {
          challenge: new Uint8Array(32),
          rp: { name: 'Contoh' },
          user: { id: new Uint8Array(16), name: 'budi', displayName: 'Budi' },
          pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        },
      });
      return made.type;
    });
  const use = () =>
    phone.evaluate(async () => {
      const publicKey = { challenge: new Uint8Array(32), userVerification: 'required', timeout: 2_000 };
      return (await navigator.credentials.get({ publicKey })).type;
    });
  assert.equal(await create(), 'public-key');
  assert.equal((await device.credentials()).length, 1);
  assert.equal(await use(), 'public-key');
  await device.refuse();
  await assert.rejects(use(), /NotAllowedError/);
  await device.accept();
  assert.equal(await use(), 'public-key');
});

/** Puts a program of the test's own in the place of Netral. */
async function instead(t, source) {
  const folder = await mkdtemp(path.join(tmpdir(), 'netral-harness-'));
  const program = path.join(folder, 'netral');
  await writeFile(program, source);
  await chmod(program, 0o755);
  const before = process.env.NETRAL_BIN;
  process.env.NETRAL_BIN = program;
  t.after(async () => {
    if (before === undefined) delete process.env.NETRAL_BIN;
    else process.env.NETRAL_BIN = before;
    await rm(folder, { recursive: true });
  });
}

test('a program is waited for until it is healthy, and leaves nothing behind', async (t) => {
  await instead(
    t,
    `#!/usr/bin/env node
    const answers = [503, 503, 200];
    const server = require('node:http').createServer((request, response) => {
      response.statusCode = request.url === '/sehat' ? answers.shift() : 404;
      response.end();
    });
    server.listen(0, 'localhost', () => console.log('siap: http://localhost:' + server.address().port));`,
  );
  const app = await startNetral();
  assert.equal((await fetch(`${app.url}/lain`)).status, 404);
  assert.ok(existsSync(app.data));
  await app.stop();
  assert.ok(!existsSync(app.data));
  await assert.rejects(fetch(app.url));
});

test('a program that ends at once is told with its last words', async (t) => {
  await instead(t, '#!/bin/sh\necho "basis data lebih baru: $1 $2" >&2\nexit 3\n');
  await assert.rejects(startNetral(), /ended with code 3:\nbasis data lebih baru: demo --listen/);
});

journey('words of the other language are found, unless they are marked as such', async (visit) => {
  const device = await visit.phone();
  await device.goto('/campur');
  await assert.rejects(speaks(device, 'id'), /says in en:\n {2}Check a document\n\n/);
  await assert.rejects(speaks(device, 'en'), /the language of the page/);
  await device.goto('/baik');
  await speaks(device, 'id');
});

journey('a keyboard finds the control, and a control that hides its focus', async (visit) => {
  const device = await visit.desktop();
  await device.goto('/ketik');
  assert.deepEqual(await new Keyboard(device).reach(/^Kedua$/), ['Pertama', 'Kedua']);
  await assert.rejects(new Keyboard(device).reach(/^Ketiga$/), /nothing shows that Ketiga has the focus/);
  await device.goto('/baik');
  await assert.rejects(new Keyboard(device).reach(/./), /the focus is nowhere/);
});
