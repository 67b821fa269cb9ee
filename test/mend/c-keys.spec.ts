import { createHmac } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rotateKeys } from '#crypto';
import { BackupRefused, dumpKeys, keyDumpName, readKeyDump, type KeyDump } from '#database/backup';
import { StoredKeys } from '#database/keys';
import { plantSituations } from '../size/due-rows.js';
import { createWorld, type World } from '../world/world.js';

const sign = (content: string): string => createHmac('sha256', 'of this test').update(content).digest('hex');

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const plant = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  world.database.plant<T & Record<string, unknown>>(sql, parameters);

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
const placesOf = async (dump: KeyDump): Promise<string[]> =>
  (await all(dump.pagesOfKeys()))
    .map(({ kind, place }) => `${kind} ${place.tableId} ${place.situationId} ${place.tier}`)
    .sort();
const stored = async (): Promise<string[]> =>
  (
    await plant<{ place: string }>(
      `select concat_ws(' ', k.kind, k.table_id, k.place_id, k.tier) as place from app.stored_keys() k`,
    )
  )
    .map(({ place }) => place)
    .sort();

/** Situations whose keys are truly wrapped under the current epoch, so that a roll opens each. */
async function plantKeys(table: 'harbour' | 'valley', n: number): Promise<void> {
  const { database, tables, agency, actors } = world;
  const tableId = tables[table];
  const ids = await plantSituations(
    { database, table: tableId, agency: agency.police, user: actors.police.userId },
    'deidentified',
    n,
  );
  const places = ids.flatMap((situationId) =>
    ([2, 3, 4] as const).map((tier) => ({ tableId, situationId, tier })),
  );
  const wrapped = await world.keys.wrapAll(places.map((place) => ({ dataKey: Buffer.alloc(32, 7), place })));
  await plant(
    `update app.tier_key k set wrapped = decode(x.wrapped, 'base64'), epoch_id = x.epoch
    from jsonb_to_recordset($1::jsonb) x(place uuid, tier smallint, wrapped text, epoch text) where k.situation_id = x.place and k.tier = x.tier`,
    [
      JSON.stringify(
        places.map(({ situationId, tier }, i) => ({
          place: situationId,
          tier,
          wrapped: Buffer.from(wrapped[i]!.wrapped).toString('base64'),
          epoch: wrapped[i]!.epochId,
        })),
      ),
    ],
  );
}

describe('the stored keys', () => {
  it('are dumped page by page, each once, screenings and several tables among them', async () => {
    await plantKeys('harbour', 700);
    await plantKeys('valley', 400);
    for (let n = 0; n < 3; n += 1)
      await world.actors.police.post('/screenings', { type: 'person', riskFactors: [] });
    const file = join(folder, keyDumpName);
    expect(await dumpKeys(world.data, file, sign)).toBe(3_303);
    const dump = await readKeyDump(file, sign);
    expect(dump.keys).toBe(3_303);
    expect(await placesOf(dump)).toEqual(await stored());
    const pages: number[] = [];
    for await (const page of dump.pagesOfKeys()) pages.push(page.length);
    expect(Math.max(...pages)).toBe(1_000);
  });

  it.each([
    ['one character changed', (text: string) => text.replace('"tier":2', '"tier":3')],
    ['a line taken out', (text: string) => text.split('\n').toSpliced(40, 1).join('\n')],
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['its end taken off', (text: string) => text.split('\n').slice(0, -3).join('\n')],
    ['nothing', () => ''],
  ])('are refused from a dump with %s', async (_what, change) => {
    const file = join(folder, 'altered.dump');
    writeFileSync(file, change(readFileSync(join(folder, keyDumpName), 'utf8')));
    await expect(readKeyDump(file, sign)).rejects.toThrow(BackupRefused);
  });

  it('are refused from a dump with something behind its end', async () => {
    const file = join(folder, 'longer.dump');
    writeFileSync(file, readFileSync(join(folder, keyDumpName)));
    appendFileSync(file, '{"kind":"tier"}\n');
    await expect(readKeyDump(file, sign)).rejects.toThrow(BackupRefused);
  });

  it('are wrapped again by a roll that is cut off after any page: the next finishes it, and each opens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), async (cuts) => {
        for (const after of cuts) {
          const store = new StoredKeys(world.data);
          let pages = 0;
          const cutOff = {
            retire: (epoch: string) => store.retire(epoch),
            toRewrap: (limit: number) => store.toRewrap(limit),
            noteDestroyed: (epoch: string) => store.noteDestroyed(epoch),
            store: (keys: Parameters<StoredKeys['store']>[0]) => {
              pages += 1;
              return pages > after ? Promise.reject(new Error('cut off')) : store.store(keys);
            },
          };
          await rotateKeys(world.keys, cutOff).catch(() => undefined);
        }
        await rotateKeys(world.keys, new StoredKeys(world.data));
        const current = await world.keys.currentEpoch();
        expect(await plant('select app.epochs_in_use() as id')).toEqual([{ id: current }]);
        expect(await world.keys.epochs()).toHaveLength(1);
        for await (const page of new StoredKeys(world.data).pages())
          for (const key of await world.keys.unwrapAll(page)) expect(key).toHaveLength(32);
      }),
      { numRuns: 4 },
    );
  }, 60_000);
});
