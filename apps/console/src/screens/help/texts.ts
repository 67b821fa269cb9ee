import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../session/language.js';
import type { Language } from '../../words/words.js';
import type english from './texts/en.json';

export type HelpTexts = typeof english;
export type HelpPageId = keyof HelpTexts['pages'];
export type GuideStepId = keyof HelpTexts['guide']['steps'];

/** The order in which a newcomer meets the tasks. */
export const helpPages = [
  'sign-in',
  'log',
  'meeting',
  'answer',
  'accept',
  'conclude',
  'export',
  'privacy',
  'administration',
] as const satisfies readonly HelpPageId[];

const files: Readonly<Record<Language, () => Promise<HelpTexts>>> = {
  en: () => import('./texts/en.json').then(({ default: texts }) => texts),
  fr: () => import('./texts/fr.json').then(({ default: texts }) => texts),
};

/** The help in the reader's language, fetched when somebody wants help and not before. */
export function useHelpTexts(): HelpTexts | undefined {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['help', language],
    queryFn: () => files[language](),
    staleTime: Infinity,
    meta: { quiet: true, fixed: true },
  }).data;
}
