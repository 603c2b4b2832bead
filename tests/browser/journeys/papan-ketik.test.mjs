// The main job and the pages around it with the keyboard alone, where no step touches a mouse; then the latter without scripts.
import assert from 'node:assert/strict';
import { journeys, Keyboard } from '../harness/index.mjs';
import { explained } from './answers.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();
const ATTEMPTS_MAX = 40;
const SHEET = { name: 'lembar.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) };

const literal = (text) => new RegExp(`^${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);

/** Goes on by a link or button of this name and waits for the page that it leads to. */
async function follow(page, keys, name, to) {
  await keys.reach(name);
  await keys.press('Enter');
  await page.waitForURL(to);
}

/** Types number and password into the page where somebody is, and sends them. */
async function signInByKeys(visit, keys, who) {
  const { number, password } = signIn(visit.app, who);
  await keys.reach(/^Nomor pegawai$/);
  await keys.type(number);
  await keys.reach(/^Kata sandi$/);
  await keys.type(password);
  await keys.reach(/^Masuk$/);
  await keys.press('Enter');
}

/** Chooses an option of every question, the known right one or the first, with Tab, Space and the arrows. */
async function answer(page, keys, known) {
  for (const group of await page.locator('fieldset.govuk-fieldset').all()) {
    const question = (await group.locator('legend').innerText()).replace(/^\d+\. /, '');
    const labels = (await group.locator('label').allInnerTexts()).map((text) => text.trim());
    const wanted = Math.max(0, labels.indexOf(known.get(question)));
    await keys.reach(new RegExp(`${literal(labels[0]).source}$`));
    await keys.press('Space');
    for (let n = 0; n < wanted; n += 1) await keys.press('ArrowDown');
    assert.equal(await keys.here(), labels[wanted]);
    assert.ok(await group.locator('input').nth(wanted).isChecked(), `${question}: ${labels[wanted]}`);
  }
  await keys.reach(/^Periksa jawaban saya$/);
  await keys.press('Enter');
  await page.waitForURL(/\/hasil$/);
}

journey('an employee signs in, reads, answers, pledges and signs without a mouse', async (visit) => {
  const { number, password } = signIn(visit.app, 'employee');
  const page = await visit.desktop();
  const keys = new Keyboard(page);

  await page.goto('/masuk');
  await keys.reach(/^Nomor pegawai$/);
  await keys.type(number);
  await keys.reach(/^Kata sandi$/);
  await keys.type(password);
  // What was typed can be shown before it is sent.
  await keys.reach(/^Tampilkan/);
  await keys.press('Space');
  assert.equal(await page.getByLabel('Kata sandi', { exact: true }).getAttribute('type'), 'text');
  // Back to look at the number once more, and on again.
  await keys.reach(/^Nomor pegawai$/, { back: true });
  await keys.reach(/^Masuk$/);
  await keys.press('Enter');
  await page.waitForURL(/\/beranda$/);

  // The first stop of a page leads past its header.
  assert.deepEqual(await keys.reach(/./), ['Lewati ke isi']);
  await keys.press('Enter');
  assert.deepEqual(await keys.reach(/./), ['Baca surat edaran'], 'after the skip link comes the content');
  await keys.reach(/^Mulai membaca$/);
  await keys.press('Enter');
  await page.waitForURL(/\/baca$/);
  await keys.reach(/^Sudah saya baca, lanjut$/);
  await keys.press('Space');
  await page.waitForURL(/\/pertanyaan$/);

  const known = new Map();
  for (let attempt = 0; ; attempt += 1) {
    assert.ok(attempt < ATTEMPTS_MAX, 'the check was never passed');
    await answer(page, keys, known);
    for (const [question, right] of await explained(page)) known.set(question, right);
    const [next] = (await keys.reach(/^(Coba lagi|Lanjut ke ikrar dan pakta)$/)).slice(-1);
    await keys.press('Enter');
    await page.waitForURL(/\/(pertanyaan|tanda-tangan)$/);
    if (next !== 'Coba lagi') break;
  }

  await keys.reach(/^Saya mengucapkan keempat butir itu sebagai ikrar$/);
  await keys.press('Space');
  await keys.reach(/^Saya menandatangani pakta ini dengan sadar dan tanpa paksaan$/);
  await keys.press('Space');
  // The password was given a moment ago and is not asked again.
  await keys.reach(/^Ucapkan ikrar dan tanda tangani$/);
  await keys.press('Enter');
  await page.waitForURL(/\/selesai$/);
  await page.getByRole('heading', { name: 'Terima kasih. Pakta Anda sudah ditandatangani.' }).waitFor();

  await follow(page, keys, /^Akun$/, /\/akun$/);
  await follow(page, keys, /^Lihat riwayat Anda$/, /\/akun\/catatan$/);
  await page.goto('/beranda');
  await follow(page, keys, /^Bukan Anda\?/, /\/bukan-saya$/);
  await keys.reach(/^Bukan saya yang menandatangani$/);

  await keys.reach(/^Keluar$/, { back: true });
  await keys.press('Enter');
  await page.getByText('Anda sudah keluar.').waitFor();
});

journey('a head records a reading and runs a kiosk without a mouse', async (visit) => {
  const page = await visit.desktop();
  const keys = new Keyboard(page);
  await page.goto('/unit');
  await signInByKeys(visit, keys, 'head_of_unit');
  await page.waitForURL(/\/unit\/\w+$/);
  await follow(page, keys, /^Catat pembacaan bersama$/, /\/pembacaan/);
  const ticks = page.locator('input[name="hadir"]');
  await ticks.first().waitFor();
  const [name] = (await page.locator('label[for^="hadir"]').last().textContent()).split(',');
  await keys.reach(/^Nama/);
  await keys.type(name);
  await keys.press('Enter');
  await page.waitForURL(/kata=\w+/);
  await keys.reach(literal(name));
  await keys.press('Space');
  assert.ok(await ticks.first().isChecked());
  await keys.reach(/^Tempat$/);
  await keys.type('Aula (rekaan)');
  await keys.reach(/^Dibacakan oleh$/);
  await keys.type('Kepala puskesmas (rekaan)');
  await keys.reach(/^Foto daftar hadir/);
  // The window in which a file is chosen is the system's, not ours.
  await page.getByLabel('Foto daftar hadir').setInputFiles(SHEET);
  await keys.reach(/^Catat/);
  await keys.press('Enter');
  await page.waitForURL(/\/pembacaan\/\w{32}$/);

  await follow(page, keys, /^Kios$/, /\/kios$/);
  await keys.reach(/^Jadikan komputer ini kios$/);
  await keys.press('Enter');
  await page.getByLabel('Nomor pegawai').waitFor();
  await signInByKeys(visit, keys, 'guard');
  await page.waitForURL(/\/beranda$/);
  await follow(page, keys, /^Mulai membaca$/, /\/baca$/);
  await follow(page, keys, /^Selesai, tutup layar saya$/, /\/kios\?keluar=1$/);
});

// After the journey in which the nurse signs.
journey('the pages around the main job work without scripts', async (visit) => {
  const phone = await visit.phone({ javaScriptEnabled: false });
  await enter(phone, visit.app, 'employee');
  await phone.getByRole('link', { name: /^Bukan Anda\?/ }).first().click();
  await phone.getByRole('button', { name: 'Bukan saya yang menandatangani' }).click();
  await phone.getByText(/^Sudah kami catat/).waitFor();
  await phone.goto('/akun');
  await phone.getByRole('link', { name: 'Lihat riwayat Anda' }).click();
  await phone.getByText(/^Kepala unit Anda, petugas kepegawaian, dan inspektorat/).waitFor();

  const head = await visit.phone({ javaScriptEnabled: false });
  await enter(head, visit.app, 'head_of_unit');
  await head.getByRole('link', { name: 'Catat pembacaan bersama' }).click();
  await head.locator('input[name="hadir"]').first().check();
  await head.getByLabel('Tempat').fill('Aula (rekaan)');
  await head.getByLabel('Dibacakan oleh').fill('Kepala puskesmas (rekaan)');
  await head.getByLabel('Foto daftar hadir').setInputFiles(SHEET);
  await head.getByRole('button', { name: 'Catat yang dicentang' }).click();
  await head.waitForURL(/\/pembacaan\/\w{32}$/);
});
