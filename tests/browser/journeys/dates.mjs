// Days as the demo's institution sees them, whose zone is WIB, wherever the machine stands.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../harness/paths.mjs';

const ZONE = 7 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** The day so many calendar days from today: `{ day, month, year }`, the month counted from 1. */
export function inDays(days) {
  const date = new Date(Date.now() + ZONE + days * DAY);
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
}

/** A day as a field of the browser takes it: `2026-01-31`. */
export function iso({ day, month, year }) {
  const two = (number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** A day as a page writes it: `31 Januari 2026`, and with the weekday before it `Sabtu, 31 Januari 2026`. */
export function inWords({ day, month, year }, { weekday = false } = {}) {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', ...(weekday && { weekday: 'long' }) };
  return new Intl.DateTimeFormat('id', options).format(Date.UTC(year, month - 1, day));
}

/**
 * Whether a unit of six working days a week, such as a health centre, works on this day: neither on a Sunday nor on a
 * holiday of the law files. Nothing where they do not know the holidays of its year.
 */
export function worksOn(date) {
  const file = path.join(repository, 'law/holidays', `${date.year}.toml`);
  if (!existsSync(file)) return undefined;
  const holidays = readFileSync(file, 'utf8').matchAll(/^date = (\S+)$/gm);
  const isSunday = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay() === 0;
  return !isSunday && ![...holidays].some(([, holiday]) => holiday === iso(date));
}

/** Writes a day into the fields of that name. */
export async function writeDay(page, name, { day, month, year }) {
  const fields = page.getByRole('group', { name, exact: true });
  await fields.getByLabel('Tanggal', { exact: true }).fill(String(day));
  await fields.getByLabel('Bulan').selectOption(String(month));
  await fields.getByLabel('Tahun').fill(String(year));
}
