// Two records of one person: found, proposed by one officer, confirmed by another, and parted again. The first officer has a
// keyboard and nothing else.
import assert from 'node:assert/strict';
import { Keyboard, journeys, look } from '../harness/index.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('two records become one by two officers, lead to one another, and are parted again', async (visit) => {
  const administrator = await visit.desktop();
  await enter(administrator, visit.app, 'administrator');
  await administrator.goto('/kelola/peran');
  await administrator.getByLabel('NIP, NI PPPK, atau NIK').fill(signIn(visit.app, 'inspector').number);
  await administrator.getByLabel('Peran', { exact: true }).selectOption('personnel_officer');
  await button(administrator, 'Beri peran').click();
  await administrator.waitForLoadState();

  const officer = await visit.desktop();
  await enter(officer, visit.app, 'personnel_officer');
  await officer.goto('/pegawai');
  await officer.getByRole('link', { name: 'Catatan kembar' }).click();
  await officer.getByRole('row', { name: /satu dengan nomor pegawai, satu dengan NIK/ }).first().getByRole('link').click();
  const keys = new Keyboard(officer);
  await keys.reach(/^Usulkan penyatuan$/);
  await keys.press('Enter');
  await officer.getByRole('link', { name: 'Tulis alasannya, paling banyak 500 huruf.' }).waitFor();
  await look(officer, 'penyatuan-tanpa-alasan');
  await keys.reach(/^Tulis alasannya/);
  await keys.press('Enter');
  assert.equal(await keys.here(), 'Mengapa keduanya orang yang sama?', 'the error leads to its field');
  await keys.type('SK pengangkatan dan KTP sama');
  await keys.reach(/^Usulkan penyatuan$/);
  await keys.press('Enter');
  await officer.getByText('Usulan tersimpan.').waitFor();

  // The second officer is on a phone.
  const second = await visit.phone();
  await enter(second, visit.app, 'inspector');
  await second.goto('/pegawai/kembar');
  await second.locator('tbody').last().getByRole('link').first().click();
  await look(second, 'penyatuan-sahkan');
  await button(second, 'Sahkan penyatuan').click();
  await second.getByText('Kedua catatan sekarang satu.').waitFor();
  await look(second, 'penyatuan-disahkan');
  await second.locator('dl').first().getByRole('link').nth(1).click();
  await second.getByText('Catatan yang Anda buka sudah disatukan ke dalam catatan ini.').waitFor();
  await look(second, 'penyatuan-catatan');

  await officer.reload();
  await keys.reach(/^Mengapa dipisahkan\?$/);
  await keys.type('Ternyata dua orang');
  await keys.reach(/^Pisahkan kedua catatan$/);
  await keys.press('Enter');
  await officer.getByText('Kedua catatan sudah terpisah lagi.').waitFor();
  await look(officer, 'penyatuan-dipisahkan');
});
