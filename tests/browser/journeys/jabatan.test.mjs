// Posts as the agency enters them: a new head sees the unit at once, the head of region takes two people, and many heads come
// from a file.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, iso, writeDay } from './dates.mjs';
import { enter, signIn } from './people.mjs';

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

const COLUMNS = [
  'Kode unit',
  'Unit kerja',
  'Nama jabatan',
  'Nomor pegawai',
  'Cara memangku',
  'Hari pertama',
  'Hari terakhir',
  'Nomor surat',
  'Tanggal surat',
];

/** Ends the time of whoever holds the post with this title. */
async function vacate(page, title) {
  await page.goto(`/jabatan?kata=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('link', { name: /^Akhiri/ }).first().click();
  await writeDay(page, 'Hari terakhir', inDays(-1));
  await byLetter(page);
  await button(page, 'Catat berakhirnya').click();
  await page.getByText('Berakhirnya sudah dicatat.').waitFor();
}

/** Sends a file by which people with these numbers become heads of these units. */
async function send(page, heads) {
  const [today, end] = [iso(inDays(0)), iso(inDays(90))];
  const row = ([unit, number]) => ['', unit, '', number, 'Plt.', today, end, '821.2/45/2024 (rekaan)', today];
  const rows = [COLUMNS, ...heads.map(row), ['', 'Dinas Sosial', 'Kepala Dinas Sosial', '', '', '', '', '', '']];
  const buffer = Buffer.from(rows.map((cells) => cells.join(';')).join('\r\n'));
  await page.getByLabel('Berkas pemangku').setInputFiles({ name: 'kepala.csv', mimeType: 'text/csv', buffer });
  await button(page, 'Unggah dan periksa').click();
}

journey('many heads come from a file, once nothing in it has to be mended', async (visit) => {
  const [nurse, guard] = ['employee', 'guard'].map((who) => signIn(visit.app, who).number);
  const officer = await visit.desktop();
  await enter(officer, visit.app, 'personnel_officer');
  for (const unit of ['Dinas Perhubungan', 'Dinas Pertanian']) await vacate(officer, `Kepala ${unit}`);
  await officer.getByRole('navigation', { name: 'Kembali' }).getByRole('link').click();
  await officer.getByRole('link', { name: 'Catat banyak pemangku sekaligus' }).click();
  await look(officer, 'jabatan-banyak');
  await send(officer, [
    ['Dinas Perhubungan', nurse.slice(1)],
    ['Dinas Pertanian', guard],
  ]);
  await officer.getByText('1 baris perlu diperbaiki. Tidak ada yang dicatat.').waitFor();
  await officer.getByRole('row', { name: /^Baris 2 .*Nomor pegawai/ }).waitFor();
  assert.equal(await officer.getByRole('button', { name: /^Catat/ }).count(), 0);
  await look(officer, 'jabatan-banyak-perlu-diperbaiki');

  const phone = await visit.phone({ javaScriptEnabled: false });
  await enter(phone, visit.app, 'personnel_officer');
  await phone.goto('/jabatan/banyak');
  await look(phone, 'jabatan-banyak-ponsel');
  const mended = [
    ['Dinas Perhubungan', nurse],
    ['Dinas Pertanian', guard],
  ];
  await send(phone, mended);
  await phone.getByText('2 pemangku siap dicatat.').waitFor();
  await phone.getByText('1 baris yang tidak diisi dilewati.').waitFor();
  await look(phone, 'jabatan-banyak-siap');
  await button(phone, 'Catat 2 pemangku').click();
  await phone.getByText('2 pemangku sudah dicatat.').waitFor();
  await look(phone, 'jabatan-banyak-tercatat');
  await phone.goto('/jabatan?kata=Kepala+Dinas+Perhubungan');
  await phone.getByRole('row', { name: /Siti Rahmawati/ }).waitFor();

  await officer.goto('/jabatan/banyak');
  await send(officer, mended);
  await officer.getByText('Semua pemangku di berkas ini sudah tercatat.').waitFor();
  await look(officer, 'jabatan-banyak-sudah');
});
