// The main job: an employee reads, answers, pledges and signs; the head's list shrinks; anybody checks the paper.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { authenticator, journeys, look, netralBinary } from '../harness/index.mjs';
import { bank, explained, fail, pass } from './answers.mjs';
import { enter, slip, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

journey('an employee reads, fails once, passes, pledges and signs in six screens; the list of the head shrinks', async (visit) => {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Lihat siapa yang belum' }).click();
  await look(desk, 'kepala-siapa-yang-belum');
  const missing = async () => {
    await desk.reload();
    return Number(/^([\d.]+) orang/.exec(await desk.locator('.n-lead').innerText())[1].replaceAll('.', ''));
  };
  const before = await missing();
  assert.equal(await desk.getByRole('link', { name: /^Siti Rahmawati/ }).count(), 1);

  const phone = await visit.phone();
  await enter(phone, visit.app, 'employee');
  const screens = new Set([new URL(phone.url()).pathname]);
  phone.on('framenavigated', (frame) => screens.add(new URL(frame.url()).pathname));
  await look(phone, '1-beranda');
  await phone.getByRole('link', { name: 'Mulai membaca' }).click();
  await look(phone, '2-baca');
  await button(phone, 'Sudah saya baca, lanjut').click();
  await look(phone, '3-pertanyaan');
  // Nothing chosen: the page says which answers are missing.
  await button(phone, 'Periksa jawaban saya').click();
  await phone.getByRole('link', { name: 'Pilih satu jawaban untuk pertanyaan 3.' }).waitFor();
  await look(phone, '3-pertanyaan-kosong');
  const first = await fail(phone);
  await look(phone, '4-hasil');
  assert.equal(await phone.getByRole('link', { name: 'Lanjut ke ikrar dan pakta' }).count(), 0, 'five wrong answers pass');
  const why = await explained(phone);
  assert.deepEqual(first.map((question) => why.get(question)), first.map((question) => bank.get(question)));
  await phone.getByRole('link', { name: 'Coba lagi' }).first().click();
  const second = await phone.locator('fieldset legend').allInnerTexts();
  assert.ok(second.every((text) => !first.includes(text.replace(/^\d+\. /, ''))), 'the second try asks other questions');
  const on = await pass(phone);
  await look(phone, '4-hasil-lulus');
  await on.click();
  await look(phone, '5-tanda-tangan');
  await button(phone, 'Ucapkan ikrar dan tanda tangani').click();
  await phone.getByRole('link', { name: /^Centang pernyataan ikrar/ }).waitFor();
  await look(phone, '5-tanda-tangan-kosong');
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await phone.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await phone.getByText('Anda memberikan kata sandi kurang dari lima menit yang lalu').waitFor();
  await button(phone, 'Ucapkan ikrar dan tanda tangani').click();
  await phone.waitForURL(/\/selesai$/);
  await look(phone, '6-selesai');
  assert.ok(screens.size <= 6, [...screens].join(' '));

  // Signed, and the copy in the making, are two facts; the copy comes without anybody doing anything.
  const copy = phone.getByRole('link', { name: 'Unduh salinan (PDF)' });
  const until = Date.now() + 60_000;
  while (!(await copy.count()) && Date.now() < until) await phone.reload();
  const pdf = await (await phone.request.get(await copy.getAttribute('href'))).body();
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const text = words(pdf);
  const number = await phone.locator('dl.n-facts dd').first().innerText();
  assert.ok(text.includes(number) && text.includes('Siti Rahmawati'), text);
  assert.ok(!text.includes('199209092008212904'), 'the full number stands on the paper');

  assert.equal(await missing(), before - 1);
  assert.equal(await desk.getByRole('link', { name: /^Siti Rahmawati/ }).count(), 0);

  // Anybody with the paper: initials only, never a number or a name.
  const code = /periksa\/([0-9A-Z]{20})/.exec(await phone.getByRole('link', { name: 'Lihat halaman pemeriksaan keaslian' }).getAttribute('href'))[1];
  const stranger = await visit.phone();
  await stranger.goto(`/periksa/${code}`);
  await stranger.getByRole('heading', { name: 'Berlaku' }).waitFor();
  await look(stranger, '7-periksa');
  const shown = await stranger.locator('main').innerText();
  assert.ok(shown.includes(number) && shown.includes('S. R.'), shown);
  assert.ok(!shown.includes('Siti') && !shown.includes('199209'), shown);
});

journey('signing with a fingerprint, on a phone that was activated by a slip', async (visit) => {
  const code = await slip(visit, /^(?!Siti Rahmawati)/);
  const phone = await visit.phone();
  await authenticator(phone);
  await phone.goto('/aktivasi');
  await phone.getByLabel('Kode pada slip').fill(code);
  await button(phone, 'Lanjut').click();
  await button(phone, 'Pakai sidik jari atau kunci layar').click();
  await phone.waitForURL(/\/(beranda|unit\/\w+)$/);
  await phone.goto('/beranda');
  await phone.getByRole('link', { name: 'Mulai membaca' }).click();
  await button(phone, 'Sudah saya baca, lanjut').click();
  await (await pass(phone)).click();
  await button(phone, 'Pakai sidik jari atau kunci layar').click();
  await phone.getByText('Anda sudah membuktikan diri dengan kunci layar').waitFor();
  await look(phone, 'tanda-tangan-terbukti');
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await phone.getByLabel('Saya menandatangani pakta ini dengan sadar dan tanpa paksaan').check();
  await button(phone, 'Ucapkan ikrar dan tanda tangani').click();
  await phone.waitForURL(/\/selesai$/);
  const until = Date.now() + 60_000;
  while (!(await phone.getByRole('link', { name: 'Unduh salinan (PDF)' }).count()) && Date.now() < until) await phone.reload();
  await look(phone, 'selesai-kunci-masuk');

  // Whoever trusts nobody: the paper, the proof and the key of the seal, checked by the program alone.
  const get = async (address) => (await phone.request.get(address)).body();
  const href = async (name) => new URL(await phone.getByRole('link', { name }).getAttribute('href'), phone.url()).href;
  const folder = mkdtempSync(path.join(tmpdir(), 'netral-bukti-'));
  const file = (name, bytes) => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  const paper = file('pakta.pdf', await get(await href('Unduh salinan (PDF)')));
  const proof = await get(await href('Unduh bukti kunci masuk'));
  const key = file('segel.pem', await get(new URL('/kabupaten-sukamaju/segel.pem', phone.url()).href));
  const verify = (evidence) =>
    spawnSync(netralBinary(), ['verify', paper, '--key', key, '--passkey', evidence], { encoding: 'utf8' });
  const good = verify(file('bukti.json', proof));
  assert.equal(good.status, 0, good.stdout + good.stderr);
  assert.match(good.stdout, /^Utuh/m);
  assert.match(good.stdout, /^Kunci masuk .+ menandatangani naskah pakta ini, nomor PI-/m);
  // One byte of the paper is another one.
  const changed = readFileSync(paper);
  changed[1000] ^= 1;
  const tampered = spawnSync(netralBinary(), ['verify', file('diubah.pdf', changed), '--key', key], { encoding: 'utf8' });
  assert.equal(tampered.status, 1, tampered.stdout + tampered.stderr);
  assert.doesNotMatch(tampered.stdout, /^Utuh/m);
  const forged = JSON.parse(proof);
  forged.text.statement = 'Saya tidak berjanji apa-apa.';
  const bad = verify(file('palsu.json', JSON.stringify(forged)));
  assert.equal(bad.status, 1, bad.stdout + bad.stderr);
  assert.match(bad.stdout, /tidak menandatangani naskah yang menyertainya/);
  rmSync(folder, { recursive: true });
});
