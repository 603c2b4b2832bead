// How a person answers the five questions: wrongly, reading why, and rightly. The bank of questions is in the repository.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../harness/paths.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The text of the right option of every question, by the question. */
export const bank = new Map(
  readdirSync(path.join(repository, 'law/questions')).flatMap((file) => {
    const text = readFileSync(path.join(repository, 'law/questions', file), 'utf8');
    const quoted = (line) => JSON.parse(/\bid = ("(?:[^"\\]|\\.)*")/.exec(line)[1]);
    return text.split('[[questions]]').slice(1).map((entry) => {
      const options = /^options = \[\n([^]*?)^\]/m.exec(entry)[1].trim().split('\n');
      return [quoted(/^text = .*$/m.exec(entry)[0]), quoted(options[Number(/^correct = (\d)$/m.exec(entry)[1])])];
    });
  }),
);

/** The letters that are right on a printed sheet of questions, in their order. The sheet is text as it was set. */
export function rightLetters(sheet) {
  const text = sheet.replaceAll(/\s+/g, ' ');
  const asked = [...bank.keys()].map((question) => [text.indexOf(question), question]).filter(([place]) => place >= 0);
  return asked.sort(([one], [other]) => one - other).map(([place, question]) => {
    const right = text.indexOf(` ${bank.get(question)}`, place + question.length);
    if (right < 0) throw new Error(`the sheet has no right answer to: ${question}`);
    return text[right - 1];
  });
}

async function answer(page, rightly) {
  const groups = page.locator('fieldset.govuk-fieldset');
  const asked = [];
  for (let n = 0; n < (await groups.count()); n += 1) {
    const group = groups.nth(n);
    const question = (await group.locator('legend').innerText()).replace(/^\d+\. /, '');
    const right = (await group.locator('label').allInnerTexts()).indexOf(bank.get(question));
    if (right < 0) throw new Error(`the bank has no answer to: ${question}`);
    await group.locator('input[type=radio]').nth(rightly ? right : (right + 1) % 3).check();
    asked.push(question);
  }
  await button(page, 'Periksa jawaban saya').click();
  await page.waitForURL(/\/hasil$/);
  return asked;
}

/** Answers every question wrongly and answers which they were; the page that explains them is open then. */
export const fail = (page) => answer(page, false);

/** What the page that explains says is right, by the question. */
export async function explained(page) {
  const known = new Map();
  for (const section of await page.locator('section.n-provision').all()) {
    const question = (await section.locator('h2').innerText()).replace(/^\d+\. /, '');
    const facts = await section.locator('dd').allInnerTexts();
    known.set(question, (await section.getByText('Yang tepat').count()) ? facts[1] : facts[0]);
  }
  return known;
}

/** Answers every question rightly; answers the link that leads on. */
export async function pass(page, onward = 'Lanjut ke ikrar dan pakta') {
  await answer(page, true);
  return page.getByRole('link', { name: onward, exact: true }).first();
}
