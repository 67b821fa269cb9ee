import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawn } from '#testing';
import { createWorld, type World } from '../world/world.js';
import { budgets, excess, nearest, type Budget, type Measured } from './budgets.js';
import { jobs } from './jobs.js';
import { buffersOf, buffersOfJob, statements } from './measured.js';
import { Planted, type Size } from './planted.js';
import { idOf, questions } from './statements.js';

/**
 * Keys are three times the situations; one table has a tenth of them. First a new installation, where most
 * tables have none yet. Every night at their whole size.
 */
const times = drawn({ full: 1, nightly: 10 });
const sizes: readonly Size[] = [
  { situations: 1_000 * times, tables: 2_000 * times },
  { situations: 10_000 * times, tables: 2_000 * times },
  { situations: 100_000 * times, tables: 2_000 * times },
];

/**
 * PostgreSQL draws the rows of its statistics at random, and plans by them. Each round draws them again, and
 * of all rounds the most counts: GROWTH_ROUNDS=10 shows a plan that changes from one drawing to the next.
 */
const rounds = Number(process.env['GROWTH_ROUNDS'] ?? 1);

type Taken = Map<string, Measured[]>;

const lines = (taken: Taken, allowed: ReadonlyMap<string, Budget>): [string, Budget, readonly Measured[]][] =>
  [...taken].map(([key, measured]) => [key, allowed.get(key.split(' ')[0]!)!, measured]);

describe('what is asked and what is due, in an installation that has grown by ten', () => {
  let world: World;
  const statementBuffers: Taken = new Map();
  const jobBuffers: Taken = new Map();
  const changing: string[] = [];

  const note = (taken: Taken, key: string, units: number, counted: readonly number[]): void => {
    const [least, most] = [Math.min(...counted), Math.max(...counted)];
    taken.set(key, [...(taken.get(key) ?? []), { buffers: most, units }]);
    if (most > 1.3 * least) changing.push(`${key}: ${counted.join(' ')}`);
  };

  /** Measures every statement and every job as often as there are rounds. */
  const measure = async (planted: Planted, { tables }: Size): Promise<void> => {
    const asked = Object.entries(questions(planted, idOf)).flatMap(([name, each]) =>
      each.map((question, at) => ({ key: `${name} ${at}`, statement: statements().get(name)!, question })),
    );
    const due = Object.entries(jobs(planted));
    const counted = new Map<string, number[]>();
    const count = (key: string, buffers: number): void => {
      counted.set(key, [...(counted.get(key) ?? []), buffers]);
    };
    for (let round = 0; round < rounds; round++) {
      // The jobs leave dead rows behind, which no autovacuum removes here.
      if (round > 0) await world.database.plant('vacuum analyze');
      for (const { key, statement, question } of asked)
        count(key, await buffersOf(planted, statement, question));
      for (const [name, job] of due) count(name, await buffersOfJob(planted, job));
    }
    for (const { key } of asked) note(statementBuffers, key, tables / 1_000, counted.get(key)!);
    for (const [name] of due) note(jobBuffers, name, tables / 1_000, counted.get(name)!);
  };

  beforeAll(
    async () => {
      world = await createWorld();
      const planted = await Planted.begin(world);
      for (const size of sizes) {
        await planted.grow(size);
        await measure(planted, size);
      }
    },
    rounds * drawn({ full: 600_000, nightly: 7_200_000 }),
  );
  afterAll(async () => {
    console.log(
      `Nearest to their budgets:\n${nearest([...lines(statementBuffers, budgets.statements), ...lines(jobBuffers, budgets.jobs)]).join('\n')}`,
    );
    if (rounds > 1) console.log(`Changing from round to round:\n${changing.join('\n')}`);
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
