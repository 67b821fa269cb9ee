import type { Day } from '#domain/days';
import type { Change, Content, Kind, Term } from './queries.js';

/** What is typed about a term; empty fields are left out of what is sent. */
export interface Draft {
  readonly code: string;
  readonly labelEn: string;
  readonly labelFr: string;
  readonly definitionEn: string;
  readonly definitionFr: string;
  readonly sameInBoth: boolean;
  readonly group: string | null;
  readonly theme: string | null;
  readonly mapsTo: string | null;
  readonly day: Day | null;
}

/** Begins from the term or from the change that is revised. */
export function draftOf(from: Term | Change | undefined, today: Day): Draft {
  return {
    code: from?.code ?? '',
    labelEn: from?.labelEn ?? '',
    labelFr: from?.labelFr ?? '',
    definitionEn: from?.definitionEn ?? '',
    definitionFr: from?.definitionFr ?? '',
    sameInBoth: from !== undefined && (from.labelEn ?? '') !== '' && from.labelEn === from.labelFr,
    group: from?.group ?? null,
    theme: from?.theme ?? null,
    mapsTo: from?.mapsTo ?? null,
    day: today,
  };
}

/** A retirement is a day and nothing else; days belong to one kind of change each. */
export function contentOf(
  kind: Kind,
  { labelEn, labelFr, definitionEn, definitionFr, sameInBoth, group, theme, mapsTo, day }: Draft,
): Content {
  if (kind === 'retire') return { ...(day !== null && { activeTo: day }) };
  const texts = {
    labelEn: labelEn.trim(),
    labelFr: labelFr.trim(),
    definitionEn: definitionEn.trim(),
    definitionFr: definitionFr.trim(),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    sameInBoth,
    ...(group !== null && { group }),
    ...(theme !== null && { theme }),
    ...(mapsTo !== null && { mapsTo }),
    ...(kind === 'add' && day !== null && { activeFrom: day }),
  };
}

/** What is missing before anybody can publish it: both languages, and not the same word twice unless that is said. */
export function missing({
  labelEn,
  labelFr,
  definitionEn,
  definitionFr,
  sameInBoth,
}: Pick<Change, 'labelEn' | 'labelFr' | 'definitionEn' | 'definitionFr' | 'sameInBoth'>):
  'en' | 'fr' | 'same' | undefined {
  const has = (text: string | null): boolean => (text ?? '') !== '';
  if (!has(labelEn) || (has(definitionFr) && !has(definitionEn))) return 'en';
  if (!has(labelFr) || (has(definitionEn) && !has(definitionFr))) return 'fr';
  return labelEn === labelFr && !sameInBoth ? 'same' : undefined;
}
