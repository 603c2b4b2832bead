// A lost phone on the last day: a new slip ends what the phone could do, and the pact is signed in time on another one.
import assert from 'node:assert/strict';
import { authenticator, journeys, look } from '../harness/index.mjs';
import { pass } from './answers.mjs';
import { writeDay } from './dates.mjs';
import { enter, giveAgain, slip } from './people.mjs';

const journey = journeys();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const ELECTION = 'Pemilu hari terakhir (rekaan)';

/** Today in the demo's zone: [year, month, day]. */
const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jakarta' }).format().split('-').map(Number);

/** Asks everybody for a pact that is due today. */
async function dueToday(visit) {
  const [year, month, day] = today();
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/gerakan');
  await desk.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await desk.getByLabel('Nama gerakan').fill('Gerakan netralitas hari terakhir (rekaan)');
  await desk.getByLabel('Pemilihan lain').fill(ELECTION);
  await writeDay(desk, 'Batas waktu', { day, month, year });
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
  const desk = await dueToday(visit);
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
  await (await card(other)).getByRole('link', { name: /membaca/ }).first().click();
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
  const signed = desk.locator('section', { hasText: ELECTION }).locator('tbody tr').last();
  assert.match(await signed.innerText(), /Di perangkat sendiri.*kata sandi/s);
  await look(desk, 'ponsel-hilang-catatan');
});
