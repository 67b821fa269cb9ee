import { codebook } from '#domain/vocabulary';
import type { OutcomeRecord } from '../base/outcome-record.js';
import { checkThreshold } from '../primary/profiles.js';
import { periodsOf } from './release-hierarchies.js';
import { anonymousSets } from './set-anonymity.js';

/** Terms under which file B may be written. */
export interface RiskSetsTerms {
  readonly k: number;
  /** Years pooled in one period, counted back from the last year. */
  readonly years: number;
  /** Share of occurrences that may be removed; above it the release is refused. */
  readonly mostLoss: number;
}

/**
 * Three years a period unless said: at 25,000 discussions single years lose 3.7 to 11.4 % of the occurrences,
 * three years at most 1.6 %.
 */
export const riskSetsTerms = (k: number, years = 3): RiskSetsTerms => ({ k, years, mostLoss: 0.1 });

/** File B, ready to be written, and what its manifest says of it. */
export interface RiskSetsFile {
  readonly refused: false;
  readonly header: readonly ['period', 'riskCategories'];
  /** Sorted by period and set: shuffled apart from file A, and in an order that the content alone decides. */
  readonly rows: readonly (readonly [period: string, riskCategories: string])[];
  readonly occurrences: number;
  /** Share of occurrences removed over all periods, 0 … 1. */
  readonly loss: number;
  readonly lossByPeriod: Readonly<Record<string, number>>;
  /** Sets of which nothing is left: not written. Rounded to 5. */
  readonly emptiedRounded: number;
}

export interface RefusedSets {
  readonly refused: true;
  readonly loss: number;
  /** The least number of years to pool with which the same records pass, when any does. */
  readonly poolYears: number | undefined;
}

const categoryOf = new Map(codebook.riskFactor.map(({ code, group }) => [code, group ?? code]));
const categories = codebook.riskCategory.map(({ code }) => code);
const codeOf = new Map(categories.map((category, code) => [category, code]));

/** A factor that a table added counts as the category its code begins with. */
const categoryCode = (factor: string): number | undefined =>
  codeOf.get(categoryOf.get(factor) ?? factor.slice(0, Math.max(0, factor.indexOf('.'))));

/**
 * File B: the set of risk categories of each discussion, with nothing beside it but its period. k^m-anonymous for
 * m = 2 within each period; discussions whose factors are N/A have no row.
 *
 * Source: Terrovitis, Mamoulis, Kalnis 2008, as in `set-anonymity.ts`. Units: discussions; occurrences for the loss.
 * Complexity: that of `anonymousSets` a period, and again for each number of years tried.
 * Error: RangeError for k below the floor. Refused when more than `mostLoss` of the occurrences would have to
 * go; the refusal says how many years to pool.
 */
export const riskSetsFile = (
  records: readonly OutcomeRecord[],
  terms: RiskSetsTerms,
): RiskSetsFile | RefusedSets => {
  checkThreshold(terms.k);
  const attempt = anonymised(records, terms);
  if (attempt.loss <= terms.mostLoss) return attempt;
  const span = new Set(records.map(({ year }) => year)).size;
  for (let years = terms.years + 1; years <= span; years++) {
    if (anonymised(records, { ...terms, years }).loss <= terms.mostLoss)
      return { refused: true, loss: attempt.loss, poolYears: years };
  }
  return { refused: true, loss: attempt.loss, poolYears: undefined };
};

const anonymised = (records: readonly OutcomeRecord[], { k, years }: RiskSetsTerms): RiskSetsFile => {
  const periods = periodsOf(
    records.map(({ year }) => year),
    years,
  );
  const byPeriod = new Map<string, number[][]>();
  for (const { year, riskFactors } of records) {
    if (riskFactors === null) continue;
    const period = periods.get(year) as string,
      set = new Set<number>();
    for (const factor of riskFactors) {
      const code = categoryCode(factor);
      if (code !== undefined) set.add(code);
    }
    const sets = byPeriod.get(period) ?? [];
    if (sets.length === 0) byPeriod.set(period, sets);
    sets.push([...set]);
  }
  const rows: [string, string][] = [],
    lossByPeriod: Record<string, number> = {};
  let occurrences = 0,
    removed = 0,
    emptied = 0;
  for (const [period, sets] of byPeriod) {
    const safe = anonymousSets(sets, categories.length, k);
    occurrences += safe.occurrences;
    removed += safe.removed;
    lossByPeriod[period] = safe.loss;
    for (const set of safe.sets) {
      if (set.length === 0) emptied++;
      else rows.push([period, set.map((code) => categories[code] as string).join(' ')]);
    }
  }
  rows.sort(([p, a], [q, b]) => (p === q ? Number(a > b) - Number(a < b) : Number(p > q) - Number(p < q)));
  return {
    refused: false,
    header: ['period', 'riskCategories'],
    rows,
    occurrences,
    lossByPeriod,
    loss: occurrences === 0 ? 0 : removed / occurrences,
    emptiedRounded: Math.round(emptied / 5) * 5,
  };
};
