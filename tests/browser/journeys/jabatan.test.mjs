// Posts as the agency enters them: a new head sees the unit at once, and the head of region takes two people.
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function byLetter(page) {
  await page.getByLabel('Nomor surat').fill('821.2/45/2024 (rekaan)');
  await writeDay(page, 'Tanggal surat', inDays(0));
}

async function choose(page, name) {
  await page.getByRole('link', { name: 'Catat pemangku' }).click();
  await page.getByLabel('Nama atau nomor pegawai').fill(name);
  await button(page, 'Cari').click();
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).first().click();
}

journey('a head of unit is appointed and sees the list, and the head of region is by two', async (visit) => {
  const officer = await visit.desktop();
  await enter(officer, visit.app, 'personnel_officer');
  await officer.getByRole('link', { name: 'Jabatan', exact: true }).click();
  await officer.getByLabel('Jabatan, unit, atau nama pemangku').fill('puskesmas melati');
  await button(officer, 'Cari').click();
  await officer.locator('tbody a').first().click();
  await choose(officer, 'Siti Rahmawati');
  await officer.getByLabel('Pelaksana tugas (Plt.)').check();
  await writeDay(officer, 'Hari pertama', inDays(0));
  await byLetter(officer);
  await button(officer, 'Catat pemangku').click();
  await officer.getByRole('link', { name: /jabatan ini sudah dipegang/ }).waitFor();
  await look(officer, 'jabatan-sudah-dipegang');

  await officer.getByRole('navigation', { name: 'Kembali' }).getByRole('link').click();
  await officer.getByRole('link', { name: /^Akhiri/ }).click();
  await writeDay(officer, 'Hari terakhir', inDays(-1));
  await byLetter(officer);
  await button(officer, 'Catat berakhirnya').click();
  await officer.getByText('Berakhirnya sudah dicatat.').waitFor();
  await officer.goto('/jabatan?kata=puskesmas+melati&lowong=ya');
  await look(officer, 'jabatan-lowong');
  await officer.locator('tbody a').first().click();
  await choose(officer, 'Siti Rahmawati');
  await officer.getByLabel('Pelaksana tugas (Plt.)').check();
  await writeDay(officer, 'Hari pertama', inDays(0));
  await byLetter(officer);
  await button(officer, 'Catat pemangku').click();
  await officer.getByText('Pemangku sudah dicatat.').waitFor();
  await look(officer, 'jabatan-pemangku');

  const head = await visit.phone();
  await enter(head, visit.app, 'employee');
  await head.goto('/unit');
  await head.getByRole('heading', { name: 'Puskesmas Melati' }).waitFor();
  await head.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await head.locator('tbody a').first().waitFor();

  await officer.goto('/jabatan?kata=bupati');
  await officer.locator('tbody a').first().click();
  await choose(officer, 'Hendra Wijaya');
  await officer.getByLabel('Penjabat sementara (Pjs.)').check();
  await writeDay(officer, 'Hari pertama', inDays(0));
  await byLetter(officer);
  await button(officer, 'Usulkan').click();
  await officer.getByText('Usulan tersimpan.').waitFor();
  await look(officer, 'jabatan-diusulkan');
  const administrator = await visit.desktop();
  await enter(administrator, visit.app, 'administrator');
  await administrator.getByRole('link', { name: 'Jabatan', exact: true }).click();
  await look(administrator, 'jabatan-menunggu');
  await administrator.getByRole('link', { name: 'Bupati Sukamaju' }).first().click();
  await look(administrator, 'jabatan-sahkan');
  await button(administrator, 'Sahkan').click();
  await administrator.getByText('Usulan sudah disahkan dan berlaku.').waitFor();
});
