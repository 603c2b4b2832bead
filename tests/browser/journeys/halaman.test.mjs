// Every page there is, as the person for whom it is, on a phone and on a computer, in both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { journeys, look, speaks } from '../harness/index.mjs';
import { DESKTOP, PHONE } from '../harness/browser.mjs';
import { fail, pass } from './answers.mjs';
import { inDays, iso, writeDay } from './dates.mjs';
import { aLetter, enter, giveAgain, printedSlip, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Every address of the program that answers GET, kept true by a test of the crate `web`. */
const PAGES = readFileSync(path.join(import.meta.dirname, '../pages.txt'), 'utf8').trim().split('\n');

/** Addresses that are no pages: they only lead on, or speak to machines. What stands in a mail only is looked at by `pesan`. */
const NO_PAGES = [
  '/api/v1/openapi.json',
  '/aturan/{instrumen}/{pasal}',
  // A file for whoever signed with a passkey; the journey of the pact gets it.
  '/dokumen/{id}/bukti-kunci-masuk.json',
  '/berhenti/{kode}',
  // Only where a server of certified signatures is named; the journey `tersertifikasi` walks both.
  '/edaran/{id}/tersertifikasi',
  '/{instansi}/edaran/{id}/surat-tersertifikasi.pdf',
  '/i/{kata}',
  '/ikrar/{id}/ikut/alir',
  '/ikrar/{id}/layar/alir',
  '/kios/tutup',
  '/robots.txt',
  // Only in a drive that ends with the pledge; the journey `gerakan` walks it.
  '/tugas/{id}/ikrar',
  '/sehat',
  '/siap',
  '/unit',
];

/** What has been looked at. */
class Tour {
  seen = new Set();

  /** Looks at the page where somebody is, which is one of this route, in both languages and sizes. */
  async see(page, route, called = route) {
    // A click may come back before the next page does, and what is loaded meanwhile would be broken off by a reload.
    await page.waitForURL((at) => fits(at.pathname, route)).catch(() => {});
    this.#note(page.url(), route);
    const name = called.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '') || 'depan';
    const host = new URL(page.url()).hostname;
    for (const language of ['en', 'id']) {
      await page.context().addCookies([{ name: 'bahasa', value: language, domain: host, path: '/' }]);
      await again(page);
      await speaks(page, language);
      assert.equal(await page.locator('.n-ribbon').count(), 1, `${page.url()} does not say that it is an example`);
      for (const { viewport } of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        await look(page, `halaman-${language}-${name}`);
      }
    }
  }

  async goto(page, route, address = route, called = route) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 200, address);
    await this.see(page, route, called);
  }

  /** Takes the file behind a link; `start` is what such files begin with. */
  async file(page, route, start) {
    const pattern = new RegExp(`^${expression(route)}(\\?.*)?$`);
    const links = await page.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const address = links.find((href) => pattern.test(href));
    assert.ok(address, `${page.url()} has no link to ${route}`);
    this.#note(address, route);
    const answer = await page.request.get(address);
    assert.equal((await answer.body()).subarray(0, start.length).toString(), start, address);
  }

  /** A picture that the page shows. */
  async picture(page, route) {
    const address = await page.locator('main img').first().getAttribute('src');
    this.#note(address, route);
    const answer = await page.request.get(address);
    assert.equal(answer.headers()['content-type'], 'image/png', address);
  }

  #note(address, route) {
    const at = new URL(address, 'http://localhost').pathname;
    assert.ok(fits(at, route), `${at} is not ${route}`);
    assert.ok(PAGES.includes(route), `${route} is not on the list`);
    this.seen.add(route);
  }
}

/** Reloads; where a page of the same address was still on its way, it comes first. */
async function again(page) {
  try {
    await page.reload();
  } catch (error) {
    if (!/ERR_ABORTED|interrupted/.test(error.message)) throw error;
    await page.waitForLoadState();
    await page.reload();
  }
}

const fits = (at, route) => new RegExp(`^${expression(route)}$`).test(at);
const expression = (route) => route.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
const PDF = '%PDF-';
const SHEET = 'PK';
const CALENDAR = 'BEGIN:VCALENDAR';
const PEM = '-----BEGIN CERTIFICATE-----';

const ROSTER = [
  'NIP;NAMA LENGKAP;STATUS;UNIT KERJA;JABATAN;TMT',
  '199001012015031001;dr. Wening Prasasti, Sp.A.;PNS;Dinas Sosial;Pekerja Sosial;01/03/2015',
  '19900101201503100;Tirta Nugraha;PNS;Dinas Sosial;Penyuluh;2015-03-01',
];

journey('every page stands being looked at', async (visit) => {
  const tour = new Tour();
  const somebody = async (who) => {
    const page = await visit.desktop();
    if (who) await enter(page, visit.app, who);
    return page;
  };
  // Three at a time: more only take the processor from one another.
  await Promise.all([
    anybody(tour, await somebody()).then(async () => administrator(tour, visit.app, await somebody('administrator'), await somebody('village_secretary'))),
    somebody('employee')
      .then((page) => employee(tour, page, signIn(visit.app, 'employee').password))
      .then(async () => pack(tour, await somebody('personnel_officer')))
      .then(async () => assembly(tour, await somebody('personnel_officer'), await somebody('guard'), signIn(visit.app, 'guard')))
      .then(async () => custodian(tour, await somebody('identity_custodian')))
      .then(async () => questions(tour, await somebody('guard'), await somebody('adviser'))),
    somebody('head_of_unit')
      .then(async (page) => headOfUnit(tour, page, await somebody()))
      .then(async () => kiosk(tour, await somebody('head_of_unit')))
      .then(async () => officer(tour, await somebody('personnel_officer'), await somebody('head_of_region')))
      .then(async () => paper(tour, await somebody('legal_officer'), await somebody('personnel_officer')))
      .then(async () => assessor(tour, await somebody('legal_officer'))),
  ]);
  const missed = PAGES.filter((route) => !tour.seen.has(route) && !NO_PAGES.includes(route));
  assert.deepEqual(missed, [], 'pages that nobody looked at; add a visit to this journey');
});

async function anybody(tour, page) {
  for (const route of ['/', '/aturan', '/aturan/norma', '/aturan/perubahan', '/tahapan', '/periksa', '/bantuan', '/privasi', '/aksesibilitas', '/demo', '/masuk', '/aktivasi']) {
    await tour.goto(page, route);
  }
  await tour.goto(page, '/aturan/{instrumen}', '/aturan/skb-2022');
  for (const route of ['/boleh', '/boleh/contoh']) await tour.goto(page, route);
  await tour.goto(page, '/boleh/tanya', '/boleh/tanya?act=like');
  await tour.goto(page, '/boleh/jawaban', '/boleh/jawaban?act=like&subject=pns&election=pilkada-2024&on=2024-10-10');
  await tour.goto(page, '/boleh/contoh/{id}', '/boleh/contoh/like-candidate-post');
  await tour.goto(page, '/aturan/norma/{norma}', '/aturan/norma/SKB-D-04');
  await tour.goto(page, '/tahapan/{pemilihan}', '/tahapan/pilkada-2024');
  await tour.file(page, '/tahapan/{pemilihan}/tahapan.ics', CALENDAR);
  await page.goto('/tahapan');
  await tour.file(page, '/tahapan.ics', CALENDAR);
  await tour.goto(page, '/{instansi}/tahapan', '/kabupaten-sukamaju/tahapan');
  await tour.file(page, '/{instansi}/tahapan.ics', CALENDAR);
  await tour.goto(page, '/{instansi}/tahapan/{pemilihan}', '/kabupaten-sukamaju/tahapan/pilkada-2024');
  await tour.goto(page, '/{instansi}', '/kota-depok', 'daerah-nyata');
  await tour.goto(page, '/{instansi}', '/kabupaten-sukamaju');
  await tour.file(page, '/{instansi}/segel.pem', PEM);
  await page.getByRole('link', { name: 'Lihat cakupan gerakan netralitas' }).click();
  await tour.see(page, '/{instansi}/cakupan');
  await tour.file(page, '/{instansi}/cakupan.csv', 'tanggal,kelompok_unit,');
  await tour.file(page, '/{instansi}/cakupan.json', '{');
  await page.goBack();
  await page.locator('main h3 a').first().click();
  await tour.see(page, '/{instansi}/edaran/{id}');
  await tour.file(page, '/{instansi}/edaran/{id}/surat.pdf', PDF);
  await tour.file(page, '/{instansi}/edaran/{id}/lampiran/{n}', PDF);
  await page.getByRole('link', { name: 'Periksa keaslian surat ini' }).click();
  await tour.see(page, '/periksa/{token}');
}

async function employee(tour, page, password) {
  await tour.see(page, '/beranda');
  await page.getByRole('link', { name: 'Mulai membaca' }).click();
  await tour.see(page, '/tugas/{id}/baca');
  await tour.file(page, '/tugas/{id}/lampiran/{n}', PDF);
  await button(page, 'Sudah saya baca, lanjut').click();
  await tour.see(page, '/tugas/{id}/pertanyaan');
  await fail(page);
  await tour.see(page, '/tugas/{id}/hasil');
  await page.getByRole('link', { name: 'Coba lagi' }).first().click();
  const on = await pass(page);
  await tour.see(page, '/tugas/{id}/hasil', 'hasil-lulus');
  await on.click();
  await tour.see(page, '/tugas/{id}/tanda-tangan');
  await page.getByRole('link', { name: 'Saya belum bisa menandatangani' }).click();
  await tour.see(page, '/tugas/{id}/belum-bisa');
  await tour.goto(page, '/tugas/{id}/catatan', page.url().replace(/belum-bisa$/, 'catatan'));
  await page.goto(page.url().replace(/catatan.*$/, 'tanda-tangan'));
  await page.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await page.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await giveAgain(page, password);
  await button(page, 'Ucapkan ikrar dan tanda tangani').click();
  await page.waitForURL(/\/selesai$/);
  await tour.see(page, '/tugas/{id}/selesai');
  const until = Date.now() + 60_000;
  while (!(await page.getByRole('link', { name: 'Unduh salinan (PDF)' }).count()) && Date.now() < until) await page.reload();
  await tour.file(page, '/dokumen/{id}/pakta.pdf', PDF);
  await tour.goto(page, '/beranda', '/beranda', 'beranda-selesai');
  await page.getByRole('link', { name: /^Bukan Anda\?/ }).first().click();
  await tour.see(page, '/tugas/{id}/bukan-saya');
  await tour.goto(page, '/akun');
  await tour.goto(page, '/akun/sandi');
  await page.goto('/akun');
  await page.getByRole('link', { name: 'Pelimpahan peran' }).click();
  await tour.see(page, '/akun/pelimpahan');
  await page.goto('/akun');
  await page.getByRole('link', { name: 'Lihat riwayat Anda' }).click();
  await tour.see(page, '/akun/catatan');
  await tour.file(page, '/akun/catatan.pdf', PDF);
  await tour.goto(page, '/akun/kode');
  await tour.goto(page, '/akun/konfirmasi', '/akun/konfirmasi?ke=/akun');
  await page.goto('/akun');
  await page.getByRole('link', { name: 'Lihat perangkat Anda' }).click();
  await tour.see(page, '/akun/perangkat');
  await page.goto('/akun');
  await page.getByRole('link', { name: 'Atur pengingat' }).click();
  await tour.see(page, '/akun/pengingat');
}

async function headOfUnit(tour, page, phone) {
  await page.goto('/unit');
  await tour.see(page, '/unit/{id}');
  await tour.file(page, '/unit/{id}/cakupan.xlsx', SHEET);
  await page.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await tour.see(page, '/unit/{id}/belum');
  await tour.file(page, '/unit/{id}/belum.xlsx', SHEET);
  await page.goto('/unit');
  await page.getByRole('link', { name: 'Pesan slip aktivasi untuk unit ini' }).click();
  await tour.see(page, '/pegawai/slip/pesan');
  await button(page, 'Pesan slip').click();
  await page.getByText('Pesanan tersimpan.').waitFor();
  await tour.see(page, '/pegawai/slip/{id}');
  await tour.goto(page, '/akun/pelimpahan', '/akun/pelimpahan', 'pelimpahan-kepala');
  await page.goto('/pegawai/slip');
  await tour.see(page, '/pegawai/slip');
  await page.goto('/unit');
  await page.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  // Not the nurse: a new slip ends her session.
  await page.locator('tbody').getByRole('link', { name: /^(?!Siti Rahmawati)/ }).first().click();
  await tour.see(page, '/pegawai/{id}/pengetahuan');
  await tour.file(page, '/pegawai/{id}/pengetahuan.pdf', PDF);
  await page.getByRole('link', { name: 'Catat bahwa ia dibebaskan atau menolak' }).click();
  await tour.see(page, '/pegawai/{id}/pengecualian');
  await page.getByRole('link', { name: /^Ia sudah menandatangani pakta di instansi lain/ }).click();
  await tour.see(page, '/pegawai/{id}/pakta-lain');
  await page.goBack();
  await page.getByLabel('Dibebaskan: Sakit lama').check();
  await button(page, 'Simpan catatan').click();
  await page.waitForURL(/tercatat=ya/);
  await tour.see(page, '/pegawai/{id}/pengetahuan', 'pengetahuan-dibebaskan');
  const code = await printedSlip(page);
  await page.goto('/unit');
  await page.getByRole('link', { name: 'Lihat siapa', exact: true }).click();
  await tour.see(page, '/unit/{id}/dikecualikan');
  await page.goto('/unit');
  await page.getByRole('link', { name: 'Catat pembacaan bersama' }).click();
  await tour.see(page, '/unit/{id}/pembacaan');
  await page.locator('input[name="hadir"]').last().check();
  await page.getByLabel('Tempat').fill('Aula (rekaan)');
  await page.getByLabel('Dibacakan oleh').fill('Kepala (rekaan)');
  const buffer = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  await page.getByLabel('Foto daftar hadir').setInputFiles({ name: 'lembar.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: /^Catat/ }).click();
  await page.waitForURL(/\/pembacaan\/\w{32}$/);
  await tour.see(page, '/pembacaan/{id}');
  await tour.file(page, '/pembacaan/{id}/lembar', '');
  await page.getByRole('link', { name: 'Pembacaan surat edaran' }).click();
  await tour.see(page, '/pembacaan');
  await phone.goto('/aktivasi');
  await phone.getByLabel('Kode pada slip').fill(code);
  await button(phone, 'Lanjut').click();
  await phone.waitForURL(/\/pilih$/);
  await tour.see(phone, '/aktivasi/pilih');
}

async function kiosk(tour, page) {
  await page.getByRole('link', { name: 'Kios', exact: true }).click();
  await tour.see(page, '/kios', 'kios-operator');
  await button(page, 'Jadikan komputer ini kios').click();
  await page.getByLabel('Nomor pegawai').waitFor();
  await tour.see(page, '/kios');
  await tour.goto(page, '/kios/masih');
}

async function officer(tour, page, authority) {
  await tour.goto(page, '/ikhtisar');
  await tour.file(page, '/ikhtisar/cakupan.xlsx', SHEET);
  await page.getByLabel('Keadaan pada akhir tanggal').fill(iso(inDays(-1)));
  await button(page, 'Tampilkan').click();
  await tour.goto(page, '/ikhtisar', page.url(), 'ikhtisar-kemarin');
  await page.getByRole('link', { name: 'Kembali ke hari ini' }).click();
  await page.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await tour.see(page, '/ikhtisar/belum');
  await tour.file(page, '/ikhtisar/belum.xlsx', SHEET);
  await tour.goto(page, '/ikhtisar/belum', '/ikhtisar/belum?kata=siti&hal=2', 'ikhtisar-belum-dicari');
  await tour.goto(page, '/ikhtisar/dikecualikan');
  await page.getByRole('link', { name: 'Tanda tangan', exact: true }).click();
  await tour.see(page, '/tanda-tangan');
  await tour.goto(page, '/pegawai');
  await page.getByRole('link', { name: 'Unit', exact: true }).first().click();
  await tour.see(page, '/pegawai/unit');
  await page.goto('/pegawai');
  await page.getByRole('link', { name: 'Catatan kembar' }).click();
  await tour.see(page, '/pegawai/kembar');
  await page.getByRole('row', { name: /satu dengan nomor pegawai, satu dengan NIK/ }).first().getByRole('link').click();
  await tour.see(page, '/pegawai/{id}/satukan/{other}');
  await page.getByLabel('Mengapa keduanya orang yang sama?').fill('SK dan KTP sama');
  await button(page, 'Usulkan penyatuan').click();
  await tour.see(page, '/pegawai/penyatuan/{id}');
  await page.goto('/pegawai?kata=agus');
  await page.locator('tbody a').first().click();
  await page.getByRole('link', { name: 'Satukan dengan catatan lain' }).click();
  await tour.see(page, '/pegawai/{id}/satukan');
  await page.goBack();
  await page.getByRole('link', { name: 'Masa tidak di tempat' }).click();
  await page.getByLabel('Cuti').check();
  const { year } = inDays(30);
  await writeDay(page, 'Hari pertama', { day: 1, month: 1, year });
  await writeDay(page, 'Hari terakhir', { day: 1, month: 1, year: year + 1 });
  await button(page, 'Simpan').click();
  await page.waitForURL(/sudah=ya$/);
  await page.getByRole('link', { name: 'Perbaiki' }).click();
  await tour.see(page, '/pegawai/{id}/tidak-di-tempat');
  await page.goto('/pegawai/unit');
  await page.getByRole('link', { name: 'Puskesmas Melati', exact: true }).click();
  await tour.see(page, '/pegawai/unit/{id}');
  await page.getByRole('link', { name: 'Akhiri unit ini' }).click();
  await tour.see(page, '/pegawai/unit/{id}/akhiri');
  await page.goto('/pegawai/unit');
  await page.getByRole('link', { name: 'Unit baru' }).click();
  await tour.see(page, '/pegawai/unit/baru');
  // A page is loaded again in each language, so the form is looked at before it is filled in.
  await tour.goto(page, '/kelola/pemilihan/baru');
  await page.getByLabel('Nama pemilihan', { exact: true }).fill('Pemilihan kepala desa serentak');
  await page.getByLabel('Yang dipilih').selectOption('village');
  await page.getByLabel('Jenis dan penerbit surat').fill('Keputusan Bupati Sukamaju');
  await page.getByLabel('Nomor surat').fill('141/22/2024');
  await writeDay(page, 'Tanggal surat', { day: 1, month: 10, year: 2024 });
  await page.getByLabel('Tempat surat itu dibaca').fill('Arsip BKPSDM');
  for (const stage of [1, 2, 3]) {
    const row = page.getByRole('region', { name: `Tahapan ${stage}`, exact: true });
    await writeDay(row, 'Hari pertama', { day: stage, month: 3, year: 2027 });
  }
  await button(page, 'Simpan dan minta pengesahan').click();
  await page.waitForURL(/sudah=catat$/);
  await tour.see(page, '/kelola/pemilihan/{id}');
  await tour.goto(page, '/kelola/pemilihan');
  await page.goto('/pegawai');
  await page.getByRole('link', { name: 'Jabatan', exact: true }).click();
  await tour.see(page, '/jabatan');
  await page.getByRole('link', { name: 'Catat banyak pemangku sekaligus' }).click();
  await tour.see(page, '/jabatan/banyak');
  await tour.file(page, '/jabatan/banyak/isian.xlsx', SHEET);
  await page.goto('/jabatan');
  await page.getByRole('link', { name: 'Jabatan baru' }).click();
  await tour.see(page, '/jabatan/baru');
  await page.goto('/jabatan?kata=puskesmas+melati');
  await page.locator('tbody a').first().click();
  await page.getByRole('link', { name: /^Akhiri/ }).first().click();
  await tour.see(page, '/jabatan/{id}');
  await page.getByRole('link', { name: 'Catat pemangku' }).click();
  await page.getByLabel('Nama atau nomor pegawai').fill('siti rahmawati');
  await button(page, 'Cari').click();
  await page.getByRole('link', { name: /^Siti Rahmawati/ }).first().click();
  await tour.see(page, '/jabatan/{id}/angkat');
  await page.goto('/pegawai');
  await page.locator('tbody a').first().click();
  await tour.see(page, '/pegawai/{id}');
  await tour.goto(page, '/pegawai/impor');
  await tour.file(page, '/pegawai/impor/contoh.xlsx', SHEET);
  const buffer = Buffer.from(ROSTER.join('\r\n'));
  await page.getByLabel('Berkas pegawai').setInputFiles({ name: 'dinsos.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Dinas Sosial', { exact: true }).check();
  await button(page, 'Unggah dan periksa').click();
  await page.getByText('1 baris perlu diperbaiki. 1 baris siap.').waitFor();
  await tour.see(page, '/pegawai/impor/{id}');
  await tour.file(page, '/pegawai/impor/{id}/salah.xlsx', SHEET);
  await page.getByRole('link', { name: 'Perbaiki arti kolom' }).click();
  await tour.see(page, '/pegawai/impor/{id}/kolom');
  await page.goBack();
  await page.getByRole('link', { name: 'Tidak ada di berkas ini' }).click();
  await tour.see(page, '/pegawai/impor/{id}/perubahan');
  await page.goto('/edaran');
  await page.getByRole('link', { name: 'Gerakan netralitas' }).click();
  await tour.see(page, '/gerakan');
  await page.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await tour.see(page, '/gerakan/baru');
  await page.goto('/edaran');
  await page.locator('tbody a').first().click();
  const published = page.url();
  await page.getByRole('link', { name: 'Cabut surat edaran ini' }).click();
  await tour.see(page, '/edaran/{id}/cabut');
  await page.goto(published);
  await page.getByRole('link', { name: 'Pertanyaan yang sulit' }).click();
  await tour.see(page, '/edaran/{id}/pertanyaan-sulit');
  await tour.file(page, '/edaran/{id}/pertanyaan-sulit.xlsx', SHEET);
  await page.goto(published);
  await button(page, 'Susun revisi').click();
  await page.getByLabel('Butir 1', { exact: true }).fill('Setiap pegawai menjaga netralitas, kapan pun dan di mana pun.');
  await button(page, 'Simpan dan lihat hasilnya').click();
  await page.waitForURL(/\/perubahan$/);
  await tour.see(page, '/edaran/{id}/perubahan');
  await page.goto(page.url().replace(/perubahan$/, 'terbit'));
  await page.getByRole('link', { name: 'Atur lampiran' }).click();
  await tour.see(page, '/edaran/{id}/lampiran');
  await tour.file(page, '/edaran/{id}/lampiran/{n}', PDF);
  await page.goto('/edaran');
  await button(page, 'Susun surat edaran baru').click();
  await page.waitForURL(/\/susun$/);
  await tour.see(page, '/edaran/{id}/susun');
  await tour.goto(page, '/edaran');
  await page.locator('tbody').getByRole('link', { name: 'Netralitas' }).first().click();
  await page.waitForURL(/\/susun$/);
  // Who publishes it sees a form on this page.
  await authority.goto(page.url().replace(/susun$/, 'terbit'));
  await tour.see(authority, '/edaran/{id}/terbit');
}

async function paper(tour, legal, officer) {
  await legal.goto('/edaran');
  await button(legal, 'Susun surat edaran baru').click();
  await button(legal, 'Simpan dan lihat hasilnya').click();
  await legal.getByRole('link', { name: /ditandatangani di atas kertas/ }).click();
  await tour.see(legal, '/edaran/{id}/kertas');
  const buffer = await aLetter(legal);
  await legal.getByLabel('Pindaian surat').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer });
  const due = legal.getByRole('group', { name: 'Batas waktu' });
  await due.getByLabel('Tanggal', { exact: true }).fill('31');
  await due.getByLabel('Bulan').selectOption({ label: 'Desember' });
  await due.getByLabel('Tahun').fill(String(inDays(0).year + 1));
  await button(legal, 'Unggah pindaian').click();
  await legal.locator('main img').first().waitFor();
  await officer.goto(legal.url());
  await tour.see(officer, '/edaran/{id}/kertas', 'edaran-id-kertas-cocokkan');
  await tour.file(officer, '/edaran/{id}/kertas/pindaian', PDF);
  await tour.picture(officer, '/edaran/{id}/kertas/halaman/{n}');
  await officer.getByLabel(/^Saya sudah membandingkan/).check();
  await button(officer, 'Terbitkan surat edaran').click();
  await officer.getByRole('link', { name: 'Catat atau perbaiki nomor surat' }).click();
  await officer.getByLabel('Nomor dari buku agenda').fill('343');
  await button(officer, 'Lihat nomor lengkapnya').click();
  await officer.waitForURL(/agenda=343$/);
  await tour.see(officer, '/edaran/{id}/nomor');
  await officer.getByRole('link', { name: 'Ubah pola nomor surat' }).click();
  await tour.see(officer, '/edaran/pola-nomor');
  await officer.goto(new URL(legal.url()).pathname);
  await officer.getByRole('link', { name: 'Halaman publik' }).click();
  await tour.see(officer, '/{instansi}/edaran/{id}', 'instansi-edaran-kertas');
  await tour.file(officer, '/{instansi}/edaran/{id}/pindaian', PDF);
}

async function pack(tour, page) {
  await page.getByRole('link', { name: 'Desa', exact: true }).click();
  await tour.see(page, '/desa');
  await page.getByRole('link', { name: 'Buat paket' }).click();
  await tour.see(page, '/desa/baru');
  await page.goto('/desa');
  await page.locator('tbody a').first().click();
  await tour.see(page, '/desa/{id}');
  await tour.file(page, '/desa/{id}/paket.pdf', PDF);
  const photo = { name: 'lembar.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.getByLabel('Foto atau pindaian lembar').setInputFiles(photo);
  await button(page, 'Kirim').click();
  await page.getByRole('link', { name: 'Catat isi lembar' }).click();
  await tour.see(page, '/desa/{id}/catat');
  await tour.picture(page, '/desa/{id}/foto/{foto}/{halaman}');
  await page.goto(page.url().replace(/catat$/, 'sahkan'));
  await tour.see(page, '/desa/{id}/sahkan');
}

async function assembly(tour, page, phone, { password }) {
  await page.goto('/ikrar');
  await page.getByRole('link', { name: 'Rencanakan apel' }).click();
  await tour.see(page, '/ikrar/baru');
  await page.getByLabel('Pukul').fill('07.00');
  await page.getByLabel('Tempat').fill('Halaman Kantor Bupati (rekaan)');
  await page.getByLabel('Pemimpin ikrar').fill('Bupati Sukamaju (rekaan)');
  await button(page, 'Simpan rencana').click();
  await page.waitForURL(/\/ikrar\/\w{32}$/);
  const on = () => page.getByRole('button', { name: /^Lanjut ke/ }).click();
  await tour.see(page, '/ikrar/{id}');
  await on();
  const address = page.url().replace(/\?.*$/, '');
  const screen = await page.context().newPage();
  await screen.goto(`${address}/layar`);
  await tour.see(screen, '/ikrar/{id}/layar');
  await tour.goto(phone, '/i');
  await phone.getByLabel('Dua kata di layar').fill(await screen.locator('.n-hall__words').innerText());
  await button(phone, 'Gabung').click();
  await button(phone, 'Ya, itu saya').waitFor();
  await tour.see(phone, '/i', 'i-anda');
  await button(phone, 'Ya, itu saya').click();
  await phone.waitForURL(/\/ikut$/);
  await tour.see(phone, '/ikrar/{id}/ikut', 'ikut-menunggu');
  for (let step = 0; step < 5; step += 1) await on();
  await phone.reload();
  await tour.see(phone, '/ikrar/{id}/ikut', 'ikut-tanda-tangan');
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await giveAgain(phone, password);
  await button(phone, 'Saya berikrar').click();
  await phone.getByRole('heading', { name: /^Ikrar Anda tercatat/ }).waitFor();
  await tour.see(phone, '/ikrar/{id}/ikut', 'ikut-tercatat');
  await tour.see(screen, '/ikrar/{id}/layar', 'layar-tanda-tangan');
  await page.getByRole('link', { name: /^Meja petugas/ }).click();
  await tour.see(page, '/ikrar/{id}/meja');
  await page.locator('input[name="hadir"]').first().check();
  const buffer = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  await page.getByLabel('Foto daftar hadir').setInputFiles({ name: 'lembar.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: /^Catat/ }).click();
  await page.waitForURL(/tercatat=1$/);
  await tour.see(page, '/ikrar/{id}/meja', 'meja-tercatat');
  await page.goto(`${address}/contoh`);
  await tour.see(page, '/ikrar/{id}/contoh');
  await tour.file(page, '/ikrar/{id}/lembar/{lembar}', '');
  await page.goto(address);
  await on();
  const minutes = page.getByRole('link', { name: 'Unduh berita acara (PDF)' });
  const until = Date.now() + 60_000;
  while (!(await minutes.count()) && Date.now() < until) await page.reload();
  await tour.see(page, '/ikrar/{id}', 'ikrar-id-selesai');
  await tour.file(page, '/ikrar/{id}/berita-acara.pdf', PDF);
  await tour.see(screen, '/ikrar/{id}/layar', 'layar-selesai');
  await tour.goto(page, '/ikrar');
}

async function administrator(tour, app, page, successor) {
  await tour.goto(page, '/kelola');
  await tour.goto(page, '/kelola/peran');
  await page.goto('/kelola');
  await page.getByRole('link', { name: 'Amankan akun seseorang' }).click();
  await tour.see(page, '/kelola/akun');
  await page.getByRole('link', { name: 'Pesan keluar' }).click();
  await tour.see(page, '/kelola/pesan');
  await page.goto('/kelola');
  await page.getByRole('link', { name: 'Serah terima peran' }).click();
  await tour.see(page, '/kelola/serah-terima');
  await page.getByRole('link', { name: /\(Inspektorat\)$/ }).click();
  await page.getByLabel('Nomor pegawai pengganti').fill(signIn(app, 'village_secretary').number);
  await button(page, 'Usulkan serah terima').click();
  await successor.goto('/beranda');
  await successor.getByRole('link', { name: 'Lihat serah terima' }).click();
  await successor.locator('tbody a').first().click();
  await tour.see(successor, '/kelola/serah-terima/{id}');
  await button(successor, 'Terima peran ini').click();
  await successor.getByText('Peran sudah berpindah.').waitFor();
  await tour.see(successor, '/kelola/serah-terima/{id}', 'serah-terima-berita-acara');
}

async function assessor(tour, page) {
  await tour.goto(page, '/penilaian', '/penilaian?hari_day=10&hari_month=10&hari_year=2024&pemilihan=pilkada-2024&perbuatan=like&unsur-subject=pns');
  await tour.file(page, '/penilaian/lembar-kerja.pdf', PDF);
  await tour.goto(page, '/kelola/tafsir');
  await page.locator('tbody').first().getByRole('link').first().click();
  await tour.see(page, '/kelola/tafsir/{instrumen}/{sengketa}');
}

async function questions(tour, page, desk) {
  await tour.goto(page, '/tanya');
  await page.getByLabel('Pertanyaan Anda', { exact: true }).fill('Bolehkah saya hadir pada acara keluarga yang dihadiri calon?');
  await page.getByLabel('Dengan nama saya').check();
  await button(page, 'Kirim pertanyaan').click();
  await tour.see(page, '/tanya/{id}');
  await desk.goto('/tanya/meja');
  await tour.see(desk, '/tanya/meja');
  await desk.locator('tbody').first().getByRole('link').first().click();
  await tour.see(desk, '/tanya/meja/{id}');
  await desk.getByLabel('Belum pasti').check();
  await desk.getByLabel('Penjelasan').fill('Aturannya ditafsirkan berbeda.');
  await button(desk, 'Kirim jawaban').click();
  await desk.getByRole('link', { name: 'Terbitkan untuk umum' }).click();
  await tour.see(desk, '/tanya/meja/{id}/terbit');
  await tour.goto(desk, '/tanya/meja/terbitan');
  await page.reload();
  await page.getByRole('link', { name: 'Salinan dengan isi pertanyaan' }).click();
  await tour.see(page, '/tanya/{id}/salinan');
  await tour.goto(page, '/tanya/kode');
  await tour.goto(page, '/tanya/terbit');
}

async function custodian(tour, page) {
  await page.goto('/pegawai');
  await page.locator('tbody a').first().click();
  await tour.see(page, '/pegawai/{id}', 'pegawai-id-pemegang-data');
}
