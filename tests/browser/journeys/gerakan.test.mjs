// A drive is copied for the next election: everybody whom its circular binds is asked again, here for the pledge and no pact, and
// for reading and the check by a day before that.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { pass } from './answers.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('a circular goes out again for the next election, for the pledge alone', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/edaran');
  await desk.getByRole('link', { name: 'Gerakan netralitas' }).click();
  await desk.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await button(desk, 'Mulai gerakan').click();
  await desk.getByRole('link', { name: /^Isi tanggal, bulan, dan tahun/ }).waitFor();
  await desk.getByLabel('Nama gerakan').fill('Gerakan netralitas 2029 (rekaan)');
  await desk.getByLabel('Pemilihan lain').fill('Pemilu 2029');
  await desk.getByLabel('Pilkada 2024', { exact: true }).check();
  const last = inDays(20);
  await writeDay(desk, 'Batas waktu', last);
  await writeDay(desk, 'Paling lambat mengetahui', last);
  await desk.getByLabel('Yang diminta', { exact: true }).selectOption('pledged');
  await button(desk, 'Mulai gerakan').click();
  await desk.getByRole('link', { name: /^Hari untuk mengetahui harus sebelum/ }).waitFor();
  await writeDay(desk, 'Paling lambat mengetahui', inDays(10));
  await look(desk, 'gerakan-baru');
  await button(desk, 'Mulai gerakan').click();
  await desk.getByText('Pilkada 2024 dan Pemilu 2029').waitFor();
  await look(desk, 'gerakan');

  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  const until = Date.now() + 60_000;
  const card = phone.locator('section.n-card', { hasText: 'Selesaikan ikrar Anda: Pilkada 2024 dan Pemilu 2029' });
  while (!(await card.count()) && Date.now() < until) await phone.reload();
  await card.getByText('Baca dan jawab paling lambat').waitFor();
  await card.getByText('Seluruhnya paling lambat').waitFor();
  await look(phone, 'gerakan-beranda');
  await card.getByRole('link', { name: 'Mulai membaca' }).click();
  await phone.getByText('Baca dan jawab pertanyaannya paling lambat').waitFor();
  await look(phone, 'gerakan-baca');
  await button(phone, 'Sudah saya baca, lanjut').click();
  await phone.waitForURL(/\/pertanyaan$/);
  await (await pass(phone, 'Lanjut ke ikrar')).click();
  await phone.waitForURL(/\/ikrar$/);
  await look(phone, 'ikrar-sendiri');
  await button(phone, 'Saya berikrar').click();
  await phone.getByRole('link', { name: /^Centang pernyataan ikrar/ }).waitFor();
  await look(phone, 'ikrar-sendiri-kosong');
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  const password = phone.getByLabel('Kata sandi Anda');
  if (await password.count()) await password.fill(signIn(visit.app, 'employee').password);
  await button(phone, 'Saya berikrar').click();
  await phone.getByRole('heading', { name: 'Terima kasih. Ikrar Anda tercatat.' }).waitFor();
  await look(phone, 'ikrar-tercatat');
  await phone.getByRole('link', { name: 'Beranda', exact: true }).last().click();
  await phone.getByRole('heading', { name: 'Ikrar atas nama Anda' }).waitFor();
  assert.equal(await card.count(), 0, 'nothing of it is left to do');

  await desk.goto('/ikhtisar');
  await desk.getByText('Paling lambat mengetahui').first().waitFor();
  await look(desk, 'gerakan-ikhtisar');
});
