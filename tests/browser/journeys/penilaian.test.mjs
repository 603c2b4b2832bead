// Assessing facts as an officer: the proposal with its reasons, the worksheet, and a reading that two people adopt.
import assert from 'node:assert/strict';
import { everywhere, journeys, look } from '../harness/index.mjs';
import { inDays } from './dates.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const REASON = 'Sejalan dengan pendapat bagian hukum.';

/** Day, election and act, and the facts that are known. */
async function assess(page) {
  await page.getByRole('link', { name: 'Penilaian', exact: true }).click();
  await button(page, 'Lanjut ke fakta').click();
  await page.getByRole('heading', { name: /perlu diperbaiki/ }).waitFor();
  await look(page, 'penilaian-kosong');
  const day = page.getByRole('group', { name: 'Tanggal perbuatan' });
  await day.getByLabel('Tanggal', { exact: true }).fill('10');
  await day.getByLabel('Bulan').selectOption({ label: 'Oktober' });
  await day.getByLabel('Tahun').fill('2024');
  await page.getByLabel('Pemilihan yang bersangkutan').selectOption('pilkada-2024');
  await page.locator('input[name="perbuatan"][value="attend"]').check();
  await button(page, 'Lanjut ke fakta').click();
  await page.locator('select[name="unsur-subject"]').selectOption('pns');
  await button(page, 'Perbarui usulan').click();
  await page.locator('select[name="unsur-event"]').selectOption('campaign');
  await page.locator('select[name="unsur-manner"]').selectOption('active');
  await page.locator('select[name="unsur-side"]').selectOption('candidate');
  await page.locator('select[name="unsur-support"]').selectOption('yes');
  await button(page, 'Perbarui usulan').click();
  await page.getByText('Ini usulan. Manusia yang memutuskan.').waitFor();
}

journey('an inspector assesses facts, without scripts, and prints the worksheet', async (visit) => {
  const page = await visit.desktop({ javaScriptEnabled: false });
  await enter(page, visit.app, 'inspector');
  await assess(page);
  const text = await page.locator('main').innerText();
  for (const part of ['Mendukung calon dengan ikut kampanye', 'Tafsir A', 'Karena', 'Sidik penilaian', 'Nyaris berlaku']) {
    assert.ok(text.includes(part), part);
  }
  const link = await page.getByRole('link', { name: 'Unduh lembar kerja (PDF)' }).getAttribute('href');
  const paper = await page.request.get(link);
  assert.equal(paper.headers()['content-type'], 'application/pdf');
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
  const again = await visit.desktop();
  await enter(again, visit.app, 'inspector');
  await again.goto(page.url());
  await everywhere(again, 'penilaian-usulan');

  // What the institution told its people in its own words stands with the norm that it repeats.
  const { day, month, year } = inDays(0);
  const facts = 'unsur-subject=pns&unsur-event=campaign&unsur-manner=active&unsur-side=candidate&unsur-support=yes';
  await again.goto(`/penilaian?hari_day=${day}&hari_month=${month}&hari_year=${year}&perbuatan=attend&${facts}`);
  await again.getByText('Edaran instansi yang mengulangnya').first().waitFor();
  await everywhere(again, 'penilaian-edaran');
  await again.getByRole('link', { name: /^Surat edaran/ }).first().click();
  await again.getByText('tidak ikut dalam kegiatan kampanye').waitFor();
});

journey('a lawyer enters a reading, another confirms it, and the assessment tells it', async (visit) => {
  const lawyer = await visit.desktop({ javaScriptEnabled: false });
  await enter(lawyer, visit.app, 'legal_officer');
  await lawyer.getByRole('link', { name: 'Tafsir', exact: true }).click();
  await lawyer.locator('tbody').first().getByRole('link').first().click();
  await button(lawyer, 'Simpan dan minta pengesahan').click();
  await lawyer.getByRole('heading', { name: /perlu diperbaiki/ }).waitFor();
  await look(lawyer, 'tafsir-kosong');
  await lawyer.getByLabel('Tafsir B', { exact: true }).check();
  await lawyer.getByLabel('Alasan').fill(REASON);
  await lawyer.getByLabel('Nama yang memutuskan').fill('Bagus Wiratama');
  await lawyer.getByLabel('Jabatannya').fill('Sekretaris Daerah');
  const day = lawyer.getByRole('group', { name: 'Tanggal keputusan' });
  await day.getByLabel('Tanggal', { exact: true }).fill('1');
  await day.getByLabel('Bulan').selectOption({ label: 'Oktober' });
  await day.getByLabel('Tahun').fill('2024');
  await button(lawyer, 'Simpan dan minta pengesahan').click();
  await lawyer.getByText('Keputusan sudah tersimpan.').waitFor();
  assert.equal(await button(lawyer, 'Sahkan').count(), 0, 'nobody confirms what they entered');
  await look(lawyer, 'tafsir-menunggu-sendiri');

  const inspector = await visit.desktop();
  await enter(inspector, visit.app, 'inspector');
  await inspector.goto('/kelola/tafsir');
  await everywhere(inspector, 'tafsir-daftar');
  await inspector.goto(new URL(lawyer.url()).pathname);
  await inspector.getByText(REASON).waitFor();
  await everywhere(inspector, 'tafsir-menunggu');
  await button(inspector, 'Sahkan').click();
  await inspector.getByText('Keputusan sudah tersimpan.').waitFor();
  await inspector.getByText('dipakai instansi ini').waitFor();
  await everywhere(inspector, 'tafsir-disahkan');
});
