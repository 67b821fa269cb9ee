import { createHmac } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { KeyDestroyed, rotateKeys } from '#crypto';
import {
  BackupRefused,
  checkFiles,
  checkVersion,
  dumpData,
  dumpKeys,
  keyDumpName,
  manifestName,
  newestData,
  readKeyDump,
  readManifest,
  restoreData,
  type Restored,
  type Sign,
} from '#database/backup';
import { runScheduledJobs } from '#database/jobs';
import { StoredKeys } from '#database/keys';
import { cloneDatabase, type TestDatabase } from '#testing';
import { takeTo, type Story } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
let folder: string;
let sign: Sign;
beforeAll(async () => {
  world = await createWorld();
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  folder = mkdtempSync(join(tmpdir(), 'backups-'));
  const key = await world.keys.deriveKey('backup');
  sign = (content) => createHmac('sha256', key).update(content).digest('hex');
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const keysFile = (): string => join(folder, keyDumpName);
const backup = async (): Promise<string> => {
  const { folder: made } = await dumpData(world.database.url('backup'), folder, sign);
  await dumpKeys(world.data, keysFile(), sign);
  return made;
};
/** Restores into a database of its own and lets it be looked at. */
async function restored<T>(
  from: string,
  look: (database: TestDatabase, done: Restored) => Promise<T>,
): Promise<T> {
  const database = await cloneDatabase();
  try {
    const done = await restoreData(
      { superuser: database.url('postgres'), migrator: database.url('migrator') },
      from,
      readManifest(join(from, manifestName), sign),
      await readKeyDump(keysFile(), sign),
    );
    return await look(database, done);
  } finally {
    await database.drop();
  }
}
const counts = async (database: Pick<TestDatabase, 'plant'>): Promise<Record<string, string>> => {
  const tables = await database.plant<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('app', 'audit', 'codebook', 'stats', 'sec') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables)
    found[name] = (
      await database.plant<{ n: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as n from ${name} t`,
      )
    )[0]!.n;
  return found;
};

describe('a backup', () => {
  it('holds no key and no secret of the context, and its login cannot read one', async () => {
    await takeTo(world, 'intervention');
    await world.actors.school.post('/screenings', { type: 'person', riskFactors: [] });
    const made = await backup();
    const all = readdirSync(made)
      .filter((name) => name.endsWith('.gz'))
      .map((name) => gunzipSync(readFileSync(join(made, name))).toString());
    const keys = await world.database.plant<{ hex: string }>(
      `select encode(wrapped, 'hex') as hex from app.stored_keys() union all select encode(inner_key, 'hex') from sec.context_key`,
    );
    expect(keys.length).toBeGreaterThan(3);
    // The control: something sealed is found the same way.
    const [{ hex }] = (await world.database.plant<{ hex: string }>(
      `select encode(content, 'hex') as hex from app.tier4 limit 1`,
    )) as [{ hex: string }];
    expect(all.some((text) => text.includes(hex))).toBe(true);
    expect(keys.filter((key) => all.some((text) => text.includes(key.hex)))).toEqual([]);
    const login = new Client({ connectionString: world.database.url('backup') });
    await login.connect();
    for (const sql of [
      'select * from app.tier_key',
      'select wrapped_key from app.screening',
      'select * from sec.context_key',
      'select token_hash from sec.session',
      'select * from app.stored_keys()',
    ]) {
      await expect(login.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(login.query('delete from app.situation')).rejects.toThrow();
    await login.end();
  });

  it('restored at once is the same to the last row, and every text opens', async () => {
    await takeTo(world, 'limited');
    // Of a month that a new database has no partition for.
    await world.database.plant(
      `insert into audit.pending (chain, at_us, action, fields, outcome, detail) values ($1, 1710000000000000, 'test.written', '{}', 'allow', '{}')`,
      [world.tables.harbour],
    );
    const made = await backup();
    const before = await counts(world.database);
    await restored(made, async (database, done) => {
      const after = await counts(database);
      const differ = Object.keys(before).filter((name) => before[name] !== after[name]);
      // What a restore leaves empty on purpose, rows whose event is chained among it, and the backup's own ledger.
      expect(differ.sort()).toEqual(['audit.first_read', 'audit.pending', 'sec.idempotency', 'sec.session']);
      expect(done).toMatchObject({ destroyedAgain: 0, minimisedAgain: 0, screeningsLeft: 0 });
      expect(await database.plant('select audit.first_broken($1) as at', [world.tables.harbour])).toEqual([
        { at: null },
      ]);
      const stored = await database.plant<{
        table_id: string;
        place_id: string;
        tier: 2;
        wrapped: Buffer;
        epoch_id: string;
      }>('select * from app.stored_keys()');
      expect(stored.length).toBe(done.keys);
      for (const key of stored)
        expect(
          await world.keys.unwrap(
            { wrapped: key.wrapped, epochId: key.epoch_id },
            { tableId: key.table_id, situationId: key.place_id, tier: key.tier },
          ),
        ).toHaveLength(32);
    });
  });

  it('taken while others write is one moment: every row has its situation, every situation its rows', async () => {
    let writing = true;
    const writers = Promise.all(
      [1, 2].map(async () => {
        while (writing) await takeTo(world, 'deidentified');
      }),
    );
    const made: string[] = [];
    for (let i = 0; i < 3; i += 1) made.push(await backup());
    writing = false;
    await writers;
    for (const from of made) {
      await restored(from, async (database) => {
        const keys = await database.plant<{
          sql: string;
        }>(`select format('select from only %s a where not exists (select from only %s b where %s)', k.conrelid::regclass, k.confrelid::regclass,
          (select string_agg(format('(a.%I = b.%I or a.%I is null)', x.attname, y.attname, x.attname), ' and ') from unnest(k.conkey, k.confkey) c(l, r) join pg_attribute x on x.attrelid = k.conrelid and x.attnum = c.l join pg_attribute y on y.attrelid = k.confrelid and y.attnum = c.r)) as sql
          from pg_constraint k where k.contype = 'f'`);
        expect(keys.length).toBeGreaterThan(30);
        for (const { sql } of keys)
          expect({ sql, rows: await database.plant(sql) }).toEqual({ sql, rows: [] });
        expect(
          await database.plant(
            'select from app.situation s where not exists (select from app.tier2_text t where t.situation_id = s.id)',
          ),
        ).toEqual([]);
        expect(await database.plant('select audit.first_broken($1) as at', [world.tables.harbour])).toEqual([
          { at: null },
        ]);
      });
    }
  }, 120_000);
});

describe('an old backup', () => {
  it('comes back without what was destroyed, minimised, dropped or brought since; with its own key dump nothing of it opens', async () => {
    const [gone, open] = [await takeTo(world, 'concluded'), await takeTo(world, 'intervention')];
    const exit: Story = await takeTo(world, 'rejectedNow');
    const dropped = (
      await world.actors.school.post('/screenings', {
        type: 'person',
        riskFactors: [],
        privateNote: 'dropped',
      })
    ).body as { id: string };
    const old = await backup();
    const oldKeys = join(folder, 'old-keys');
    copyFileSync(keysFile(), oldKeys);
    expect((await world.actors.school.delete(`/screenings/${dropped.id}`, { ifMatch: 1 })).status).toBe(204);
    await world.ahead('45 days');
    await runScheduledJobs(world.data);
    await world.ahead('13 months');
    await runScheduledJobs(world.data);
    await rotateKeys(world.keys, new StoredKeys(world.data));
    await dumpKeys(world.data, keysFile(), sign);
    const dump = await readKeyDump(oldKeys, sign);
    expect(dump.keys).toBeGreaterThan(5);
    for await (const keys of dump.pagesOfKeys())
      for (const key of keys) await expect(world.keys.unwrap(key, key.place)).rejects.toThrow(KeyDestroyed);
    await restored(old, async (database, done) => {
      expect(done.destroyedAgain).toBeGreaterThan(0);
      expect(done.minimisedAgain).toBeGreaterThan(0);
      expect(done.screeningsLeft).toBeGreaterThan(0);
      expect(await database.plant('select from app.situation where id = $1', [gone.id])).toEqual([]);
      expect(
        await database.plant('select from app.certificate where situation_id = $1', [gone.id]),
      ).toHaveLength(1);
      expect(await database.plant('select from app.tier2_text where situation_id = $1', [exit.id])).toEqual(
        [],
      );
      expect(await database.plant('select from app.exit where situation_id = $1', [exit.id])).toHaveLength(1);
      expect(await database.plant('select from app.screening where id = $1', [dropped.id])).toEqual([]);
      expect(
        await database.plant('select tier from app.tier_key where situation_id = $1 order by 1', [open.id]),
      ).toHaveLength(3);
    });
  });

  it('is refused clearly: another version, another keyring, altered, cut short, keys of another time, a database that is not empty', async () => {
    const made = await backup();
    const manifest = readManifest(join(made, manifestName), sign);
    const [first, ...others] = manifest.migrations;
    const newer = [...manifest.migrations, { name: '9999-from-tomorrow', sha256: 'f' }];
    expect(() => checkVersion({ ...manifest, migrations: newer })).toThrow(
      /does not know, 9999-from-tomorrow/,
    );
    expect(() => checkVersion({ ...manifest, migrations: others })).toThrow('another text of the migration');
    const edited = [{ name: first!.name, sha256: 'edited' }, ...others];
    expect(() => checkVersion({ ...manifest, migrations: edited })).toThrow(
      `another text of the migration ${first!.name}`,
    );
    expect(() => checkVersion(manifest)).not.toThrow();
    expect(() =>
      readManifest(join(made, manifestName), (content) =>
        createHmac('sha256', 'another').update(content).digest('hex'),
      ),
    ).toThrow(BackupRefused);
    const text = readFileSync(join(made, manifestName), 'utf8');
    writeFileSync(join(made, 'altered.json'), text.replace(/"rows": \d+/, '"rows": 0'));
    expect(() => readManifest(join(made, 'altered.json'), sign)).toThrow('altered');
    await checkFiles(made, manifest);
    appendFileSync(join(made, 'app.situation.copy.gz'), 'x');
    await expect(checkFiles(made, manifest)).rejects.toThrow(/app.situation.*altered/);
    const database = await cloneDatabase();
    const target = { superuser: database.url('postgres'), migrator: database.url('migrator') };
    const dump = await readKeyDump(keysFile(), sign);
    await expect(restoreData(target, made, { ...manifest, schema: '00' }, dump)).rejects.toThrow(
      'other columns',
    );
    const whole = await backup();
    await expect(
      restoreData(target, whole, readManifest(join(whole, manifestName), sign), {
        ...dump,
        pagesOfKeys: async function* () {
          // None.
        },
      }),
    ).rejects.toThrow(/^Without a key in the key dump: \d+ situations/);
    expect(await database.plant('select from sec.agency')).toEqual([]);
    await database.plant(`insert into sec.agency (name, sector) values ('There already', 'health')`);
    await expect(
      restoreData(target, whole, readManifest(join(whole, manifestName), sign), dump),
    ).rejects.toThrow('not empty');
    await database.drop();
  });

  it('that was cut off is not taken for a whole one, and goes with the next', async () => {
    const made = await backup();
    const cut = `${made.slice(0, -5)}999Z.unfinished`;
    mkdirSync(cut);
    expect(newestData(folder)).toBe(made);
    await backup();
    expect(existsSync(cut)).toBe(false);
  });
});
