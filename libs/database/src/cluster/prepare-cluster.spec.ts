import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '#testing';
import { checkBeforeServing } from './boot-check.js';
import { migrate } from '../migration/migrate.js';
import { prepareCluster } from './prepare-cluster.js';
import { clusterScript, databaseAccessSql, databaseContentSql } from './roles.js';

describe('a PostgreSQL of one’s own', () => {
  let clone: TestDatabase;
  const name = `own "db" ${randomBytes(3).toString('hex')}`;
  const urlOf = (login: 'postgres' | 'migrator' | 'app' | 'authn' | 'job'): string => {
    const url = new URL(clone.url(login));
    url.pathname = `/${encodeURIComponent(name)}`;
    return url.href;
  };
  beforeAll(async () => {
    clone = await cloneDatabase();
  });
  afterAll(async () => {
    await clone.plant(`drop database if exists "${name.replaceAll('"', '""')}" with (force)`);
    await clone.drop();
  });

  it('is prepared, prepared again, migrated by two at once, and then safe to serve from', async () => {
    await prepareCluster(urlOf('postgres'), {});
    await prepareCluster(urlOf('postgres'), {});
    const made = await Promise.all([migrate(urlOf('migrator')), migrate(urlOf('migrator'))]);
    const counts = made.map(({ numbered, definitions }) => numbered.length + definitions.length);
    // The second one waited, and found nothing to do.
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThan(100);
    await checkBeforeServing({ app: urlOf('app'), authn: urlOf('authn'), job: urlOf('job') });
  });

  it('gives the app no table without a persona', async () => {
    const client = new Client({ connectionString: urlOf('app') });
    await client.connect();
    await expect(client.query('select from sec.seat')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('is closed to PUBLIC and to the personas’ own sign-in', async () => {
    const [row] = await clone.plant<{ open: boolean }>(
      `select has_database_privilege('rep', $1, 'connect') as open`,
      [name],
    );
    expect(row?.open).toBe(false);
  });

  it('gets from the printed script what it gets from us', () => {
    const script = clusterScript('situation_table');
    for (const part of [databaseAccessSql('situation_table'), databaseContentSql()])
      expect(script).toContain(part);
    expect(script).not.toMatch(/password '/);
  });
});
