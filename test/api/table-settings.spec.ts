import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  tableSettingNames,
  tableSettings,
  type TableSettingName,
  type TableSettings,
} from '#domain/vocabulary';
import { body, createWorld, type Name, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const path = (): string => `/tables/${world.tables.harbour}`;
const shownTo = async (who: Name): Promise<TableSettings> =>
  body<TableSettings>(await world.actors[who].get(path()));

async function set(who: Name, change: Partial<Record<TableSettingName, unknown>>): Promise<number> {
  const tag = String((await world.actors.administrator.get(path())).headers['etag']);
  return (await world.actors[who].patch(path(), change, { ifMatch: tag })).status;
}

describe.each(tableSettingNames)('the setting %s of a table', (name) => {
  const { min, max, column } = tableSettings[name];

  it('is set by an administrator within its limits, and read by the table', async () => {
    for (const value of [min, max]) {
      expect(await set('administrator', { [name]: value })).toBe(200);
      for (const who of ['administrator', 'coordinator', 'school'] as const)
        expect([who, (await shownTo(who))[name]]).toEqual([who, value]);
    }
  });

  it('is refused outside them, by the API and by the database', async () => {
    for (const value of [min - 1, max + 1, min + 0.5, String(min), null])
      expect([value, await set('administrator', { [name]: value })]).toEqual([value, 400]);
    expect((await shownTo('administrator'))[name]).toBe(max);
    for (const value of [min - 1, max + 1])
      await expect(
        world.database.plant(`update sec.situation_table set ${column} = $1 where id = $2`, [
          value,
          world.tables.harbour,
        ]),
      ).rejects.toMatchObject({ code: '23514' });
  });

  it('is set by nobody else', async () => {
    for (const who of ['coordinator', 'school', 'policeOfficer', 'auditor'] as const)
      expect([who, await set(who, { [name]: min })]).toEqual([who, 403]);
    expect((await shownTo('administrator'))[name]).toBe(max);
  });

  it('leaves every other setting as it is, and is named in what administrators did', async () => {
    const before = await shownTo('administrator');
    expect(await set('administrator', { [name]: min })).toBe(200);
    expect(await shownTo('administrator')).toMatchObject(
      Object.fromEntries(
        tableSettingNames.filter((each) => each !== name).map((each) => [each, before[each]]),
      ),
    );
    const [event] = await world.database.plant<{ fields: string[] }>(
      `select fields from audit.event where action = 'table.change' order by seq desc limit 1`,
    );
    expect(event?.fields).toEqual([name]);
  });
});
