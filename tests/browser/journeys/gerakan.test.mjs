// A drive is copied for the next election: everybody whom its circular binds is asked again.
import { journeys, look } from '../harness/index.mjs';
import { inDays } from './dates.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('a circular goes out again for the next election', async (visit) => {
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
  await desk.getByLabel('Tanggal', { exact: true }).fill('31');
  await desk.getByLabel('Bulan').selectOption({ label: 'Desember' });
  await desk.getByLabel('Tahun').fill(String(inDays(0).year + 1));
  await look(desk, 'gerakan-baru');
  await button(desk, 'Mulai gerakan').click();
  await desk.getByText('Pilkada 2024 dan Pemilu 2029').waitFor();
  await look(desk, 'gerakan');
  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  const until = Date.now() + 60_000;
  const card = phone.getByText('Selesaikan pakta Anda: Pilkada 2024 dan Pemilu 2029');
  while (!(await card.count()) && Date.now() < until) await phone.reload();
  await card.waitFor();
});
