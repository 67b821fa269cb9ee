import { describe, expect, test } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import {
  auditIntervals,
  codeTree,
  cubeOf,
  type LinearSolver,
  linkTables,
  repairIntervals,
  seededRandom,
  suppress,
} from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { cellsWhere } from './small-tables.js';

/** A solver that answers as late as chance will have it: what a busy machine does to a worker. */
const late = (solver: LinearSolver, seed: number): LinearSolver => {
  const random = seededRandom(seed);
  return {
    async open(programme) {
      const open = await solver.open(programme);
      return {
        async maximise(costs, bounds) {
          await after(random() * 3);
          const solution = await open.maximise(costs, bounds);
          await after(random() * 3);
          return solution;
        },
        close: () => open.close(),
      };
    },
  };
};

/** Three dimensions with uneven shares: 336 cells with margins, many of them small. */
const instance = () => {
  const trees = [6, 11, 3].map((size, at) =>
    codeTree({ name: 'ras'[at]!, codes: Array.from({ length: size }, (_, code) => `${'ras'[at]!}${code}`) }),
  );
  const random = seededRandom(17);
  const columns = trees.map(({ dimension }) => {
    const weights = dimension.codes.map(() => Math.exp((random() * 2 - 1) * 1.5)),
      total = weights.reduce((sum, weight) => sum + weight, 0);
    return Uint8Array.from({ length: 3_000 }, () => {
      let u = random() * total,
        code = 0;
      while (code < weights.length - 1 && (u -= weights[code]!) >= 0) code++;
      return code;
    });
  });
  return linkTables([{ name: 'instance', hierarchies: trees, counts: cubeOf(trees, columns).counts }]);
};

describe('two solvers', () => {
  test('whichever answers first, the audit finds the same intervals and the repair hides the same cells', async () => {
    const linked = instance(),
      protect = cellsWhere(linked, (count) => count > 0 && count < 11);
    const { hidden } = suppress(linked, {
      primary: protect,
      singletons: cellsWhere(linked, (count) => count === 1),
      jitter: 1,
      random: seededRandom(7),
    });
    const outcomes: unknown[] = [];
    let narrow = 0,
      added = 0;
    for (let run = 0; run < 6; run++) {
      const solvers = [late(await highsHere(), 2 * run + 1), late(await highsHere(), 2 * run + 2)];
      const audit = await auditIntervals(linked, hidden, { protect, threshold: 11 }, solvers);
      const repair = await repairIntervals(linked, hidden, { protect, threshold: 11 }, solvers);
      expect(repair.safe).toBe(true);
      if (!repair.safe) return;
      narrow = audit.narrow.length;
      added = repair.added.length;
      outcomes.push({ audit, added: repair.added, intervals: repair.audit });
    }
    console.log(
      `${linked.names.length} cells, ${protect.length} primary, ${narrow} narrow, ${added} further cells hidden, the same in ${outcomes.length} runs`,
    );
    expect(narrow).toBeGreaterThan(20);
    expect(added).toBeGreaterThan(5);
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  }, 300_000);
});
