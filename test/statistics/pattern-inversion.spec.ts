import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CodeTree,
  cubeOf,
  exactTables,
  type LinearSolver,
  type LinkedCells,
  linkTables,
  releaseJitter,
  seededRandom,
} from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { cellNamed, flat } from './small-tables.js';

const threshold = 11,
  side = 3,
  inner = side * side;
const trees: readonly CodeTree[] = ['row', 'column'].map((name) =>
  flat(
    name,
    Array.from({ length: side }, (_, at) => `${at}`),
  ),
);

/** Counts of the inner cells, row by row. */
type Square = readonly number[];

const tabulated = (square: Square) => {
  const rows = square.flatMap((count, at) => Array.from({ length: count }, () => at));
  const columns = [
    Uint8Array.from(rows, (at) => Math.floor(at / side)),
    Uint8Array.from(rows, (at) => at % side),
  ];
  const tables = [{ name: 'square', cube: cubeOf(trees, columns) }];
  return {
    tables,
    linked: linkTables(
      tables.map(({ name, cube }) => ({ name, hierarchies: cube.hierarchies, counts: cube.counts })),
    ),
  };
};

/**
 * Registers whose orders often leave too little to show: found by trying 300 of them with 20 secrets each, 4
 * or more drawn again.
 */
const registers: readonly (readonly [Square, target: number])[] = [
  [[12, 22, 3, 15, 16, 4, 20, 18, 3], 2],
  [[17, 15, 20, 4, 15, 4, 22, 8, 4], 3],
  [[16, 3, 7, 16, 3, 16, 5, 22, 16], 1],
  [[21, 14, 3, 14, 25, 3, 8, 14, 4], 5],
  [[14, 12, 6, 4, 24, 5, 19, 7, 13], 3],
  [[6, 16, 17, 3, 25, 3, 19, 4, 14], 0],
  [[18, 21, 4, 18, 3, 4, 24, 5, 24], 4],
  [[19, 21, 6, 15, 4, 7, 17, 3, 18], 4],
  [[23, 3, 17, 14, 21, 24, 5, 20, 3], 6],
];

interface Release {
  readonly pattern: string;
  readonly draws: number;
  readonly hidden: readonly boolean[];
}

/** Every whole table that shows what was released: hidden cells count somebody, for zeros are shown. */
const possibleTables = (square: Square, linked: LinkedCells, hidden: readonly boolean[]): Square[] => {
  const isHidden = (name: string): boolean => hidden[cellNamed(linked, name)] === true;
  const places = square.map((count, at) =>
    isHidden(`row=${Math.floor(at / side)}|column=${at % side}`) ? undefined : count,
  );
  const lines = [0, 1, 2]
    .flatMap((line) => [
      { name: `row=${line}`, cells: [0, 1, 2].map((at) => line * side + at) },
      { name: `column=${line}`, cells: [0, 1, 2].map((at) => at * side + line) },
    ])
    .concat([{ name: '', cells: [...square.keys()] }])
    .filter(({ name }) => !isHidden(name))
    .map(({ cells }) => ({ cells, sum: cells.reduce((sum, at) => sum + square[at]!, 0) }));
  const found: Square[] = [],
    table: number[] = [];
  const fill = (at: number): void => {
    if (at === inner) {
      found.push([...table]);
      return;
    }
    const own = lines.filter(({ cells }) => cells.includes(at));
    // What a line leaves for this cell, if every open cell after it counts somebody.
    const rest = own.map(
      ({ cells, sum }) =>
        sum -
        cells.reduce(
          (known, cell) => known + (cell < at ? table[cell]! : cell > at ? (places[cell] ?? 1) : 0),
          0,
        ),
    );
    const isLast = own.map(({ cells }) => cells.every((cell) => cell <= at || places[cell] !== undefined));
    const [from, to] = places[at] === undefined ? [1, Math.min(60, ...rest)] : [places[at], places[at]];
    for (let value = from; value <= to; value++) {
      if (own.some((_, which) => isLast[which] && rest[which] !== value)) continue;
      table[at] = value;
      fill(at + 1);
    }
  };
  fill(0);
  return found;
};

describe('exact tables, drawn again where too little shows', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await highsHere();
  });

  const released = async (square: Square, seed: number): Promise<Release> => {
    const { linked, tables } = tabulated(square);
    const decision = await exactTables(
      linked,
      tables,
      { threshold, jitter: releaseJitter, random: seededRandom(seed) },
      [solver],
    );
    const hidden = decision.refused ? linked.names.map(() => true) : decision.hidden;
    return {
      pattern: decision.refused ? 'refused' : linked.names.filter((_, cell) => hidden[cell]).join(),
      draws: decision.draws,
      hidden,
    };
  };

  /**
   * The attacker knows method, shown values and that orders are drawn again: of the values of one small cell,
   * how many explain the release at least half as well as the best? All tables that show the same are as
   * likely to them, other small cells included.
   */
  const inverted = async (square: Square, target: number, release: Release, trials: number) => {
    const tables = possibleTables(square, tabulated(square).linked, release.hidden),
      random = seededRandom(9);
    const often: number[] = [],
      atFirst: number[] = [],
      counts: number[] = [];
    for (let value = 1; value < threshold; value++) {
      const having = tables.filter((table) => table[target] === value);
      counts.push(having.length);
      let same = 0,
        first = 0;
      for (let trial = 1; having.length > 0 && trial <= trials; trial++) {
        const table = having[Math.floor(random() * having.length)]!;
        const { pattern, draws } = await released(table, 1_000 * value + trial);
        if (pattern !== release.pattern) continue;
        same++;
        if (draws === 1) first++;
      }
      often.push(same / trials);
      atFirst.push(first / trials);
    }
    const left = (shares: readonly number[]): number =>
      shares.filter((share) => share > 0 && share >= 0.5 * Math.max(...shares)).length;
    const posterior = (shares: readonly number[]): number[] => {
      const weights = shares.map((share, at) => share * counts[at]!),
        sum = weights.reduce((whole, weight) => whole + weight, 0);
      return weights.map((weight) => weight / sum);
    };
    const after = posterior(often),
      before = posterior(atFirst);
    return {
      left: left(often),
      leftAtFirst: left(atFirst),
      surest: Math.max(...after),
      moved: after.reduce((sum, share, at) => sum + Math.abs(share - before[at]!), 0) / 2,
    };
  };

  test('that orders are drawn again tells next to nothing; the pattern itself leaves at least 5 of 10 values in most registers and none of them sure', async () => {
    const results: Awaited<ReturnType<typeof inverted>>[] = [];
    for (const [square, target] of registers) {
      let release: Release | undefined;
      for (let seed = 1; seed <= 60 && release === undefined; seed++) {
        const one = await released(square, seed);
        if (one.pattern !== 'refused' && one.draws > 1) release = one;
      }
      if (release === undefined) throw new Error(`No order of ${square.join(' ')} was drawn again.`);
      results.push(await inverted(square, target, release, 200));
    }
    console.log(
      `drawn again: values left ${results.map(({ left }) => left).join(' ')}; of first draws alone ${results.map(({ leftAtFirst }) => leftAtFirst).join(' ')}; ` +
        `the surest value has ${results.map(({ surest }) => `${Math.round(100 * surest)} %`).join(' ')}; drawing again moves ${results.map(({ moved }) => `${Math.round(100 * moved)} %`).join(' ')} of the belief`,
    );
    expect(results.filter(({ left }) => left >= 5).length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...results.map(({ surest }) => surest))).toBeLessThanOrEqual(0.6);
    const values = (which: 'left' | 'leftAtFirst'): number =>
      results.reduce((sum, result) => sum + result[which], 0);
    expect(values('left')).toBeGreaterThanOrEqual(values('leftAtFirst') - 6);
  }, 600_000);
});
