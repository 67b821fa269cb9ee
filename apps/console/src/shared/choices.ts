import { useMemo } from 'react';
import type { Schema } from '#api-client';
import type { Day } from '#domain/days';
import { useLanguage } from '../session/language.js';
import { useToday } from '../kit/days.js';
import { useCodebook } from './terms.js';

type CodebookTerm = Schema<'TermView'>;

/**
 * Whether a term can be chosen on a day `YYYY-MM-DD`; a heading only gathers, and what the system writes is
 * no choice.
 */
function isChoosable({ activeFrom, activeTo, traits }: CodebookTerm, day: Day): boolean {
  return (
    activeFrom <= day &&
    (activeTo === null || day <= activeTo) &&
    !traits.includes('heading') &&
    !traits.includes('bySystem')
  );
}

/** The terms of a list that can be chosen today. */
export function useChoosable(list: string): readonly CodebookTerm[] {
  const { data } = useCodebook();
  const day = useToday();
  return useMemo(
    () =>
      (data?.lists.find((each) => each.list === list)?.terms ?? []).filter((term) => isChoosable(term, day)),
    [data, list, day],
  );
}

/** The same as the options of a field, in the reader's language. */
export function useOptions(list: string): readonly { readonly value: string; readonly label: string }[] {
  const terms = useChoosable(list);
  const { language } = useLanguage();
  return useMemo(
    () =>
      terms.map(({ code, labelEn, labelFr }) => ({
        value: code,
        label: language === 'fr' ? labelFr : labelEn,
      })),
    [terms, language],
  );
}
