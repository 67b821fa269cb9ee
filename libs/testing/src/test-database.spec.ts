import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '#testing';
import { logins, type Login } from '#database/cluster';
import { personas } from '#domain/visibility';

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('a clone of the migrated template', () => {
  let one: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    one = await cloneDatabase();
    other = await cloneDatabase();
  });
  afterAll(async () => {
    await one.drop();
    await other.drop();
  });

  it('is migrated, on PostgreSQL 18, with synchronous_commit on', async () => {
    const [found] = await one.plant<{ version: string; sync: string; applied: string }>(
      `select current_setting('server_version_num') as version, current_setting('synchronous_commit') as sync, (select count(*) from migration.applied) as applied`,
    );
    expect(Number(found?.version)).toBeGreaterThanOrEqual(180_000);
    expect(found?.sync).toBe('on');
    expect(Number(found?.applied)).toBeGreaterThan(0);
  });

  it('shares no rows with another clone', async () => {
    await one
      .plant('create table public_note (id int)')
      .catch(() => one.plant('create schema planted; create table planted.note (id int)'));
    const [seen] = await other.plant<{ there: string | null }>(
      `select coalesce(to_regclass('planted.note')::text, to_regclass('public.public_note')::text) as there`,
    );
    expect(seen?.there).toBeNull();
  });

  it.each(logins)('lets %s sign in with its own password only', async (login: Login) => {
    const rows = await ask<{ who: string }>(one.url(login), 'select session_user as who');
    expect(rows[0]?.who).toBe(login);
    const stranger = new URL(one.url(login));
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('lets the app enter each persona, and inherit from none', async () => {
    for (const persona of personas) {
      const [as] = await ask<{ inherits: boolean; mayEnter: boolean }>(
        one.url('app'),
        `select pg_has_role('app', '${persona}', 'usage') as inherits, pg_has_role('app', '${persona}', 'set') as "mayEnter"`,
      );
      expect(as).toEqual({ inherits: false, mayEnter: true });
    }
    await expect(ask(one.url('app'), 'set role owner')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(one.url('job'), 'set role rep')).rejects.toMatchObject({ code: '42501' });
  });
});
