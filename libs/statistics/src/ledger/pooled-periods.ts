import type { RiskSetsFile } from '../records/risk-sets-file.js';

/** Years that a file of records pools, first and last included, and what the file says of them. */
export interface PooledPeriod {
  /** Which of the files: periods are compared with those of the same file only. */
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** The period's own rows as published, or a hash of them; equal only where the same bytes were published. */
  readonly content: string;
}

/**
 * The pooled periods of a file B. Error: RangeError for a period that is not a year or `from-to`. Complexity:
 * O(rows).
 */
export const pooledSets = ({
  rows,
  lossByPeriod,
}: Pick<RiskSetsFile, 'rows' | 'lossByPeriod'>): PooledPeriod[] => {
  const content = new Map(Object.keys(lossByPeriod).map((period): [string, string[]] => [period, []]));
  for (const [period, set] of rows) content.get(period)?.push(set);
  return [...content].map(([period, sets]) => {
    const [from, to = from] = period.split('-').map(Number);
    if (
      from === undefined ||
      to === undefined ||
      !Number.isInteger(from) ||
      !Number.isInteger(to) ||
      from > to
    )
      throw new RangeError(`${period} is not a period of years.`);
    return { file: 'risk-sets', from, to, content: sets.join('\n') };
  });
};

/**
 * Pairs of periods of one file that share a year and are not the same years with the same rows.
 *
 * k^m-anonymity holds within each period; of two that overlap, one count less the other is a count of the
 * years that they do not share, and nothing keeps that one at nought or above k. The same period published
 * again as it was tells nothing new; published from other records, or with other sets removed, it does.
 * Source: differencing (Handbook on Statistical Disclosure Control, 2nd ed., 5.2); for record files B. Fung,
 * K. Wang, A. Fu, J. Pei 2008, "Anonymity for continuous data publishing", EDBT. Units: years. Complexity:
 * O(earlier × draft).
 */
export const overlappingPeriods = (
  earlier: readonly PooledPeriod[],
  draft: readonly PooledPeriod[],
): (readonly [earlier: PooledPeriod, draft: PooledPeriod])[] =>
  draft.flatMap((mine) =>
    earlier
      .filter((theirs) => theirs.file === mine.file && theirs.from <= mine.to && mine.from <= theirs.to)
      .filter(
        (theirs) => theirs.from !== mine.from || theirs.to !== mine.to || theirs.content !== mine.content,
      )
      .map((theirs) => [theirs, mine] as const),
  );
