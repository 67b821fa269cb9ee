import { describe, expect, it } from '@jest/globals';
import { verifyPassword } from '#access';
import { sectors } from '../../../../libs/domain/src/vocabulary/terms/agencies.js';
import { castOfDemo, demoPassword, demoPasswordHash, tables } from './cast.js';
import { demoYear, pastRecords } from './past.js';

describe('the cast of the demo', () => {
  const cast = castOfDemo();

  it('has the password whose hash is planted', async () => {
    expect(await verifyPassword(demoPasswordHash, demoPassword)).toBe(true);
  });

  it('has six tables in three regions, twelve agencies at one of them, one without an account, and about twenty people', () => {
    expect([cast.tables.length, new Set(cast.tables.map(({ region }) => region)).size]).toEqual([6, 3]);
    const live = cast.places.filter(({ tableId }) => tableId === cast.tableIds.harbour);
    expect([live.length, live.filter(({ hasAccount }) => !hasAccount).length]).toEqual([12, 1]);
    expect(cast.users.length).toBe(22);
    const known = sectors.map(({ code }) => code as string);
    expect(cast.agencies.filter(({ sector }) => !known.includes(sector))).toEqual([]);
  });

  it('lets nobody who audits or administers sit anywhere', () => {
    expect(cast.users.filter(({ persona, tableId, agencyId }) => ['auditor', 'administrator'].includes(persona) && (tableId ?? agencyId) !== null)).toEqual([]);
  });
});

describe('the past of the demo', () => {
  const ids = castOfDemo().tableIds;
  const records = pastRecords(ids);

  it('is about 900 records of three years at all six tables, none of them from after its last sealing', () => {
    expect(records).toHaveLength(900);
    expect(new Set(records.map(({ year }) => year))).toEqual(new Set([demoYear - 2, demoYear - 1, demoYear]));
    expect(new Set(records.map(({ tableId }) => tableId)).size).toBe(Object.keys(tables).length);
    expect(Math.max(...records.filter(({ year }) => year === demoYear).map(({ month }) => month))).toBe(9);
  });

  it('is the same each time', () => {
    expect(pastRecords(ids)).toEqual(records);
  });

  it('holds at least ten situations like the one of the tour, so that its figure can be shown', () => {
    const alike = records.filter((r) => r.year === demoYear && r.type === 'person' && r.ageBand === '12-17' && r.sex === 'female' && r.conclusionGroup === 'overall-risk-lowered');
    expect(alike.length).toBeGreaterThanOrEqual(10);
  });
});
