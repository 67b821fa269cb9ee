import type { Term } from '../terms/term.js';
import { fillers, wordsOf } from './fold.js';
import { nearestWord } from './spelling.js';
import { rare, synonyms } from './synonyms.js';

export type SearchLanguage = 'en' | 'fr';

/**
 * What to search: the terms that may be chosen, the groups they lie in, and how often this table chose each
 * (`list code` → times).
 */
export interface SearchSpace {
  readonly terms: readonly Term[];
  readonly groups: readonly Term[];
  readonly language: SearchLanguage;
  readonly chosenBefore?: ReadonlyMap<string, number>;
}

/** The hits, best first; `corrected` says which words were searched instead where nothing matched what was typed. */
export interface SearchAnswer {
  readonly hits: readonly Term[];
  readonly corrected: string | null;
}

/** Where a word stands decides what it is worth: the category first, since people think in categories. */
const worth = {
  groupStart: 8,
  labelStart: 7,
  group: 6,
  label: 5,
  synonym: 4,
  groupSynonym: 3,
  otherLanguage: 1.5,
  definition: 1,
} as const;

/** A whole word beats a beginning; a shorter rest beats a longer one, slightly. */
const wholeWord = 0.6;
const rarely = -1.2;
const ofKind: Readonly<Record<string, number>> = { riskFactor: 0.3, studyFlag: 0.2, protectiveFactor: 0 };

interface Posting {
  readonly word: string;
  readonly term: number;
  readonly value: number;
}

const labelOf = (term: Term, language: SearchLanguage): string =>
  language === 'en' ? term.labelEn : term.labelFr;
const definitionOf = (term: Term, language: SearchLanguage): string =>
  (language === 'en' ? term.definitionEn : term.definitionFr) ?? '';

function postingsOf(space: SearchSpace): readonly Posting[] {
  const { language } = space;
  const other = language === 'en' ? 'fr' : 'en';
  const groupOf = new Map(space.groups.map((group) => [group.code, group]));
  const best = new Map<string, Posting>();
  const add = (term: number, text: string, first: number, later: number): void => {
    wordsOf(text).forEach((word, position) => {
      const value = position === 0 ? first : later;
      const key = `${word} ${term}`;
      if ((best.get(key)?.value ?? 0) < value) best.set(key, { word, term, value });
    });
  };
  space.terms.forEach((term, at) => {
    const group = term.group === null ? undefined : groupOf.get(term.group);
    if (group !== undefined) {
      add(at, labelOf(group, language), worth.groupStart, worth.group);
      add(at, labelOf(group, other), worth.otherLanguage, worth.otherLanguage);
    }
    add(at, labelOf(term, language), worth.labelStart, worth.label);
    add(at, labelOf(term, other), worth.otherLanguage, worth.otherLanguage);
    add(at, definitionOf(term, language), worth.definition, worth.definition);
    for (const [list, code, en, fr] of synonyms) {
      if (list !== term.list) continue;
      const words = language === 'en' ? en : fr;
      if (code === term.code) add(at, words, worth.synonym, worth.synonym);
      else if (code === `${term.group ?? ''}.*`) add(at, words, worth.groupSynonym, worth.groupSynonym);
    }
  });
  return [...best.values()].sort((a, b) => (a.word < b.word ? -1 : Number(a.word > b.word)));
}

/** The first posting that is not before the beginning of a word. */
function firstAt(postings: readonly Posting[], beginning: string): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle]?.word ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One box over risk factors, study flags and protective factors: every word typed must begin a word of the
 * category, the label, a synonym, the other language or the definition. Nothing found: the nearest spelling.
 * Built once for a codebook and a language; a query takes well under 1 ms.
 */
export function vocabularySearch(space: SearchSpace): (typed: string, limit?: number) => SearchAnswer {
  const postings = postingsOf(space);
  const known = [
    ...new Set(postings.filter(({ value }) => value > worth.otherLanguage).map(({ word }) => word)),
  ];
  const ranks = space.terms.map(
    (term) =>
      (ofKind[term.list] ?? 0) +
      (rare.has(term.code) ? rarely : 0) +
      Math.log2(1 + (space.chosenBefore?.get(`${term.list} ${term.code}`) ?? 0)) * 0.4,
  );

  function scoresOf(beginning: string): Map<number, number> {
    const scores = new Map<number, number>();
    for (let at = firstAt(postings, beginning); at < postings.length; at += 1) {
      const posting = postings[at];
      if (posting === undefined || !posting.word.startsWith(beginning)) break;
      const value = posting.value + (posting.word === beginning ? wholeWord : 0);
      if ((scores.get(posting.term) ?? 0) < value) scores.set(posting.term, value);
    }
    return scores;
  }

  function ranked(words: readonly string[]): readonly Term[] {
    let total: Map<number, number> | undefined;
    for (const word of words) {
      const scores = scoresOf(word);
      const before = total;
      total =
        before === undefined
          ? scores
          : new Map(
              [...scores].flatMap(([term, score]) => {
                const sum = before.get(term);
                return sum === undefined ? [] : [[term, sum + score] as const];
              }),
            );
    }
    return [...(total ?? [])]
      .map(([term, score]) => ({ term, score: score + (ranks[term] ?? 0) }))
      .sort((a, b) => b.score - a.score || a.term - b.term)
      .flatMap(({ term }) => space.terms[term] ?? []);
  }

  return (typed, limit = 8) => {
    const all = wordsOf(typed.slice(0, 100)).slice(0, 8);
    const telling = all.filter((word, at) => at === all.length - 1 || !fillers.has(word));
    const hits = ranked(telling);
    if (hits.length > 0 || telling.length === 0) return { hits: hits.slice(0, limit), corrected: null };
    const near = telling.map((word) => (scoresOf(word).size > 0 ? word : nearestWord(word, known)));
    const found = near.filter((word) => word !== undefined);
    // Where the words are known but no term has all of them, the first word decides.
    const instead = [found, ...found.map((word) => [word])].find(
      (words) => words.length > 0 && ranked(words).length > 0,
    );
    return instead === undefined
      ? { hits: [], corrected: null }
      : { hits: ranked(instead).slice(0, limit), corrected: instead.join(' ') };
  };
}
