// What was typed is not lost when signing in comes in between: sent too late, sent without a proof, and when it cannot be carried.
import assert from 'node:assert/strict';
import { authenticator, journeys, look, minutesLater, speaks } from '../harness/index.mjs';
import { DESKTOP, PHONE } from '../harness/browser.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function lookAtBoth(page, name) {
  for (const { viewport } of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    await look(page, name);
  }
}

journey('a draft of half an hour is there again after signing in anew, without scripts', async (visit) => {
  const phone = await visit.phone({ javaScriptEnabled: false });
  await enter(phone, visit.app, 'legal_officer');
  await phone.goto('/edaran');
  await button(phone, 'Susun surat edaran baru').click();
  await phone.waitForURL(/\/susun$/);
  const subject = phone.getByLabel('Hal', { exact: true });
  await subject.fill('Netralitas, ditulis setengah jam (rekaan)');
  const first = phone.getByLabel('Butir 1', { exact: true });
  await first.fill('Baris pertama & "kutipan".\nBaris kedua <b>.');
  minutesLater(visit.app, 31);
  await button(phone, 'Simpan dan lihat hasilnya').click();
  await phone.getByText(/^Sesi Anda berakhir sebelum isian Anda terkirim/).waitFor();
  assert.doesNotMatch(await phone.content(), /setengah jam|Baris kedua/, 'nothing typed lies open in the page');
  await look(phone, 'isian-masuk');
  const { number, password } = signIn(visit.app, 'legal_officer');
  await phone.getByLabel('Nomor pegawai').fill(number);
  await phone.getByLabel('Kata sandi', { exact: true }).fill('bukan sandi saya');
  await button(phone, 'Masuk').click();
  await phone.getByRole('link', { name: /belum cocok/ }).waitFor();
  await phone.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(phone, 'Masuk').click();
  await phone.getByRole('heading', { name: 'Isian Anda masih ada' }).waitFor();
  await phone.getByText('Netralitas, ditulis setengah jam (rekaan)').waitFor();
  await look(phone, 'isian-lagi');
  await button(phone, 'Kirim isian ini').click();
  await phone.waitForURL(/\/terbit$/);
  await phone.goto(phone.url().replace(/terbit$/, 'susun'));
  assert.equal(await subject.inputValue(), 'Netralitas, ditulis setengah jam (rekaan)');
  assert.equal(await first.inputValue(), 'Baris pertama & "kutipan".\nBaris kedua <b>.');
});

journey('what is sent without a proof is sent after it, and shown to be copied where it cannot be', async (visit) => {
  const desk = await visit.desktop();
  await authenticator(desk);
  await enter(desk, visit.app, 'administrator');
  await desk.context().addCookies([{ name: 'bahasa', value: 'en', domain: 'localhost', path: '/' }]);
  await desk.goto('/akun');
  await button(desk, 'Add this device').click();
  await desk.waitForURL(/sudah=kunci/);
  const give = async () => {
    await desk.goto('/kelola/peran');
    await desk.getByLabel('NIP, NI PPPK or NIK').fill(signIn(visit.app, 'employee').number);
    minutesLater(visit.app, 6);
    await button(desk, 'Give role').click();
  };
  await give();
  await desk.getByRole('heading', { name: 'Show that it is you' }).waitFor();
  await speaks(desk, 'en');
  await lookAtBoth(desk, 'isian-en-bukti');
  await button(desk, 'Use fingerprint or screen lock').click();
  await desk.getByRole('heading', { name: 'What you typed is still here' }).waitFor();
  await speaks(desk, 'en');
  await lookAtBoth(desk, 'isian-en-lagi');
  await button(desk, 'Send it').click();
  await desk.waitForURL(/\/kelola\/peran$/);
  await desk.getByRole('row', { name: /Siti Rahmawati/ }).waitFor();

  // In another tab they signed out: nobody can tell any more whose it is.
  await desk.getByLabel('NIP, NI PPPK or NIK').fill(signIn(visit.app, 'guard').number);
  const tab = await desk.context().newPage();
  await tab.goto('/beranda');
  await button(tab, 'Sign out').click();
  await tab.waitForURL(/keluar/);
  await button(desk, 'Give role').click();
  await desk.getByRole('heading', { name: 'First copy what you typed' }).waitFor();
  assert.equal(await desk.getByLabel('Text 1').inputValue(), signIn(visit.app, 'guard').number);
  await lookAtBoth(desk, 'isian-en-salin');
});
