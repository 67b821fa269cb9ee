import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLanguage } from '../app/language.js';
import { api, ask } from './api.js';

/** The words of the table's work in both languages; they change a few times a year. */
export function useCodebook() {
  return useQuery({ queryKey: ['codebook'], queryFn: () => ask(() => api.GET('/api/v1/codebook')), staleTime: 3_600_000, meta: { quiet: true } });
}

/** Says a code in the reader's language: `termOf('riskFactor', code)`; the code itself until the words are there. */
export function useTerms(): (list: string, code: string) => string {
  const { data } = useCodebook();
  const { language } = useLanguage();
  return useCallback((list, code) => {
    const term = data?.lists.find((each) => each.list === list)?.terms.find((each) => each.code === code);
    if (term === undefined) return code;
    return language === 'fr' ? term.labelFr : term.labelEn;
  }, [data, language]);
}
