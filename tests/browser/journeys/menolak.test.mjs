// Refused and exempt: the head records it, the person reads and answers it, and signs or takes part after all.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('a refusal is recorded, told and answered; an exemption ends when the person takes part', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await desk.locator('tbody').getByRole('link', { name: /^Siti Rahmawati/ }).first().click();
  const record = desk.url();
  await desk.getByRole('link', { name: 'Catat bahwa ia dibebaskan atau menolak' }).click();
  await desk.getByLabel('Menolak membaca surat edaran').check();
  await button(desk, 'Simpan catatan').click();
  await desk.getByRole('heading', { name: 'Ada 2 hal yang perlu diperbaiki' }).waitFor();
  await look(desk, 'menolak-salah');
  await desk.getByLabel('Siapa yang menyaksikan?').fill('Joko Susilo, kepala tata usaha (rekaan)');
  await desk.getByLabel('Keterangan singkat').fill('Ingin bertanya dulu kepada keluarga (rekaan)');
  await button(desk, 'Simpan catatan').click();
  await desk.getByText('Menolak membaca surat edaran').waitFor();
  await look(desk, 'menolak-tercatat');

  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  await look(phone, 'menolak-beranda');
  await phone.getByRole('link', { name: 'Lihat dan tanggapi' }).click();
  await phone.getByText('Yang dikatakan: Ingin bertanya dulu').waitFor();
  await button(phone, 'Kirim tanggapan').click();
  await phone.getByRole('link', { name: 'Tulis tanggapan Anda' }).waitFor();
  await phone.getByLabel('Tanggapan Anda').fill('Sudah jelas, saya akan membaca (rekaan).');
  await look(phone, 'menolak-tanggapan');
  await button(phone, 'Kirim tanggapan').click();
  await phone.getByText(/^Tanggapan, .*Sudah jelas/).waitFor();
  await phone.goto('/beranda');
  await phone.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(phone, 'Sudah saya baca, lanjut').click();
  await phone.goto('/beranda');
  assert.equal(await phone.getByText('Dicatat bahwa Anda menolak').count(), 0, 'whoever reads after all refuses no more');

  // The record keeps both; now she is recorded as exempt.
  await desk.goto(record);
  await desk.getByText('Penolakan ini berakhir, catatannya tetap ada.').waitFor();
  await desk.getByText('Sudah jelas, saya akan membaca').waitFor();
  await desk.getByRole('link', { name: 'Catat bahwa ia dibebaskan atau menolak' }).click();
  await desk.getByLabel('Dibebaskan: Cuti di luar tanggungan negara').check();
  await button(desk, 'Simpan catatan').click();
  await desk.getByText('Dibebaskan: Cuti di luar tanggungan negara').waitFor();
  await look(desk, 'dibebaskan-tercatat');
  await desk.goto('/unit');
  await desk.getByText('Dibebaskan satu orang').or(desk.getByText(/Dibebaskan 1 orang/)).first().waitFor();
  await look(desk, 'dibebaskan-unit');

  await phone.reload();
  assert.equal(await phone.getByText('Selesaikan pakta').count(), 0, 'nothing is asked of whoever is exempt');
  await look(phone, 'dibebaskan-beranda');
  await phone.getByRole('link', { name: 'Lihat dan tanggapi' }).click();
  await look(phone, 'dibebaskan-catatan');
  await button(phone, 'Saya tetap ikut').click();
  await phone.waitForURL(/\/beranda$/);
  await phone.getByRole('link', { name: 'Jawab pertanyaan' }).or(phone.locator('.n-card .govuk-button')).first().waitFor();
});
