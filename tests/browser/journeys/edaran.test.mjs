// A circular from draft to letter, and what the agency sees of the drive.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('drafted by the officer, published by the head of region, set as a letter, delivered to those it binds', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await look(desk, 'ikhtisar');
  await desk.getByRole('link', { name: 'Surat edaran', exact: true }).click();
  await look(desk, 'edaran');
  await button(desk, 'Susun surat edaran baru').click();
  await look(desk, 'edaran-susun');
  await desk.getByLabel('Hal', { exact: true }).fill('');
  await button(desk, 'Simpan dan lihat hasilnya').click();
  await desk.getByRole('link', { name: 'Tulis hal surat ini.' }).waitFor();
  await look(desk, 'edaran-susun-salah');
  await desk.getByLabel('Hal', { exact: true }).fill('Netralitas aparatur desa (rekaan)');
  await desk.getByLabel('Nomor surat').fill('800/2911/2026');
  for (const category of ['PNS', 'CPNS', 'PPPK', 'PPPK paruh waktu', 'Non-ASN', 'Anggota BPD', 'Pegawai BUMD']) {
    await desk.getByLabel(category, { exact: true }).uncheck();
  }
  await button(desk, 'Tambah satu butir').click();
  await desk.getByLabel('Butir 9', { exact: true }).fill('Kepala desa menyampaikan isi surat ini kepada seluruh perangkatnya.');
  await button(desk, 'Simpan dan lihat hasilnya').click();
  await desk.waitForURL(/\/terbit$/);
  await look(desk, 'edaran-periksa');
  const page = new URL(desk.url()).pathname;
  assert.equal(await button(desk, 'Tanda tangani dan terbitkan').count(), 0, 'the officer cannot publish');

  const head = await visit.phone();
  await enter(head, visit.app, 'head_of_region');
  await head.goto(page);
  await look(head, 'edaran-terbit');
  await writeDay(head, 'Batas waktu', { day: 31, month: 12, year: 2020 });
  await button(head, 'Tanda tangani dan terbitkan').click();
  await head.getByRole('link', { name: 'Batasnya sudah lewat. Pilih hari ini atau sesudahnya.' }).waitFor();
  await look(head, 'edaran-terbit-salah');
  await writeDay(head, 'Batas waktu', { day: 31, month: 12, year: inDays(0).year + 1 });
  await button(head, 'Tanda tangani dan terbitkan').click();
  const letter = head.getByRole('link', { name: 'Surat resmi (PDF)' });
  await letter.waitFor();
  await look(head, 'edaran-sudah-terbit');

  const address = await letter.getAttribute('href');
  let answer = await head.request.get(address);
  const until = Date.now() + 60_000;
  while (answer.status() === 404 && Date.now() < until) answer = await head.request.get(address);
  const text = words(await answer.body());
  for (const part of ['800/2911/2026', 'Netralitas aparatur desa', 'Suryadi Purnomo', 'CONTOH', 'Kepala desa menyampaikan']) {
    assert.ok(text.includes(part), `${part} is not on the letter:\n${text}`);
  }

  // Everyone it binds, and nobody else.
  await desk.goto('/ikhtisar');
  while (!(await desk.getByText('Netralitas aparatur desa (rekaan)').count()) && Date.now() < until) await desk.reload();
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await desk.waitForURL(/\/belum/);
  // The drive is there before it lies before everybody.
  while (!(await desk.locator('tbody tr').count()) && Date.now() < until) await desk.reload();
  const categories = new Set(await desk.locator('tbody td:nth-child(3)').allInnerTexts());
  assert.deepEqual([...categories].sort(), ['Kepala desa', 'Perangkat desa']);
  await look(desk, 'siapa-yang-belum');
  const sheet = await desk.request.get(await desk.getByRole('link', { name: 'Unduh daftarnya (XLSX)' }).getAttribute('href'));
  assert.equal((await sheet.body()).subarray(0, 2).toString(), 'PK');
  await desk.locator('tbody a').first().click();
  await look(desk, 'catatan-orang');
  const record = await desk.request.get(await desk.getByRole('link', { name: 'Unduh catatan ini (PDF)' }).getAttribute('href'));
  assert.ok(words(await record.body()).includes('Netralitas aparatur desa'));

  const anyone = await visit.phone({ javaScriptEnabled: false });
  await anyone.goto('/kabupaten-sukamaju');
  await anyone.getByRole('link', { name: /Netralitas aparatur desa/ }).first().click();
  await anyone.getByText('Kepala desa menyampaikan isi surat ini').waitFor();
});

journey('a stranger and people in other roles are kept out', async (visit) => {
  const stranger = await visit.desktop();
  for (const path of ['/beranda', '/ikhtisar', '/pegawai', '/edaran', '/kelola', '/kelola/peran', '/unit', '/akun', '/pegawai/impor']) {
    await stranger.goto(path);
    assert.match(stranger.url(), /\/masuk/, path);
  }
  const nurse = await visit.phone();
  await enter(nurse, visit.app, 'employee');
  for (const path of ['/ikhtisar', '/pegawai', '/edaran', '/kelola', '/kelola/peran', '/unit', '/pegawai/impor']) {
    const answer = await nurse.request.get(path);
    assert.equal(answer.status(), 403, path);
  }
  await nurse.goto('/akun');
});

journey('the administrator sees how things run and gives a role', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'administrator');
  await desk.goto('/kelola');
  await look(desk, 'kelola');
  await desk.getByRole('link', { name: 'Peran', exact: true }).click();
  await look(desk, 'peran');
  await desk.getByLabel('NIP, NI PPPK, atau NIK').fill('123');
  await button(desk, 'Beri peran').click();
  await desk.getByRole('link', { name: /^Nomor itu tidak ada/ }).waitFor();
});
