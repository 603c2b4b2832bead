// A health centre is renamed, and then carried on by its department: everybody moves in one reviewed act.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function byLetter(page, day) {
  await writeDay(page, 'Berlaku mulai', day);
  await page.getByLabel('Nomor peraturan atau surat').fill('188/45/2024 (rekaan)');
  await writeDay(page, 'Tanggal surat', day);
}

journey('a unit gets another name, ends, and its people go on in the successor', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/pegawai');
  await desk.getByRole('link', { name: 'Unit', exact: true }).first().click();
  await look(desk, 'unit-daftar');
  await desk.getByRole('link', { name: 'Puskesmas Melati', exact: true }).click();
  await desk.getByRole('link', { name: 'Ganti nama' }).click();
  await button(desk, 'Catat nama baru').click();
  await desk.getByRole('link', { name: /^Tulis tanggal/ }).first().waitFor();
  await look(desk, 'unit-salah');
  await desk.getByLabel('Nama unit').fill('Puskesmas Anggrek');
  await byLetter(desk, inDays(0));
  await button(desk, 'Catat nama baru').click();
  await desk.getByRole('heading', { name: 'Puskesmas Anggrek' }).waitFor();
  await desk.getByText('Berganti nama; sebelumnya Puskesmas Melati').waitFor();
  await look(desk, 'unit-berganti-nama');

  await desk.getByRole('link', { name: 'Akhiri unit ini' }).click();
  const successor = desk.getByLabel('Dilanjutkan oleh');
  const choice = await successor.locator('option').evaluateAll((all) => all.find((it) => /Dinas Kesehatan/.test(it.text))?.value);
  await successor.selectOption(choice);
  await byLetter(desk, inDays(0));
  await button(desk, 'Periksa dulu').click();
  await desk.getByText('Siti Rahmawati').waitFor();
  await look(desk, 'unit-periksa');
  await button(desk, 'Akhiri unit dan pindahkan semuanya').click();
  await desk.getByText('Berakhir dan digabung ke').waitFor();
  await look(desk, 'unit-berakhir');
  await desk.goto('/pegawai?kata=siti rahmawati');
  assert.match(await desk.locator('tbody').innerText(), /Dinas Kesehatan/);
});
