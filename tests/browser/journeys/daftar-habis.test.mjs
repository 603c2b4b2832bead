// The list of a head empties: those who were there when it was read out have read, the last two read it by themselves, and then
// nobody is waited for any more.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { cells, enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

const DRIVE = 'Membaca bersama (rekaan)';
const ELECTION = 'Pemilu dibaca bersama (rekaan)';
const [NURSE, HEAD] = [/Siti Rahmawati/, /Lestari Handayani/];
const NOBODY = 'Tidak ada lagi yang ditunggu di unit ini.';
const SHEET = { name: 'lembar.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) };

/** How many people are asked, as the page of the unit says. */
const asked = async (page) => Number(await page.locator('dl.n-figures dd').first().innerText());

/** Reads the circular on one's own device: all that the drive asks for. */
async function read(page) {
  await page.goto('/beranda');
  const card = page.locator('section.n-card', { hasText: ELECTION });
  await card.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(page, 'Sudah saya baca, lanjut').click();
  await page.waitForURL(/\/beranda$/);
  assert.equal(await card.count(), 0, 'nothing of it is left to do');
}

journey('the last two of a unit read it, and the list of the head is empty', async (visit) => {
  const head = await visit.desktop();
  await enter(head, visit.app, 'head_of_unit');
  await head.goto('/unit');
  const people = await asked(head);
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'personnel_officer');
  await desk.goto('/gerakan');
  await desk.getByRole('link', { name: /^Salin untuk pemilihan berikutnya/ }).first().click();
  await desk.getByLabel('Nama gerakan').fill(DRIVE);
  await desk.getByLabel('Pemilihan lain').fill(ELECTION);
  await writeDay(desk, 'Batas waktu', inDays(20));
  await desk.getByLabel('Yang diminta', { exact: true }).selectOption({ label: 'Membaca' });
  await button(desk, 'Mulai gerakan').click();
  await desk.getByText(ELECTION).first().waitFor();

  // It is laid before people by and by; who comes later would be on the list again.
  const until = Date.now() + 60_000;
  const caption = head.locator('.n-caption', { hasText: DRIVE });
  do await head.reload();
  while (!((await caption.count()) && (await asked(head)) === people) && Date.now() < until);
  assert.equal(await asked(head), people);

  // All but two were there when it was read out.
  await head.getByRole('link', { name: 'Catat pembacaan bersama' }).click();
  const lines = head.locator('tbody tr');
  assert.equal(await lines.count(), people);
  const there = lines.filter({ hasNotText: NURSE }).filter({ hasNotText: HEAD });
  const heard = await there.locator('label').evaluateAll((all) => all.map((label) => label.firstChild.textContent));
  assert.equal(heard.length, people - 2);
  for (const line of await there.all()) await line.getByRole('checkbox').check();
  await head.getByLabel('Tempat').fill('Aula Puskesmas (rekaan)');
  await head.getByLabel('Dibacakan oleh').fill('Kepala Puskesmas (rekaan)');
  await head.getByLabel('Foto daftar hadir').setInputFiles(SHEET);
  await head.getByRole('button', { name: /^Catat/ }).click();
  await head.waitForURL(/\/pembacaan\/\w{32}$/);

  await head.goto('/unit');
  await head.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await caption.waitFor();
  const list = head.url();
  const file = new URL(await head.getByRole('link', { name: 'Unduh daftarnya (XLSX)' }).getAttribute('href'), list).href;
  // The head's list and the file of it have these people and nobody else.
  const waitsFor = async (...names) => {
    await head.goto(list);
    assert.equal(await head.locator('.n-lead').innerText(), `${names.length} orang belum selesai.`);
    const shown = await head.locator('tbody th').allInnerTexts();
    const sheet = cells(await (await head.request.get(file)).body());
    assert.match(sheet, /Sejauh ini/, 'the head of the table stands in the file');
    assert.equal(shown.length, names.length, shown.join('; '));
    for (const name of names) assert.ok(shown.some((one) => name.test(one)), `${name} is on the list`);
    for (const name of [NURSE, HEAD]) assert.equal(name.test(sheet), names.includes(name), `${name} in the file`);
    assert.deepEqual(heard.filter((name) => sheet.includes(name)), []);
    assert.equal(await head.getByText(NOBODY).count(), names.length > 0 ? 0 : 1);
  };
  await waitsFor(NURSE, HEAD);
  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  await read(phone);
  await waitsFor(HEAD);
  await read(head);
  await waitsFor();
  // Nobody is left to be taken along as a file, or to be reminded.
  assert.equal(await head.getByRole('link', { name: 'Unduh daftarnya (XLSX)' }).count(), 0);
  assert.equal(await button(head, 'Ingatkan semua').count(), 0);
  assert.equal(await head.locator('table').count(), 0);
  await look(head, 'kepala-daftar-habis');
});
