// An office changes hands: an administrator proposes a successor, who accepts; the role is theirs and nobody else's.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const may = async (page) => (await page.request.get('/edaran')).status() === 200;

journey('a successor accepts what an administrator proposed, and the role is gone for the other', async (visit) => {
  const [desk, leaving, phone] = await Promise.all([visit.desktop(), visit.desktop(), visit.phone()]);
  await Promise.all([
    enter(desk, visit.app, 'administrator'),
    enter(leaving, visit.app, 'legal_officer'),
    enter(phone, visit.app, 'employee'),
  ]);
  assert.deepEqual([await may(leaving), await may(phone)], [true, false]);
  await desk.goto('/kelola');
  await desk.getByRole('link', { name: 'Serah terima peran' }).click();
  await desk.getByRole('link', { name: /\(Bagian hukum\)$/ }).click();
  await desk.getByLabel('Nomor pegawai pengganti').fill(signIn(visit.app, 'legal_officer').number);
  await button(desk, 'Usulkan serah terima').click();
  await desk.getByRole('link', { name: /^Itu nomor orang yang menyerahkan/ }).waitFor();
  await desk.getByLabel('Nomor pegawai pengganti').fill(signIn(visit.app, 'employee').number);
  await button(desk, 'Usulkan serah terima').click();
  await desk.getByText('Usulan tersimpan. Pengganti sudah diberi tahu.').waitFor();
  assert.deepEqual([await may(leaving), await may(phone)], [true, false], 'nothing changes before it is accepted');

  await phone.goto('/beranda');
  await phone.getByRole('link', { name: 'Lihat serah terima' }).click();
  await phone.locator('tbody a').first().click();
  await look(phone, 'serah-terima-menunggu');
  await button(phone, 'Terima peran ini').click();
  await phone.getByText('Peran sudah berpindah.').waitFor();
  await look(phone, 'serah-terima-diterima');
  assert.deepEqual([await may(leaving), await may(phone)], [false, true]);
  await leaving.goto('/beranda');
  assert.equal(await leaving.getByRole('link', { name: 'Surat edaran', exact: true }).count(), 0, 'nor is it in the menu');
});
