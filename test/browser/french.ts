import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { codebook } from '#domain/vocabulary';

const sources = new URL('../../apps/console/src/', import.meta.url);

/** Every string in a file of texts, however deep. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
const read = (path: string): readonly string[] =>
  stringsIn(JSON.parse(readFileSync(new URL(path, sources), 'utf8')));
const wordsIn = (language: 'en' | 'fr'): readonly string[] => [
  ...readdirSync(new URL('words/', sources))
    .filter((file) => file.endsWith(`.${language}.json`))
    .flatMap((file) => read(`words/${file}`)),
  ...read(`screens/help/texts/${language}.json`),
  ...Object.values(codebook)
    .flat()
    .map((term) => (language === 'en' ? term.labelEn : term.labelFr)),
];

const french = new Set(wordsIn('fr'));
/** What only English says; the names of the two languages stand in themselves. */
const onlyEnglish = wordsIn('en').filter((words) => !french.has(words) && words !== 'English');
const exact = new Set(onlyEnglish.filter((words) => !words.includes('{')));
/**
 * Messages with something filled in, where enough is left to know them by; what depends on a number or a
 * choice is left out.
 */
const filled = onlyEnglish
  .filter(
    (words) =>
      /^[^{}]*(?:\{\w+\}[^{}]*)+$/.test(words) && words.replaceAll(/\{\w+\}|[^a-z]/gi, '').length > 7,
  )
  .map(
    (words) =>
      new RegExp(
        `^${words
          .split(/\{\w+\}/)
          .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+')}$`,
      ),
  );

/** Whether these are the words of an English message, label or text. */
export const isEnglish = (text: string): boolean => exact.has(text) || filled.some((form) => form.test(text));

/** Lines and names on the page that are English, but for what says of itself that it is. */
export async function englishOn(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[lang="en"]')) continue;
      if (node instanceof Element)
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          found.push(node.getAttribute(name) ?? '');
      else found.push(node.textContent ?? '');
    }
    return found.map((text) => text.trim());
  });
  return [...new Set(said)].filter(isEnglish);
}
