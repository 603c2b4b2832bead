// May I do this? From words of one's own to an answer, on a phone without scripts, in both languages.
import assert from 'node:assert/strict';
import { journeys, look, speaks } from '../harness/index.mjs';

const journey = journeys();

const WORDS = {
  id: {
    search: 'Tulis yang ingin Anda lakukan', typed: 'boleh laik status calon?', find: 'Cari',
    act: 'Menyukai unggahan tentang calon atau partai', next: 'Lanjut', unknown: 'Saya tidak tahu',
    pns: 'PNS', day: 'Tanggal', month: 'Bulan', year: 'Tahun', verdict: 'Tidak boleh', change: 'Ubah',
    answers: ['Calon yang sudah ditetapkan', 'Ya', 'Akun atau grup pemenangan'],
    basis: 'Dasar hukumnya', sanction: 'Apa sanksinya bila terbukti?', error: 'Pilih satu jawaban',
    link: 'Tautan jawaban ini', free: 'Memakai hak pilih di TPS', allowed: 'Boleh', group: 'Hak pribadi',
  },
  en: {
    search: 'Write what you want to do', typed: 'may I like a post of a candidate', find: 'Search',
    act: 'Liking a post about a candidate or party', next: 'Continue', unknown: 'I do not know',
    pns: 'PNS (civil servant)', day: 'Day', month: 'Month', year: 'Year', verdict: 'Not allowed', change: 'Change',
    answers: ['A candidate who has been determined', 'Yes', 'An account or group that campaigns for a side'],
    basis: 'Legal basis', sanction: 'What is the sanction if it is proved?', error: 'Choose one answer',
    link: 'Link to this answer', free: 'Voting at the polling station', allowed: 'Allowed', group: 'Private rights',
  },
};

/** Which of the answers one gives a page offers; what none of them fits is not known. */
async function choose(page, words) {
  for (const answer of words.answers) {
    const offered = page.getByLabel(answer, { exact: true });
    if (await offered.count()) return offered.check();
  }
  return page.getByLabel(words.unknown, { exact: true }).check();
}

/** Walks from the search to the answer, and looks at each page on the way. */
async function walk(page, words, language, seen) {
  const step = async (name) => {
    await speaks(page, language);
    await seen(name);
  };
  await page.goto(`/boleh?bahasa=${language}`);
  await step('awal');
  await page.getByLabel(words.search).fill(words.typed);
  await page.getByRole('button', { name: words.find }).click();
  await seen('cari');
  await page.getByRole('link', { name: words.act, exact: true }).first().click();
  await step('siapa');
  await page.getByRole('button', { name: words.next }).click();
  assert.ok(await page.getByRole('alert').getByText(words.error).isVisible());
  await step('siapa-salah');
  await page.getByLabel(words.pns, { exact: true }).check();
  await page.getByRole('button', { name: words.next }).click();
  await step('kapan');
  await page.getByLabel(words.day, { exact: true }).fill('10');
  await page.getByLabel(words.month, { exact: true }).selectOption('10');
  await page.getByLabel(words.year, { exact: true }).fill('2024');
  await page.getByRole('button', { name: words.next }).click();
  await step('pemilihan');
  await page.locator('input[value="pilkada-2024"]').check();
  await page.getByRole('button', { name: words.next }).click();
  for (let asked = 0; !page.url().includes('/boleh/jawaban'); asked += 1) {
    assert.ok(asked < 10, `it asks on and on: ${page.url()}`);
    await step(`tanya-${asked + 1}`);
    await choose(page, words);
    await page.getByRole('button', { name: words.next }).click();
  }
  await page.getByRole('heading', { name: words.verdict, exact: true }).waitFor();
  await step('jawaban');
}

for (const language of ['id', 'en']) {
  const words = WORDS[language];
  journey(`somebody asks in their own words and is answered, without scripts, in ${language}`, async (visit) => {
    const context = { javaScriptEnabled: false };
    const page = await visit.phone(context);
    await page.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
    await walk(page, words, language, (name) => look(page, `boleh-${name}-${language}`));
    assert.ok(await page.getByRole('heading', { name: words.basis }).isVisible());
    await page.getByText(words.sanction).click();
    await look(page, `boleh-sanksi-${language}`);
    // The link holds ids only, and leads whoever gets it to the same answer.
    const link = await page.getByLabel(words.link).inputValue();
    assert.match(new URL(link).search, /^\?[a-z0-9_=&-]+$/);
    const other = await visit.phone(context);
    await other.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
    await other.goto(new URL(link).pathname + new URL(link).search);
    await other.getByRole('heading', { name: words.verdict, exact: true }).waitFor();
    // Back, and another answer.
    await page.goBack();
    assert.ok(page.url().includes('/boleh/'));
    await page.goForward();
    await page.getByRole('link', { name: new RegExp(`^${words.change}\\s*: `) }).first().click();
    assert.ok(await page.getByLabel(words.pns, { exact: true }).isChecked(), 'what was told is chosen already');
    const cookies = await page.context().cookies();
    assert.deepEqual(cookies.map((cookie) => cookie.name), ['bahasa'], 'nobody is remembered');
  });

  journey(`every page of it stands being looked at by axe, in ${language}`, async (visit) => {
    const page = await visit.desktop();
    await page.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
    const both = async (name) => {
      for (const viewport of [{ width: 360, height: 780 }, { width: 1280, height: 900 }]) {
        await page.setViewportSize(viewport);
        await look(page, `boleh-${name}-${language}`);
      }
    };
    await walk(page, words, language, both);
    await page.goto('/boleh');
    await page.getByText(words.group, { exact: true }).click();
    await page.getByRole('link', { name: words.free, exact: true }).click();
    await page.getByRole('heading', { name: words.allowed, exact: true }).waitFor();
    await both('jawaban-boleh');
    await page.goto('/boleh/contoh');
    await both('contoh');
    await page.locator('main .n-links a').first().click();
    await both('contoh-satu');
    assert.equal((await page.goto('/boleh/jawaban?act=like&side=candidate&stage=nomination')).status(), 400);
    await both('tautan-salah');
  });
}
