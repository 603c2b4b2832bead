// What everybody may read: institutions, circulars, the rules above them, and whether a paper is genuine.
import assert from 'node:assert/strict';
import { journeys, look, weigh } from '../harness/index.mjs';

const journey = journeys();
const FIRST_VISIT_BYTES_MAX = 60 * 1024;

/** Looks at one page on a phone and on a computer. */
async function lookOnBoth(visit, address, name) {
  for (const page of [await visit.phone(), await visit.desktop()]) {
    await page.goto(address);
    await look(page, name);
  }
}

journey('a first visit is light', async (visit) => {
  const page = await visit.phone();
  const { bytes } = await weigh(page, () => page.goto('/'));
  assert.ok(bytes <= FIRST_VISIT_BYTES_MAX, `${bytes} bytes`);
});

journey('everybody reads a circular and checks its letter, without scripts', async (visit) => {
  const page = await visit.phone({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('link', { name: 'Pemerintah Kabupaten Sukamaju (rekaan)', exact: true }).click();
  assert.match(await page.locator('h1').innerText(), /Menjaga netralitas di\s+Kabupaten Sukamaju/);
  await look(page, 'publik-daerah');
  await page.locator('main h3 a').first().click();
  await page.getByRole('heading', { name: 'Ketentuan' }).waitFor();
  assert.ok((await page.locator('.n-provision').count()) > 0);
  assert.ok(await page.getByRole('heading', { name: 'Dasar hukum' }).isVisible());
  await look(page, 'publik-edaran');
  await page.getByRole('link', { name: 'Periksa keaslian surat ini' }).click();
  assert.equal(await page.locator('h1').innerText().then((text) => text.split('\n').at(-1).trim()), 'Dokumen ini asli');
  await look(page, 'publik-dokumen-asli');
});

journey('a real government carries only what the news says', async (visit) => {
  const page = await visit.desktop();
  await page.goto('/');
  await page.getByRole('link', { name: 'Kota Malang' }).click();
  assert.ok(await page.getByText('Pemerintah ini tidak memakai Netral.').isVisible());
  await page.getByRole('link', { name: 'Enam arahan netralitas dalam Pemilu 2024' }).click();
  assert.ok(await page.getByText('Nomornya tidak disebut dalam berita.').isVisible());
  await page.getByRole('link', { name: /PP.94\/2021 Pasal.5 huruf.n angka.4/ }).first().click();
  assert.match(page.url(), /\/aturan\/pp-2021-94#ketentuan-5-n-4$/);
  assert.ok(await page.locator('#ketentuan-5-n-4').isVisible());
});

journey('a mistyped code is mended and an unknown one is told so', async (visit) => {
  const page = await visit.phone();
  await page.goto('/periksa');
  await page.getByLabel('Kode pada kertas').fill('7K3QD');
  await page.getByRole('button', { name: 'Periksa' }).click();
  assert.ok(await page.getByRole('alert').getByText('Yang Anda tulis 5.').isVisible());
  await look(page, 'publik-kode-salah');
  await page.getByLabel('Kode pada kertas').fill('00000-00000-00000-00000');
  await page.getByRole('button', { name: 'Periksa' }).click();
  assert.ok(await page.getByRole('heading', { name: 'Tidak dikenal' }).isVisible());
  await look(page, 'publik-kode-tidak-dikenal');
});

journey('the language changes and leads back to the same page', async (visit) => {
  const page = await visit.phone();
  await page.goto('/kota-depok');
  await page.getByRole('button', { name: 'English' }).click();
  assert.equal(new URL(page.url()).pathname, '/kota-depok');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.ok(await page.getByText('This government does not use Netral.').isVisible());
});

journey('every public page stands being looked at', async (visit) => {
  const pages = {
    '/': 'publik-depan',
    '/kabupaten-batang': 'publik-batang',
    '/kabupaten-batang/edaran/se-kabupaten-batang-800-169-2023': 'publik-edaran-batang',
    '/aturan': 'publik-aturan',
    '/aturan/skb-2022': 'publik-skb',
    '/periksa': 'publik-periksa',
    '/bantuan': 'publik-bantuan',
    '/privasi': 'publik-privasi',
    '/aksesibilitas': 'publik-aksesibilitas',
  };
  for (const [address, name] of Object.entries(pages)) await lookOnBoth(visit, address, name);
});
