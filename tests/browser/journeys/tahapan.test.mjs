// What stage it is, what changes next, and the calendar to subscribe to: on a phone without scripts, in both languages.
import assert from 'node:assert/strict';
import { journeys, look, speaks } from '../harness/index.mjs';

const journey = journeys();

const WORDS = {
  id: { day: 'Lihat tahapan pada tanggal', show: 'Tampilkan', on: 'Pada Kamis, 10 Oktober 2024', now: 'Pilkada 2024: masa kampanye', subscribe: 'Kalender tahapan (iCalendar)', planned: 'Direncanakan, tidak dilaksanakan' },
  en: { day: 'See the stages on a date', show: 'Show', on: 'On Thursday, 10 October 2024', now: 'Regional elections 2024: campaign', subscribe: 'Calendar of stages (iCalendar)', planned: 'Planned and not held' },
};

for (const language of ['id', 'en']) {
  const words = WORDS[language];
  journey(`somebody finds the stage of a day and subscribes, without scripts, in ${language}`, async (visit) => {
    const page = await visit.phone({ javaScriptEnabled: false });
    await page.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
    await page.goto('/kabupaten-sukamaju/tahapan');
    await speaks(page, language);
    await page.getByLabel(words.day).fill('2024-10-10');
    await page.getByRole('button', { name: words.show }).click();
    assert.match(page.url(), /\?pada=2024-10-10$/);
    await page.getByRole('heading', { name: words.on }).waitFor();
    await page.getByText(words.now, { exact: true }).waitFor();
    await look(page, `tahapan-daerah-${language}`);
    await page.locator('main a[href$="/tahapan/pilkada-2024"]').first().click();
    assert.match(page.url(), /\/tahapan\/pilkada-2024$/);
    const link = await page.getByRole('link', { name: words.subscribe }).getAttribute('href');
    const file = await page.request.get(link);
    assert.equal(file.headers()['content-type'], 'text/calendar; charset=utf-8');
    assert.match(await file.text(), /^BEGIN:VCALENDAR\r\n/);
  });

  journey(`every page of the calendar stands being looked at, in ${language}`, async (visit) => {
    for (const page of [await visit.phone(), await visit.desktop()]) {
      await page.context().addCookies([{ name: 'bahasa', value: language, url: visit.app.url }]);
      for (const [address, name] of [
        ['/tahapan?pada=2024-10-10', 'kampanye'],
        ['/tahapan?pada=2023-05-10', 'pencalonan'],
        ['/tahapan', 'hari-ini'],
        ['/kabupaten-sukamaju/tahapan?pada=2025-03-01', 'daerah-ulang'],
        ['/tahapan/pilkada-2020?pada=2020-03-22', 'berbeda'],
        ['/tahapan/psu-2025?pada=2025-03-01', 'ulang'],
      ]) {
        await page.goto(address);
        await look(page, `tahapan-${name}-${language}`);
      }
      await page.goto('/tahapan/pilkada-2020');
      await page.getByText(words.planned, { exact: true }).waitFor();
      assert.equal((await page.goto('/tahapan?pada=kemarin')).status(), 422);
      await look(page, `tahapan-salah-${language}`);
    }
  });
}
