// A village pack: printed, sent back as a picture, keyed by one, read again by another, and followed by sheets for who failed.
import assert from 'node:assert/strict';
import { Keyboard, journeys, look } from '../harness/index.mjs';
import { inDays } from './dates.mjs';
import { enter, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const DRIVE = 'Netralitas di desa (rekaan)';

const place = async (page) => Number(/^(\d+)\./.exec(await page.locator('#orang').textContent())[1]);

/** Fills in what the page asks of one person, who has read and answers so, and goes on. */
async function fill(page, answers, codes) {
  await page.getByRole('group', { name: /^Sudah membaca/ }).getByLabel('Ya').check();
  await page.getByLabel('Jawaban 1 sampai 5').fill(answers);
  await page.getByLabel('Empat huruf atau angka terakhir').fill(codes[(await place(page)) - 1].slice(-4).toLowerCase());
  await Promise.all([page.waitForEvent('framenavigated'), button(page, 'Simpan dan lanjut').click()]);
}

journey('a pack goes out to a village and comes back through two hands', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/gerakan');
  await desk.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await desk.getByLabel('Nama gerakan').fill(DRIVE);
  await desk.getByLabel('Pemilihan lain').fill('Pemilu 2029');
  const due = desk.getByRole('group', { name: 'Batas waktu' });
  await due.getByLabel('Tanggal', { exact: true }).fill('31');
  await due.getByLabel('Bulan').selectOption({ label: 'Desember' });
  await due.getByLabel('Tahun').fill(String(inDays(0).year + 1));
  await desk.getByLabel('Yang diminta', { exact: true }).selectOption({ label: 'Membaca dan menjawab pertanyaan' });
  await desk.getByLabel('Jawaban benar yang diminta').selectOption('5');
  await button(desk, 'Mulai gerakan').click();
  await desk.waitForURL(/\/gerakan/);

  await desk.getByRole('link', { name: 'Desa', exact: true }).click();
  await desk.getByRole('link', { name: 'Buat paket' }).click();
  await desk.getByLabel('Gerakan').selectOption({ label: DRIVE });
  const village = await desk.getByLabel('Desa', { exact: true }).locator('option').nth(1).textContent();
  await desk.getByLabel('Desa', { exact: true }).selectOption({ label: village });
  await desk.getByLabel('Melalui').selectOption({ label: 'Dinas Pemberdayaan Masyarakat dan Desa' });
  const drive = await desk.getByLabel('Gerakan').inputValue();
  const unit = await desk.getByLabel('Desa', { exact: true }).inputValue();
  // The drive is laid before its people by and by.
  const until = Date.now() + 60_000;
  do {
    await button(desk, 'Buat paket').click();
    await desk.waitForLoadState();
  } while (/\/baru$/.test(desk.url()) && Date.now() < until);
  await desk.waitForURL(/\/desa\/\w{32}$/);
  const pack = new URL(desk.url()).pathname;
  const waiting = async (page) => {
    await page.goto(`/unit/${unit}/belum?gerakan=${drive}`);
    return page.locator('tbody tr').count();
  };
  const people = await desk.locator('tbody tr').count();
  assert.ok(people > 3, `${people} people`);
  const codes = await desk.locator('tbody td.n-number').allTextContents();
  const printed = words(await (await desk.request.get(`${pack}/paket.pdf`)).body());
  for (const code of codes) assert.ok(printed.includes(code), `${code} is not printed`);
  assert.equal(printed.match(/Lembar pertanyaan: /g).length, people, 'a sheet for each person');
  assert.doesNotMatch(printed, /\d{16}/, 'no number of a person is printed');

  const photo = { name: 'lembar.png', mimeType: 'image/png', buffer: await desk.screenshot() };
  await desk.getByLabel('Foto atau pindaian lembar').setInputFiles({ ...photo, buffer: Buffer.from('bukan foto') });
  await button(desk, 'Kirim').click();
  await desk.getByRole('link', { name: /bukan PDF, JPEG, atau PNG/ }).waitFor();
  for (const buffer of [photo.buffer, await desk.screenshot({ fullPage: true })]) {
    await desk.getByLabel('Foto atau pindaian lembar').setInputFiles({ ...photo, buffer });
    await button(desk, 'Kirim').click();
  }
  await desk.getByRole('link', { name: 'Halaman 2 dari 2' }).waitFor();
  await desk.getByRole('link', { name: 'Catat isi lembar' }).click();
  // One person after another; what is wrong is told before anything is kept.
  await fill(desk, 'ABC', codes);
  await desk.getByRole('link', { name: /^Isi lima jawaban/ }).waitFor();
  await look(desk, 'desa-catat-salah');
  const end = desk.getByLabel('Empat huruf atau angka terakhir');
  const right = await end.inputValue();
  await desk.getByLabel('Jawaban 1 sampai 5').fill('abcab');
  await end.fill(codes[1].slice(-4));
  await button(desk, 'Simpan dan lanjut').click();
  await desk.getByRole('link', { name: /tidak cocok/ }).waitFor();
  await end.fill(right);
  await desk.getByLabel('Lembar pertanyaan orang ini ada pada').selectOption({ label: 'Halaman 2 dari 2' });
  await button(desk, 'Simpan dan lanjut').click();
  await desk.getByText('Orang 2 dari').waitFor();
  await look(desk, 'desa-catat');
  for (const answers of ['abca-', 'ABC-B', 'ABCAB']) await fill(desk, answers, codes);
  await desk.getByRole('link', { name: /^Paket / }).click();
  assert.equal(await desk.getByRole('link', { name: 'Bandingkan dan sahkan' }).count(), 0, 'nobody confirms what they keyed');

  // The head of the district, on a phone without scripts, reads everything a second time.
  const camat = await visit.phone({ javaScriptEnabled: false });
  await enter(camat, visit.app, 'district_head');
  assert.equal(await waiting(camat), people, 'what is only keyed counts for nothing');
  await camat.goto(pack);
  await camat.getByRole('link', { name: 'Bandingkan dan sahkan' }).click();
  assert.match(await camat.locator('figcaption').first().innerText(), /^Halaman 2/, 'the page of this person comes first');
  await fill(camat, 'ABCAB', codes);
  await camat.getByText(/selesai: yang dibaca sama/).waitFor();
  await look(camat, 'desa-baca-lagi');
  await fill(camat, 'ABCAB', codes);
  // They are told in what the two differ, and not how; they look again, and stay with it.
  await camat.getByText('Bacaan Anda berbeda').waitFor();
  await look(camat, 'desa-beda');
  const asked = await camat.locator('main form input:not([type=hidden])').evaluateAll((all) => all.map((one) => [one.name, one.value]));
  assert.deepEqual(asked, [['jawaban-5', '']], 'only what differs is asked, and nothing is filled in');
  await button(camat, 'Simpan dan lanjut').click();
  await camat.getByRole('link', { name: /^Isi jawaban 5/ }).waitFor();
  await camat.getByLabel('Jawaban 5').fill('B');
  await button(camat, 'Simpan dan lanjut').click();
  await camat.getByText(/^Bacaan untuk .+ tetap berbeda/).waitFor();
  for (const answers of ['ABC-B', 'ABCAB']) await fill(camat, answers, codes);
  await camat.getByText('Semua baris yang dapat Anda baca sudah Anda baca.').waitFor();
  for (const page of [camat, desk]) {
    await page.goto(pack);
    await page.getByText('Orang ketiga harus membaca fotonya.').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Bandingkan dan sahkan' }).count(), 0, 'a third person reads it');
  }

  // All answers are a guess; the page of the pack tells nobody who passed.
  assert.equal(await desk.getByText('Lembar pertanyaan dinilai.').count(), 2);
  assert.equal(await desk.getByText('Lembar pertanyaan tidak lengkap.').count(), 1);
  assert.equal(await desk.locator('tbody').getByText(/lulus/i).count(), 0);
  await look(desk, 'desa-selesai');
  await look(camat, 'desa-selesai');

  // Whoever failed, or left a question out, gets an explanation, other questions and a new code.
  const keys = new Keyboard(desk);
  await keys.reach(/^Buat lembar susulan$/);
  await keys.press('Enter');
  await desk.getByRole('heading', { name: /^Lembar susulan / }).waitFor();
  // What is to be done with them is reached without a mouse, too.
  await keys.reach(/^Unduh paket \(PDF\)$/);
  await keys.reach(/^Kirim$/);
  await look(desk, 'desa-susulan');
  const again = await desk.locator('tbody td.n-number').allTextContents();
  assert.ok(again.length > 0 && again.every((code) => !codes.includes(code)), 'new codes');
  const sheets = words(await (await desk.request.get(`${new URL(desk.url()).pathname}/paket.pdf`)).body());
  assert.equal(sheets.match(/Lembar pertanyaan: /g).length, again.length);
  assert.equal(sheets.match(/^ *Penjelasan: /gm).length, again.length);
  assert.match(sheets, /Yang tepat: /);
  assert.match(sheets, /tanpa jawaban atau dengan dua jawaban/);
  assert.doesNotMatch(sheets, /Lembar baca/, 'they have read it');
});
