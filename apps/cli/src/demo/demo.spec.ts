import { describe, expect, it } from '@jest/globals';
import { verifyPassword } from '#access';
import { agencyLists } from '../../../../libs/domain/src/vocabulary/terms/agencies.js';
import { benchBase, demoYear } from './bases.js';
import { castOfDemo, demoPassword, demoPasswordHash, tableNames } from './cast.js';
import { pastRecords } from './past.js';

describe('the cast of the demo', () => {
  const cast = castOfDemo();

  it('has the password whose hash is planted', async () => {
    expect(await verifyPassword(demoPasswordHash, demoPassword)).toBe(true);
  });

  it('has six tables in three regions, twelve agencies at one of them, one without an account, and about twenty people', () => {
    expect([cast.tables.length, new Set(cast.tables.map(({ region }) => region)).size]).toEqual([6, 3]);
    const live = cast.places.filter(({ tableId }) => tableId === cast.tableIds['east-02']);
    expect([live.length, live.filter(({ hasAccount }) => !hasAccount).length]).toEqual([12, 1]);
    expect(cast.users.length).toBe(22);
    const known = agencyLists.sector.map(({ code }) => code as string);
    expect(cast.agencies.filter(({ sector }) => !known.includes(sector))).toEqual([]);
  });

  it('lets nobody who audits or administers sit anywhere', () => {
    expect(
      cast.users.filter(
        ({ persona, tableId, agencyId }) =>
          ['auditor', 'administrator'].includes(persona) && (tableId ?? agencyId) !== null,
      ),
    ).toEqual([]);
  });
});

describe('the past of the demo', () => {
  const cast = castOfDemo();
  const records = pastRecords(cast);

  it('is about 900 records of three years at all six tables, none of them from after its last sealing', () => {
    expect(records).toHaveLength(900);
    expect(new Set(records.map(({ year }) => year))).toEqual(new Set([demoYear - 2, demoYear - 1, demoYear]));
    expect(new Set(records.map(({ tableId }) => tableId)).size).toBe(Object.keys(tableNames).length);
    expect(Math.max(...records.filter(({ year }) => year === demoYear).map(({ month }) => month))).toBe(9);
  });

  it('is the same each time', () => {
    expect(pastRecords(cast)).toEqual(records);
  });

  it('comes with 53 tables for benches, where the same people sit', () => {
    const large = castOfDemo(benchBase);
    expect([
      large.tables.length,
      new Set(large.tables.map(({ name }) => name)).size,
      new Set(large.tables.map(({ region }) => region)).size,
    ]).toEqual([53, 53, 7]);
    expect(pastRecords(large, benchBase)).toHaveLength(6_600);
  });

  it('holds at least ten situations like the one of the tour, so that its figure can be shown', () => {
    const alike = records.filter(
      (r) =>
        r.year === demoYear &&
        r.type === 'person' &&
        r.ageBand === '12-17' &&
        r.sex === 'female' &&
        r.conclusionGroup === 'overall-risk-lowered',
    );
    expect(alike.length).toBeGreaterThanOrEqual(10);
  });
});
