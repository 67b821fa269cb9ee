import type { Sum } from '#statistics';

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};
const fraction = (over: bigint, under: bigint): Fraction => {
  const common = gcd(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
};
const lessTimes = (a: Fraction, factor: Fraction, b: Fraction): Fraction =>
  fraction(
    a.over * factor.under * b.under - factor.over * b.over * a.under,
    a.under * factor.under * b.under,
  );

/**
 * Hidden cells with exactly one possible value, by dense elimination of the published equations over exact fractions.
 *
 * On purpose another method than the engine's (equations over hidden cells, not a basis of functionals;
 * fractions, not a prime; dense, not sparse), so that the two cannot share a mistake.
 */
export const exactlyDerivable = (sums: readonly Sum[], hidden: readonly boolean[]): number[] => {
  const columns = hidden.flatMap((is, cell) => (is ? [cell] : []));
  const columnOf = new Map(columns.map((cell, at) => [cell, at]));
  const zero: Fraction = { over: 0n, under: 1n };
  let rows = sums
    .map(({ total, parts }) => {
      const row = columns.map(() => zero);
      const add = (cell: number, by: bigint): void => {
        const at = columnOf.get(cell);
        if (at !== undefined) row[at] = fraction(row[at]!.over + by * row[at]!.under, row[at]!.under);
      };
      add(total, -1n);
      for (const part of parts) add(part, 1n);
      return row;
    })
    .filter((row) => row.some(({ over }) => over !== 0n));
  const done: Fraction[][] = [];
  for (let column = 0; column < columns.length; column++) {
    const at = rows.findIndex((row) => row[column]!.over !== 0n);
    if (at < 0) continue;
    const pivot = rows[at]!,
      lead = pivot[column]!;
    const unit = pivot.map(({ over, under }) => fraction(over * lead.under, under * lead.over));
    const clear = (row: Fraction[]): Fraction[] =>
      row[column]!.over === 0n ? row : row.map((x, i) => lessTimes(x, row[column]!, unit[i]!));
    rows = rows
      .filter((_, i) => i !== at)
      .map(clear)
      .filter((row) => row.some(({ over }) => over !== 0n));
    done.forEach((row, i) => {
      done[i] = clear(row);
    });
    done.push(unit);
  }
  return done
    .flatMap((row) => {
      const entries = row.flatMap(({ over }, at) => (over === 0n ? [] : [columns[at]!]));
      return entries.length === 1 ? entries : [];
    })
    .sort((a, b) => a - b);
};
