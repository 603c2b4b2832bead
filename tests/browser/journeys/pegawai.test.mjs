// The register: a roster as agencies have it, with faults, is uploaded, mended, applied, and found again.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** As Excel writes it here: semicolons, a byte order mark, a title above the header, titles in the names. */
const roster = (rows) =>
  Buffer.from(
    ['\ufeffDAFTAR PEGAWAI (REKAAN);;;;;', 'NIP;NAMA LENGKAP;STATUS;UNIT KERJA;JABATAN;TMT', ...rows].join('\r\n'),
  );

const GOOD = '199001012015031001;dr. Wening Prasasti, Sp.A.;PNS;Dinas Sosial;Pekerja Sosial;01/03/2015';
const SHORT = '19900101201503100;Tirta Nugraha;PNS;Dinas Sosial;Penyuluh;2015-03-01';
const MENDED = '199102022016031002;Tirta Nugraha;PNS;Dinas Sosial;Penyuluh;2015-03-01';

async function upload(page, rows) {
  await page.goto('/pegawai/impor');
  await page.getByLabel('Berkas pegawai').setInputFiles({ name: 'dinsos.csv', mimeType: 'text/csv', buffer: roster(rows) });
  await page.getByLabel('Dinas Sosial', { exact: true }).check();
  await button(page, 'Unggah dan periksa').click();
}

journey('a roster with a fault is uploaded, its good row applied, the other mended and applied', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/pegawai');
  await look(desk, 'pegawai');
  await desk.goto('/pegawai/impor');
  await button(desk, 'Unggah dan periksa').click();
  await desk.getByRole('link', { name: 'Pilih berkas pegawai yang akan diunggah.' }).waitFor();
  await look(desk, 'impor-salah');

  await upload(desk, [GOOD, SHORT]);
  await desk.getByText('1 baris perlu diperbaiki. 1 baris siap.').waitFor();
  const reason = await desk.locator('td[data-l="Sebab dan cara memperbaiki"]').first().innerText();
  assert.match(reason, /18 angka/);
  await look(desk, 'impor-hasil');
  const faults = await desk.request.get(await desk.getByRole('link', { name: 'Unduh baris yang salah' }).getAttribute('href'));
  assert.equal((await faults.body()).subarray(0, 2).toString(), 'PK');
  await button(desk, 'Terapkan 1 baris').click();
  const until = Date.now() + 60_000;
  const done = desk.locator('.govuk-notification-banner--success');
  while (!(await done.count()) && Date.now() < until) await desk.reload();
  assert.equal(await done.count(), 1, 'the good row was applied');
  await look(desk, 'impor-diterapkan');

  await upload(desk, [MENDED]);
  await button(desk, 'Terapkan 1 baris').click();
  await desk.goto('/pegawai?kata=tirta nugraha');
  while (!(await desk.getByRole('link', { name: /Tirta Nugraha/ }).count()) && Date.now() < until) await desk.reload();
  await desk.goto('/pegawai?kata=wening');
  await desk.getByRole('link', { name: /Wening Prasasti/ }).click();
  await desk.getByRole('heading', { name: 'dr. Wening Prasasti, Sp.A.' }).waitFor();
  const shown = await desk.locator('main').innerText();
  assert.ok(shown.includes('1001') && !shown.includes('199001012015031001'), 'the number stands there masked');
  await look(desk, 'orang');
});

/** A list whose headings nobody has heard of, below a title. */
const ODD = [
  'Rekap pegawai (rekaan);;;',
  'Identitas;Siapa;Jenis;Kantor',
  '199203032017031003;Rangga Wiratama;PNS;Dinas Sosial',
  '199304042018032004;Laras Kinanti;PNS;Dinas Sosial',
];

journey('a list with unheard-of columns: their meaning, what changes, applied, undone', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/pegawai/impor');
  const buffer = Buffer.from(ODD.join('\r\n'));
  await desk.getByLabel('Berkas pegawai').setInputFiles({ name: 'rekap.csv', mimeType: 'text/csv', buffer });
  await desk.getByLabel('Dinas Sosial', { exact: true }).check();
  await button(desk, 'Unggah dan periksa').click();
  await desk.getByText('Kami belum menemukan kolom ini').waitFor();
  await desk.getByLabel('Baris judul').selectOption('2');
  await button(desk, 'Tampilkan kolomnya').click();
  for (const [heading, meaning] of [
    ['Identitas', 'Nomor pegawai'],
    ['Siapa', 'Nama'],
    ['Jenis', 'Status pegawai'],
    ['Kantor', 'Unit kerja'],
  ]) {
    await desk.getByLabel(`Arti kolom ${heading}`).selectOption({ label: meaning });
  }
  await look(desk, 'impor-kolom');
  await button(desk, 'Baca dengan kolom ini').click();
  await desk.getByText('Semua 2 baris siap.').waitFor();
  await desk.getByRole('link', { name: 'Baru', exact: true }).click();
  await desk.getByRole('rowheader', { name: /Rangga Wiratama/ }).waitFor();
  await look(desk, 'impor-perubahan');
  await desk.getByRole('link', { name: 'Hasil pemeriksaan berkas' }).click();
  await button(desk, 'Terapkan 2 baris').click();
  // The page brings itself up to date until the work is done.
  await desk.getByRole('heading', { name: 'Batalkan impor ini' }).waitFor({ timeout: 60_000 });
  await look(desk, 'impor-dapat-dibatalkan');
  await button(desk, 'Batalkan impor ini').click();
  await desk.getByText('2 orang kembali ke keadaan sebelum impor').waitFor({ timeout: 60_000 });
  await look(desk, 'impor-dikembalikan');
  await desk.goto('/pegawai?kata=rangga');
  await desk.getByText('Tidak ada pegawai yang cocok').waitFor();
});
