// A village pack: printed, sent back as a picture, keyed by one, read again by another, and followed by sheets for who failed;
// whoever is right in all of it leaves the list of whom the village waits for.
import assert from 'node:assert/strict';
import { Keyboard, journeys, look } from '../harness/index.mjs';
import { rightLetters } from './answers.mjs';
import { inDays } from './dates.mjs';
import { enter, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

const place = async (page) => Number(/^(\d+)\./.exec(await page.locator('#orang').textContent())[1]);

/** Fills in what the page asks of one person, who has read and answers so, and has pledged where that is asked; goes on. */
async function fill(page, answers, codes) {
  await page.getByRole('group', { name: /^Sudah membaca/ }).getByLabel('Ya').check();
  await page.getByLabel('Jawaban 1 sampai 5').fill(answers);
  const pledge = page.getByRole('group', { name: /^Sudah berikrar/ });
  if (await pledge.count()) await pledge.getByLabel('Ya').check();
  await page.getByLabel('Empat huruf atau angka terakhir').fill(codes[(await place(page)) - 1].slice(-4).toLowerCase());
  await Promise.all([page.waitForEvent('framenavigated'), button(page, 'Simpan dan lanjut').click()]);
}

/**
 * Begins a drive that asks for so much, and makes the pack of the first village for it. Answers the officer's page, which shows
 * the pack, the addresses of the pack and of the list of whom the village waits for, the codes and what is printed.
 */
async function sentOut(visit, name, asks) {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/gerakan');
  await desk.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await desk.getByLabel('Nama gerakan').fill(name);
  await desk.getByLabel('Pemilihan lain').fill('Pemilu 2029');
  const due = desk.getByRole('group', { name: 'Batas waktu' });
  await due.getByLabel('Tanggal', { exact: true }).fill('31');
  await due.getByLabel('Bulan').selectOption({ label: 'Desember' });
  await due.getByLabel('Tahun').fill(String(inDays(0).year + 1));
  await desk.getByLabel('Yang diminta', { exact: true }).selectOption({ label: asks });
  await desk.getByLabel('Jawaban benar yang diminta').selectOption('5');
  await button(desk, 'Mulai gerakan').click();
  await desk.waitForURL(/\/gerakan/);

  await desk.getByRole('link', { name: 'Desa', exact: true }).click();
  await desk.getByRole('link', { name: 'Buat paket' }).click();
  await desk.getByLabel('Gerakan').selectOption({ label: name });
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
  const codes = await desk.locator('tbody td.n-number').allTextContents();
  const pdf = await (await desk.request.get(`${pack}/paket.pdf`)).body();
  return { desk, pack, drive, list: `/unit/${unit}/belum?gerakan=${drive}`, codes, pdf };
}

/** The names on the list of whom a village waits for. */
async function waiting(page, list) {
  await page.goto(list);
  return page.locator('tbody th').allInnerTexts();
}

journey('a pack goes out to a village and comes back through two hands', async (visit) => {
  const asks = 'Membaca dan menjawab pertanyaan';
  const { desk, pack, list, codes, pdf } = await sentOut(visit, 'Netralitas di desa (rekaan)', asks);
  const people = await desk.locator('tbody tr').count();
  assert.ok(people > 3, `${people} people`);
  const printed = words(pdf);
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
  assert.equal((await waiting(camat, list)).length, people, 'what is only keyed counts for nothing');
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

journey('who is right and pledges on paper leaves the list, and the record names both who read the sheet', async (visit) => {
  const asks = 'Membaca, menjawab, dan ikrar';
  const { desk, pack, drive, list, codes, pdf } = await sentOut(visit, 'Ikrar di desa (rekaan)', asks);
  const lines = (await desk.locator('tbody th').allInnerTexts()).map((line) => line.replace(/^\d+\. /, ''));
  const [passes, fails] = lines;
  const names = await waiting(desk, list);
  assert.deepEqual([...names].sort(), [...lines].sort(), 'everybody on the list has a line in the pack');
  const record = await desk.getByRole('link', { name: passes, exact: true }).getAttribute('href');
  const other = await desk.getByRole('link', { name: fails, exact: true }).getAttribute('href');

  // The paper has it all: whoever keys it reads there which letters are crossed.
  const printed = words(pdf, { raw: true });
  assert.match(printed, /Dengan centang dan tanda tangan ini saya menyatakan telah mengucapkan ikrar di atas/);
  const sheets = printed.split('Lembar pertanyaan: ').slice(1);
  const letters = codes.slice(0, 2).map((code) => rightLetters(sheets.find((sheet) => sheet.includes(code))));
  for (const sheet of letters) assert.match(sheet.join(''), /^[ABC]{5}$/);
  const right = letters[0].join('');
  const wrong = letters[1].map((letter) => ({ A: 'B', B: 'C', C: 'A' })[letter]).join('');

  await desk.goto(pack);
  const photo = { name: 'lembar.png', mimeType: 'image/png', buffer: await desk.screenshot() };
  await desk.getByLabel('Foto atau pindaian lembar').setInputFiles(photo);
  await button(desk, 'Kirim').click();
  await desk.getByRole('link', { name: 'Catat isi lembar' }).click();
  for (const answers of [right, wrong]) await fill(desk, answers, codes);
  assert.deepEqual(await waiting(desk, list), names, 'one reading counts for nothing');

  const camat = await visit.phone({ javaScriptEnabled: false });
  await enter(camat, visit.app, 'district_head');
  await camat.goto(pack);
  await camat.getByRole('link', { name: 'Bandingkan dan sahkan' }).click();
  await fill(camat, right, codes);
  await camat.getByText(`${passes} selesai: yang dibaca sama oleh dua orang sudah dicatat.`).waitFor();
  const left = names.filter((name) => name !== passes);
  assert.deepEqual(await waiting(desk, list), left, 'one person leaves the list, and nobody else');
  await look(desk, 'desa-berkurang');
  await camat.goto(`${pack}/sahkan`);
  await fill(camat, wrong, codes);
  await camat.getByText('Semua baris yang dapat Anda baca sudah Anda baca.').waitFor();
  assert.deepEqual(await waiting(desk, list), left, 'who failed is waited for, though they pledged');

  // The record tells the steps, that they were on paper, and by whom the sheet was read.
  const steps = async (address) => {
    await desk.goto(address);
    const rows = await desk.locator(`#gerakan-${drive} tbody tr`).allInnerTexts();
    const told = rows.map((row) => /^(.+?)\t([^]*)$/.exec(row));
    return new Map(told.map(([, step, how]) => [step, how.replaceAll(/\s+/g, ' ').trim()]));
  };
  const done = await steps(record);
  const both = /^Sudah .+ Di atas kertas, dinyatakan benar oleh (.+) dan (.+)$/;
  for (const step of ['Dibaca', 'Lulus pertanyaan', 'Berikrar']) {
    const readers = both.exec(done.get(step))?.slice(1).sort();
    assert.deepEqual(readers, ['Dewi Anggraini, S.AP.', 'Hendra Wijaya, S.STP.'], `${step}: ${done.get(step)}`);
  }
  assert.equal(done.get('Pakta'), 'Tidak diminta');
  await look(desk, 'desa-catatan');
  const paper = words(await (await desk.request.get(`${record.split('?')[0]}.pdf`)).body(), { raw: true });
  const named = /dinyatakan benar oleh (Hendra Wijaya|Dewi Anggraini), .+? dan (?!\1)(Hendra Wijaya|Dewi Anggraini)/;
  assert.match(paper.replaceAll(/\s+/g, ' '), named);
  const undone = await steps(other);
  assert.match(undone.get('Dibaca'), both);
  assert.deepEqual([undone.get('Lulus pertanyaan'), undone.get('Berikrar')], ['Belum', 'Belum']);
});
