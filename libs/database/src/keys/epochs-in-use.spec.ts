import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { logins } from '#database/cluster';
import { cloneDatabase, type TestDatabase } from '#testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  await database.drop();
});

async function epochsAs(login: (typeof logins)[number]): Promise<string[]> {
  const client = new Client({ connectionString: database.url(login) });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'select e.id from app.epochs_in_use() e (id) order by e.id',
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

test('the epochs of stored keys, of screenings too, are told to the job and to no other login', async () => {
  expect(await epochsAs('job')).toEqual([]);
  await database.plant(`
    with t as (insert into sec.situation_table (name, region) values ('Harbour', 'North') returning id),
         a as (insert into sec.agency (name, sector) values ('School board', 'Education') returning id),
         u as (insert into sec.app_user (sign_in_name, display_name) values ('sam', 'Sam') returning id),
         b as (insert into app.screening (table_id, agency_id, content, wrapped_key, epoch_id, created_by, created_at, updated_at)
               select t.id, a.id, '\\x00', '\\x00', 'epoch-1', u.id, now(), now() from t, a, u),
         s as (insert into app.situation (table_id, year, sequence, stage, opened_month)
               select t.id, 2026, 1, 'deidentified', date '2026-11-01' from t returning table_id, id)
    insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id)
    select s.table_id, s.id, k.tier, '\\x00', k.epoch from s, (values (2, 'epoch-1'), (3, 'epoch-2')) k (tier, epoch)`);
  expect(await epochsAs('job')).toEqual(['epoch-1', 'epoch-2']);
  for (const login of logins.filter((name) => name !== 'job'))
    await expect(epochsAs(login)).rejects.toMatchObject({ code: '42501' });
});
