// A circular is revised: its author says whom each change concerns, and only those are asked again.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('a revision asks only those again whom the change concerns, and a withdrawal nobody', async (visit) => {
  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  await phone.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(phone, 'Sudah saya baca, lanjut').click();
  await phone.waitForURL(/\/pertanyaan$/);

  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/edaran');
  await desk.locator('tbody a').first().click();
  const old = new URL(desk.url()).pathname;
  await look(desk, 'edaran-terbit');
  await button(desk, 'Susun revisi').click();
  await desk.waitForURL(/\/susun$/);
  const eighth = desk.getByLabel('Butir 8', { exact: true });
  await eighth.fill((await eighth.inputValue()).replace('pada hari temuan', 'dalam dua jam sejak temuan'));
  await look(desk, 'revisi-susun');
  await button(desk, 'Simpan dan lihat hasilnya').click();
  await desk.waitForURL(/\/perubahan$/);
  const marked = async (how) => (await desk.locator(`main ${how}`).allInnerTexts()).join(' ');
  assert.equal(await marked('ins'), 'dalam dua jam sejak');
  assert.equal(await marked('del'), 'pada hari');
  for (const box of await desk.locator('input[name="mengenai-1"]:not([value="village_head"])').all()) await box.uncheck();
  await look(desk, 'revisi-perubahan');
  await button(desk, 'Simpan dan periksa').click();
  await desk.waitForURL(/\/terbit$/);
  const draft = new URL(desk.url()).pathname;

  const head = await visit.phone();
  await enter(head, visit.app, 'head_of_region');
  await head.goto(draft);
  await writeDay(head, 'Batas waktu', { day: 31, month: 12, year: inDays(0).year + 1 });
  await look(head, 'revisi-terbit');
  await button(head, 'Tanda tangani dan terbitkan').click();
  await head.getByRole('link', { name: 'Surat resmi (PDF)' }).waitFor();

  // The nurse has read it and is no head of village: she goes on where she was.
  const guard = await visit.phone();
  await enter(guard, visit.app, 'guard');
  const until = Date.now() + 60_000;
  while (!(await guard.getByText('Baca lagi: ada perubahan').count()) && Date.now() < until) await guard.reload();
  await guard.getByText('Baca lagi: ada perubahan').waitFor();
  assert.equal(await guard.locator('section.n-card').count(), 1, 'the old task has gone');
  await look(guard, 'revisi-beranda');
  await guard.getByRole('link', { name: 'Mulai membaca' }).click();
  await guard.getByText('dalam dua jam sejak').first().waitFor();
  await look(guard, 'revisi-baca');
  await phone.goto('/beranda');
  assert.equal(await phone.locator('section.n-card').count(), 1);
  assert.equal(await phone.getByText('Baca lagi: ada perubahan').count(), 0, 'whom it does not concern is not asked again');
  await phone.getByRole('link', { name: 'Lanjut ke pertanyaan' }).waitFor();

  const anyone = await visit.phone({ javaScriptEnabled: false });
  await anyone.goto(old.replace('/edaran', '/kabupaten-sukamaju/edaran').replace('/terbit', ''));
  await anyone.getByText('Diganti', { exact: true }).waitFor();
  await look(anyone, 'publik-diganti');
  await anyone.getByRole('link', { name: 'Lihat surat edaran penggantinya' }).click();
  await anyone.getByText('dalam dua jam sejak').waitFor();
  await anyone.getByRole('link', { name: 'Lihat surat yang diganti' }).waitFor();

  await head.getByRole('link', { name: 'Cabut surat edaran ini' }).click();
  await button(head, 'Cabut surat edaran').click();
  await head.getByRole('link', { name: /^Tulis alasan pencabutan/ }).waitFor();
  await head.getByLabel('Alasan pencabutan').fill('Dasar hukumnya keliru (rekaan).');
  await button(head, 'Cabut surat edaran').click();
  await head.getByRole('link', { name: /^Pilih apa yang berlaku/ }).waitFor();
  await head.getByLabel('Surat edaran sebelumnya ikut dicabut').check();
  await look(head, 'cabut');
  await button(head, 'Cabut surat edaran').click();
  await head.getByText('Dicabut', { exact: true }).waitFor();
  await look(head, 'dicabut');
  await guard.goto('/beranda');
  assert.equal(await guard.locator('section.n-card').count(), 0, 'nobody owes anything for what was withdrawn');
  await phone.goto('/beranda');
  assert.equal(await phone.locator('section.n-card').count(), 0, 'nor for what it had replaced');
  await anyone.reload();
  await anyone.getByText('Dasar hukumnya keliru (rekaan).').waitFor();
  await anyone.getByText('Surat edaran yang pernah digantikannya ikut dicabut.').waitFor();
  await look(anyone, 'publik-dicabut');
});
