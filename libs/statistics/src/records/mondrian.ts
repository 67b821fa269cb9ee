/** A published region: the least and the greatest value in each dimension, and the records in it. */
interface MondrianRegion {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly records: readonly number[];
}

export interface MondrianPartition {
  readonly regions: readonly MondrianRegion[];
  /** Normalised certainty penalty, mean over records and dimensions, in percent. */
  readonly penalty: number;
}

type Rows = readonly (readonly number[])[];

/**
 * Multidimensional k-anonymity by median cuts, for comparison with our single-dimensional recoding: it keeps
 * more detail, but its classes cut a dimension differently from place to place, which readers of an open file
 * get wrong.
 *
 * `strict` never parts equal values; `relaxed` parts them so that halves are even. The widest dimension,
 * relative to its whole range, is cut first; a dimension that no longer cuts is left.
 * Source: LeFevre, DeWitt, Ramakrishnan 2006, "Mondrian multidimensional k-anonymity", both partitions;
 * penalty: Xu et al.
 * 2006, "Utility-based anonymization using local recoding".
 * Units: records; percent for the penalty. Complexity: O(records × dimensions × log records).
 */
export const mondrian = (rows: Rows, k: number, cut: 'strict' | 'relaxed'): MondrianPartition => {
  const dimensions = rows[0]?.length ?? 0;
  const ranges = Array.from({ length: dimensions }, (_, d) =>
    spanOf(
      rows,
      rows.map((_row, i) => i),
      d,
    ),
  );
  const regions: MondrianRegion[] = [];
  const open: { records: number[]; low: number[]; high: number[]; cuttable: boolean[] }[] = [
    {
      records: rows.map((_, i) => i),
      low: ranges.map(([low]) => low),
      high: ranges.map(([, high]) => high),
      cuttable: ranges.map(() => true),
    },
  ];
  const relative = (low: number, high: number, d: number): number => {
    const [least, most] = ranges[d] as [number, number];
    return most === least ? 0 : (high - low) / (most - least);
  };
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { records, low, high, cuttable } = part;
    let dimension = -1,
      widest = -1;
    for (let d = 0; d < dimensions; d++) {
      const width = relative(low[d] as number, high[d] as number, d);
      if (cuttable[d] === true && width > widest) [dimension, widest] = [d, width];
    }
    if (dimension < 0) {
      regions.push({ low, high, records });
      continue;
    }
    [low[dimension], high[dimension]] = spanOf(rows, records, dimension);
    const halves = halvesOf(rows, records, dimension, k, cut);
    if (halves === undefined) {
      cuttable[dimension] = false;
      open.push(part);
      continue;
    }
    for (const { records: half, from, to } of halves) {
      open.push({
        records: half,
        low: low.with(dimension, from ?? (low[dimension] as number)),
        high: high.with(dimension, to ?? (high[dimension] as number)),
        cuttable: ranges.map(() => true),
      });
    }
  }
  const penalty = regions.reduce(
    (sum, { low, high, records }) =>
      sum + records.length * low.reduce((width, from, d) => width + relative(from, high[d] as number, d), 0),
    0,
  );
  return { regions, penalty: (100 * penalty) / Math.max(1, rows.length * dimensions) };
};

const spanOf = (rows: Rows, records: readonly number[], d: number): [number, number] =>
  records.reduce<[number, number]>(
    ([low, high], i) => {
      const value = (rows[i] as readonly number[])[d] as number;
      return [Math.min(low, value), Math.max(high, value)];
    },
    [Infinity, -Infinity],
  );

interface Half {
  readonly records: number[];
  readonly from?: number;
  readonly to?: number;
}

const halvesOf = (
  rows: Rows,
  records: readonly number[],
  d: number,
  k: number,
  cut: 'strict' | 'relaxed',
): readonly [Half, Half] | undefined => {
  const valueOf = (i: number): number => (rows[i] as readonly number[])[d] as number;
  const sorted = records.map(valueOf).sort((a, b) => a - b),
    middle = Math.floor(records.length / 2);
  if (middle < k || sorted[0] === sorted.at(-1)) return undefined;
  const median = sorted[middle - 1] as number,
    next = sorted.find((value) => value > median);
  if (cut === 'strict') {
    if (next === undefined) return undefined;
    const below = records.filter((i) => valueOf(i) <= median),
      above = records.filter((i) => valueOf(i) > median);
    return below.length < k || above.length < k
      ? undefined
      : [
          { records: below, to: median },
          { records: above, from: next },
        ];
  }
  const below = records.filter((i) => valueOf(i) < median),
    above = records.filter((i) => valueOf(i) > median);
  const equal = records.filter((i) => valueOf(i) === median);
  const filled = middle - below.length,
    rest = equal.slice(0, equal.length - filled);
  below.push(...equal.slice(equal.length - filled));
  return [
    { records: below, to: median },
    { records: [...above, ...rest], from: rest.length > 0 || next === undefined ? median : next },
  ];
};
