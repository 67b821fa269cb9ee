import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameKey } from '#domain/text';
import { body, createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

interface Shown {
  readonly region: string;
  readonly regionCode: string;
}

/** The administrator types another region for a table, as it is read afterwards. */
async function typed(table: 'harbour' | 'valley', region: string): Promise<Shown> {
  const path = `/tables/${world.tables[table]}`;
  const { headers } = await world.actors.administrator.get(path);
  const ifMatch = headers['etag'] as string;
  await world.actors.administrator.patch(path, { region }, { ifMatch }).expect(200);
  return body<Shown>(await world.actors.administrator.get(path));
}

describe('the region of a table', () => {
  it.each([
    ['North Shore', 'north-shore'],
    ['Région de l’Estrie', 'region-de-l-estrie'],
    ['ᑭᐌᑎᓄᐦᐠ', 'region'],
  ])('“%s” has the code %s', async (name, code) => {
    expect(await typed('harbour', name)).toMatchObject({ region: name, regionCode: code });
  });

  it('typed in other letters is the same region, and is shown as the first wrote it', async () => {
    const first = await typed('harbour', 'Bay of Quinte');
    expect(await typed('valley', 'bay of  QUINTE'.replace('  ', ' '))).toMatchObject({
      region: 'Bay of Quinte',
      regionCode: first.regionCode,
    });
  });

  it('with another name has a code of its own, also where the letters would give the same one', async () => {
    const one = await typed('harbour', 'Rainy-River');
    const two = await typed('valley', 'Rainy / River');
    expect([one.regionCode, two.regionCode]).toEqual(['rainy-river', 'rainy-river-2']);
  });

  it('keeps its code when the name is not changed', async () => {
    const before = await typed('harbour', 'Manitoulin');
    const path = `/tables/${world.tables.harbour}`;
    const ifMatch = (await world.actors.administrator.get(path)).headers['etag'] as string;
    await world.actors.administrator.patch(path, { correctionDays: 21 }, { ifMatch }).expect(200);
    expect(body(await world.actors.administrator.get(path))).toMatchObject({ regionCode: before.regionCode });
  });

  it('is the same code for two names exactly where people take them for one name', async () => {
    const word = fc.constantFrom(
      'east',
      'East',
      'EAST',
      'é',
      'É',
      'ß',
      'ss',
      '東',
      'bay',
      'Bay-',
      '1',
      '01',
      '’',
    );
    const name = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(name, name, async (a, b) => {
        const [one, two] = [await typed('harbour', a), await typed('valley', b)];
        expect(one.regionCode === two.regionCode).toBe(nameKey(a) === nameKey(b));
        for (const { regionCode } of [one, two]) expect(regionCode).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
      { numRuns: 40 },
    );
  });
});
