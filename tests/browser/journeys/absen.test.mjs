// Somebody on leave on the due date: recorded by the agency, their own date on their own page and on the head's list.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('leave over the due date gives a date of their own, which the nurse and the head see', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/pegawai?kata=siti+rahmawati');
  await desk.locator('tbody a').first().click();
  await desk.getByRole('link', { name: 'Masa tidak di tempat' }).click();
  await button(desk, 'Simpan').click();
  await desk.getByRole('link', { name: 'Pilih jenis masa tidak di tempat.' }).waitFor();
  await look(desk, 'absen-salah');
  await desk.getByLabel('Cuti').check();
  await writeDay(desk, 'Hari pertama', inDays(0));
  await writeDay(desk, 'Hari terakhir', inDays(40));
  await desk.getByLabel('Nomor surat (jika ada)').fill('850/7 (rekaan)');
  await button(desk, 'Simpan').click();
  await desk.getByText('tidak di tempat pada batas waktu umum').first().waitFor();
  await look(desk, 'absen-tercatat');

  const nurse = await visit.phone({ javaScriptEnabled: false });
  await enter(nurse, visit.app, 'employee');
  await nurse.getByText('Batas waktu Anda sendiri: tidak di tempat pada batas waktu umum.').waitFor();
  await look(nurse, 'absen-beranda');

  const head = await visit.phone();
  await enter(head, visit.app, 'head_of_unit');
  await look(head, 'absen-unit');
  await head.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  const line = head.getByRole('row', { name: /Siti Rahmawati/ });
  assert.match(await line.innerText(), /Batas waktu sendiri/);
  await line.getByRole('link').click();
  await head.getByText('(tidak di tempat pada batas waktu umum)').waitFor();
  await look(head, 'absen-catatan');

  await desk.getByRole('link', { name: 'Perbaiki' }).click();
  assert.ok(await desk.getByLabel('Cuti').isChecked(), 'what stands there is not in the form');
  await button(desk, 'Coret').first().click();
  await desk.getByText(/Dicoret oleh/).waitFor();
  await look(desk, 'absen-dicoret');
});
