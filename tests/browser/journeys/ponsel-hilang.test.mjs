// A lost phone on the last day: a new slip ends what the phone could do, and the pact is signed in time on another one.
import assert from 'node:assert/strict';
import { authenticator, journeys, look } from '../harness/index.mjs';
import { pass } from './answers.mjs';
import { inDays, inWords, worksOn, writeDay } from './dates.mjs';
import { enter, giveAgain, slip } from './people.mjs';

const journey = journeys();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const DRIVE = 'Gerakan netralitas hari terakhir (rekaan)';
const ELECTION = 'Pemilu hari terakhir (rekaan)';
/** How a state is called that is late, and a day that is over. */
const LATE = /Terlambat|sudah lewat/;

/** What stands there, in one line: days are written with blanks that do not break. */
const line = async (place) => (await place.innerText()).replaceAll(/\s+/g, ' ').trim();

/** What a home page says of a day on which the pact is due, as the health centre works on it or not. */
const LAST_DAY = new Map([
  [true, 'Hari ini hari kerja terakhir. Waktunya sekitar 6 menit.'],
  [false, 'Tidak ada hari kerja lagi sampai batasnya. Waktunya sekitar 6 menit.'],
  [undefined, 'Hari ini hari terakhir. Waktunya sekitar 6 menit.'],
]);

/** Asks everybody for a pact that is due on `day`. */
async function dueOn(visit, day) {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/gerakan');
  await desk.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await desk.getByLabel('Nama gerakan').fill(DRIVE);
  await desk.getByLabel('Pemilihan lain').fill(ELECTION);
  await writeDay(desk, 'Batas waktu', day);
  await button(desk, 'Mulai gerakan').click();
  await desk.getByText(ELECTION).first().waitFor();
  return desk;
}

async function typeCode(page, code) {
  await page.goto('/aktivasi');
  await page.getByLabel('Kode pada slip').fill(code);
  await button(page, 'Lanjut').click();
  await page.waitForURL(/\/pilih$/);
}

/** The card of the drive, which is laid before people one after the other. */
async function card(page) {
  const found = page.locator('.n-card', { hasText: ELECTION });
  const until = Date.now() + 60_000;
  while (!(await found.count()) && Date.now() < until) await page.reload();
  return found;
}

journey('a phone is lost on the last day, and the pact is signed in time on another one', async (visit) => {
  const first = await slip(visit);
  const today = inDays(0);
  const desk = await dueOn(visit, today);
  const lost = await visit.phone();
  await authenticator(lost);
  await typeCode(lost, first);
  await button(lost, 'Pakai sidik jari atau kunci layar').click();
  await lost.waitForURL(/\/beranda$/);
  await (await card(lost)).getByRole('link', { name: 'Mulai membaca' }).click();
  await button(lost, 'Sudah saya baca, lanjut').waitFor();

  // The head prints another slip: whoever finds the phone finds nothing.
  const code = await slip(visit);
  await lost.reload();
  await lost.waitForURL(/\/masuk/);
  visit.expects(/422 for .*\/masuk\/kunci\/selesai(\?ke=\S*)?$/);
  await button(lost, 'Pakai sidik jari').click();
  await lost.getByRole('alert').getByText('Kunci di perangkat ini tidak kami kenal.').waitFor();
  await look(lost, 'ponsel-hilang-ditolak');

  const other = await visit.phone();
  await typeCode(other, code);
  const password = 'tiga kata saya';
  await other.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await button(other, 'Simpan dan masuk').click();
  await other.waitForURL(/\/beranda$/);
  await other.getByText(/^Slip aktivasi dicetak untuk Anda/).first().waitFor();
  await look(other, 'ponsel-hilang-beranda');
  // In time until the day is over: the day itself stands there, whether it is one to work on, and nothing of being late.
  const [asked, day] = [await card(other), inWords(today, { weekday: true })];
  assert.equal(await line(asked.locator('.n-due')), `Paling lambat ${day} ${LAST_DAY.get(worksOn(today))}`.trim());
  assert.doesNotMatch(await line(asked), LATE);
  await asked.getByRole('link', { name: /membaca/ }).first().click();
  await button(other, 'Sudah saya baca, lanjut').click();
  await (await pass(other)).click();
  await other.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await other.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await giveAgain(other, password);
  await button(other, 'Ucapkan ikrar dan tanda tangani').click();
  await other.waitForURL(/\/selesai$/);

  // The proof: signed today, on a device of one's own, by password.
  await desk.goto('/pegawai?kata=siti+rahmawati');
  const person = await desk.locator('tbody a').first().getAttribute('href');
  await desk.goto(`${person}/pengetahuan`);
  await desk.getByText(ELECTION).first().waitFor();
  const record = desk.locator('section', { hasText: ELECTION });
  const signed = await line(record.locator('tbody tr').last());
  assert.match(signed, /Di perangkat sendiri.*kata sandi/);
  await look(desk, 'ponsel-hilang-catatan');

  // In time: the day of the signature is the day by which it was asked for, and nobody calls them late, nor their unit.
  assert.ok(signed.includes(inWords(today)), signed);
  assert.ok((await line(record.locator('dl'))).includes(`Batas waktu ${day}`));
  assert.doesNotMatch(await line(desk.locator('main')), LATE);
  const head = await visit.desktop();
  await enter(head, visit.app, 'head_of_unit');
  await head.getByText(DRIVE).first().waitFor();
  await head.getByText(`Paling lambat ${day}`).waitFor();
  assert.doesNotMatch(await line(head.locator('main')), LATE);
  await head.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await head.getByText(DRIVE).first().waitFor();
  assert.ok((await head.locator('tbody tr').count()) > 0, 'others have not signed');
  assert.equal(await head.locator('tbody').getByText('Siti Rahmawati').count(), 0);
  assert.doesNotMatch(await line(head.locator('main')), LATE);
  await desk.goto('/ikhtisar');
  await desk.getByText(DRIVE).first().waitFor();
  assert.doesNotMatch(await line(desk.locator('main')), LATE);
});
