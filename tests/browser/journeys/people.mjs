// Who lives in the demo, and how a journey gets at a slip.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the demo calls each of those whom one can sign in as. */
const NAMES = {
  head_of_region: 'Bupati',
  personnel_officer: 'Petugas kepegawaian di BKPSDM',
  head_of_unit: 'Kepala puskesmas',
  employee: 'Perawat, PPPK',
  guard: 'Penjaga kantor, pegawai kontrak',
  village_secretary: 'Sekretaris desa tanpa ponsel',
  inspector: 'Inspektorat',
  legal_officer: 'Bagian hukum',
  administrator: 'Administrator',
  identity_custodian: 'Pemegang data identitas',
};

/** The sign-in of somebody, as the demo prints it at its start: `{ number, password }`. */
export function signIn(app, who) {
  const output = app.output();
  const number = new RegExp(`^\\s*(\\d{16,18})\\s+${NAMES[who]}\\s*$`, 'm').exec(output)?.[1];
  const password = /^Kata sandi untuk semuanya: (.+)$/m.exec(output)?.[1];
  if (!number || !password) throw new Error(`the demo printed no sign-in for ${who}:\n${output}`);
  return { number, password };
}

/** Signs somebody in by number and password and waits for their first page. */
export async function enter(page, app, who) {
  const { number, password } = signIn(app, who);
  await page.goto('/masuk');
  await page.getByLabel('Nomor pegawai').fill(number);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL(/\/(beranda|ikhtisar|unit.*|kelola|keputusan)$/);
}

/** Everything that stands in a PDF, as text. */
export function words(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'netral-pdf-'));
  const file = join(folder, 'kertas.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return text;
}

/**
 * The code of a fresh activation slip for somebody who has not signed, the nurse if nobody else is named, printed by
 * the head of the unit from the page of their record, on a computer of its own.
 */
export async function slip(visit, name = /^Siti Rahmawati/) {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await desk.locator('tbody').getByRole('link', { name }).first().click();
  const code = await printedSlip(desk);
  await desk.context().close();
  return code;
}

/** The code of the slip that the page of somebody's record prints. */
export async function printedSlip(desk) {
  const action = await desk.locator('form[action$="/slip"]').getAttribute('action');
  const answer = await desk.request.post(action, { headers: { 'sec-fetch-site': 'same-origin' } });
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(words(await answer.body()))?.[0];
  if (!code) throw new Error(`no code on the slip: ${answer.status()}`);
  return code;
}

/** The bytes of some letter of the demo, in the place of a scan. */
export async function aLetter(page) {
  const front = await (await page.request.get('/kabupaten-sukamaju')).text();
  const address = `${/\/kabupaten-sukamaju\/edaran\/[0-9a-f-]+/.exec(front)[0]}/surat.pdf`;
  return (await page.request.get(address)).body();
}
