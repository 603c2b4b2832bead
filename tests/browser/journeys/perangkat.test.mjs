// Where one is signed in: a phone left behind is signed out from another device, and by an administrator.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();

const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('somebody signs out the phone they left behind', async (visit) => {
  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  const computer = await visit.desktop();
  await enter(computer, visit.app, 'employee');
  await computer.goto('/akun');
  await computer.getByRole('link', { name: 'Lihat perangkat Anda' }).click();
  const rows = computer.locator('tbody tr');
  assert.equal(await rows.count(), 2);
  assert.match(await rows.first().innerText(), /Perangkat ini/);
  await look(computer, 'akun-perangkat');
  await rows.nth(1).getByRole('button', { name: /^Keluarkan/ }).click();
  await computer.getByText('Perangkat itu sudah keluar.').waitFor();
  assert.equal(await rows.count(), 1);
  await phone.goto('/akun');
  await phone.waitForURL(/\/masuk/);
  await phone.getByText('Sesi Anda sudah berakhir.').waitFor();

  // The page that asks again leads back to where one was, also after a slip of the finger.
  await computer.goto('/akun/konfirmasi?ke=/akun/perangkat');
  await computer.getByLabel('Kata sandi Anda').fill('bukan sandi saya');
  await button(computer, 'Lanjut').click();
  await computer.getByRole('link', { name: /belum cocok/ }).waitFor();
  await look(computer, 'akun-konfirmasi-salah');
  await computer.getByLabel('Kata sandi Anda').fill(signIn(visit.app, 'employee').password);
  await button(computer, 'Lanjut').click();
  await computer.waitForURL(/\/akun\/perangkat$/);
});

journey('an administrator signs a lost phone out', async (visit) => {
  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  await look(phone, 'beranda');
  const office = await visit.desktop();
  await enter(office, visit.app, 'administrator');
  await office.goto('/kelola');
  await office.getByRole('link', { name: 'Amankan akun seseorang' }).click();
  const number = office.getByLabel('NIP, NI PPPK, atau NIK');
  await number.fill('199912312024212999');
  await button(office, 'Cari akun').click();
  await office.getByRole('link', { name: /^Nomor itu tidak ada/ }).waitFor();
  await look(office, 'kelola-akun-salah');
  await number.fill(signIn(visit.app, 'employee').number);
  await button(office, 'Cari akun').click();
  await office.getByRole('heading', { name: /Siti Rahmawati/ }).waitFor();
  await look(office, 'kelola-akun-ditemukan');
  await button(office, 'Keluarkan dari semua perangkat').click();
  await office.getByText('Orang itu sudah keluar dari semua perangkat.').waitFor();
  await phone.reload();
  await phone.waitForURL(/\/masuk/);
});
