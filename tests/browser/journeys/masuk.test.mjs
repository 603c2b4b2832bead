// Getting in: by slip and fingerprint, by slip and password, and on a computer that several people use.
import assert from 'node:assert/strict';
import { authenticator, journeys, look } from '../harness/index.mjs';
import { signIn, slip } from './people.mjs';

const journey = journeys();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const signedIn = (page) => page.waitForURL(/\/(beranda|unit(\/\w+)?|ikhtisar)$/);

async function typeCode(page, code) {
  await page.goto('/masuk');
  await page.getByRole('link', { name: 'Pakai kode pada slip aktivasi' }).click();
  await page.getByLabel('Kode pada slip').fill(code);
  await button(page, 'Lanjut').click();
}

async function signInWith(page, { number, password }) {
  await page.goto('/masuk');
  await page.getByLabel('Nomor pegawai').fill(number);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(page, 'Masuk').click();
}

async function signOut(page) {
  await button(page, 'Keluar').click();
  await page.waitForURL(/\/masuk/);
}

journey('a slip and a fingerprint open an account, and from then on the fingerprint alone', async (visit) => {
  const code = await slip(visit);
  const phone = await visit.phone();
  const device = await authenticator(phone);
  await phone.goto('/masuk');
  await look(phone, 'masuk');
  await phone.goto('/aktivasi');
  await look(phone, 'aktivasi');
  await typeCode(phone, code.toLowerCase().replaceAll('-', ' '));
  await phone.getByRole('heading', { level: 1, name: /^Anda .+\?$/ }).waitFor();
  await look(phone, 'aktivasi-pilih');
  await button(phone, 'Pakai sidik jari atau kunci layar').click();
  await signedIn(phone);
  assert.equal((await device.credentials()).length, 1);
  await phone.goto('/akun');
  await phone.getByText('1 perangkat').waitFor();
  await look(phone, 'akun');
  await signOut(phone);

  // Nobody types a number: the device knows whose key it holds. It leads on to what was asked for.
  await phone.goto('/akun/perangkat');
  await button(phone, 'Pakai sidik jari').click();
  await phone.waitForURL(/\/akun\/perangkat$/);
  await signOut(phone);

  await device.refuse();
  await button(phone, 'Pakai sidik jari').click();
  await phone.getByRole('alert').getByText('Belum jadi: perangkat tidak mengenali Anda').waitFor();
  await look(phone, 'masuk-sidik-jari-ditolak');
});

journey('a slip and a password, on a phone without scripts', async (visit) => {
  const { number } = signIn(visit.app, 'employee');
  const phone = await visit.phone({ javaScriptEnabled: false });
  const code = await slip(visit);
  await typeCode(phone, code);
  await look(phone, 'aktivasi-pilih');
  const password = phone.getByLabel('Kata sandi baru', { exact: true });
  await password.fill('pendek');
  await button(phone, 'Simpan dan masuk').click();
  await phone.getByRole('link', { name: /^Kata sandi terdiri dari 10/ }).waitFor();
  await look(phone, 'aktivasi-pilih-salah');
  await password.fill('kuda laut berenang');
  await button(phone, 'Simpan dan masuk').click();
  await signedIn(phone);
  await signOut(phone);

  await typeCode(phone, code);
  await phone.getByRole('link', { name: /^Kode ini tidak dapat dipakai/ }).waitFor();
  await look(phone, 'aktivasi-salah');

  await signInWith(phone, { number, password: 'bukan sandi saya' });
  await phone.getByRole('link', { name: /^Nomor dan kata sandi belum cocok/ }).waitFor();
  await look(phone, 'masuk-salah');
  await signInWith(phone, { number, password: 'kuda laut berenang' });
  await signedIn(phone);
});

journey('a shared computer shows nothing of the person before', async (visit) => {
  const computer = await visit.desktop();
  await computer.goto('/masuk');
  await look(computer, 'masuk');
  await signInWith(computer, signIn(visit.app, 'head_of_unit'));
  await signedIn(computer);
  await computer.goto('/akun');
  const name = await computer.locator('.govuk-summary-list__value').first().innerText();
  assert.ok(name.length > 3);
  await look(computer, 'akun');
  await computer.goto('/akun/sandi');
  await look(computer, 'akun-sandi');
  await computer.goto('/akun');
  await signOut(computer);
  await computer.getByText('Anda sudah keluar.').waitFor();
  await look(computer, 'masuk-sesudah-keluar');

  const showsNothing = async () => assert.ok(!(await computer.content()).includes(name), `${computer.url()} shows it`);
  await computer.goBack();
  await showsNothing();
  await computer.reload();
  await showsNothing();
  await computer.goto('/akun');
  await computer.waitForURL(/\/masuk/);
  await showsNothing();

  await signInWith(computer, signIn(visit.app, 'personnel_officer'));
  await signedIn(computer);
  await computer.goto('/akun');
  await showsNothing();
});
