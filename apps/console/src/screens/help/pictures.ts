import type { Language } from '../../words/words.js';
import type { HelpPageId } from './texts.js';

/** Taken from the running product by `npm run help-pictures`. */
const files: Readonly<Record<string, string>> = import.meta.glob('./pictures/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** As they were taken, so that the page does not move when one comes. */
export const pictureSize = { width: 1100, height: 688 } as const;

/** What a task looks like, in the reader's language. */
export const pictureOf = (page: HelpPageId, language: Language): string | undefined =>
  files[`./pictures/${page}.${language}.webp`];
