// The pledge at the assembly: a screen, thirty phones of which three lose their connection, and a sheet at the desk.
import assert from 'node:assert/strict';
import { journeys, look, pledges } from '../harness/index.mjs';
import { enter, giveAgain, signIn, unitSlips, words } from './people.mjs';

const journey = journeys();
const button = (page, name) => page.getByRole('button', { name, exact: true });

const PHONES = 30;
const LOST = 3;
/** How a page tells whoever has pledged, and when that was. */
const TAKEN = /Ikrar Anda tercatat pukul\s[\d.]+\sWIB/;
const PASSWORD = 'sawah melati pagi ini';
const FORM = { headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0 };
const SHEET = { name: 'lembar.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) };

/** Plans an assembly of the head's unit and opens it; answers the pages of operator and screen. */
async function hall(visit, place, { leadersFirst = false } = {}) {
  const desk = await visit.desktop();
  await enter(desk, visit.app, 'head_of_unit');
  await desk.getByRole('link', { name: 'Ikrar', exact: true }).click();
  await desk.getByRole('link', { name: 'Rencanakan apel' }).click();
  await button(desk, 'Simpan rencana').click();
  await desk.getByRole('link', { name: /^Tulis tempatnya/ }).waitFor();
  await desk.getByLabel('Pukul').fill('07.00');
  await desk.getByLabel('Tempat').fill(place);
  await desk.getByLabel('Pemimpin ikrar').fill('Kepala Puskesmas (rekaan)');
  await desk.getByLabel('Saksi').fill('Ketut Wirawan, Ketua Bawaslu Kabupaten Sukamaju (rekaan)');
  if (leadersFirst) await desk.getByLabel('Pimpinan menandatangani dulu').check();
  await button(desk, 'Simpan rencana').click();
  await desk.waitForURL(/\/ikrar\/[0-9a-f]{32}$/);
  const screen = await desk.context().newPage();
  await screen.setViewportSize({ width: 1280, height: 720 });
  await screen.goto(`${desk.url()}/layar`);
  await screen.evaluate(() => { window.sameScreen = true; });
  return { desk, screen };
}

const goOn = async (desk) => {
  const before = await desk.locator('#sekarang').innerText();
  await desk.getByRole('button', { name: /^Lanjut ke/ }).click();
  await desk.waitForFunction((text) => document.querySelector('#sekarang')?.innerText !== text, before);
};

/** The address behind the code on the screen, as a phone reads it. */
const door = async (screen) => {
  const said = await screen.locator('.n-hall__words').innerText();
  return `/i/${said.trim().split(/\s+/).join('-')}`;
};

/**
 * Scans the screen, activates with a slip and stands before the door, all as a browser does it, without its pictures.
 * Whoever has signed alone before, or is exempt, goes home: nothing.
 */
async function arrive(visit, screen, code) {
  const page = await visit.phone();
  const ask = page.context().request;
  assert.equal((await ask.get(await door(screen), { maxRedirects: 0 })).status(), 303);
  assert.equal((await ask.post('/aktivasi', { ...FORM, form: { kode: code } })).status(), 303);
  const chosen = await ask.post('/aktivasi/pilih', { ...FORM, form: { sandi: PASSWORD } });
  assert.equal(chosen.headers().location, '/i', 'whoever came from the screen is led back into the hall');
  if (/\/tugas\/\w+\/(baca|pertanyaan|tanda-tangan)/.test(await (await ask.get('/beranda')).text())) return page;
  await page.context().close();
  return null;
}

async function joined(page) {
  await page.goto('/i');
  await button(page, 'Ya, itu saya').click();
  await page.waitForURL(/\/ikut$/);
}

async function sign(page) {
  await page.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await giveAgain(page, PASSWORD);
  await button(page, 'Saya berikrar').click();
}

/**
 * Signs, and loses the connection while the answer is on its way: the pledge is taken, and the phone cannot know. Answers
 * at which time the program says that it was.
 */
async function signUnanswered(page) {
  let said;
  const swallow = async (route) => {
    const answer = await route.fetch({ headers: { ...route.request().headers(), ...FORM.headers }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
    said = TAKEN.exec(await (await page.context().request.get(page.url())).text())?.[0];
    await page.context().setOffline(true);
    await route.abort('connectionreset');
  };
  await page.route('**/ikut', swallow, { times: 1 });
  await sign(page);
  await page.getByText('Belum terkirim.').waitFor();
  return said;
}

/** What stands on the screen; not what is said to a screen reader besides. */
const shows = (screen, text) => screen.locator('.n-hall').getByText(text, { exact: true }).waitFor();

/** Everything on the screen can be read from the back: a thirtieth of its height is the least, and more where all look. */
async function readable(screen, large) {
  const sizes = await screen.evaluate(() => {
    const own = (it) => [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const seen = (it) => own(it) && !it.closest('.govuk-visually-hidden') && it.getClientRects().length > 0;
    return [...document.querySelectorAll('.n-hall *')].filter(seen)
      .map((it) => [Number.parseFloat(getComputedStyle(it).fontSize), it.textContent.trim()]);
  });
  assert.ok(sizes.length > 3, JSON.stringify(sizes));
  assert.deepEqual(sizes.filter(([size]) => size < 24), []);
  for (const [place, least] of Object.entries(large)) {
    const size = await screen.locator(place).evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
    assert.ok(size >= least, `${place}: ${size}`);
  }
}

const recorded = (page) => page.getByRole('heading', { name: /^Ikrar Anda tercatat pukul/ }).waitFor();

// First, while the nurse has not pledged: the sheet of the other journey may name her.
journey('a phone without scripts joins by typing the words, signs, and sees the same page on a second try', async (visit) => {
  const { desk, screen } = await hall(visit, 'Aula Puskesmas (rekaan)', { leadersFirst: true });
  await goOn(desk);
  await screen.getByText('Sudah bergabung').waitFor();
  const phone = await visit.phone({ javaScriptEnabled: false });
  const { number, password } = signIn(visit.app, 'employee');
  await phone.goto('/i');
  await phone.getByLabel('Dua kata di layar').fill('bukan kata');
  await button(phone, 'Gabung').click();
  await phone.getByRole('link', { name: /^Dua kata itu tidak cocok/ }).waitFor();
  await look(phone, 'pintu-salah');
  await phone.getByLabel('Dua kata di layar').fill(await screen.locator('.n-hall__words').innerText());
  await button(phone, 'Gabung').click();
  await phone.waitForURL(/\/masuk$/);
  await phone.getByLabel('Nomor pegawai').fill(number);
  await phone.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(phone, 'Masuk').click();
  await phone.waitForURL(/\/i$/);
  await button(phone, 'Ya, itu saya').click();
  await phone.waitForURL(/\/ikut$/);
  for (let step = 0; step < 5; step += 1) await goOn(desk);
  await screen.getByText('Pimpinan menandatangani lebih dahulu, lalu semua.').waitFor();
  await look(screen, 'layar-pimpinan');
  await goOn(desk);
  await screen.getByText(/^Pimpinan menandatangani lebih dahulu\. Semua menandatangani sejak pukul/).waitFor();
  await look(desk, 'apel-pimpinan-dulu');
  await phone.reload();
  await button(phone, 'Saya berikrar').click();
  await phone.getByRole('link', { name: 'Centang pernyataan ikrar, lalu kirim lagi.' }).waitFor();
  await look(phone, 'ponsel-tanda-tangan-kosong');
  await phone.getByLabel('Saya mengucapkan keempat butir itu sebagai ikrar').check();
  await giveAgain(phone, password);
  await button(phone, 'Saya berikrar').click();
  await recorded(phone);
  const [said, there] = [await phone.locator('h1').innerText(), phone.url()];
  await phone.goto('/beranda');
  await phone.goto(there);
  assert.equal(await phone.locator('h1').innerText(), said);
  // What was recorded in one's name stands on the home page, with the way to say that it was somebody else.
  await phone.goto('/beranda');
  await look(phone, 'beranda-ikrar');
  await phone.getByRole('link', { name: /^Bukan Anda\?/ }).first().click();
  await phone.getByRole('heading', { name: 'Bukan Anda yang berikrar?' }).waitFor();
  await look(phone, 'bukan-saya-ikrar');
  await phone.goto(there);
  // Who has not passed the check is told what is left.
  await phone.getByRole('link', { name: 'Lanjutkan sekarang' }).click();
  await phone.waitForURL(/\/baca$/);
});

journey('thirty phones take the pledge, three lose their connection; none twice, none lost', async (visit) => {
  const { desk, screen } = await hall(visit, 'Halaman Puskesmas (rekaan)');
  await look(screen, 'layar-0-belum-dimulai');
  // Some have pledged alone before; they count, too.
  const before = Number(/^(\d+) dari/.exec(await desk.locator('dl.n-facts dd').first().innerText())[1]);
  await goOn(desk);
  await screen.getByText('Sudah bergabung').waitFor();
  const slips = await unitSlips(visit);
  assert.ok(slips.length > PHONES, `only ${slips.length} slips`);
  const phones = [];
  while (phones.length < PHONES) {
    const some = slips.splice(0, Math.min(6, PHONES - phones.length));
    assert.ok(some.length > 0, 'too few people have not signed');
    const came = await Promise.all(some.map((code) => arrive(visit, screen, code)));
    phones.push(...came.filter((page) => page !== null));
  }
  const first = phones[0];
  await first.goto('/i');
  await look(first, 'ponsel-1-gabung');
  await button(first, 'Ya, itu saya').click();
  await first.waitForURL(/\/ikut$/);
  await look(first, 'ponsel-2-menunggu');
  for (let at = 1; at < PHONES; at += 6) await Promise.all(phones.slice(at, at + 6).map(joined));
  await shows(screen, `${PHONES} orang`);
  await look(screen, 'layar-1-gabung');
  await readable(screen, { '.n-hall__words': 36, '.n-hall__address': 30 });

  await goOn(desk);
  // The phone's page is another one now; from here on it follows in place.
  await first.locator('ol > li[aria-current="step"]:nth-child(1)').waitFor();
  await goOn(desk);
  await screen.getByRole('heading', { name: 'Butir kedua' }).waitFor();
  await look(screen, 'layar-2-baca');
  await readable(screen, { '.n-hall__point': 48 });
  await first.locator('ol > li[aria-current="step"]:nth-child(2)').waitFor();
  await look(first, 'ponsel-3-baca');
  await goOn(desk);
  await goOn(desk);
  await goOn(desk);

  // The phones come to the form by themselves. Three lose their connection: two before they send, the third before the answer
  // comes, so that its pledge is taken and only the phone does not know.
  await Promise.all(phones.map((page) => button(page, 'Saya berikrar').waitFor()));
  await look(first, 'ponsel-4-tanda-tangan');
  const lost = phones.slice(PHONES - LOST);
  const unanswered = lost.at(-1);
  visit.expects(/ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET)/);
  const unsent = lost.slice(0, -1);
  for (const page of unsent) await page.context().setOffline(true);
  await Promise.all(unsent.map(sign));
  await Promise.all(unsent.map((page) => page.getByText('Belum terkirim.').waitFor()));
  await look(lost[0], 'ponsel-5-belum-terkirim');
  const earlier = pledges(visit.app);
  const told = await signUnanswered(unanswered);
  const [kept, ...more] = [...pledges(visit.app)].filter(([task]) => !earlier.has(task));
  assert.ok(told && kept, 'the pledge is taken though its answer was lost');
  assert.deepEqual(more, [], 'what was not sent is not taken');
  const others = phones.slice(0, PHONES - LOST);
  for (let at = 0; at < others.length; at += 6) {
    await Promise.all(others.slice(at, at + 6).map(async (page) => {
      await sign(page);
      await recorded(page);
    }));
  }
  await look(first, 'ponsel-6-tercatat');
  await shows(screen, String(before + PHONES - LOST + 1));
  await look(screen, 'layar-3-tanda-tangan');
  await readable(screen, { '.n-hall__count': 100 });
  // It has the words and the code of this minute, and was never loaded again for them.
  const fresh = await (await desk.request.get(`${desk.url()}/layar`)).text();
  await shows(screen, /n-hall__words"[^>]*>([^<]+)</.exec(fresh)[1].trim());
  await screen.locator(`path[d="${/<path d="(M[^"]+)"/.exec(fresh.slice(fresh.indexOf('n-hall__qr')))[1]}"]`).waitFor();
  assert.equal(await screen.evaluate(() => window.sameScreen), true);
  for (const page of lost) await page.context().setOffline(false);
  await Promise.all(lost.map(recorded));
  // Tried again, the one that was taken is taken no second time, and its person sees when it was.
  assert.equal(TAKEN.exec(await unanswered.locator('h1').innerText())?.[0], told);
  const taken = pledges(visit.app);
  assert.equal(taken.size, earlier.size + PHONES);
  assert.equal(taken.get(kept[0]), kept[1], 'the time is that of the first try');
  // A second tap: the form is sent once more and leads to the same page.
  const again = await first.context().request.post(first.url(), { ...FORM, form: { ikrar: 'ya', sandi: PASSWORD } });
  assert.equal(again.status(), 303);
  await shows(screen, String(before + PHONES));

  // Those without a phone: three are ticked against the roster, with the photographed sheet.
  await desk.getByRole('link', { name: /^Meja petugas/ }).click();
  await look(desk, 'meja-petugas');
  const boxes = desk.locator('input[name="hadir"]');
  for (let at = 0; at < 3; at += 1) await boxes.nth(at).check();
  const names = (await desk.locator('tbody th label').allInnerTexts()).map((name) => name.split(',')[0]);
  const shown = await screen.locator('body').innerText();
  assert.ok(names.length > 3);
  assert.deepEqual(names.filter((name) => shown.includes(name)), [], 'names on the screen of the hall');
  await button(desk, 'Catat 3 orang').click();
  await desk.getByRole('link', { name: 'Pilih foto lembar yang bertanda tangan.' }).waitFor();
  await desk.getByLabel('Foto daftar hadir').setInputFiles(SHEET);
  await button(desk, 'Catat 3 orang').click();
  await desk.getByText('3 orang dicatat dari lembar.').waitFor();
  await look(desk, 'meja-petugas-tercatat');
  await screen.getByText('Tanpa ponsel: tiga orang, sudah dicatat dan ikut dihitung.').waitFor();
  await shows(screen, String(before + PHONES + 3));

  await desk.getByRole('link', { name: /^Apel di/ }).click();
  await goOn(desk);
  await screen.getByRole('heading', { name: 'Ikrar sudah diucapkan' }).waitFor();
  await look(screen, 'layar-4-selesai');
  const minutes = desk.getByRole('link', { name: 'Unduh berita acara (PDF)' });
  const until = Date.now() + 60_000;
  while (!(await minutes.count()) && Date.now() < until) await desk.reload();
  await look(desk, 'apel-selesai');
  assert.equal(await screen.evaluate(() => window.sameScreen), true, 'the screen was loaded again');
  // Those who were absent: how many, what comes next, and a word to them once.
  await desk.getByText(/orang belum berikrar\. Ikrar tetap terbuka/).waitFor();
  await button(desk, 'Ingatkan sekarang').click();
  await desk.getByText(/sudah diberi tahu hari ini|orang diingatkan/).waitFor();
  await look(desk, 'apel-diingatkan');
  const text = words(await (await desk.request.get(await minutes.getAttribute('href'))).body());
  for (const part of ['Berita Acara Ikrar Netralitas', 'Halaman Puskesmas (rekaan)', 'Ketua Bawaslu', 'CONTOH — REKAAN']) {
    assert.ok(text.includes(part), `${part}: ${text}`);
  }
  const count = (label) => Number(new RegExp(`${label}\\s+(\\d+)`).exec(text)?.[1]);
  assert.equal(count('dengan akun sendiri di perangkat sendiri'), PHONES);
  assert.equal(count('dicatat petugas'), 3);
  assert.ok(count('menyusul sendiri di Netral') > 0, text);
});
