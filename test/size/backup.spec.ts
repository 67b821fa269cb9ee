import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  dumpData,
  dumpKeys,
  keyDumpName,
  manifestName,
  readKeyDump,
  readManifest,
  restoreData,
} from '#database/backup';
import { StoredKeys } from '#database/keys';
import { cloneDatabase, drawn, type TestDatabase } from '#testing';
import { createWorld, type World } from '../world/world.js';
import { Planted } from './planted.js';

/** A million situations and three million keys every night; each `npm run test:full` a hundredth of that. */
const situations = drawn({ full: 10_000, nightly: 1_000_000 });
const limit = drawn({ full: 300_000, nightly: 7_200_000 });

/** How long each step takes, and the most memory that this process held meanwhile. */
class Steps {
  readonly said: string[] = [];
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const from = Date.now();
    let most = process.memoryUsage.rss();
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      this.said.push(
        `${name}: ${((Date.now() - from) / 1_000).toFixed(1)} s, ${Math.round(most / 2 ** 20)} MiB`,
      );
    }
  }
}

describe(`a backup of ${situations} situations and their keys`, () => {
  let world: World;
  let folder: string;
  const steps = new Steps();
  beforeAll(async () => {
    world = await createWorld();
    folder = mkdtempSync(join(tmpdir(), 'large-backup-'));
    const planted = await Planted.begin(world);
    await steps.step('planting', () => planted.grow({ situations, tables: Math.ceil(situations / 50) }));
    await steps.step('wrapping', wrapAll);
  }, limit);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
    console.log(steps.said.join('\n'));
  });

  /** Gives every planted place a key that is truly wrapped for it. */
  async function wrapAll(): Promise<void> {
    for await (const page of new StoredKeys(world.data).pages(10_000)) {
      const wrapped = await world.keys.wrapAll(
        page.map(({ place }) => ({ dataKey: Buffer.alloc(32, 7), place })),
      );
      await world.database.plant(
        `update app.tier_key k set wrapped = decode(x.wrapped, 'base64'), epoch_id = x.epoch
        from jsonb_to_recordset($1::jsonb) x("table" uuid, place uuid, tier smallint, wrapped text, epoch text)
        where k.table_id = x."table" and k.situation_id = x.place and k.tier = x.tier`,
        [
          JSON.stringify(
            page.map(({ place }, at) => ({
              table: place.tableId,
              place: place.situationId,
              tier: place.tier,
              wrapped: Buffer.from(wrapped[at]!.wrapped).toString('base64'),
              epoch: wrapped[at]!.epochId,
            })),
          ),
        ],
      );
    }
  }

  const counts = async (database: Pick<TestDatabase, 'plant'>): Promise<unknown> =>
    (
      await database.plant(
        `select (select count(*) from app.situation) as situations, (select count(*) from app.tier_key) as keys, (select count(*) from app.disclosure) as disclosures,
        (select count(*) from app.conclusion) as conclusions, (select count(*) from audit.event where action <> 'backup.keys') as events`,
      )
    )[0];

  it(
    'is made and restored whole, and every key opens',
    async () => {
      const key = await world.keys.deriveKey('backup');
      const sign = (content: string): string => createHmac('sha256', key).update(content).digest('hex');
      const before = await counts(world.database);
      const made = await steps.step('backup of the data', () =>
        dumpData(world.database.url('backup'), folder, sign),
      );
      const file = join(folder, keyDumpName);
      const keys = await steps.step('dump of the keys', () => dumpKeys(world.data, file, sign));
      steps.said.push(
        `${made.rows} rows in ${made.bytes} bytes, ${keys} keys in ${statSync(file).size} bytes`,
      );
      expect(keys).toBeGreaterThanOrEqual(3 * situations);
      const dump = await readKeyDump(file, sign);
      let opened = 0;
      await steps.step('opening each key of the dump', async () => {
        for await (const page of dump.pagesOfKeys())
          for (const one of await world.keys.unwrapAll(page)) {
            if (one.equals(Buffer.alloc(32, 7))) opened += 1;
          }
      });
      expect(opened).toBe(keys);
      const database = await cloneDatabase();
      try {
        await steps.step('restoring', () =>
          restoreData(
            { superuser: database.url('postgres'), migrator: database.url('migrator') },
            made.folder,
            readManifest(join(made.folder, manifestName), sign),
            dump,
          ),
        );
        expect(await counts(database)).toEqual(before);
        const [same] = await database.plant<{ n: string }>(
          `select count(*) as n from app.tier_key k where length(k.wrapped) > 32 and k.epoch_id = $1`,
          [await world.keys.currentEpoch()],
        );
        expect(Number(same!.n)).toBe(keys);
      } finally {
        await database.drop();
      }
    },
    limit,
  );
});
