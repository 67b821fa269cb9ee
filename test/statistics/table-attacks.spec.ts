import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  baseShapes,
  belowThreshold,
  cellDeviation,
  complementSmall,
  derivableCells,
  dominated,
  effectiveSpread,
  type LinkedCells,
  maximumEntropyTable,
  perturbed,
  releaseJitter,
  rowFor,
  seededRandom,
  suppress,
} from '#statistics';
import { type CodedBase, codedBase, hashUnder, type Lattice, latticeOf, noiseRow } from './base-tables.js';
import { outsideAnswers } from './outside-answers.js';
import { exactlyDerivable } from './rational-elimination.js';
import { cellNamed, cellsWhere, twoWay } from './small-tables.js';

const specs = [
  ['region', 'age'],
  ['region', 'type'],
  ['region', 'sector'],
  ['age', 'sex'],
];
const shapes = [
  ['60 rows', baseShapes.small],
  ['2,200 rows', baseShapes.year],
  ['25,000 rows', baseShapes.register],
] as const;

/**
 * Best linear unbiased estimates of all shown cells: the noise projected on what the sums allow (Kaczmarz,
 * another way than the audit's).
 */
const estimated = (linked: LinkedCells, published: Float64Array): Float64Array => {
  const lines = linked.lines.filter(({ total, parts }) =>
    [total, ...parts].every((cell) => !Number.isNaN(published[cell])),
  );
  const values = published.slice();
  for (let sweep = 0; sweep < 120; sweep++) {
    for (const { total, parts } of lines) {
      const excess =
        (parts.reduce((sum, part) => sum + values[part]!, 0) - values[total]!) / (parts.length + 1);
      for (const part of parts) values[part]! -= excess;
      values[total]! += excess;
    }
  }
  return values;
};

describe.each(shapes)('attacks on tables of the generated base of %s', (_, shape) => {
  let base: CodedBase, auditor: Lattice;
  beforeAll(() => {
    base = codedBase(shape);
    auditor = latticeOf(base, specs, 11);
  });

  test('marginal subtraction and linked tables: nothing small follows, where hiding small cells alone gives some away', () => {
    const { linked, pattern } = auditor;
    const naive = Array.from(linked.counts, (count) => count > 0 && count < 11);
    const given = derivableCells(linked, naive).filter((cell) => naive[cell]);
    console.log(
      `hiding small cells only: ${given.length} of ${naive.filter((is) => is).length} follow exactly`,
    );
    expect(derivableCells(linked, pattern.hidden).filter((cell) => pattern.primary.includes(cell))).toEqual(
      [],
    );
    const small = pattern.hidden.filter((is) => is).length;
    if (small <= 120)
      expect(
        exactlyDerivable(linked.sums, pattern.hidden).filter((cell) => pattern.primary.includes(cell)),
      ).toEqual([]);
  });

  test('insider: whoever is alone in a hidden cell, or brought all of it, learns no other', () => {
    const { linked, tables, pattern } = auditor;
    const alone = new Set(cellsWhere(linked, (count) => count === 1));
    tables.forEach(({ contributions }, at) =>
      contributions!.contributors.forEach((who, place) => {
        if (who === 1) alone.add(linked.tables[at]!.cells[place]!);
      }),
    );
    let insiders = 0;
    for (const cell of pattern.primary.filter((one) => alone.has(one))) {
      insiders++;
      expect(
        derivableCells(linked, pattern.hidden, [linked.functionals[cell]!]).filter(
          (other) => other !== cell && pattern.primary.includes(other),
        ),
      ).toEqual([]);
    }
    console.log(`${insiders} insiders tried`);
  });

  test('averaging through all synonyms: root mean square error ≥ 1.0 over 150 secrets', () => {
    const { linked, tables, pattern } = auditor;
    let squares = 0,
      cells = 0;
    const worst = new Float64Array(linked.names.length),
      times = new Float64Array(linked.names.length);
    for (let secret = 0; secret < 150; secret++) {
      const guesses = estimated(
        linked,
        perturbed(linked, tables, pattern.hidden, 11, noiseRow, hashUnder(`secret ${secret}`)),
      );
      guesses.forEach((guess, cell) => {
        if (Number.isNaN(guess)) return;
        squares += (guess - linked.counts[cell]!) ** 2;
        worst[cell]! += (guess - linked.counts[cell]!) ** 2;
        times[cell]!++;
        cells++;
      });
    }
    if (cells === 0) return;
    const least = Math.min(
      ...[...worst.keys()]
        .filter((cell) => times[cell]! >= 145)
        .map((cell) => Math.sqrt(worst[cell]! / times[cell]!)),
    );
    const { weakest } = effectiveSpread(
      linked,
      Array.from(auditor.published, (value) => Number.isNaN(value)),
    );
    console.log(
      `averaging: RMSE ${Math.sqrt(squares / cells).toFixed(2)} of ${Math.sqrt(3).toFixed(2)}; weakest cell measured ${least.toFixed(2)}, by the audit ${(weakest * Math.sqrt(3)).toFixed(2)}`,
    );
    expect(Math.sqrt(squares / cells)).toBeGreaterThanOrEqual(1);
    expect(weakest * Math.sqrt(3)).toBeGreaterThanOrEqual(0.6 * Math.sqrt(3));
  });

  test('one dominating table: its cells are hidden', () => {
    const { linked, tables, pattern } = auditor;
    let seen = 0;
    tables.forEach(({ cube, contributions }, at) => {
      for (const place of dominated(cube.counts, contributions!.largest, contributions!.contributors)) {
        seen++;
        expect(pattern.hidden[linked.tables[at]!.cells[place]!]).toBe(true);
      }
    });
    console.log(`${seen} dominated cells`);
  });
});

describe('presence by equal noise', () => {
  // Is a group the same people as its margin (an only child), or is somebody else there? Equal deviations would tell.
  const trials = 20_000;
  const accuracy = (levelOf: (isChild: boolean) => number): { byEquality: number; byLikelihood: number } => {
    const hash = hashUnder('presence'),
      random = seededRandom(3);
    let byEquality = 0,
      byLikelihood = 0;
    for (let trial = 0; trial < trials; trial++) {
      const others = random() < 0.5;
      const key = [Math.floor(random() * 2 ** 32), Math.floor(random() * 2 ** 32)] as const,
        count = 20 + Math.floor(random() * 40);
      const child =
        count +
        cellDeviation({ count, keyHigh: key[0], keyLow: key[1], level: levelOf(true) }, noiseRow, hash);
      const whole = others
        ? { count: count + 1, keyHigh: (key[0] ^ 0x5bd1e995) >>> 0, keyLow: key[1] }
        : { count, keyHigh: key[0], keyLow: key[1] };
      const parent = whole.count + cellDeviation({ ...whole, level: levelOf(false) }, noiseRow, hash);
      if ((parent !== child) === others) byEquality++;
      // The likelier of "nobody else" and "one more" when both draws are independent.
      if (parent > child === others) byLikelihood++;
    }
    return { byEquality: byEquality / trials, byLikelihood: byLikelihood / trials };
  };

  test('with level-salted draws the accuracy is at most 0.62; with one draw for both it is far above', () => {
    const salted = accuracy((isChild) => (isChild ? 2 : 1)),
      shared = accuracy(() => 1);
    console.log(
      `presence: accuracy ${salted.byEquality.toFixed(3)} by equality and ${salted.byLikelihood.toFixed(3)} by likelihood; ${shared.byEquality.toFixed(3)} without levels in the key`,
    );
    expect(Math.max(salted.byEquality, salted.byLikelihood)).toBeLessThanOrEqual(0.62);
    expect(shared.byEquality).toBeGreaterThan(0.8);
  });
});

describe('complement and homogeneous groups', () => {
  test('who has not is as hidden as who has; a group that all has one answer is hidden', () => {
    const counts = [100, 95, 5, 60, 60, 0];
    expect(complementSmall(counts, [-1, 0, 0, -1, 3, 3], 11)).toEqual([1, 4]);
    const linked = twoWay(
      [
        ['north', 'yes', 60],
        ['south', 'yes', 45],
        ['south', 'no', 30],
        ['east', 'yes', 33],
        ['east', 'no', 52],
      ],
      ['region', 'answer'],
    );
    const groups = linked.names.map(() => -1);
    for (const { total, parts } of linked.lines)
      for (const part of parts)
        if (linked.names[part]!.includes('answer=') && linked.names[total]!.startsWith('region='))
          groups[part] = total;
    const primary = [
      ...belowThreshold(linked.counts, 11, 'zerosAreSmall'),
      ...complementSmall(linked.counts, groups, 11),
    ];
    const homogeneous = cellNamed(linked, 'region=north|answer=yes');
    expect(primary).toContain(homogeneous);
    const { hidden } = suppress(linked, { primary: [...new Set(primary)], threshold: 11 });
    expect(exactlyDerivable(linked.sums, hidden)).not.toContain(homogeneous);
  });
});

describe('pattern inversion', () => {
  type Row = readonly [string, string, number];
  const patternFor = (linked: LinkedCells, jitter: number, seed: number): string => {
    const { secondary } = suppress(linked, {
      primary: [cellNamed(linked, 'row=w|column=a')],
      threshold: 11,
      jitter,
      random: seededRandom(seed),
    });
    return secondary
      .map((cell) => linked.names[cell])
      .sort()
      .join();
  };
  const drawRows = (register: number): Row[] => {
    const random = seededRandom(register);
    return ['wa', 'wb', 'wc', 'xa', 'xb', 'xc', 'ya', 'yb', 'yc'].map((place, at): Row => [
      place[0]!,
      place[1]!,
      at === 0 ? 1 + Math.floor(random() * 10) : 12 + Math.floor(random() * 30),
    ]);
  };
  /**
   * The table that shows the same values but has `value` in the small cell: hidden ones of a rectangle move
   * against it.
   */
  const shifted = (rows: readonly Row[], pattern: string, value: number): Row[] | undefined => {
    const by = value - rows[0]![2];
    const hidden = (row: string, column: string): boolean =>
      pattern.split(',').includes(`row=${row}|column=${column}`);
    const moved = rows.map(([row, column, count]): Row => [
      row,
      column,
      row === 'w' && column === 'a'
        ? value
        : !hidden(row, column)
          ? count
          : row === 'w' || column === 'a'
            ? count - by
            : count + by,
    ]);
    return moved.every(([, , count]) => count >= 0) ? moved : undefined;
  };
  const seeds = 120;
  const likelihood = (rows: readonly Row[], pattern: string, jitter: number): number => {
    const linked = twoWay(rows);
    // Without jitter nothing is drawn: every seed gives the same pattern.
    if (jitter === 0) return patternFor(linked, 0, 1) === pattern ? 1 : 0;
    let same = 0;
    for (let seed = 1; seed <= seeds; seed++) if (patternFor(linked, jitter, seed) === pattern) same++;
    return same / seeds;
  };
  /**
   * The attacker knows method, margins and all shown values: how many values of the small cell explain the
   * pattern at least half as well as the best?
   */
  const candidates = (register: number, jitter: number): number | undefined => {
    const rows = drawRows(register),
      pattern = patternFor(twoWay(rows), jitter, 7_000 + register);
    if (pattern.split(',').length !== 3 || !pattern.split(',').every((name) => name.includes('|')))
      return undefined;
    const shares = Array.from({ length: 10 }, (_, at) => {
      const table = shifted(rows, pattern, at + 1);
      return table === undefined ? 0 : likelihood(table, pattern, jitter);
    });
    return shares.filter((share) => share > 0 && share >= 0.5 * Math.max(...shares)).length;
  };

  test('with a secret order at least 5 of 10 values of the small cell explain the published pattern, in every register tried', () => {
    const counts = Array.from({ length: 30 }, (_, register) =>
      candidates(register + 1, releaseJitter),
    ).filter((count) => count !== undefined);
    console.log(
      `pattern inversion: ${counts.length} registers; candidates at least half as likely as the best: ${counts.join(' ')}`,
    );
    expect(counts.length).toBeGreaterThan(15);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
  });

  test('without jitter fewer values explain it: the order alone rules some out', () => {
    const fixed = Array.from({ length: 30 }, (_, register) => candidates(register + 1, 0)).filter(
      (count) => count !== undefined,
    );
    console.log(`without jitter: ${fixed.join(' ')}`);
    expect(Math.min(...fixed)).toBeLessThan(5);
  });
});

describe('means beside noisy counts', () => {
  // HandbookSDC 5.7 (means): counts 9 + 14 ≠ 19 with D = 2, and true means 11.25, 7.91667 and 9.25.
  const possible = (
    published: readonly [number, number, number],
    means: readonly [number, number, number],
    bound: number,
  ): [number, number][] => {
    const found: [number, number][] = [];
    for (let a = published[0] - bound; a <= published[0] + bound; a++) {
      for (let b = published[1] - bound; b <= published[1] + bound; b++) {
        if (Math.abs(a + b - published[2]) > bound || a < 1 || b < 1) continue;
        if (Math.abs((a * means[0] + b * means[1]) / (a + b) - means[2]) < 0.005) found.push([a, b]);
      }
    }
    return found;
  };

  test('true means undo the noise; means from published counts only do not', () => {
    expect(possible([9, 14, 19], [11.25, 7.916666667, 9.25], 2)).toEqual([[8, 12]]);
    // Ours are ratios of shown (noisy) values: the sums behind them are noisy too, so no equation holds exactly.
    const fromShown: readonly [number, number, number] = [91 / 9, 96 / 14, 186 / 19];
    expect(possible([9, 14, 19], fromShown, 2)).not.toEqual([[8, 12]]);
  });
});

outsideAnswers('margin exploit of the census guidelines', ['misc'], (read) => {
  test('where zeros are never perturbed, 1 + 1 under a margin of 0 is exactly 1 and 1; a threshold shows none of the three', () => {
    const { margin_exploit: attack } = JSON.parse(read('misc/rules-and-worked-examples.json')) as {
      margin_exploit: { published: { inner: number[]; margin: number }; D: number };
    };
    const table = maximumEntropyTable({ maximum: attack.D, variance: 1, smallest: 0 });
    const reaches = (count: number, value: number): boolean =>
      rowFor(table, count).deviations.includes(value - count);
    const solutions: number[][] = [];
    for (let a = 0; a <= 4; a++)
      for (let b = 0; b <= 4; b++)
        if (
          reaches(a, attack.published.inner[0]!) &&
          reaches(b, attack.published.inner[1]!) &&
          reaches(a + b, attack.published.margin)
        )
          solutions.push([a, b]);
    expect(solutions).toEqual([[1, 1]]);
    expect(belowThreshold([1, 1, 2], 11, 'zerosAreSmall')).toEqual([0, 1, 2]);
  });
});
