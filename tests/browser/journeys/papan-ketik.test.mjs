// The main job with the keyboard alone: sign in, read, answer, pledge, sign. No journey step touches a mouse.
import assert from 'node:assert/strict';
import { journeys, Keyboard } from '../harness/index.mjs';
import { learn } from './answers.mjs';
import { signIn } from './people.mjs';

const journey = journeys();
const ATTEMPTS_MAX = 40;

/** Chooses an option of every question, the known right one or the first, with Tab, Space and the arrows. */
async function answer(page, keys, known) {
  for (const group of await page.locator('fieldset.govuk-fieldset').all()) {
    const question = (await group.locator('legend').innerText()).replace(/^\d+\. /, '');
    const labels = (await group.locator('label').allInnerTexts()).map((text) => text.trim());
    const wanted = Math.max(0, labels.indexOf(known.get(question)));
    await keys.reach(new RegExp(`^${labels[0].replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}$`));
    await keys.press('Space');
    for (let n = 0; n < wanted; n += 1) await keys.press('ArrowDown');
    assert.equal(await keys.here(), labels[wanted]);
    assert.ok(await group.locator('input').nth(wanted).isChecked(), `${question}: ${labels[wanted]}`);
  }
  await keys.reach(/^Periksa jawaban saya$/);
  await keys.press('Enter');
  await page.waitForURL(/\/hasil$/);
}

journey('an employee signs in, reads, answers, pledges and signs without a mouse', async (visit) => {
  const { number, password } = signIn(visit.app, 'employee');
  const page = await visit.desktop();
  const keys = new Keyboard(page);

  await page.goto('/masuk');
  await keys.reach(/^Nomor pegawai$/);
  await keys.type(number);
  await keys.reach(/^Kata sandi$/);
  await keys.type(password);
  // What was typed can be shown before it is sent.
  await keys.reach(/^Tampilkan/);
  await keys.press('Space');
  assert.equal(await page.getByLabel('Kata sandi', { exact: true }).getAttribute('type'), 'text');
  // Back to look at the number once more, and on again.
  await keys.reach(/^Nomor pegawai$/, { back: true });
  await keys.reach(/^Masuk$/);
  await keys.press('Enter');
  await page.waitForURL(/\/beranda$/);

  // The first stop of a page leads past its header.
  assert.deepEqual(await keys.reach(/./), ['Lewati ke isi']);
  await keys.press('Enter');
  assert.deepEqual(await keys.reach(/./), ['Baca surat edaran'], 'after the skip link comes the content');
  await keys.reach(/^Mulai membaca$/);
  await keys.press('Enter');
  await page.waitForURL(/\/baca$/);
  await keys.reach(/^Sudah saya baca, lanjut$/);
  await keys.press('Space');
  await page.waitForURL(/\/pertanyaan$/);

  const known = new Map();
  for (let attempt = 0; ; attempt += 1) {
    assert.ok(attempt < ATTEMPTS_MAX, 'the check was never passed');
    await answer(page, keys, known);
    await learn(page, known);
    const [next] = (await keys.reach(/^(Coba lagi|Lanjut ke ikrar dan pakta)$/)).slice(-1);
    await keys.press('Enter');
    await page.waitForURL(/\/(pertanyaan|tanda-tangan)$/);
    if (next !== 'Coba lagi') break;
  }

  await keys.reach(/^Saya mengucapkan keempat butir itu sebagai ikrar$/);
  await keys.press('Space');
  await keys.reach(/^Saya menandatangani pakta ini dengan sadar dan tanpa paksaan$/);
  await keys.press('Space');
  // The password was given a moment ago and is not asked again.
  await keys.reach(/^Ucapkan ikrar dan tanda tangani$/);
  await keys.press('Enter');
  await page.waitForURL(/\/selesai$/);
  await page.getByRole('heading', { name: 'Terima kasih. Pakta Anda sudah ditandatangani.' }).waitFor();

  await keys.reach(/^Keluar$/);
  await keys.press('Enter');
  await page.getByText('Anda sudah keluar.').waitFor();
});
