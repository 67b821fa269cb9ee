import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawn } from '#testing';
import { createWorld, type World } from '../world/world.js';
import { budgets, excess, nearest, type Budget, type Measured } from './budgets.js';
import { jobs } from './jobs.js';
import { buffersOf, buffersOfJob, statements } from './measured.js';
import { Planted, type Size } from './planted.js';
import { idOf, questions } from './statements.js';

/** Keys are three times the situations; one table has a tenth of them. Every night at their whole size. */
const times = drawn({ full: 1, nightly: 10 });
const sizes: readonly Size[] = [
  { situations: 10_000 * times, tables: 2_000 * times },
  { situations: 100_000 * times, tables: 2_000 * times },
];

type Taken = ReadonlyMap<string, readonly Measured[]>;

const lines = (taken: Taken, allowed: ReadonlyMap<string, Budget>): [string, Budget, readonly Measured[]][] =>
  [...taken].map(([key, measured]) => [key, allowed.get(key.split(' ')[0]!)!, measured]);

describe('what is asked and what is due, in an installation that has grown by ten', () => {
  let world: World;
  const statementBuffers = new Map<string, Measured[]>();
  const jobBuffers = new Map<string, Measured[]>();
  beforeAll(
    async () => {
      world = await createWorld();
      const planted = await Planted.begin(world);
      for (const size of sizes) {
        await planted.grow(size);
        const units = size.tables / 1_000;
        for (const [name, asked] of Object.entries(questions(planted, idOf)))
          for (const [at, question] of asked.entries()) {
            const key = `${name} ${at}`;
            const buffers = await buffersOf(planted, statements().get(name)!, question);
            statementBuffers.set(key, [...(statementBuffers.get(key) ?? []), { buffers, units }]);
          }
        for (const [name, job] of Object.entries(jobs(planted))) {
          const buffers = await buffersOfJob(planted, job);
          jobBuffers.set(name, [...(jobBuffers.get(name) ?? []), { buffers, units }]);
        }
      }
    },
    drawn({ full: 600_000, nightly: 7_200_000 }),
  );
  afterAll(async () => {
    console.log(
      `Nearest to their budgets:\n${nearest([...lines(statementBuffers, budgets.statements), ...lines(jobBuffers, budgets.jobs)]).join('\n')}`,
    );
    await world.close();
  });

  it('takes no statement more buffers than its budget, and none more than it took before', () => {
    expect(statementBuffers.size).toBeGreaterThan(0);
    expect(lines(statementBuffers, budgets.statements).flatMap((line) => excess(...line) ?? [])).toEqual([]);
  });

  it('takes no job more buffers than its budget for the same few rows, and none more than it took before', () => {
    expect(jobBuffers.size).toBeGreaterThan(0);
    expect(lines(jobBuffers, budgets.jobs).flatMap((line) => excess(...line) ?? [])).toEqual([]);
  });
});
