import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codebook, isChoosable } from '../codebook.js';
import type { Term } from '../terms/term.js';
import { fillers, wordsOf } from './fold.js';
import { type SearchLanguage, vocabularySearch } from './search.js';

const terms = [...codebook.riskFactor, ...codebook.studyFlag, ...codebook.protectiveFactor].filter((term) =>
  isChoosable(term, '2026-11-26'),
);
const groups = [...codebook.riskCategory, ...codebook.protectiveCategory];
const search = {
  en: vocabularySearch({ terms, groups, language: 'en' }),
  fr: vocabularySearch({ terms, groups, language: 'fr' }),
};
const codes = (language: SearchLanguage, typed: string) =>
  search[language](typed).hits.map((term) => term.code);

/** The category people see for the factor, and the word of its label that tells it from its neighbours first. */
function typedParts(factor: Term, language: SearchLanguage): { category: string; label: string } {
  const group = codebook.riskCategory.find(({ code }) => code === factor.group);
  const [categoryWords, labelWords] =
    language === 'en'
      ? [wordsOf(group?.labelEn ?? ''), wordsOf(factor.labelEn)]
      : [wordsOf(group?.labelFr ?? ''), wordsOf(factor.labelFr)];
  const category = (categoryWords.find((word) => !fillers.has(word)) ?? '').slice(0, 4);
  const telling = labelWords.filter((word) => !fillers.has(word) && !word.startsWith(category));
  return { category, label: (telling[0] ?? labelWords[0] ?? '').slice(0, 3) };
}

/**
 * A natural typist: four letters of the category, then three of the label; looks up after every key from the
 * fourth on and takes the factor once it is among the first three lines. Keys: letters, the space, arrows
 * down, Enter.
 */
function naturalKeys(factor: Term, language: SearchLanguage): number {
  const { category, label } = typedParts(factor, language);
  const full = `${category} ${label}`;
  for (let length = category.length; length <= full.length; length += 1) {
    const at = search[language](full.slice(0, length), 200).hits.findIndex(
      (term) => term.list === 'riskFactor' && term.code === factor.code,
    );
    if (at >= 0 && (at < 3 || length === full.length)) return length + at + 1;
  }
  return Number.POSITIVE_INFINITY;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;

describe('adding a risk factor', () => {
  it.each(['en', 'fr'] as const)(
    'takes a natural typist at most 7 keys in the median and 10 in nine of ten (%s)',
    (language) => {
      const keys = codebook.riskFactor.map((factor) => naturalKeys(factor, language)).sort((a, b) => a - b);
      expect(keys).toHaveLength(105);
      expect(quantile(keys, 0.5)).toBeLessThanOrEqual(7);
      expect(quantile(keys, 0.9)).toBeLessThanOrEqual(10);
      expect(keys.at(-1)).toBeLessThanOrEqual(13);
    },
  );

  it.each(['en', 'fr'] as const)('finds every term by its own label (%s)', (language) => {
    for (const term of terms) {
      const group = groups.find(({ code }) => code === term.group);
      const label =
        language === 'en'
          ? `${group?.labelEn ?? ''} ${term.labelEn}`
          : `${group?.labelFr ?? ''} ${term.labelFr}`;
      expect([
        label,
        search[language](label.slice(0, 100))
          .hits.slice(0, 3)
          .some((hit) => hit.list === term.list && hit.code === term.code),
      ]).toEqual([label, true]);
    }
  });
});

describe('what people type', () => {
  it.each<[SearchLanguage, string, string]>([
    ['en', 'hom', 'homelessness'],
    ['en', 'poor', 'poverty.person-living-in-less-than-adequate-financial-situation'],
    ['en', 'bail', 'criminal-involvement.other'],
    ['en', 'runa', 'missing.runaway-with-parents-knowledge-of-whereabouts'],
    ['en', 'homeless', 'homelessness'],
    ['en', 'overdose', 'drugs.drug-abuse-by-person'],
    ['en', 'self-harm', 'self-harm.person-has-engaged-in-self-harm'],
    ['en', 'selfharm', 'self-harm.person-has-engaged-in-self-harm'],
    ['en', 'truancy', 'missing-school.truancy'],
    ['en', 'suicid', 'suicide.person-current-suicide-risk'],
    ['en', 'murder', 'criminal-involvement.homicide'],
    ['en', 'dementia', 'cognitive-functioning.diagnosed-cognitive-impairment-limitation'],
    ['en', 'eviction', 'risk-of-losing-housing-unsafe-living-conditions'],
    ['en', 'grief', 'mental-health.grief'],
    ['en', 'doctor', 'physical-health.primary-care-physician'],
    ['fr', 'fugue', 'missing.runaway-with-parents-knowledge-of-whereabouts'],
    ['fr', 'itinerance', 'homelessness'],
    ['fr', 'itinérance', 'homelessness'],
    ['fr', 'décrochage', 'missing-school.truancy'],
    ['fr', 'bail', 'risk-of-losing-housing-unsafe-living-conditions'],
    ['fr', 'pauvre', 'poverty.person-living-in-less-than-adequate-financial-situation'],
    ['fr', 'surdose', 'drugs.drug-abuse-by-person'],
    ['fr', 'hom', 'criminal-involvement.homicide'],
    ['fr', 'sante men', 'mental-health.diagnosed-mental-health-problem'],
    ['fr', 'école', 'missing-school.truancy'],
    ['fr', 'AUTOMUTILATION', 'self-harm.person-has-engaged-in-self-harm'],
    ['fr', 'l’alcool', 'alcohol.alcohol-abuse-by-person'],
  ])('%s "%s" offers %s among the first three', (language, typed, code) => {
    expect(codes(language, typed).slice(0, 3)).toContain(code);
  });

  it('offers homelessness before homicide', () => {
    expect(codes('en', 'hom')[0]).toBe('homelessness');
    expect(codes('en', 'homi')[0]).toBe('criminal-involvement.homicide');
  });

  it.each<[SearchLanguage, string, string, string]>([
    ['en', 'alchol', 'alcohol', 'alcohol.alcohol-abuse-by-person'],
    ['en', 'suicde', 'suicide', 'suicide.person-current-suicide-risk'],
    ['en', 'homelesness', 'homelessness', 'homelessness'],
    ['en', 'trauncy', 'truancy', 'missing-school.truancy'],
    ['en', 'parnting confl', 'parenting confl', 'parenting.parent-child-conflict'],
    ['fr', 'itinerence', 'itinerance', 'homelessness'],
    ['fr', 'logemant', 'logement', 'housing.person-doesnt-have-access-to-appropriate-housing'],
    ['fr', 'depresion', 'depression', 'mental-health.diagnosed-mental-health-problem'],
  ])('%s "%s" is read as "%s"', (language, typed, corrected, code) => {
    const answer = search[language](typed);
    expect(answer.corrected).toBe(corrected);
    expect(answer.hits.slice(0, 3).map((term) => term.code)).toContain(code);
  });

  it('finds nothing for nothing, and for what is no word of the field', () => {
    expect(search.en('').hits).toEqual([]);
    expect(search.en('  ’ - ').hits).toEqual([]);
    expect(search.en('zzzzqqqq').hits).toEqual([]);
  });

  it('puts what this table chose often before its equals', () => {
    const often = vocabularySearch({
      terms,
      groups,
      language: 'en',
      chosenBefore: new Map([['riskFactor alcohol.history-of-alcohol-abuse-in-home', 30]]),
    });
    expect(codes('en', 'alco')[0]).not.toBe('alcohol.history-of-alcohol-abuse-in-home');
    expect(often('alco').hits[0]?.code).toBe('alcohol.history-of-alcohol-abuse-in-home');
  });

  it('answers any text, with as many hits as asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.integer({ min: 0, max: 20 }),
        (typed, limit) => {
          expect(search.fr(typed, limit).hits.length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes no longer than to compare each word of the list letter by letter', () => {
    const labels = codebook.riskFactor.map(({ labelEn }) => labelEn);
    const typed = labels
      .filter((_, place) => place % 20 === 0)
      .flatMap((label) => [label.slice(0, 3), label, `${label.slice(0, 5)}x`]);
    const words = labels.flatMap((label) => label.toLowerCase().split(/\W+/));
    const quickest = (look: (each: string) => unknown): number =>
      Math.min(
        ...Array.from({ length: 4 }, () => {
          const began = performance.now();
          for (const each of typed) look(each);
          return performance.now() - began;
        }),
      );
    const plain = (each: string): number => Math.min(...words.map((word) => editsBetween(each, word)));
    expect(quickest(search.en) / quickest(plain)).toBeLessThan(0.5);
  });
});

/** How many letters differ between two words: Levenshtein's distance, one row at a time. */
function editsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let place = 1; place <= other.length; place += 1)
      here[place] = Math.min(
        above[place]! + 1,
        here[place - 1]! + 1,
        above[place - 1]! + (one[row - 1] === other[place - 1] ? 0 : 1),
      );
    above = here;
  }
  return above[other.length]!;
}
