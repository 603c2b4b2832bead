// The head of region has a letter signed by a server of certified signatures: refused, unclear, and signed.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Keyboard, journeys, look, speaks, startNetral } from '../harness/index.mjs';
import { DESKTOP, PHONE } from '../harness/browser.mjs';
import { enter } from './people.mjs';

const NIK = '3399021204800666';

/** A server that refuses the first letter, hangs up on the second, and answers the third with one that it wrote itself. */
async function signServer() {
  const signed = await readFile(path.join(import.meta.dirname, '../../../crates/seal/tests/data/foreign-der.pdf'));
  const asked = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { passphrase, file } = JSON.parse(body);
    asked.push({ path: request.url, passphrase, letter: Buffer.from(file[0], 'base64') });
    if (asked.length === 2) return request.socket.destroy();
    const answer = asked.length === 1
      ? { status_code: 2031, error: `Passphrase anda salah (${passphrase})` }
      : { time: 1099, file: [signed.toString('base64')] };
    response.writeHead(asked.length === 1 ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { signed, asked, port: server.address().port, close: () => server.close() };
}

async function start() {
  const server = await signServer();
  const folder = await mkdtemp(path.join(tmpdir(), 'netral-bsre-'));
  const secret = path.join(folder, 'sandi');
  await writeFile(secret, 'kata-sandi-instansi\n');
  const env = {
    NETRAL_BSRE_URL: `http://localhost:${server.port}`,
    NETRAL_BSRE_USER: 'sukamaju',
    NETRAL_BSRE_PASSWORD_FILE: secret,
  };
  const app = await startNetral({ env });
  const stop = async () => {
    await app.stop().finally(server.close);
    await rm(folder, { recursive: true });
  };
  return { ...app, server, stop };
}

const journey = journeys({ start });

/** Looks at a page in these languages and both sizes. */
async function see(page, name, languages = ['en', 'id']) {
  for (const language of languages) {
    await page.context().addCookies([{ name: 'bahasa', value: language, domain: 'localhost', path: '/' }]);
    await page.reload();
    await speaks(page, language);
    for (const { viewport } of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      await look(page, `tersertifikasi-${language}-${name}`);
    }
  }
}

journey('a certified signature is asked for once at a time, and what came of it is told', async (visit) => {
  const { asked, signed } = visit.app.server;
  const page = await visit.desktop();
  const heading = (name) => page.getByRole('heading', { name, exact: true }).waitFor();
  const keys = new Keyboard(page);
  // By keyboard alone. What was typed before is gone, also after a refusal.
  const sign = async (nik, passphrase) => {
    await keys.reach(/^NIK Anda$/);
    await keys.type(nik);
    await keys.reach(/^Passphrase tanda tangan elektronik Anda$/);
    await keys.type(passphrase);
    await keys.reach(/^Tanda tangani surat ini$/);
    await keys.press('Enter');
  };
  await enter(page, visit.app, 'head_of_region');
  const stranger = await visit.phone();
  await stranger.goto('/kabupaten-sukamaju');
  const address = await stranger.locator('main a[href*="/edaran/"]').first().getAttribute('href');
  await page.goto(`/edaran/${address.split('/').pop()}/terbit`);
  await page.getByRole('link', { name: 'Tanda tangan elektronik tersertifikasi' }).click();
  await see(page, 'belum');

  await sign('123', 'frasa yang benar');
  await page.getByRole('link', { name: 'NIK terdiri atas 16 angka. Tulis lagi NIK dan passphrase Anda.' }).waitFor();
  await look(page, 'tersertifikasi-salah');
  assert.equal(await page.getByLabel('NIK Anda', { exact: true }).inputValue(), '', 'what was typed does not come back');
  assert.equal(asked.length, 0);

  await sign(NIK, 'frasa yang keliru');
  await heading('Tidak ditandatangani');
  assert.equal(await page.getByText('frasa yang keliru').count(), 0);
  await see(page, 'ditolak', ['id']);

  await sign(NIK, 'frasa yang benar');
  await heading('Belum pasti');
  await see(page, 'belum-pasti', ['id']);

  await sign(NIK, 'frasa yang benar');
  await heading('Sudah ditandatangani');
  await see(page, 'sudah');
  assert.equal(asked.length, 3);
  assert.ok(asked.every((it) => it.path === '/api/v2/sign/pdf' && it.letter.equals(asked[0].letter)));

  // Everybody finds it beside the sealed letter, which stays what it was.
  await stranger.goto(address);
  await see(stranger, 'publik');
  const file = async (name) => (await stranger.request.get(await stranger.getByRole('link', { name }).getAttribute('href'))).body();
  assert.ok((await file('Buka surat bertanda tangan elektronik tersertifikasi (PDF)')).equals(signed));
  assert.ok((await file('Buka surat resmi (PDF)')).equals(asked[0].letter));

  const admin = await visit.desktop();
  await enter(admin, visit.app, 'administrator');
  await admin.goto('/kelola');
  await admin.getByText('localhost. Belum pernah dicoba dengan layanan BSrE yang sebenarnya.').waitFor();
});
