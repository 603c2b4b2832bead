// A pact that was signed and sealed at another institution, whose program knows nothing of this one, is recognised here.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { pass } from './answers.mjs';
import { enter } from './people.mjs';

const [elsewhere, here] = [journeys({ anew: true }), journeys()];
const button = (page, name) => page.getByRole('button', { name, exact: true });
const brought = {};

elsewhere('a pact is signed at another institution, which publishes its key', async (visit) => {
  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  await phone.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(phone, 'Sudah saya baca, lanjut').click();
  await (await pass(phone)).click();
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await phone.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await button(phone, 'Ucapkan ikrar dan tanda tangani').click();
  await phone.waitForURL(/\/selesai$/);
  const copy = phone.getByRole('link', { name: 'Unduh salinan (PDF)' });
  const until = Date.now() + 60_000;
  while (!(await copy.count()) && Date.now() < until) await phone.reload();
  brought.pact = await (await phone.request.get(await copy.getAttribute('href'))).body();
  brought.key = await (await phone.request.get('/kabupaten-sukamaju/segel.pem')).body();
  await phone.goto('/kabupaten-sukamaju');
  brought.print = /(?:[0-9A-F]{4}[ :]){3}[0-9A-F]{4}/.exec(await phone.locator('main').innerText())?.[0];
  assert.ok(brought.print, 'the page of the institution names the fingerprint of its key');
});

here('it is recognised by its seal and its key, and not with one byte changed', async (visit) => {
  assert.ok(brought.pact, 'there is a pact to bring');
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await desk.locator('tbody').getByRole('link', { name: /^Siti Rahmawati/ }).first().click();
  await desk.getByRole('link', { name: 'Catat bahwa ia dibebaskan atau menolak' }).click();
  await desk.getByRole('link', { name: /^Ia sudah menandatangani pakta di instansi lain/ }).click();
  const bring = async (buffer, { key = true, print = brought.print } = {}) => {
    const pdf = { name: 'pakta.pdf', mimeType: 'application/pdf', buffer };
    await desk.getByLabel('Pakta dari instansi lain').setInputFiles(pdf);
    const pem = { name: 'segel.pem', mimeType: 'application/x-pem-file', buffer: brought.key };
    await desk.getByLabel('Kunci segel instansi itu').setInputFiles(key ? pem : []);
    await desk.getByLabel('Empat kelompok pertama sidik kunci itu').fill(print);
    await desk.getByLabel(/^Saya sudah membaca pakta itu/).check();
    await button(desk, 'Periksa segel dan akui').click();
  };
  const changed = Buffer.from(brought.pact);
  changed[changed.length >> 1] ^= 1;
  await bring(changed);
  await desk.getByRole('link', { name: /tidak utuh lagi sejak disegel/ }).waitFor();
  await look(desk, 'pakta-lain-diubah');
  await bring(brought.pact, { key: false });
  await desk.getByRole('link', { name: /^Segelnya bukan dari kunci yang dikenal/ }).waitFor();
  await bring(brought.pact, { print: '0000 0000 0000 0000' });
  await desk.getByRole('link', { name: /^Sidik kunci belum diisi atau tidak sama/ }).waitFor();
  await bring(brought.pact);
  await desk.getByText('Sudah menandatangani pakta di instansi lain').first().waitFor();
  await desk.getByText(/^Disegel oleh .+/).waitFor();
  await look(desk, 'pakta-lain-diakui');
});
