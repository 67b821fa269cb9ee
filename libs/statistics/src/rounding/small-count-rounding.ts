/** A published cell: the inner cells that it sums. */
export type PublishedCell = readonly number[];

export interface SmallCountRounding {
  readonly inner: readonly number[];
  readonly published: readonly number[];
}

const sumOver = (cell: PublishedCell, values: readonly number[]): number =>
  cell.reduce((sum, at) => sum + (values[at] as number), 0);

/** Inner cells between 0 and the base that stand in a published cell which is now neither 0 nor at least the base. */
const toRound = (
  published: readonly PublishedCell[],
  values: readonly number[],
  inner: readonly number[],
  base: number,
  already: ReadonlySet<number>,
): number[] => {
  const found = new Set<number>();
  for (const cell of published) {
    const now = sumOver(cell, values);
    if (now <= 0 || now >= base) continue;
    for (const at of cell)
      if ((inner[at] as number) > 0 && (inner[at] as number) < base && !already.has(at)) found.add(at);
  }
  return [...found];
};

/**
 * Small-count rounding: inner cells of small published cells become 0 or the base, chosen so that published
 * cells stay near.
 *
 * Every published cell is the sum of rounded inner cells, so the table adds up; none is left between 0 and
 * the base. Cells are rounded up one by one where that lowers the squared error most, then single ones and
 * pairs are exchanged while that helps.
 * Source: Langsrud and Heldal (2018), "An algorithm for small count rounding of tabular data", PSD 2018
 * (SmallCountRounding, Statistics Norway, MIT: answers compared, no code taken). Units: persons. Which of two
 * equal choices is taken differs from theirs. One rounding is drawn a vintage, stored and reused: two
 * roundings of the same records could be compared.
 * Errors: RangeError for a base below 2. Complexity: O(r² · p) an exchange pass for r rounded and p published cells.
 */
export const roundSmallCounts = (
  inner: readonly number[],
  published: readonly PublishedCell[],
  base: number,
): SmallCountRounding => {
  if (!(Number.isInteger(base) && base >= 2))
    throw new RangeError(`A rounding base is a whole number from 2 on, not ${base}.`);
  const truth = published.map((cell) => sumOver(cell, inner));
  const cellsWith: number[][] = inner.map(() => []);
  published.forEach((cell, at) => {
    for (const part of cell) (cellsWith[part] as number[]).push(at);
  });
  const rounded = new Set<number>();
  let values = [...inner];
  for (
    let found = toRound(published, values, inner, base, rounded);
    found.length > 0;
    found = toRound(published, values, inner, base, rounded)
  ) {
    for (const at of found) rounded.add(at);
    values = chosen(inner, [...rounded], published.length, cellsWith, base);
  }
  return {
    inner: values,
    published: published.map((cell, at) =>
      values === inner ? (truth[at] as number) : sumOver(cell, values),
    ),
  };
};

const chosen = (
  inner: readonly number[],
  rounded: readonly number[],
  size: number,
  cellsWith: readonly (readonly number[])[],
  base: number,
): number[] => {
  const errors = new Float64Array(size),
    isUp = new Set<number>();
  for (const at of rounded)
    for (const cell of cellsWith[at] as number[])
      errors[cell] = (errors[cell] as number) - (inner[at] as number);
  const change = (moves: readonly (readonly [number, number])[]): number => {
    const by = new Map<number, number>();
    for (const [at, step] of moves)
      for (const cell of cellsWith[at] as number[]) by.set(cell, (by.get(cell) ?? 0) + step);
    return [...by].reduce((sum, [cell, step]) => sum + step * (2 * (errors[cell] as number) + step), 0);
  };
  const apply = (moves: readonly (readonly [number, number])[]): void => {
    for (const [at, step] of moves) {
      if (step > 0) isUp.add(at);
      else isUp.delete(at);
      for (const cell of cellsWith[at] as number[]) errors[cell] = (errors[cell] as number) + step;
    }
  };
  const flip = (at: number): [number, number] => [at, isUp.has(at) ? -base : base];
  // Among equal published errors the larger inner count goes up: its own error is smaller.
  const own = (moves: readonly (readonly [number, number])[]): number =>
    moves.reduce((sum, [at, step]) => sum - Math.sign(step) * (inner[at] as number), 0);
  for (;;) {
    let best: (readonly [number, number])[] = [],
      gain = -1e-9,
      tie = 0;
    const consider = (moves: (readonly [number, number])[]): void => {
      const change_ = change(moves),
        own_ = own(moves);
      if (
        change_ < gain - 1e-9 ||
        (change_ < gain + 1e-9 && best.length > 0 && own_ < tie) ||
        (best.length === 0 && Math.abs(change_) < 1e-9 && own_ < -1e-9)
      )
        [best, gain, tie] = [moves, change_, own_];
    };
    rounded.forEach((at, i) => {
      consider([flip(at)]);
      for (const other of rounded.slice(i + 1))
        if (isUp.has(at) !== isUp.has(other)) consider([flip(at), flip(other)]);
    });
    if (best.length === 0) break;
    apply(best);
  }
  return inner.map((count, at) => (rounded.includes(at) ? (isUp.has(at) ? base : 0) : count));
};
