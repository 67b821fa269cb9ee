import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  auditIntervals,
  exactly,
  type LinearSolver,
  type LinkedCells,
  linkTables,
  repairIntervals,
  seededRandom,
  suppress,
} from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { highsWorker, type SolverThread } from '../../apps/api/src/statistics/solver/highs-worker.js';
import { outsideAnswers, rowsOf } from './outside-answers.js';
import { cellNamed, cellsWhere, flat, tableOf, twoWay } from './small-tables.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsHere();
});

/**
 * Least and greatest value of each hidden inner cell over all whole tables of three by three whose hidden
 * cells count somebody.
 */
const wholeRanges = (linked: LinkedCells, hidden: readonly boolean[]): Map<number, [number, number]> => {
  const inner = [...'wxy'].flatMap((row) =>
    [...'abc'].map((column) => cellNamed(linked, `row=${row}|column=${column}`)),
  );
  const rows = [...'wxy'].map((row) => linked.counts[cellNamed(linked, `row=${row}`)]!),
    columns = [...'abc'].map((column) => linked.counts[cellNamed(linked, `column=${column}`)]!);
  const ranges = new Map<number, [number, number]>(),
    table: number[] = [];
  const fill = (at: number): void => {
    if (at === 9) {
      inner.forEach((cell, place) => {
        const value = table[place]!,
          [lowest, highest] = ranges.get(cell) ?? [value, value];
        ranges.set(cell, [Math.min(lowest, value), Math.max(highest, value)]);
      });
      return;
    }
    const row = Math.floor(at / 3),
      column = at % 3,
      cell = inner[at]!;
    const inRow = rows[row]! - table.slice(3 * row, at).reduce((sum, value) => sum + value, 0);
    const inColumn = columns[column]! - (row > 0 ? table[column]! : 0) - (row > 1 ? table[3 + column]! : 0);
    const [from, to] = hidden[cell]
      ? [1, Math.min(inRow, inColumn)]
      : [linked.counts[cell]!, linked.counts[cell]!];
    for (let value = from; value <= to; value++) {
      if ((column === 2 && value !== inRow) || (row === 2 && value !== inColumn)) continue;
      table[at] = value;
      table.length = at + 1;
      fill(at + 1);
    }
  };
  fill(0);
  return ranges;
};

describe('interval audit', () => {
  // a + b = 5 hidden in a line: neither is derivable, both are at most 5.
  const pair = (): ReturnType<typeof twoWay> =>
    twoWay([
      ['w', 'a', 2],
      ['w', 'b', 3],
      ['w', 'c', 40],
      ['x', 'a', 30],
      ['x', 'b', 50],
      ['x', 'c', 60],
      ['y', 'a', 20],
      ['y', 'b', 25],
      ['y', 'c', 33],
    ]);

  test('two small cells in one line are narrow though not derivable, and the repair widens them', async () => {
    const linked = pair();
    const protect = cellsWhere(linked, (count) => count > 0 && count < 11);
    const { hidden } = suppress(linked, { primary: protect });
    const { narrow } = await auditIntervals(linked, hidden, { protect, threshold: 11 }, [solver]);
    expect(narrow.map(({ cell }) => cell)).toEqual(protect);
    const repaired = await repairIntervals(linked, hidden, { protect, threshold: 11 }, [solver]);
    expect(repaired.safe).toBe(true);
    if (!repaired.safe) return;
    for (const { upper, lower } of repaired.audit.intervals) {
      expect(upper).toBeGreaterThanOrEqual(11 - 1e-6);
      expect(upper - lower).toBeGreaterThanOrEqual(10 - 1e-6);
    }
  });

  test('a cell from 0 to t − 1 is wide enough and still too small', async () => {
    const linked = twoWay([
      ['w', 'a', 4],
      ['w', 'b', 6],
      ['w', 'c', 40],
      ['x', 'a', 30],
      ['x', 'b', 50],
      ['x', 'c', 60],
      ['y', 'a', 20],
      ['y', 'b', 25],
      ['y', 'c', 33],
    ]);
    const protect = cellsWhere(linked, (count) => count > 0 && count < 11);
    const hidden = linked.names.map((name) =>
      ['row=w|column=a', 'row=w|column=b', 'row=x|column=a', 'row=x|column=b'].includes(name),
    );
    const { narrow } = await auditIntervals(
      linked,
      hidden,
      { protect, threshold: 11, knowledge: exactly(hidden, linked.counts) },
      [solver],
    );
    expect(narrow.map(({ lower, upper }) => [Math.round(lower), Math.round(upper)])).toEqual([
      [0, 10],
      [0, 10],
    ]);
    expect(
      (
        await auditIntervals(
          linked,
          hidden,
          { protect, threshold: 10, knowledge: exactly(hidden, linked.counts) },
          [solver],
        )
      ).narrow,
    ).toEqual([]);
    // Zeros are shown, so neither is one: of 10 each is at most 9.
    expect(
      (await auditIntervals(linked, hidden, { protect, threshold: 10 }, [solver])).narrow.map(
        ({ lower, upper }) => [Math.round(lower), Math.round(upper)],
      ),
    ).toEqual([
      [1, 9],
      [1, 9],
    ]);
  });

  test('whole tables of nine cells, enumerated: with zeros shown every small cell can still reach t', async () => {
    let releases = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed),
        threshold = 6;
      const rows = [...'wxy'].flatMap((row) =>
        [...'abc'].map((column): [string, string, number] => [
          row,
          column,
          random() < 0.25 ? Math.floor(random() * 6) : 4 + Math.floor(random() * 14),
        ]),
      );
      const linked = twoWay(rows),
        protect = cellsWhere(linked, (count) => count > 0 && count < threshold);
      const repaired = await repairIntervals(
        linked,
        suppress(linked, { primary: protect, threshold }).hidden,
        { protect, threshold },
        [solver],
      );
      if (
        !repaired.safe ||
        linked.names.some(
          (name, cell) => repaired.hidden[cell] && (!name.includes('|') || linked.counts[cell] === 0),
        )
      )
        continue;
      releases++;
      const ranges = wholeRanges(linked, repaired.hidden);
      for (const cell of protect) {
        const [lowest, highest] = ranges.get(cell)!;
        expect([seed, linked.names[cell], highest >= threshold, highest - lowest >= threshold - 1]).toEqual([
          seed,
          linked.names[cell],
          true,
          true,
        ]);
      }
    }
    expect(releases).toBeGreaterThan(20);
  });

  test('sdcTable singletons with threshold 5: a, b and c sum to 4, so two secondaries', async () => {
    const linked = linkTables([
      tableOf(
        'region',
        [flat('region', ['a', 'b', 'c'])],
        [
          ['a', 1],
          ['b', 2],
          ['c', 1],
        ],
      ),
    ]);
    const protect = cellsWhere(linked, (count) => count <= 1);
    const { hidden } = suppress(linked, { primary: protect, threshold: 5 });
    const repaired = await repairIntervals(linked, hidden, { protect, threshold: 5 }, [solver]);
    expect(repaired.safe && repaired.hidden.filter((is, cell) => is && !protect.includes(cell)).length).toBe(
      2,
    );
  });

  test('protecting small sums makes most repairs unnecessary', async () => {
    const linked = pair();
    const protect = cellsWhere(linked, (count) => count > 0 && count < 11);
    const { hidden } = suppress(linked, { primary: protect, threshold: 11 });
    expect((await auditIntervals(linked, hidden, { protect, threshold: 11 }, [solver])).narrow).toEqual([]);
  });

  test('a table that is too small for its threshold is refused', async () => {
    const linked = twoWay([
      ['w', 'a', 1],
      ['w', 'b', 1],
      ['x', 'a', 1],
      ['x', 'b', 2],
    ]);
    const protect = cellsWhere(linked, (_, cell) => cell > 0);
    const hidden = linked.names.map((_, cell) => cell > 0);
    // Only the grand total of 5 is shown, and nothing under it can reach 11 unless that goes too.
    const outcome = await repairIntervals(linked, hidden, { protect, threshold: 11 }, [solver], 0);
    expect(outcome.safe).toBe(false);
  });

  test('shown protected cells and contradicting values are errors', async () => {
    const linked = pair();
    await expect(
      auditIntervals(
        linked,
        linked.names.map(() => false),
        { protect: [1], threshold: 11 },
        [solver],
      ),
    ).rejects.toThrow('is shown');
    const protect = cellsWhere(linked, (count) => count > 0 && count < 11);
    const { hidden } = suppress(linked, { primary: protect });
    const total = cellNamed(linked, 'row=w');
    const lying = linked.counts.map((count, cell) => (cell === total ? 39 : count));
    await expect(
      auditIntervals(linked, hidden, { protect, threshold: 11, knowledge: exactly(hidden, lying) }, [solver]),
    ).rejects.toThrow('contradict');
  });
});

outsideAnswers('intervals of the 4 × 4 trap (highs, glpk, yalps, scipy agree)', ['sdctable'], (read) => {
  type Answer = {
    'problem-4x4': {
      all_intervals_before: Record<string, [number, number]>;
      'all_single_secondaries_that_work_and_resulting_w|b_interval': Record<string, [number, number]>;
    };
  };
  test('before and after every single secondary', async () => {
    const rows = rowsOf(read('sdctable/problem-4x4.csv'));
    const { 'problem-4x4': answer } = JSON.parse(read('sdctable/expected.json')) as Answer;
    const linked = twoWay(
      rows.map((row): [string, string, number] => [row['v1']!, row['v2']!, Number(row['freq'])]),
    );
    const cellOf = (name: string): number =>
      cellNamed(linked, `row=${name.split('|')[0]!}|column=${name.split('|')[1]!}`);
    const protect = rows
      .filter((row) => row['status'] === 'u')
      .map((row) => cellOf(`${row['v1']!}|${row['v2']!}`));
    const hidden = linked.names.map((_, cell) => protect.includes(cell));
    // A threshold beyond reach makes the audit work out every bound.
    const beyond = { protect, threshold: 1e6 };
    const { intervals } = await auditIntervals(
      linked,
      hidden,
      { ...beyond, knowledge: exactly(hidden, linked.counts) },
      [solver],
    );
    for (const [name, [lower, upper]] of Object.entries(answer.all_intervals_before)) {
      const own = intervals.find(({ cell }) => cell === cellOf(name))!;
      expect([name, Math.round(own.lower * 1e6) / 1e6, Math.round(own.upper * 1e6) / 1e6]).toEqual([
        name,
        lower,
        upper,
      ]);
    }
    for (const [secondary, [lower, upper]] of Object.entries(
      answer['all_single_secondaries_that_work_and_resulting_w|b_interval'],
    )) {
      const more = hidden.map((is, cell) => is || cell === cellOf(secondary));
      const own = (
        await auditIntervals(
          linked,
          more,
          { ...beyond, protect: [cellOf('w|b')], knowledge: exactly(more, linked.counts) },
          [solver],
        )
      ).intervals[0]!;
      expect([secondary, Math.round(own.lower), Math.round(own.upper)]).toEqual([secondary, lower, upper]);
    }
  });
});

describe('the worker', () => {
  let thread: SolverThread;
  afterAll(() => thread.stop());
  test('answers as the solver here does, reports failures, and rejects after its end', async () => {
    const { existsSync } = await import('node:fs');
    const built = new URL('../../dist/apps/api/src/statistics/solver/solver-worker.js', import.meta.url);
    thread = highsWorker(built);
    if (!existsSync(built)) {
      console.warn('THE SOLVER THREAD WAS NOT TRIED: build first (npm run build).');
      await expect(
        thread.open({
          lower: new Float64Array(1),
          upper: new Float64Array(1),
          rows: {
            starts: Int32Array.of(0),
            columns: new Int32Array(0),
            values: new Float64Array(0),
            lower: new Float64Array(0),
            upper: new Float64Array(0),
          },
        }),
      ).rejects.toThrow();
      return;
    }
    const rows = {
      starts: Int32Array.of(0, 2),
      columns: Int32Array.of(0, 1),
      values: Float64Array.of(1, 1),
      lower: Float64Array.of(10),
      upper: Float64Array.of(10),
    };
    const programme = { lower: Float64Array.of(0, 2), upper: Float64Array.of(Infinity, Infinity), rows };
    const open = await thread.open(programme);
    expect(await open.maximise(new Map([[0, 1]]))).toMatchObject({ status: 'optimal', value: 8 });
    expect(await open.maximise(new Map([[0, 1]]), new Map([[1, [3, 5]]]))).toMatchObject({
      status: 'optimal',
      value: 7,
    });
    expect(await open.maximise(new Map([[0, 1]]), new Map([[1, [11, 12]]]))).toEqual({
      status: 'infeasible',
    });
    await open.close();
    await expect(open.maximise(new Map())).rejects.toThrow('not open');
    await thread.stop();
    await expect(thread.open(programme)).rejects.toThrow('ended');
  });
});
