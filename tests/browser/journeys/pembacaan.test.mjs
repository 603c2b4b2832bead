// A circular read out in a unit: the head ticks who was there from the signed sheet, the agency compares the photograph.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const SHEET = { name: 'lembar.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) };

journey('whoever was there when it was read out has read, and what is not on the sheet is taken back', async (visit) => {
  const head = await visit.phone();
  await enter(head, visit.app, 'head_of_unit');
  await head.getByRole('link', { name: 'Catat pembacaan bersama' }).click();
  const save = head.getByRole('button', { name: /^Catat/ });
  await save.click();
  await head.getByRole('link', { name: 'Centang sedikitnya satu orang.' }).waitFor();
  await look(head, 'pembacaan-catat-salah');
  const ticks = head.locator('input[name="hadir"]');
  for (const place of [0, 1, 2, 3]) await ticks.nth(place).check();
  await head.getByLabel('Tempat').fill('Aula Puskesmas (rekaan)');
  await head.getByLabel('Dibacakan oleh').fill('Kepala Puskesmas (rekaan)');
  await head.getByLabel('Foto daftar hadir').setInputFiles(SHEET);
  await save.click();
  await head.waitForURL(/\/pembacaan\/\w{32}$/);
  assert.equal(await head.getByRole('button', { name: /Ada pada lembar/ }).count(), 0, 'nobody compares their own sheet');
  assert.equal(await head.getByText('Menunggu dibandingkan').count(), 3);
  await look(head, 'pembacaan-kepala');

  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.getByRole('link', { name: 'Pembacaan surat edaran' }).click();
  await desk.getByText('3 baris menunggu dibandingkan').waitFor();
  await look(desk, 'pembacaan-daftar');
  await desk.locator('tbody').getByRole('link').first().click();
  await desk.getByRole('button', { name: /^Ada pada lembar/ }).first().click();
  const doubted = await desk.locator('tr', { has: desk.getByRole('button') }).first().getByRole('rowheader').innerText();
  await desk.getByRole('button', { name: /^Tidak ada pada lembar/ }).first().click();
  await desk.getByText('Tidak ditemukan di foto').waitFor();
  await look(desk, 'pembacaan-dibandingkan');
  const kept = await desk.locator('tr', { hasText: 'Ada tanda tangannya' }).getByRole('rowheader').innerText();

  const record = async (name) => {
    await head.goto('/unit');
    await head.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
    await head.locator('tbody').getByRole('link', { name, exact: true }).click();
    return head.getByRole('row', { name: /^Dibaca/ }).innerText();
  };
  assert.match(await record(kept), /Hadir saat pembacaan bersama, dicatat/);
  await look(head, 'pembacaan-catatan');
  assert.match(await record(doubted), /Belum/);
});
