// A draft from a template, with an attachment, and what does not fit the law: shown to whoever drafts and whoever signs.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE } from '../harness/browser.mjs';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { aLetter, enter, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('begun from a template, warned of what its law does not say, published with an attachment', async (visit) => {
  const legal = await visit.desktop();
  await enter(legal, visit.app, 'legal_officer');
  await legal.goto('/edaran');
  await legal.getByLabel('Mulai dari contoh naskah').selectOption({ label: 'Pilkada, khusus desa' });
  await button(legal, 'Susun surat edaran baru').click();
  await legal.waitForURL(/\/susun$/);
  const warnings = (page) => page.locator('#dasar-hukum');
  // Readings of its norms differ, which is told and decided by a person; nothing of it departs from the law.
  assert.equal(await warnings(legal).locator(':scope > ul').count(), 0, 'a template fits the law');
  await legal.getByLabel('Hal', { exact: true }).fill('Netralitas desa dengan lampiran (rekaan)');
  await legal.getByLabel('PNS', { exact: true }).check();
  await legal.getByLabel('Pegawai BUMD', { exact: true }).check();
  // To holders of posts, by the titles of the register.
  await legal.getByText('Hanya pemegang jabatan tertentu, atau kecuali unit tertentu').click();
  const search = legal.getByLabel('Cari jabatan di data pegawai');
  await search.fill('camat');
  await search.press('Enter');
  await legal.getByText('8 jabatan ditemukan. Centang yang dituju.').waitFor();
  await look(legal, 'naskah-jabatan');
  await legal.setViewportSize(PHONE.viewport);
  await look(legal, 'naskah-jabatan');
  await legal.setViewportSize(DESKTOP.viewport);
  await button(legal, 'Tambah semua yang ditemukan (8)').click();
  await legal.getByLabel('Camat Melati', { exact: true }).uncheck();
  await search.fill('bendahara');
  await button(legal, 'Cari jabatan').click();
  await legal.getByLabel('Bendahara Pengeluaran', { exact: true }).check();
  await button(legal, 'Tambah satu butir').click();
  await legal.getByLabel('Butir 7', { exact: true }).fill('PNS yang menyebarkan berita bohong di media sosial dipecat.');
  await button(legal, 'Simpan dan lihat hasilnya').click();
  await legal.waitForURL(/\/terbit$/);
  await warnings(legal).getByText(/Butir 7 \(media sosial\)/).waitFor();
  await warnings(legal).getByText(/Butir 7 menyebut pemecatan/).waitFor();
  await legal.getByText(/^Camat Anggrek; .*; Bendahara Pengeluaran$/).waitFor();
  assert.equal(await legal.getByText(/Camat Melati/).count(), 0, 'what is not ticked is not addressed');
  const article = warnings(legal).getByRole('link', { name: /^PP\s94\/2021 Pasal\s3 huruf\sf$/ });
  assert.equal(await article.getAttribute('href'), '/aturan/pp-2021-94#ketentuan-3-f');
  await look(legal, 'naskah-peringatan');
  const draft = new URL(legal.url()).pathname;

  // A provision is tied to a norm that its words propose, and held against the time for which that norm holds.
  const edit = draft.replace(/terbit$/, 'susun');
  await legal.goto(edit);
  await button(legal, 'Tambah satu butir').click();
  await legal.getByLabel('Butir 8', { exact: true }).fill('PNS tidak membuat keputusan yang menguntungkan salah satu calon selama masa kampanye.');
  await legal.locator('input[name="dasar"][value="pp-2021-94"]').check();
  await button(legal, 'Simpan dan lihat hasilnya').click();
  await legal.waitForURL(/\/terbit$/);
  const limited = 'Butir 8 membatasi waktunya. Norma yang terkait juga berlaku sebelum dan sesudah masa kampanye.';
  assert.equal(await warnings(legal).getByText(limited).count(), 0, 'what nobody tied is not compared');
  await legal.goto(edit);
  await legal.getByText(/^Butir 8: Belum terkait norma, usulan: \d$/).click();
  await legal.locator('input[name="norma-8"][value="PP94-5N5"]').check();
  for (const { viewport } of [PHONE, DESKTOP]) {
    await legal.setViewportSize(viewport);
    await look(legal, 'naskah-norma');
  }
  await button(legal, 'Simpan dan lihat hasilnya').click();
  await legal.waitForURL(/\/terbit$/);
  await warnings(legal).getByText(limited).waitFor();
  await look(legal, 'naskah-norma-kurang');

  await legal.getByRole('link', { name: 'Atur lampiran' }).click();
  const file = legal.getByLabel('Berkas lampiran');
  const title = legal.locator('#judul');
  await file.setInputFiles({ name: 'contoh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan PDF') });
  await title.fill('Contoh perbuatan');
  await button(legal, 'Unggah lampiran').click();
  await legal.getByRole('link', { name: /bukan PDF, JPEG, atau PNG/ }).waitFor();
  assert.equal(await title.inputValue(), 'Contoh perbuatan', 'what was typed stays');
  const buffer = await aLetter(legal);
  await file.setInputFiles({ name: 'contoh.pdf', mimeType: 'application/pdf', buffer });
  await button(legal, 'Unggah lampiran').click();
  await legal.getByRole('heading', { name: 'Lampiran 1' }).waitFor();
  await legal.locator('#judul-1').fill('Contoh perbuatan yang tidak netral');
  await legal.locator('#judul-1').press('Enter');
  await legal.getByRole('link', { name: 'Contoh perbuatan yang tidak netral' }).waitFor();
  await look(legal, 'naskah-lampiran');

  const head = await visit.phone();
  await enter(head, visit.app, 'head_of_region');
  await head.goto(draft);
  await warnings(head).getByText(/pemecatan/).waitFor();
  await look(head, 'naskah-kepala-daerah');
  await writeDay(head, 'Batas waktu', { day: 31, month: 12, year: inDays(0).year + 1 });
  await button(head, 'Tanda tangani dan terbitkan').click();
  const letter = await head.getByRole('link', { name: 'Surat resmi (PDF)' }).getAttribute('href');
  assert.equal(await warnings(head).count(), 0, 'what was signed is signed');
  let answer = await head.request.get(letter);
  const until = Date.now() + 60_000;
  while (answer.status() === 404 && Date.now() < until) answer = await head.request.get(letter);
  const text = words(await answer.body()).replaceAll(/\s+/g, ' ');
  for (const part of ['Lampiran : 1 (satu) berkas', 'Contoh perbuatan yang tidak netral', 'Camat Kenanga']) assert.ok(text.includes(part), `${part} is not on the letter:\n${text}`);
  const bases = ['Nomor 6 Tahun 2014', 'Nomor 1 Tahun 2015', 'Nomor 10 Tahun 2016'].map((base) => text.indexOf(base));
  assert.ok(bases.every((at, n) => at > (bases[n - 1] ?? 0)), `the bases are not in their order:\n${text}`);
  const sent = await head.request.get(letter.replace('surat.pdf', 'lampiran/1'));
  assert.deepEqual(await sent.body(), buffer);
});
