// Whether a page speaks one language only: the messages of the other must not stand on it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './paths.mjs';

// A message of fewer letters fits any text; with placeables, such as two names and "and" between them, it takes more.
const LETTERS_MIN = 3;
const LETTERS_AROUND_MIN = 4;

/** The messages of a language, as the source has them: placeables in braces, variants as lines of their own. */
function messages(language) {
  const folder = path.join(repository, 'crates/i18n/locales', language);
  const lines = readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'));
  return lines.map((line) => /^(?:[a-z0-9-]+ =|\s+\*?\[\w+\]) (.+[^>])$/.exec(line)?.[1]).filter((text) => text);
}

/** A message as an expression that fits the texts made of it. */
function pattern(message) {
  const parts = message.split(/\{[^}]*\}/).map((part) => part.replaceAll('\u00a0', ' '));
  const letters = parts.join('').replaceAll(/[^\p{L}]/gu, '').length;
  if (letters < (parts.length > 1 ? LETTERS_AROUND_MIN : LETTERS_MIN)) return null;
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('.+')}$`);
}

const patterns = (list) => list.map(pattern).filter((found) => found !== null);
const spoken = Object.fromEntries(['id', 'en'].map((language) => [language, patterns(messages(language))]));

/**
 * Fails when the page is not marked as `language`, or when its title, its words or the names of its controls are
 * messages of the other language. Passages marked as another language are left out, and so are values that people
 * entered: cells of tables and lists of facts.
 */
export async function speaks(page, language) {
  assert.equal(await page.locator('html').getAttribute('lang'), language, `${page.url()}: the language of the page`);
  const texts = await page.evaluate((own) => {
    const said = [document.title.replace(/ – Netral$/, '')];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent);
      if (node.nodeType !== Node.ELEMENT_NODE || ['SCRIPT', 'STYLE'].includes(node.localName)) return;
      if (node.lang && node.lang !== own) return;
      for (const name of ['aria-label', 'data-l', 'placeholder', 'alt']) said.push(node.getAttribute(name) ?? '');
      if (!node.matches('td, dd, tbody th, option')) node.childNodes.forEach(walk);
    };
    walk(document.body);
    return said.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }, language);
  const other = language === 'id' ? 'en' : 'id';
  const foreign = [...new Set(texts)].filter(
    (text) => spoken[other].some((it) => it.test(text)) && !spoken[language].some((it) => it.test(text)),
  );
  assert.equal(foreign.length, 0, `${page.url()} in ${language} says in ${other}:\n  ${foreign.join('\n  ')}`);
}
