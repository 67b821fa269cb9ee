import { codebook } from '#domain/vocabulary';
import { type Hierarchy, hierarchyOf } from './hierarchy.js';

/**
 * The hierarchies of file A are data of this project. What stands in a file where the register has no value:
 * a category of its own, never a wildcard.
 */
export const notApplicable = 'N/A';
/** What stands where a column says nothing any more. */
const anyValue = '*';

const withNotApplicable = (rows: readonly (readonly string[])[]): Hierarchy => {
  const levels = rows[0]?.length ?? 1;
  return hierarchyOf([...rows, [...Array.from({ length: levels - 1 }, () => notApplicable), anyValue]]);
};

/** Eight bands, five, three, none. */
export const ageHierarchy: Hierarchy = withNotApplicable([
  ['0-5', '0-11', '0-17', anyValue],
  ['6-11', '0-11', '0-17', anyValue],
  ['12-17', '12-17', '0-17', anyValue],
  ['18-24', '18-24', '18-39', anyValue],
  ['25-29', '25-39', '18-39', anyValue],
  ['30-39', '25-39', '18-39', anyValue],
  ['40-59', '40-plus', '40-plus', anyValue],
  ['60-plus', '40-plus', '40-plus', anyValue],
]);

/** Rare answers first fall together, so that asking for more than two sexes is no risk to those who gave them. */
export const sexHierarchy: Hierarchy = withNotApplicable([
  ['male', 'male', anyValue],
  ['female', 'female', anyValue],
  ['x', 'x-or-unknown', anyValue],
  ['unknown', 'x-or-unknown', anyValue],
]);

export const typeHierarchy: Hierarchy = hierarchyOf([
  ['person', 'person', 'persons', anyValue],
  ['dyad', 'dyad-or-family', 'persons', anyValue],
  ['family', 'dyad-or-family', 'persons', anyValue],
  ['neighbourhood', 'place', 'place', anyValue],
  ['environmental', 'place', 'place', anyValue],
]);

const sectorGroups: Readonly<Record<string, string>> = {
  justice: 'justice-and-emergency',
  'emergency-responders': 'justice-and-emergency',
  health: 'health-and-addictions',
  'mental-health-and-addictions': 'health-and-addictions',
  'child-youth-and-family-services': 'children-and-education',
  'children-and-youth-services': 'children-and-education',
  education: 'children-and-education',
  housing: 'housing-and-social-services',
  'social-services': 'housing-and-social-services',
  'community-and-social-services': 'housing-and-social-services',
  municipal: 'housing-and-social-services',
};

/** The group in which a sector is published; sectors of few agencies, and those added locally, are `other-sectors`. */
export const sectorGroupOf = (sector: string): string => sectorGroups[sector] ?? 'other-sectors';

export const sectorGroupHierarchy: Hierarchy = hierarchyOf(
  [...new Set(codebook.sector.map(({ code }) => sectorGroupOf(code)))].map((group) => [
    group,
    group === 'justice-and-emergency' ? group : 'services',
    anyValue,
  ]),
);

/**
 * Periods of `width` years, counted back from the last year: year → its period's label. The first one may be
 * shorter.
 */
export const periodsOf = (years: readonly number[], width: number): ReadonlyMap<number, string> => {
  const known = [...new Set(years)].sort((a, b) => a - b),
    first = known[0] ?? 0,
    last = known.at(-1) ?? 0;
  return new Map(
    known.map((year) => {
      const to = last - Math.floor((last - year) / width) * width,
        from = Math.max(first, to - width + 1);
      return [year, from === to ? String(to) : `${from}-${to}`];
    }),
  );
};

/** Years, three-year periods counted back from the last year, none. */
export const yearHierarchy = (years: readonly number[]): Hierarchy => {
  const pooled = periodsOf(years, 3);
  return hierarchyOf([...pooled].map(([year, period]) => [String(year), period, anyValue]));
};
