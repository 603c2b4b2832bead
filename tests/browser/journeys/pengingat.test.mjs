// Reminders: they stand on the home page, are sent by one tap of the head, and stop when the pact is signed.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { pass } from './answers.mjs';
import { enter, giveAgain, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('a head reminds everybody once a day; the reminder stands on the home page and goes with the signature', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await button(desk, 'Ingatkan semua').click();
  const said = desk.locator('.govuk-notification-banner--success');
  assert.match(await said.innerText(), /\d+ orang diingatkan\./);
  await look(desk, 'kepala-diingatkan');
  await button(desk, 'Ingatkan semua').click();
  assert.match(await said.innerText(), /Tidak ada yang perlu diingatkan sekarang\. \d+ orang sudah diberi tahu hari ini/);
  await look(desk, 'kepala-sudah-diingatkan');

  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  const told = phone.getByRole('heading', { name: 'Pemberitahuan untuk Anda' });
  await told.waitFor();
  await phone.getByText('Unit Anda mengingatkan: tugas Anda menunggu.').waitFor();
  await look(phone, 'beranda-diingatkan');

  await phone.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(phone, 'Sudah saya baca, lanjut').click();
  await (await pass(phone)).click();
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await phone.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await giveAgain(phone, signIn(visit.app, 'employee').password);
  await button(phone, 'Ucapkan ikrar dan tanda tangani').click();
  await phone.waitForURL(/\/selesai$/);
  await phone.goto('/beranda');
  assert.equal(await phone.getByText('tugas Anda menunggu').count(), 0, 'what asked for it is gone');
  await phone.getByText('Pakta ditandatangani atas nama Anda').waitFor();
  await look(phone, 'beranda-ditandatangani');
  await button(phone, 'Tandai sudah dibaca').click();
  assert.equal(await told.count(), 0);
  await phone.getByText('Pemberitahuan yang sudah dibaca').click();
  await look(phone, 'beranda-dibaca');
});
