// Days as the demo's institution sees them, whose zone is WIB, wherever the machine stands.

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

/** Writes a day into the fields of that name. */
export async function writeDay(page, name, { day, month, year }) {
  const fields = page.getByRole('group', { name, exact: true });
  await fields.getByLabel('Tanggal', { exact: true }).fill(String(day));
  await fields.getByLabel('Bulan').selectOption(String(month));
  await fields.getByLabel('Tahun').fill(String(year));
}
