import { describe, expect, it } from '@jest/globals';
import { codebook, groupListOf, isChoosable, listNames, type ListName } from './codebook.js';
import type { Term } from './terms/term.js';

const everyTerm = listNames.flatMap((list) => codebook[list]);

/** Words that are the same in both languages; each was looked at. Anything else that is equal was forgotten. */
const sameInBoth = new Set(['COVID-19', 'Justice', 'X']);

const folded = (text: string) => text.normalize('NFC').replaceAll('’', "'").trim().toLowerCase();

/** EN and FR as pairs, for every label and definition of the term. */
function pairs(term: Term): readonly (readonly [string | null, string | null])[] {
  return [
    [term.labelEn, term.labelFr],
    [term.definitionEn, term.definitionFr],
  ];
}

function untranslated(term: Term): boolean {
  return pairs(term).some(
    ([en, fr]) =>
      (en === null) !== (fr === null) ||
      (en !== null &&
        fr !== null &&
        (fr.trim() === '' || (folded(en) === folded(fr) && !sameInBoth.has(en)))),
  );
}

describe('the codebook', () => {
  it.each<[ListName, number]>([
    ['riskFactor', 105],
    ['riskCategory', 27],
    ['riskTheme', 13],
    ['studyFlag', 33],
    ['protectiveFactor', 51],
    ['situationType', 5],
    ['ageBand', 8],
    ['sex', 4],
    ['conclusionGroup', 4],
    ['rejectionReason', 4],
    ['sector', 13],
    ['agencyType', 33],
    ['serviceType', 31],
    ['mobilization', 6],
    ['riskPoint', 4],
  ])('%s has the %i terms of the register', (list, count) => {
    expect(codebook[list]).toHaveLength(count);
  });

  it('has the 15 conclusion reasons of the register and one of ours', () => {
    expect(codebook.conclusionReason.filter((term) => term.status !== 'added')).toHaveLength(15);
    expect(codebook.conclusionReason).toHaveLength(16);
  });

  it('names each code once in its list', () => {
    for (const list of listNames) {
      const codes = codebook[list].map((term) => term.code);
      expect([list, new Set(codes).size]).toEqual([list, codes.length]);
    }
  });

  it('says every word in both languages, by hand', () => {
    expect(everyTerm.filter(untranslated).map((term) => `${term.list} ${term.code}`)).toEqual([]);
  });

  it('would notice a French word that was forgotten', () => {
    const [first] = codebook.riskFactor;
    if (first === undefined) throw new Error('no risk factor');
    expect(untranslated({ ...first, labelFr: first.labelEn.toUpperCase() })).toBe(true);
    expect(untranslated({ ...first, definitionFr: null })).toBe(true);
  });

  it('keeps no word on the reviewed list that is no longer needed', () => {
    const equal = new Set(
      everyTerm.filter((term) => folded(term.labelEn) === folded(term.labelFr)).map((term) => term.labelEn),
    );
    expect([...sameInBoth].filter((word) => !equal.has(word))).toEqual([]);
  });

  it('tells apart any two terms of one group, in both languages', () => {
    for (const list of listNames) {
      for (const label of ['labelEn', 'labelFr'] as const) {
        const shown = codebook[list].map((term) => `${term.group ?? ''} – ${folded(term[label])}`);
        expect([list, label, shown.filter((text, at) => shown.indexOf(text) !== at)]).toEqual([
          list,
          label,
          [],
        ]);
      }
    }
  });

  it('defines every risk factor by itself, without looking to its neighbour', () => {
    for (const factor of codebook.riskFactor) {
      expect(factor.definitionEn).not.toMatch(/the above|such behaviour/);
      expect(factor.definitionEn?.length).toBeGreaterThan(5);
      expect(factor.definitionFr?.length).toBeGreaterThan(5);
    }
  });

  it('puts grouped terms into groups that exist', () => {
    for (const [list, groups] of Object.entries(groupListOf) as [ListName, ListName][]) {
      const known = new Set(codebook[groups].map((term) => term.code));
      expect(codebook[list].filter((term) => term.group === null || !known.has(term.group))).toEqual([]);
      expect([...known].filter((code) => !codebook[list].some((term) => term.group === code))).toEqual([]);
    }
    const themes = new Set(codebook.riskTheme.map((term) => term.code));
    expect(codebook.riskFactor.filter((term) => term.theme === null || !themes.has(term.theme))).toEqual([]);
  });

  it('maps only to codes that exist', () => {
    const reasons = new Set(codebook.conclusionReason.map((term) => term.code));
    expect(codebook.rejectionReason.every((term) => term.mapsTo !== null && reasons.has(term.mapsTo))).toBe(
      true,
    );
  });

  it('uses Canadian French typography', () => {
    for (const term of everyTerm) {
      expect(`${term.labelFr} ${term.definitionFr ?? ''}`).not.toMatch(/'| [;!?:]|\s\s/);
    }
  });
});

describe('isChoosable', () => {
  const [term] = codebook.sector;
  if (term === undefined) throw new Error('no sector');

  it('counts both end days in', () => {
    const retired = { ...term, activeFrom: '2026-01-01', activeTo: '2026-06-30' };
    expect(
      ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => isChoosable(retired, day)),
    ).toEqual([false, true, true, false]);
  });

  it('refuses headings and what only the workflow writes', () => {
    const refused = everyTerm.filter((each) => !isChoosable(each, '2026-11-22')).map((each) => each.code);
    expect(refused.filter((code) => !code.startsWith('rejected.'))).toEqual([
      'local-study-flags-free-list-defined-by-each-table',
      'other.withdrawn-by-originator',
      'noAnswer',
    ]);
    expect(
      codebook.conclusionReason
        .filter((term) => term.group === 'rejected')
        .every((term) => refused.includes(term.code)),
    ).toBe(true);
    expect(codebook.rejectionReason.every((each) => isChoosable(each, '2026-11-22'))).toBe(true);
  });
});
