// A letter that was signed by hand: uploaded by one, compared by another, then public; and its number from the register.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays } from './dates.mjs';
import { aLetter, enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('signed on paper: uploaded by the legal division, compared by the agency, public as a scan, numbered later', async (visit) => {
  const legal = await visit.desktop();
  await enter(legal, visit.app, 'legal_officer');
  await legal.goto('/edaran');
  await button(legal, 'Susun surat edaran baru').click();
  await legal.getByLabel('Hal', { exact: true }).fill('Netralitas di atas kertas (rekaan)');
  await button(legal, 'Simpan dan lihat hasilnya').click();
  await legal.getByRole('link', { name: /ditandatangani di atas kertas/ }).click();
  await look(legal, 'kertas-unggah');
  await legal.getByLabel('Pindaian surat').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan surat') });
  await legal.getByRole('group', { name: 'Batas waktu' }).getByLabel('Tanggal', { exact: true }).fill('31');
  await legal.getByRole('group', { name: 'Batas waktu' }).getByLabel('Bulan').selectOption({ label: 'Desember' });
  await legal.getByRole('group', { name: 'Batas waktu' }).getByLabel('Tahun').fill(String(inDays(0).year + 1));
  await button(legal, 'Unggah pindaian').click();
  await legal.getByRole('link', { name: /bukan PDF, JPEG, atau PNG/ }).waitFor();
  await look(legal, 'kertas-unggah-salah');
  const pdf = await aLetter(legal);
  await legal.getByLabel('Pindaian surat').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: pdf });
  await button(legal, 'Unggah pindaian').click();
  await legal.getByRole('heading', { name: 'Cocokkan surat dengan naskah' }).waitFor();
  assert.equal(await button(legal, 'Terbitkan surat edaran').count(), 0, 'nobody compares what they uploaded');
  await look(legal, 'kertas-menunggu');
  const page = new URL(legal.url()).pathname;

  // The head of the agency's desk, on a phone: pictures, not a PDF that a phone cannot show.
  const desk = await visit.phone();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto(page);
  const picture = desk.locator('img.n-scan').first();
  await picture.waitFor();
  assert.ok(await picture.evaluate((img) => img.decode().then(() => img.naturalWidth > 500)), 'the scan is not to be seen');
  await look(desk, 'kertas-cocokkan');
  await button(desk, 'Terbitkan surat edaran').click();
  await desk.getByRole('link', { name: /^Centang pernyataan itu/ }).waitFor();
  await desk.getByLabel(/^Saya sudah membandingkan/).check();
  await button(desk, 'Terbitkan surat edaran').click();
  await desk.waitForURL(/\/terbit$/);

  await desk.getByRole('link', { name: 'Catat atau perbaiki nomor surat' }).click();
  await desk.getByRole('link', { name: 'Ubah pola nomor surat' }).click();
  await desk.getByLabel('Pola').fill('270/{nomor}-Huk');
  await button(desk, 'Simpan dan lihat contohnya').click();
  await desk.getByText('270/343-Huk').waitFor();
  await look(desk, 'pola-nomor');
  await desk.goto(page.replace(/kertas$/, 'nomor'));
  await desk.getByLabel('Nomor dari buku agenda').fill('4711');
  await button(desk, 'Lihat nomor lengkapnya').click();
  await look(desk, 'nomor');
  await button(desk, 'Catat nomor').click();
  await desk.waitForURL(/\/terbit$/);

  const anyone = await visit.phone({ javaScriptEnabled: false });
  await anyone.goto('/kabupaten-sukamaju');
  await anyone.getByRole('link', { name: /Netralitas di atas kertas/ }).first().click();
  await anyone.getByText(/Ditandatangani di atas kertas\. Pindaian diunggah oleh .+, dicocokkan oleh /).waitFor();
  await anyone.getByText('270/4711-Huk').waitFor();
  await look(anyone, 'kertas-publik');
  const scan = await anyone.request.get(await anyone.getByRole('link', { name: /pindaian/ }).getAttribute('href'));
  assert.deepEqual(await scan.body(), pdf, 'the public letter is the scan as it was uploaded');
  await anyone.getByRole('link', { name: 'Periksa keaslian surat ini' }).click();
  await anyone.getByText(/Ditandatangani di atas kertas/).waitFor();
  await look(anyone, 'kertas-diperiksa');
});
