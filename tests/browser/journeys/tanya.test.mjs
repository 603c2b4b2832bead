// Asking the adviser: with a name and by a code, the desk, the copy to show, and an answer for everybody.
import assert from 'node:assert/strict';
import { everywhere, journeys, look } from '../harness/index.mjs';
import { enter } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const QUESTION = 'Bolehkah saya menghadiri pernikahan keponakan yang dihadiri pasangan calon?';
const ANSWER = 'Boleh hadir sebagai keluarga, tanpa seragam dan tanpa atribut.';

/** The first question that waits at the desk is answered. */
async function answer(desk, see = async () => {}) {
  await desk.goto('/tanya/meja');
  await see(desk, 'tanya-meja');
  await desk.locator('tbody').first().getByRole('link').first().click();
  await desk.getByText(QUESTION).waitFor();
  await see(desk, 'tanya-di-meja');
  await button(desk, 'Kirim jawaban').click();
  await desk.getByRole('heading', { name: /perlu diperbaiki/ }).waitFor();
  await look(desk, 'tanya-jawab-salah');
  await desk.getByLabel('Boleh, dengan syarat').check();
  await desk.getByLabel('Penjelasan').fill(ANSWER);
  await button(desk, 'Kirim jawaban').click();
  await desk.getByText('Pilih paling sedikit satu dasar').first().waitFor();
  await desk.getByLabel('Dasar pertama').selectOption({ index: 3 });
  await button(desk, 'Kirim jawaban').click();
  await desk.getByText(ANSWER).first().waitFor();
}

journey('a question with a name is answered, shown, and told anew for everybody', async (visit) => {
  // What is typed here needs no script.
  const phone = await visit.phone({ javaScriptEnabled: false });
  await enter(phone, visit.app, 'employee');
  await phone.getByRole('link', { name: 'Tanya penasihat' }).click();
  await phone.getByLabel('Pertanyaan Anda', { exact: true }).fill('Boleh?');
  await phone.getByLabel('Dengan nama saya').check();
  await button(phone, 'Kirim pertanyaan').click();
  await phone.getByText('Ceritakan sedikit lebih banyak').first().waitFor();
  await look(phone, 'tanya-pendek');
  await phone.goto('/tanya?subject=pns&tidak-ada=x');
  await phone.getByLabel('Kirim juga keterangan ini').waitFor();
  await look(phone, 'tanya-dengan-fakta');
  await phone.getByLabel('Pertanyaan Anda', { exact: true }).fill(QUESTION);
  await phone.getByLabel('Dengan nama saya').check();
  await button(phone, 'Kirim pertanyaan').click();
  await phone.waitForURL(/\/tanya\/[0-9a-f]{32}$/);
  await phone.getByText('Belum dijawab.', { exact: true }).waitFor();
  const own = phone.url();
  await look(phone, 'tanya-menunggu');

  // Nobody but the adviser comes to the desk, and nobody but the asker to the question.
  const inspector = await visit.desktop();
  await enter(inspector, visit.app, 'inspector');
  for (const [address, status] of [['/tanya/meja', 403], [own, 404]]) {
    assert.equal((await inspector.request.get(address)).status(), status, address);
  }
  await inspector.context().close();

  const desk = await visit.desktop();
  await enter(desk, visit.app, 'adviser');
  await desk.getByText('Ada pertanyaan menunggu di meja penasihat.').waitFor();
  await answer(desk, everywhere);
  await everywhere(desk, 'tanya-dijawab');

  await phone.goto('/beranda');
  await phone.getByRole('link', { name: 'Lihat jawabannya' }).click();
  await phone.locator('tbody').getByRole('link').first().click();
  await phone.getByRole('heading', { name: 'Boleh, dengan syarat' }).waitFor();
  await look(phone, 'tanya-jawaban');
  await phone.getByRole('link', { name: 'Salinan dengan isi pertanyaan' }).click();
  await phone.getByText(QUESTION).waitFor();
  await look(phone, 'tanya-salinan-lengkap');
  await phone.goto(`${own}/salinan`);
  assert.equal(await phone.getByText(QUESTION).count(), 0, 'the words stand on the copy only where the asker wants them');
  await look(phone, 'tanya-salinan');
  const computer = await visit.desktop();
  await enter(computer, visit.app, 'employee');
  await computer.goto('/tanya');
  await everywhere(computer, 'tanya');
  for (const [address, name] of [[own, 'tanya-jawaban'], [`${own}/salinan?pertanyaan=ya`, 'tanya-salinan']]) {
    await computer.goto(address);
    await everywhere(computer, name);
  }

  // For everybody, in other words and through a second person.
  await desk.getByRole('link', { name: 'Terbitkan untuk umum' }).click();
  await everywhere(desk, 'tanya-terbitkan');
  await desk.getByLabel('Pertanyaan untuk umum').fill('Bolehkah hadir pada acara keluarga yang dihadiri calon?');
  await button(desk, 'Ajukan untuk dibaca orang kedua').click();
  await desk.getByText('Sudah diajukan.').waitFor();
  await desk.getByText('Anda yang menulisnya').waitFor();
  await everywhere(desk, 'tanya-terbitan');
  await phone.goto(own);
  await button(phone, 'Hapus isi pertanyaan').click();
  await phone.getByText('Isi pertanyaan sudah dihapus.').waitFor();
  assert.equal(await phone.getByText(QUESTION).count(), 0);
  await look(phone, 'tanya-dihapus');
});

journey('a question without a name is read by its code, and withdrawn', async (visit) => {
  const phone = await visit.phone();
  await phone.goto('/tanya?instansi=kabupaten-sukamaju');
  await everywhere(phone, 'tanya-tanpa-masuk');
  await phone.getByLabel('Pertanyaan Anda', { exact: true }).fill(QUESTION);
  await phone.getByLabel('Tanpa nama, lewat kode').check();
  await button(phone, 'Kirim pertanyaan').click();
  const code = (await phone.locator('.n-paper__code').textContent()).trim();
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await look(phone, 'tanya-kode');
  await phone.getByRole('link', { name: 'Baca dengan kode' }).click();
  await everywhere(phone, 'tanya-baca-kode');
  await phone.getByLabel('Kode Anda').fill('0000-0000-0000-0000');
  await button(phone, 'Buka').click();
  await phone.getByText('Kode itu tidak cocok.').first().waitFor();
  await look(phone, 'tanya-kode-salah');
  await phone.getByLabel('Kode Anda').fill(code.toLowerCase().replaceAll('-', ' '));
  await button(phone, 'Buka').click();
  await phone.getByText('Belum dijawab.', { exact: true }).waitFor();
  assert.ok(!phone.url().includes(code.slice(0, 4)), 'the code stands in no address');
  await look(phone, 'tanya-kode-menunggu');
  await button(phone, 'Tarik pertanyaan ini').click();
  await phone.getByText('Pertanyaan Anda sudah ditarik').waitFor();
  await look(phone, 'tanya-ditarik');
  await phone.goto('/tanya/terbit?instansi=kabupaten-sukamaju');
  await everywhere(phone, 'tanya-terbit');
});
