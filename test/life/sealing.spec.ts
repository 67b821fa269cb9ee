import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { draft, takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

describe('the weekly sealing', () => {
  it('writes a week’s outcome records in one transaction, in another order than they were concluded, under new ids, their days cut to months', async () => {
    const bands = (
      await world.database.plant<{ code: string }>(
        `select distinct t.code from codebook.term t where t.list = 'ageBand' order by 1`,
      )
    )
      .map(({ code }) => code)
      .slice(0, 8);
    expect(bands.length).toBeGreaterThan(6);
    const ids: string[] = [];
    for (const ageBand of bands) ids.push((await takeTo(world, 'concluded', { ...draft, ageBand })).id);
    const sealed = async (): Promise<number> =>
      (await world.database.plant('select from app.workflow where workflow.sealed_at is not null')).length;
    await world.ahead('29 days');
    await runScheduledJobs(world.data);
    expect(await sealed()).toBe(0);
    await world.ahead('16 days');
    // Both tables of the world were sealed: how many situations that were, the job does not say.
    expect((await runScheduledJobs(world.data)).sealed).toBe(2);
    expect(await sealed()).toBe(bands.length);
    const records = await world.database.plant<{
      age_band: string;
      id: string;
      written: string;
      day: string;
    }>(
      'select age_band, id, xmin::text as written, extract(day from month)::text as day from stats.sealed_record order by ctid',
    );
    expect(records.map(({ age_band: band }) => band).sort()).toEqual([...bands].sort());
    // Of 40,320 orders one is that of conclusion.
    expect(records.map(({ age_band: band }) => band)).not.toEqual(bands);
    expect(new Set(records.map(({ written }) => written)).size).toBe(1);
    expect(records.every(({ day }) => day === '1')).toBe(true);
    expect(records.filter(({ id }) => ids.includes(id))).toEqual([]);
    expect((await runScheduledJobs(world.data)).sealed).toBe(0);
  });
});
