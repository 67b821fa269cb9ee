import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '#testing';
import { functionWalls, keyWalls, policyWalls, roleWalls, type Wall } from './walls.js';

const groups: readonly (readonly [string, readonly Wall[]])[] = [
  ['policies', policyWalls],
  ['roles', roleWalls],
  ['functions', functionWalls],
  ['keys', keyWalls],
];

describe.each(groups)('in the database there is never, among %s,', (_group, walls) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  const found = async (wall: Wall): Promise<string[]> =>
    (await database.plant<{ found: string }>(`${wall.sql} order by 1`)).map((row) => row.found);

  it.each(walls.map((wall) => [wall.never, wall] as const))('%s', async (_never, wall) => {
    expect(await found(wall)).toEqual([]);
    await database.plant('begin');
    try {
      await database.plant(wall.plant);
      expect((await found(wall)).length).toBeGreaterThan(0);
    } finally {
      await database.plant('rollback');
    }
  });
});
