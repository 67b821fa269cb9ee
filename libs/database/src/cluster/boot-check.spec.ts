import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '#testing';
import { BootRefused, checkBeforeServing, serverProblem } from './boot-check.js';
import { startEmbedded } from '../embedded/server.js';

describe('before serving', () => {
  let database: TestDatabase;
  let urls: { app: string; authn: string; job: string };
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });
  beforeEach(() => {
    urls = { app: database.url('app'), authn: database.url('authn'), job: database.url('job') };
  });

  async function problems(): Promise<readonly string[]> {
    try {
      await checkBeforeServing(urls);
      return [];
    } catch (error) {
      if (error instanceof BootRefused) return error.problems;
      throw error;
    }
  }

  it('finds nothing wrong with what the migrations made', async () => {
    expect(await problems()).toEqual([]);
  });

  it.each([
    [
      'row-level security that is off',
      'alter table sec.agency disable row level security',
      'alter table sec.agency enable row level security',
      'Row-level security is not enabled and forced on sec.agency.',
    ],
    [
      'row-level security that is not forced',
      'alter table sec.seat no force row level security',
      'alter table sec.seat force row level security',
      'Row-level security is not enabled and forced on sec.seat.',
    ],
    [
      'a new table without walls in a new schema',
      'create schema extra; create table extra.note ()',
      'drop schema extra cascade',
      'Row-level security is not enabled and forced on extra.note.',
    ],
    [
      'a login that owns a table',
      'alter table sec.agency owner to app',
      'alter table sec.agency owner to owner',
      'The login app owns sec.agency',
    ],
    [
      'a missing migration',
      `delete from migration.history h where h.name like '0002-%'`,
      '',
      'The database is behind by 1 migration,',
    ],
  ])('refuses %s', async (_what, plant, restore, expected) => {
    await database.plant(plant);
    try {
      expect(await problems()).toContainEqual(expect.stringContaining(expected));
    } finally {
      if (restore) await database.plant(restore);
    }
  });

  it('refuses synchronous_commit off for any one login', async () => {
    await database.plant(`alter role job in database ${database.name} set synchronous_commit = off`);
    expect(await problems()).toContainEqual(
      expect.stringContaining('synchronous_commit is off for the login job'),
    );
    await database.plant(`alter role job in database ${database.name} reset synchronous_commit`);
  });

  it('refuses a login whose statements others can read', async () => {
    await database.plant(`alter role authn in database ${database.name} set track_activities = on`);
    expect(await problems()).toContainEqual(
      expect.stringContaining('The statements of the login authn are shown'),
    );
    await database.plant(`alter role authn in database ${database.name} reset track_activities`);
  });

  it('refuses a server that keeps when each row was written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'st-boot-'));
    const server = await startEmbedded(join(folder, 'data'), { track_commit_timestamp: 'on' });
    urls = { app: server.url('app'), authn: server.url('authn'), job: server.url('job') };
    try {
      expect(await problems()).toContainEqual(expect.stringContaining('track_commit_timestamp is on'));
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses the migrator, the backup and a superuser in place of the app', async () => {
    for (const login of ['migrator', 'backup', 'postgres'] as const) {
      urls.app = database.url(login);
      await expect(problems().then((found) => found.length)).resolves.toBeGreaterThan(0);
    }
  });

  it.each([
    [150_013, /too old/],
    [160_009, /16\.9.*16\.10/],
    [170_005, /17\.5.*17\.6/],
  ])('refuses the server %i', (version, reason) => {
    expect(serverProblem(version)).toMatch(reason);
  });

  it.each([160_010, 160_014, 170_006, 180_000, 190_001])('takes the server %i', (version) => {
    expect(serverProblem(version)).toBeUndefined();
  });
});
