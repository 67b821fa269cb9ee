import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createWorld, type World } from '../world/world.js';
import { budgets, excess, most } from './budgets.js';
import { jobs } from './jobs.js';
import { statements } from './measured.js';
import { Planted } from './planted.js';
import { idOf, questions } from './statements.js';

describe('the budget of buffers', () => {
  let world: World;
  let planted: Planted;
  beforeAll(async () => {
    world = await createWorld();
    planted = await Planted.begin(world);
  });
  afterAll(async () => {
    await world.close();
  });

  it('has a line for each statement of queries.sql and no other, and each is asked something', () => {
    const named = [...statements().keys()].sort();
    expect([...budgets.statements.keys()].sort()).toEqual(named);
    expect(Object.keys(questions(planted, idOf)).sort()).toEqual(named);
  });

  it('has a line for each scheduled job and no other, and each is run', async () => {
    const queues = await world.database.plant<{ name: string }>(
      `select q.name from queue.queue q where q.name not like '\\_\\_%' order by 1`,
    );
    const named = queues.map(({ name }) => name).sort();
    expect([...budgets.jobs.keys()].sort()).toEqual(named);
    expect(Object.keys(jobs(planted)).sort()).toEqual(named);
  });

  it('says why where it is for a thousand of something', () => {
    for (const { per, because } of [...budgets.statements.values(), ...budgets.jobs.values()])
      expect(per === undefined || because !== undefined).toBe(true);
  });

  it('is exceeded by what is over it at either size, and by what grows by more than its indexes do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 5_000 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (n, by) => {
          const measured = [n, n * by].map((buffers) => ({ buffers, units: 1 }));
          const kept = Math.max(n, n * by) <= 4_000 && by <= most;
          expect(excess('it', { buffers: 4_000 }, measured) === undefined).toBe(kept);
        },
      ),
    );
  });
});
