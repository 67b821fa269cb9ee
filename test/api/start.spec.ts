import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileKeyProvider, KeyringUnreadable, KeyUnknown } from '#crypto';
import { readSettings } from '#settings';
import { cloneDatabase, type TestDatabase } from '#testing';
import { serve, type Serving } from '../../apps/api/src/serve.js';

let database: TestDatabase;
let base: string;
beforeAll(async () => {
  database = await cloneDatabase();
  base = await mkdtemp(join(tmpdir(), 'served-keys-'));
});
afterAll(async () => {
  await database.drop();
  await rm(base, { recursive: true });
});

const log: string[] = [];

/** Starts the API over the test's database with that folder of keys, does the work, and stops it again. */
async function startAndStop(
  folder: string,
  work: (serving: Serving) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const settings = readSettings({ PORT: '0', SITUATION_TABLE_KEYS: folder }, base);
  const urls = { app: database.url('app'), authn: database.url('authn'), job: database.url('job') };
  const serving = await serve(settings, urls, (line) => log.push(line));
  try {
    await work(serving);
  } finally {
    await serving.close();
  }
}

function setUp(serving: Serving, code: string): Promise<number> {
  const request = {
    code,
    signInName: 'ada',
    displayName: 'Ada',
    language: 'en',
    password: 'seven grey herons at dawn',
  };
  return fetch(`${serving.url}/api/v1/set-up`, {
    method: 'POST',
    body: JSON.stringify(request),
    headers: { 'content-type': 'application/json', origin: serving.url, 'idempotency-key': randomUUID() },
  }).then(({ status }) => status);
}

describe('a start', () => {
  it('makes a keyring for a database in which nothing was sealed', async () => {
    await startAndStop(join(base, 'first'));
    expect(existsSync(join(base, 'first', 'keyring.json'))).toBe(true);
  });

  it('refuses a lost keyring and the keyring of another database, and makes none', async () => {
    const epoch = await (await FileKeyProvider.open(join(base, 'first'))).currentEpoch();
    await database.plant(
      `
      with t as (insert into sec.situation_table (name, region) values ('Harbour', 'North') returning id),
           s as (insert into app.situation (table_id, year, sequence, stage, opened_month) select t.id, 2026, 1, 'deidentified', date '2026-11-01' from t returning table_id, id)
      insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id) select s.table_id, s.id, 3, '\\x00', $1 from s`,
      [epoch],
    );
    await startAndStop(join(base, 'first'));

    await expect(startAndStop(join(base, 'lost'))).rejects.toThrow(KeyringUnreadable);
    expect(existsSync(join(base, 'lost'))).toBe(false);
    const other = join(base, randomUUID());
    await FileKeyProvider.openOrCreate(other);
    await expect(startAndStop(other)).rejects.toThrow(KeyUnknown);
  });

  it('gives a code that makes the first administrator once, and none afterwards', async () => {
    let code = '';
    await startAndStop(join(base, 'first'), async (serving) => {
      code = serving.setUpCode ?? '';
      expect(code).toMatch(/\S{20,}/);
      expect(await setUp(serving, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)).toBe(409);
      expect(await setUp(serving, code)).toBe(204);
      expect(await setUp(serving, code)).toBe(409);
    });
    await startAndStop(join(base, 'first'), async (serving) => {
      expect(serving.setUpCode).toBeUndefined();
      expect(await setUp(serving, code)).toBe(409);
    });
    expect(log.join('\n')).toContain('/set-up');
    expect(log.join('\n')).not.toContain(code);
  });
});
