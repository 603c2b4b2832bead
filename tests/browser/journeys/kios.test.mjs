// A computer that people use in turn: two of them, one after the other, and what the second finds of the first.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { pass } from './answers.mjs';
import { enter, giveAgain, signIn } from './people.mjs';

const journey = journeys();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const FRONT = /\/kios(\?.*)?$/;

/** Turns a fresh computer into a kiosk of the head of the unit. */
async function kiosk(visit, options) {
  const page = await visit.desktop(options);
  await enter(page, visit.app, 'head_of_unit');
  await page.getByRole('link', { name: 'Kios', exact: true }).click();
  await look(page, 'kios-operator');
  await button(page, 'Jadikan komputer ini kios').click();
  await page.waitForURL(FRONT);
  return page;
}

async function come(page, visit, who) {
  const { number, password } = signIn(visit.app, who);
  await page.getByLabel('Nomor pegawai').fill(number);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(page, 'Masuk').click();
  await page.waitForURL(/\/beranda$/);
  return password;
}

/** Nothing on this page is of the person before. */
async function empty(page, name) {
  await page.waitForURL(FRONT);
  assert.doesNotMatch(await page.locator('body').innerText(), name);
  assert.equal(await page.getByLabel('Nomor pegawai').inputValue(), '');
}

journey('two people sign in turn at a kiosk, and the second finds nothing of the first', async (visit) => {
  const page = await kiosk(visit);
  await look(page, 'kios');
  const password = await come(page, visit, 'employee');
  await page.getByRole('heading', { name: /Siti Rahmawati/ }).waitFor();
  await look(page, 'kios-beranda');
  // What leaves something behind is not there.
  assert.equal((await page.request.get('/akun/perangkat')).status(), 403);
  assert.equal(await page.getByRole('link', { name: 'Akun' }).count(), 0);

  await page.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(page, 'Sudah saya baca, lanjut').click();
  await (await pass(page)).click();
  await look(page, 'kios-tanda-tangan');
  const signing = page.url();
  await page.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await page.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await giveAgain(page, password);
  await button(page, 'Ucapkan ikrar dan tanda tangani').click();
  await page.getByText('Selesai. Giliran orang berikutnya.').waitFor();
  await look(page, 'kios-giliran');
  await empty(page, /Siti/);

  // Back, reload, an address from the history, and a tab opened again.
  await page.goBack();
  await empty(page, /Siti/);
  await page.reload();
  await empty(page, /Siti/);
  await page.goto(signing);
  await empty(page, /Siti/);
  const tab = await page.context().newPage();
  await tab.goto('/beranda');
  await empty(tab, /Siti/);
  await tab.close();

  // The next one finds their own tasks, and no more.
  await come(page, visit, 'guard');
  assert.doesNotMatch(await page.locator('body').innerText(), /Siti/);
  await button(page, 'Selesai, tutup layar saya').click();
  await empty(page, /Siti/);

  // The record tells how it was, and by whom the kiosk was run; the operator alone ends it, and has to sign in for that.
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/pegawai?kata=siti+rahmawati');
  const person = await desk.locator('tbody a').first().getAttribute('href');
  await desk.goto(`${person}/pengetahuan`);
  await desk.getByText(/Di komputer kios yang dibuka/).first().waitFor();
  await look(desk, 'kios-catatan');
  const { number } = signIn(visit.app, 'head_of_unit');
  await page.getByLabel('Nomor pegawai').fill(number);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(page, 'Masuk').click();
  await page.waitForURL(/\/beranda$/);
  await page.goto('/kios');
  await look(page, 'kios-tutup');
  await button(page, 'Tutup kios').click();
  await page.waitForURL(/\/masuk/);
  await page.goto('/kios');
  await page.waitForURL(/\/masuk/);
});

journey('whoever leaves a kiosk is signed out after a minute', async (visit) => {
  const page = await kiosk(visit);
  await page.clock.install();
  await come(page, visit, 'employee');
  await page.clock.runFor(30_000);
  await page.keyboard.press('Shift');
  await page.clock.runFor(30_000);
  // A hand on the keyboard counts, so nobody is asked yet.
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.clock.runFor(15_000);
  await page.getByRole('dialog', { name: 'Masih di sini?' }).waitFor();
  await look(page, 'kios-masih');
  await button(page, 'Ya, saya masih di sini').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.clock.runFor(30_000);
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.clock.runFor(40_000);
  await page.getByText(/^Layar sebelumnya ditutup karena/).waitFor();
  await look(page, 'kios-habis');
  await page.goBack();
  await empty(page, /Siti/);
});

journey('a kiosk without scripts asks on a page of its own, which leads to the end', async (visit) => {
  const page = await kiosk(visit, { javaScriptEnabled: false });
  await come(page, visit, 'employee');
  const refresh = (on) => on.locator('meta[http-equiv=refresh]').getAttribute('content');
  const [, seconds, still] = /^(\d+); url=(.+)$/.exec(await refresh(page));
  assert.equal(seconds, '40');
  const asked = await page.goto(still);
  await look(page, 'kios-masih');
  assert.equal(asked.headers().refresh, '20; url=/kios/tutup');
  await page.getByRole('link', { name: 'Ya, saya masih di sini' }).click();
  await page.getByRole('heading', { name: /Siti Rahmawati/ }).waitFor();
  await page.goto('/kios/tutup');
  await page.getByText(/^Layar sebelumnya ditutup karena/).waitFor();
  await page.goto('/beranda');
  await empty(page, /Siti/);
});
