// Slips for many people: one orders, another releases and prints, and whoever has one comes in.
import assert from 'node:assert/strict';
import { journeys, look } from '../harness/index.mjs';
import { unitSlips } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('the head orders slips, the officer releases and prints them, somebody comes in', async (visit) => {
  const codes = await unitSlips(visit, look);
  assert.ok(codes.length > 3, `${codes.length} codes`);
  const phone = await visit.phone();
  await phone.goto('/aktivasi');
  await phone.getByLabel('Kode pada slip').fill(codes[0]);
  await button(phone, 'Lanjut').click();
  await phone.locator('input[name="sandi"]').fill('sawah melati pagi ini');
  await phone.locator('form[action="/aktivasi/pilih"] button:not([type="button"])').click();
  await phone.waitForURL(/\/beranda$/);
  await phone.goto('/akun');
  await phone.getByRole('heading', { name: 'Slip aktivasi' }).waitFor();
  await phone.getByText(/^Dipakai /).waitFor();
  await look(phone, 'akun-slip');
});
