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
  district_head: 'Camat, pelaksana tugas',
  employee: 'Perawat, PPPK',
  guard: 'Penjaga kantor, pegawai kontrak',
  village_secretary: 'Sekretaris desa tanpa ponsel',
  inspector: 'Inspektorat',
  legal_officer: 'Bagian hukum',
  administrator: 'Administrator',
  identity_custodian: 'Pemegang data identitas',
  adviser: 'Penasihat netralitas',
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

/** Everything that stands in a PDF, as text: laid out as on the page, or with `raw` in the order in which it was set. */
export function words(pdf, { raw = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'netral-pdf-'));
  const file = join(folder, 'kertas.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', [raw ? '-raw' : '-layout', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return text;
}

/** Everything that stands in a spreadsheet, as text. */
export function cells(workbook) {
  const program = [
    'import io, re, sys, zipfile',
    'book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))',
    'parts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/")]',
    'sys.stdout.buffer.write("\\n".join(re.sub("<[^>]+>", " ", part) for part in parts).encode())',
  ].join('\n');
  return execFileSync('python3', ['-c', program], { input: workbook, encoding: 'utf8' });
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

/** Types the password at a signature where it is asked: not when it was given within the last five minutes. */
export async function giveAgain(page, password) {
  const field = page.getByLabel('Kata sandi Anda', { exact: true });
  if (await field.count()) await field.fill(password);
}

/**
 * The codes of slips for those of the head's unit who have never signed in: the head orders them, the personnel officer
 * releases and prints them. `see(page, name)` may look at every page on the way.
 */
export async function unitSlips(visit, see = async () => {}) {
  const button = (page, name) => page.getByRole('button', { name, exact: true });
  const head = await visit.desktop();
  await enter(head, visit.app, 'head_of_unit');
  await head.getByRole('link', { name: 'Pesan slip aktivasi untuk unit ini' }).click();
  await see(head, 'slip-pesan');
  await button(head, 'Pesan slip').click();
  await head.getByText('Pesanan tersimpan.').waitFor();
  await see(head, 'slip-dipesan');
  const officer = await visit.phone();
  await enter(officer, visit.app, 'personnel_officer');
  await officer.goto('/pegawai');
  await officer.getByRole('link', { name: 'Slip untuk banyak orang' }).click();
  await see(officer, 'slip-daftar');
  await officer.locator('tbody').getByRole('link').first().click();
  await see(officer, 'slip-melepas');
  await button(officer, 'Lepas slip ini').click();
  await button(officer, 'Cetak slip (PDF)').waitFor();
  await see(officer, 'slip-mencetak');
  const action = await officer.locator('form[action$="/cetak"]').getAttribute('action');
  const answer = await officer.request.post(action, { headers: { 'sec-fetch-site': 'same-origin' } });
  const found = words(await answer.body()).match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [];
  await officer.context().close();
  await head.context().close();
  return [...new Set(found)];
}

/** The bytes of some letter of the demo, in the place of a scan. */
export async function aLetter(page) {
  const front = await (await page.request.get('/kabupaten-sukamaju')).text();
  const address = `${/\/kabupaten-sukamaju\/edaran\/[0-9a-f-]+/.exec(front)[0]}/surat.pdf`;
  return (await page.request.get(address)).body();
}
