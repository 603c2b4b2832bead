// A reminder leaves by e-mail: it leads to the reading, goes no more once that is done, and can be stopped without signing in.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { journeys, Keyboard, look, speaks, startNetral } from '../harness/index.mjs';
import { DESKTOP, PHONE } from '../harness/browser.mjs';
import { pass } from './answers.mjs';
import { enter, giveAgain, signIn } from './people.mjs';

const NURSE = 'perawat@sukamaju.example';
const HEAD = 'kepala.puskesmas@sukamaju.example';

/** A mail server for the journey. It hangs up on the first mail to the head after it has all of it, and says nothing. */
async function mailServer() {
  const mails = [];
  let broken = false;
  const server = createServer((socket) => {
    let [text, to, inMail] = ['', '', false];
    const say = (line) => socket.write(`${line}\r\n`);
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', (some) => {
      text += some;
      for (let end = text.indexOf(inMail ? '\r\n.\r\n' : '\r\n'); end >= 0; end = text.indexOf(inMail ? '\r\n.\r\n' : '\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          inMail = false;
          if (to === HEAD && !broken) {
            broken = true;
            socket.destroy();
            return;
          }
          // As a mail program shows it: long lines are sent in pieces (RFC 2045, 6.7).
          mails.push({ to, text: line.replaceAll('=\r\n', '').replaceAll('=3D', '=') });
          say('250 baik');
        } else if (line.startsWith('EHLO')) say('250 surat');
        else if (line.startsWith('DATA')) {
          inMail = true;
          say('354 silakan');
        } else if (line.startsWith('QUIT')) socket.end('221 sampai jumpa\r\n');
        else {
          to = /^RCPT TO:<(.+)>/.exec(line)?.[1] ?? to;
          say('250 baik');
        }
      }
    });
    say('220 surat');
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { mails, port: server.address().port, close: () => server.close() };
}

async function start() {
  const post = await mailServer();
  const env = {
    NETRAL_MAIL_SERVER: `smtp://localhost:${post.port}`,
    NETRAL_MAIL_FROM: 'netral@sukamaju.example',
    // The journey is walked at every hour.
    NETRAL_QUIET_HOURS: 'off',
  };
  const app = await startNetral({ env });
  return { ...app, mails: post.mails, stop: async () => app.stop().finally(post.close) };
}

const journey = journeys({ start });
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The mail to somebody with these words in its subject, once it has come. */
async function mail(page, mails, to, subject) {
  const wanted = (it) => it.to === to && it.text.includes(`Subject: ${subject}`);
  for (const until = Date.now() + 30_000; !mails.some(wanted); await page.evaluate(() => new Promise(requestAnimationFrame))) {
    assert.ok(Date.now() < until, `no mail "${subject}" to ${to}: ${mails.map((it) => `${it.to} ${it.text.slice(0, 300)}`)}`);
  }
  return mails.find(wanted).text;
}

const links = (text, path) => new RegExp(`^https?://\\S+(${path}\\S*)\\r?$`, 'm').exec(text)?.[1];

journey('a mail leads to the reading, and after signing and stopping none comes', async (visit) => {
  const { mails } = visit.app;
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await button(desk, 'Ingatkan semua').click();
  await desk.locator('.govuk-notification-banner--success').waitFor();

  const asked = await mail(desk, mails, NURSE, 'Unit Anda mengingatkan: tugas Anda menunggu');
  assert.doesNotMatch(asked, /Siti|Rahmawati|Netralitas|\d{16}/, 'nothing personal and no subject matter');
  const phone = await visit.phone();
  // Whoever is not signed in comes to what the mail is about once they are.
  await phone.goto(links(asked, '/tugas/'));
  const { number, password } = signIn(visit.app, 'employee');
  await phone.getByLabel('Nomor pegawai').fill(number);
  await phone.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(phone, 'Masuk').click();
  await phone.waitForURL(/\/tugas\/\w+\/baca$/);
  await button(phone, 'Sudah saya baca, lanjut').click();
  await (await pass(phone)).click();
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await phone.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await giveAgain(phone, password);
  await button(phone, 'Ucapkan ikrar dan tanda tangani').click();
  await phone.waitForURL(/\/selesai$/);
  const signed = await mail(desk, mails, NURSE, 'Ditandatangani atas nama Anda');
  assert.equal(mails.filter((it) => it.to === NURSE).length, 2, 'one that asked, one that tells of the signature');

  // Whoever holds the mail stops it, without signing in, and with a second tap only.
  const stranger = await visit.phone();
  await stranger.goto(links(signed, '/berhenti/'));
  for (const language of ['en', 'id']) {
    await stranger.context().addCookies([{ name: 'bahasa', value: language, domain: 'localhost', path: '/' }]);
    await stranger.reload();
    await speaks(stranger, language);
    for (const { viewport } of [PHONE, DESKTOP]) {
      await stranger.setViewportSize(viewport);
      await look(stranger, `pesan-${language}-berhenti`);
    }
  }
  await stranger.setViewportSize(PHONE.viewport);
  const keys = new Keyboard(stranger);
  await keys.reach(/^Ya, berhenti$/);
  await keys.press('Enter');
  await stranger.getByRole('heading', { name: 'Sudah berhenti' }).waitFor();
  await look(stranger, 'pesan-sudah-berhenti');
  await phone.goto('/akun/pengingat');
  const byMail = phone.getByLabel('Surel');
  assert.equal(await byMail.isChecked(), false);
  await look(phone, 'pesan-pengingat-mati');
  await byMail.check();
  await phone.getByLabel('English').check();
  await button(phone, 'Simpan').click();
  await phone.getByText('Pilihan Anda disimpan.').waitFor();
  assert.equal(await byMail.isChecked(), true);
  await look(phone, 'pesan-pengingat');
  const plain = await visit.phone({ javaScriptEnabled: false });
  await plain.goto(links(signed, '/berhenti/'));
  await button(plain, 'Ya, berhenti').click();
  await plain.getByRole('heading', { name: 'Sudah berhenti' }).waitFor();

  // What broke off while it was handed over waits for a person, in numbers.
  const officer = await visit.desktop();
  await enter(officer, visit.app, 'personnel_officer');
  await officer.getByRole('link', { name: 'Pesan keluar' }).click();
  await officer.getByRole('heading', { name: 'Tidak jelas sampai atau tidak' }).waitFor();
  assert.doesNotMatch(await officer.locator('main').innerText(), /Siti|@/, 'numbers only');
  await look(officer, 'pesan-keluar');
  await officer.setViewportSize(PHONE.viewport);
  await look(officer, 'pesan-keluar');
  await button(officer, 'Kirim lagi yang tidak jelas').click();
  await officer.getByText('1 pesan akan dikirim lagi.').waitFor();
  await mail(officer, mails, HEAD, 'Unit Anda mengingatkan');
  await officer.reload();
  assert.equal(await button(officer, 'Kirim lagi yang tidak jelas').count(), 0);
});
