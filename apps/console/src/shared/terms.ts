import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Schema } from '#api-client';
import { useLanguage } from '../session/language.js';
import { api, ask } from '../api/api.js';

/** The words of the table's work in both languages; they change a few times a year. */
export function useCodebook() {
  return useQuery({
    queryKey: ['codebook'],
    queryFn: () => ask(() => api.GET('/api/v1/codebook')),
    staleTime: 3_600_000,
    meta: { quiet: true, fixed: true },
  });
}

/** Their labels say little without the category before them: "Alcohol – abuse in home". */
const categorised: ReadonlySet<string> = new Set(['riskFactor', 'protectiveFactor']);

/** Says a code in the reader's language: `termOf('riskFactor', code)`; the code itself until the words are there. */
export function useTerms(): (list: string, code: string) => string {
  const { data } = useCodebook();
  const { language } = useLanguage();
  return useCallback(
    (list, code) => {
      const find = (name: string | null | undefined, wanted: string | null) =>
        data?.lists.find((each) => each.list === name)?.terms.find((each) => each.code === wanted);
      const say = (term: Schema<'TermView'>): string => (language === 'fr' ? term.labelFr : term.labelEn);
      const term = find(list, code);
      if (term === undefined) return code;
      const group = categorised.has(list)
        ? find(data?.lists.find((each) => each.list === list)?.groupList, term.group)
        : undefined;
      return group === undefined ? say(term) : `${say(group)} – ${say(term)}`;
    },
    [data, language],
  );
}
