// The rules and norms: searched, narrowed to a day, read with basis and readings; on a phone without scripts, in both languages.
import assert from 'node:assert/strict';
import { journeys, look, speaks } from '../harness/index.mjs';

const journey = journeys();

const WORDS = {
  id: { search: 'Cari kata', show: 'Tampilkan', norms: 'Lihat semua norma', day: 'Berlaku pada tanggal', when: 'Kapan berlaku' },
  en: { search: 'Search for words', show: 'Show', norms: 'See all norms', day: 'In force on', when: 'When it applies' },
};

for (const language of ['id', 'en']) {
  const words = WORDS[language];
  journey(`somebody searches the rules and reads a norm, without scripts, in ${language}`, async (visit) => {
    const page = await visit.phone({ javaScriptEnabled: false });
    await page.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
    await page.goto('/aturan');
    await speaks(page, language);
    await page.getByLabel(words.search).fill('SKB-D-04');
    await page.getByLabel(words.day).fill('2024-10-10');
    await page.getByRole('button', { name: words.show }).click();
    await look(page, `aturan-cari-${language}`);
    await page.locator('main a[href="/aturan/norma/SKB-D-04"]').first().click();
    await page.getByRole('heading', { name: words.when }).waitFor();
    await speaks(page, language);
    await look(page, `aturan-norma-${language}`);
    await page.locator('main .n-provision h3 a').first().click();
    assert.match(page.url(), /\/aturan\/[a-z0-9-]+#ketentuan-/);
    await page.locator('main a[href="/aturan/norma/SKB-D-04"]').first().waitFor();
  });

  journey(`every page of the law browser stands being looked at, in ${language}`, async (visit) => {
    for (const page of [await visit.phone(), await visit.desktop()]) {
      await page.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
      for (const [address, name] of [
        ['/aturan?cari=kampanye', 'cari-banyak'],
        ['/aturan?cari=xyzzy', 'cari-kosong'],
        ['/aturan?pada=2020-01-01', 'pada'],
        ['/aturan/norma', 'semua-norma'],
        ['/aturan/norma/SKB-D-04', 'norma-tafsir'],
        ['/aturan/norma/PP94-5N1', 'norma-tingkat'],
        ['/aturan/norma/PP94-26', 'norma-prosedur'],
        ['/aturan/perubahan?dari=2021-01-01&sampai=2022-12-31', 'perubahan'],
      ]) {
        await page.goto(address);
        await look(page, `aturan-${name}-${language}`);
      }
      assert.equal((await page.goto('/aturan/perubahan?dari=2022-01-01&sampai=2021-01-01')).status(), 422);
      await look(page, `aturan-perubahan-salah-${language}`);
    }
  });
}
