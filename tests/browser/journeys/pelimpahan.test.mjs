// Delegation: the head of a health centre lets the nurse act for them, and takes it back.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { inDays, writeDay } from './dates.mjs';
import { enter, signIn } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('a role is delegated by a letter, the delegate acts in it, and it is taken back', async (visit) => {
  const head = await visit.desktop();
  await enter(head, visit.app, 'head_of_unit');
  await head.goto('/akun');
  await head.getByRole('link', { name: 'Pelimpahan peran' }).click();
  await button(head, 'Limpahkan').click();
  await head.getByRole('link', { name: 'Tulis tanggal yang ada di kalender, misalnya 31 Oktober 2024.' }).first().waitFor();
  await look(head, 'pelimpahan-salah');
  await head.getByLabel('Nomor pegawai penerima').fill(signIn(visit.app, 'employee').number);
  await writeDay(head, 'Mulai', inDays(0));
  await writeDay(head, 'Sampai', inDays(7));
  await head.getByLabel('Nomor surat').fill('800/21/2024');
  await writeDay(head, 'Tanggal surat', inDays(0));
  await button(head, 'Limpahkan').click();
  await head.getByText('Peran itu sudah dilimpahkan.').waitFor();
  await look(head, 'pelimpahan-diberikan');

  const nurse = await visit.phone();
  await enter(nurse, visit.app, 'employee');
  await nurse.goto('/unit');
  assert.match(nurse.url(), /\/unit\/\w+$/);
  assert.match(await nurse.locator('header').innerText(), /\(dilimpahkan\)/);
  await nurse.goto('/akun/pelimpahan');
  await nurse.getByRole('heading', { name: 'Yang dilimpahkan kepada Anda' }).waitFor();
  await look(nurse, 'pelimpahan-diterima');

  await head.getByRole('button', { name: /^Tarik kembali/ }).click();
  await head.getByText('Pelimpahan itu sudah berakhir.').waitFor();
  assert.equal((await nurse.goto('/unit')).status(), 403);
});
