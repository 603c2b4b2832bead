// How a person answers the five questions: by trying, reading why, and trying again.

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The bank of questions is public with its explanations; a person learns the answers from the result page. */
export async function answerAll(page, pick) {
  const groups = page.locator('fieldset.govuk-fieldset');
  const asked = [];
  for (let n = 0; n < (await groups.count()); n += 1) {
    const group = groups.nth(n);
    const question = (await group.locator('legend').innerText()).replace(/^\d+\. /, '');
    asked.push(question);
    await group.locator('input[type=radio]').nth(await pick(question, group)).check();
  }
  await button(page, 'Periksa jawaban saya').click();
  await page.waitForURL(/\/hasil$/);
  return asked;
}

/** What the result page says of each question: the right option's text. */
export async function learn(page, known) {
  for (const section of await page.locator('section.n-provision').all()) {
    const question = (await section.locator('h2').innerText()).replace(/^\d+\. /, '');
    const facts = await section.locator('dd').allInnerTexts();
    const right = (await section.getByText('Yang tepat').count()) ? facts[1] : facts[0];
    known.set(question, right);
  }
}

/** Answers until the check is passed, learning from each explanation as people do. */
export async function pass(page, known) {
  const choose = async (question, group) => {
    const labels = await group.locator('label').allInnerTexts();
    return Math.max(0, labels.indexOf(known.get(question)));
  };
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await answerAll(page, choose);
    await learn(page, known);
    const on = page.getByRole('link', { name: 'Lanjut ke ikrar dan pakta' }).first();
    if (await on.count()) return on;
    await page.getByRole('link', { name: 'Coba lagi' }).first().click();
  }
  throw new Error('forty attempts were not enough');
}
