// A village pack: printed, sent back as a picture, keyed by one, read otherwise by another, and once more by the first.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays } from './dates.mjs';
import { enter, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const DRIVE = 'Netralitas di desa (rekaan)';

/** Fills in the lines that a page asks for: everybody has read and answers alike. */
async function fill(page, answers, codes) {
  const lines = page.locator('main form section');
  for (let n = 0; n < (await lines.count()); n += 1) {
    const line = lines.nth(n);
    await line.getByRole('group', { name: /^Sudah membaca/ }).getByLabel('Ya').check();
    await line.getByLabel('Jawaban 1 sampai 5').fill(answers);
    const begins = (await line.locator('h3 .n-number').textContent()).slice(0, 4);
    const code = codes.find((one) => one.startsWith(begins));
    await line.getByLabel('Empat huruf atau angka terakhir').fill(code.slice(-4).toLowerCase());
  }
  return lines.count();
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
  await desk.getByLabel('Jawaban benar yang diminta').selectOption('3');
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
  await desk.getByLabel('Foto atau pindaian lembar').setInputFiles(photo);
  await button(desk, 'Kirim').click();
  await desk.getByRole('link', { name: 'Catat isi lembar' }).click();
  assert.equal(await fill(desk, 'ABCAB', codes), people);
  const answers = desk.getByLabel('Jawaban 1 sampai 5');
  await answers.nth(1).fill('ABC');
  await button(desk, 'Simpan catatan').click();
  await desk.getByRole('link', { name: /^Isi lima jawaban/ }).waitFor();
  await look(desk, 'desa-catat-salah');
  await answers.nth(1).fill('abca-');
  const ends = desk.getByLabel('Empat huruf atau angka terakhir');
  const [right, other] = [await ends.nth(1).inputValue(), await ends.nth(0).inputValue()];
  await ends.nth(1).fill(other);
  await button(desk, 'Simpan catatan').click();
  await desk.getByRole('link', { name: /tidak cocok/ }).waitFor();
  await ends.nth(1).fill(right);
  await button(desk, 'Simpan catatan').click();
  await desk.getByText(`Baris yang dicatat: ${people}.`).waitFor();
  assert.equal(await desk.getByRole('link', { name: 'Bandingkan dan sahkan' }).count(), 0, 'nobody confirms what they keyed');

  // The head of the district, on a phone, reads everything a second time.
  const camat = await visit.phone();
  await enter(camat, visit.app, 'district_head');
  assert.equal(await waiting(camat), people, 'what is only keyed counts for nothing');
  await camat.goto(pack);
  await camat.getByRole('link', { name: 'Bandingkan dan sahkan' }).click();
  assert.equal(await fill(camat, 'ABCAB', codes), people);
  await button(camat, 'Bandingkan dan sahkan').click();
  await camat.getByRole('link', { name: /berbeda/ }).waitFor();
  await camat.getByText('Orang pertama: kosong atau dua. Anda: B.').waitFor();
  await look(camat, 'desa-beda');
  assert.equal(await camat.locator('main form section').count(), 1, 'what both read alike is done');
  await button(camat, 'Bandingkan dan sahkan').click();
  await camat.getByText('harus dibaca sekali lagi oleh orang lain: 1.').waitFor();
  assert.equal(await camat.getByRole('link', { name: 'Bandingkan dan sahkan' }).count(), 0, 'one alone settles nothing');
  await desk.goto(pack);
  await desk.getByRole('link', { name: 'Bandingkan dan sahkan' }).click();
  assert.equal(await fill(desk, 'ABCAB', codes), 1);
  await button(desk, 'Bandingkan dan sahkan').click();
  await desk.getByText('Baris yang disahkan: 1.').waitFor();
  await camat.goto(pack);
  await look(camat, 'desa-selesai');

  // Everybody answered alike, so it is chance who passed; the page of the pack tells nobody.
  assert.equal(await camat.getByText('Lembar pertanyaan dinilai.').count(), people);
  assert.equal(await camat.locator('tbody').getByText(/lulus/i).count(), 0);
  await look(camat, 'desa-belum');
});
