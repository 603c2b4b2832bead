// The second factor: set up with an app, asked for when signing in, replaced by a recovery code, taken away by a second person.
import assert from 'node:assert/strict';
import { journeys, look, totp } from '../harness/index.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function password(page, app, who) {
  const { number, password } = signIn(app, who);
  await page.goto('/masuk');
  await page.getByLabel('Nomor pegawai').fill(number);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(page, 'Masuk').click();
}

async function give(page, code) {
  await page.getByLabel('Kode masuk').fill(code);
  await button(page, 'Lanjut').click();
}

journey('an officer sets up the second factor, needs it, loses it and gets a new one', async (visit) => {
  const computer = await visit.desktop();
  await enter(computer, visit.app, 'identity_custodian');
  await computer.goto('/akun');
  await computer.getByRole('link', { name: 'Atur kode masuk' }).click();
  await computer.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).waitFor();
  await look(computer, 'kode-pasang');
  const secret = await computer.locator('p strong.n-number').innerText();
  await give(computer, '12345');
  await computer.getByRole('link', { name: /^Kode ini tidak cocok/ }).waitFor();
  assert.equal(await computer.locator('p strong.n-number').innerText(), secret, 'the app need not scan again');
  await look(computer, 'kode-pasang-salah');
  await give(computer, totp(secret));
  await computer.getByRole('heading', { name: 'Kode cadangan Anda' }).waitFor();
  await look(computer, 'kode-cadangan');
  const codes = await computer.locator('main li strong').allInnerTexts();
  assert.equal(codes.length, 10);
  await computer.getByRole('link', { name: 'Sudah saya simpan, lanjut' }).click();
  await computer.goto('/akun/kode');
  await look(computer, 'kode-terpasang');

  const phone = await visit.phone({ javaScriptEnabled: false });
  await password(phone, visit.app, 'identity_custodian');
  await phone.waitForURL(/\/akun\/kode$/);
  await look(phone, 'kode-masuk');
  // Half signed in is not signed in.
  await phone.goto('/pegawai');
  await phone.waitForURL(/\/akun\/kode\?/);
  // The code leads on to what was asked for.
  await give(phone, totp(secret, 1));
  await phone.waitForURL(/\/pegawai$/);

  const another = await visit.desktop();
  await password(another, visit.app, 'identity_custodian');
  await give(another, codes[0]);
  await another.waitForURL(/\/beranda$/);

  const office = await visit.desktop();
  await enter(office, visit.app, 'administrator');
  await office.goto('/kelola/akun');
  await office.getByLabel('NIP, NI PPPK, atau NIK').fill(signIn(visit.app, 'identity_custodian').number);
  await button(office, 'Cari akun').click();
  await look(office, 'kelola-akun-kode');
  await button(office, 'Hapus kode masuk').click();
  await office.getByText(/^Kode masuk orang itu sudah dihapus/).waitFor();
  await another.goto('/akun');
  await another.waitForURL(/\/masuk/);
  await enter(another, visit.app, 'identity_custodian');
});
