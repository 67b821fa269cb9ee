import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { cloneDatabase, type TestDatabase } from '#testing';
import { once, type OnceRequest, type Receipt } from '#database/door';
import { plantSession } from '../world/planting.js';

let database: TestDatabase;
let pool: Pool;
const agency = randomUUID();
const table = randomUUID();
const people = {
  amira: { user: randomUUID(), seat: randomUUID(), token: hash('amira') },
  benoit: { user: randomUUID(), seat: randomUUID(), token: hash('benoit') },
};
type Person = keyof typeof people;

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

beforeAll(async () => {
  database = await cloneDatabase();
  await database.plant(`insert into sec.agency (id, name, sector) values ('${agency}', 'Police of Pinewood', 'police');
    insert into sec.situation_table (id, name, region) values ('${table}', 'Pinewood', 'North');
    insert into sec.table_agency (table_id, agency_id) values ('${table}', '${agency}');
    create schema planted; create table planted.work_done (person text, key text)`);
  for (const [name, { user, seat, token }] of Object.entries(people)) {
    await database.plant(`insert into sec.app_user (id, sign_in_name, display_name) values ('${user}', '${name}', '${name}');
      insert into sec.seat (id, user_id, persona, table_id, agency_id) values ('${seat}', '${user}', 'rep', '${table}', '${agency}')`);
    await plantSession(database, user, { tokenHash: token });
  }
  await database.plant(
    'grant usage on schema planted to rep; grant insert, select on planted.work_done to rep',
  );
  pool = new Pool({ connectionString: database.url('app'), max: 8 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const request = (key: string, body: unknown = {}): OnceRequest => ({
  key,
  fingerprint: hash(JSON.stringify(body)),
});

interface Attempt {
  readonly receipt?: Receipt;
  readonly fails?: boolean;
  readonly seen?: () => Promise<void>;
  readonly pauseMs?: number;
}

/** One request as the API makes it: enter the signed context, do the work once, commit. */
async function attempt(person: Person, asked: OnceRequest, options: Attempt = {}): Promise<Receipt> {
  const client = await pool.connect();
  const rows = async <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    (await client.query(sql, [...parameters])).rows as T[];
  try {
    const { token, seat } = people[person];
    await client.query(
      `begin; select set_config('role', c.persona, true) from sec.enter('\\x${token}', '${seat}') c`,
    );
    const receipt = await once({ rows }, asked, options.seen ?? (() => Promise.resolve()), async () => {
      await rows('insert into planted.work_done values ($1, $2)', [person, asked.key]);
      if (options.pauseMs !== undefined) await rows('select pg_sleep($1)', [options.pauseMs / 1000]);
      if (options.fails === true) throw new Error('refused');
      return options.receipt ?? { id: randomUUID(), version: 1 };
    });
    await client.query('commit');
    return receipt;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const timesDone = async (key: string): Promise<number> =>
  Number(
    (
      await database.plant<{ count: string }>('select count(*) from planted.work_done where key = $1', [key])
    )[0]?.count,
  );

describe('a POST under an idempotency key', () => {
  it('is done once; its repeat gets the same answer', async () => {
    const asked = request(randomUUID());
    const first = await attempt('amira', asked);
    expect(await attempt('amira', asked)).toEqual(first);
    expect(await timesDone(asked.key)).toBe(1);
  });

  it('is done once when 20 come at once, and all 20 get its answer', async () => {
    const asked = request(randomUUID());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => attempt('amira', asked, { pauseMs: 100 })),
    );
    expect(new Set(answers.map((answer) => answer['id'])).size).toBe(1);
    expect(await timesDone(asked.key)).toBe(1);
  });

  it('is refused with another body under the same key', async () => {
    const key = randomUUID();
    await attempt('amira', request(key, { words: 'a' }));
    await expect(attempt('amira', request(key, { words: 'b' }))).rejects.toMatchObject({
      code: 'P0001',
      message: 'idempotency.keyReused',
    });
    expect(await timesDone(key)).toBe(1);
  });

  it('of another user is another request', async () => {
    const asked = request(randomUUID());
    const mine = await attempt('amira', asked);
    const theirs = await attempt('benoit', asked);
    expect(theirs['id']).not.toBe(mine['id']);
    expect(await timesDone(asked.key)).toBe(2);
  });

  it('that failed leaves its key free, also for those who waited for it', async () => {
    const asked = request(randomUUID());
    const failing = attempt('amira', asked, { fails: true, pauseMs: 150 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const waiting = attempt('amira', asked);
    await expect(failing).rejects.toThrow('refused');
    expect(await waiting).toHaveProperty('id');
    expect(await timesDone(asked.key)).toBe(1);
  });

  it('is authorised again when it is repeated', async () => {
    const asked = request(randomUUID());
    await attempt('amira', asked);
    await expect(
      attempt('amira', asked, { seen: () => Promise.reject(new Error('not visible any more')) }),
    ).rejects.toThrow('not visible any more');
    await database.plant(`update sec.seat set ends_at = starts_at where id = '${people.benoit.seat}'`);
    await expect(attempt('benoit', asked)).rejects.toMatchObject({ code: '42501' });
  });

  it.each<[string, Receipt]>([
    ['a name', { name: 'Marie Tremblay' }],
    ['a long text', { id: 'a'.repeat(65) }],
    ['an address', { note: '12, rue Principale' }],
  ])('cannot keep %s', async (_, receipt) => {
    await expect(attempt('amira', request(randomUUID()), { receipt })).rejects.toMatchObject({
      code: '23514',
      constraint: 'idempotency_receipt',
    });
  });

  it('cannot commit a claim without a receipt', async () => {
    const { token, seat } = people.amira;
    const client = await pool.connect();
    await client.query(
      `begin; select set_config('role', c.persona, true) from sec.enter('\\x${token}', '${seat}') c`,
    );
    await client.query(`select sec.claim_once('${randomUUID()}', sha256('a'))`);
    await expect(client.query('commit')).rejects.toMatchObject({ constraint: 'idempotency_receipt_kept' });
    client.release();
  });

  it('is forgotten after a day, and swept by the job', async () => {
    const asked = request(randomUUID());
    const first = await attempt('amira', asked);
    await database.plant(
      `update sec.idempotency set expires_at = now() - interval '1 minute' where key = '${asked.key}'`,
    );
    expect((await attempt('amira', asked))['id']).not.toBe(first['id']);
    await database.plant(`update sec.idempotency set expires_at = now() - interval '1 minute'`);
    const job = new Pool({ connectionString: database.url('job'), max: 1 });
    const swept = await job.query<{ count: string }>('select sec.expire_receipts() as count');
    await job.end();
    expect(Number(swept.rows[0]?.count)).toBeGreaterThan(0);
    expect(await database.plant('select 1 from sec.idempotency')).toEqual([]);
  });

  it('shows no persona the keys or receipts of anybody', async () => {
    const client = await pool.connect();
    await client.query(
      `begin; select set_config('role', c.persona, true) from sec.enter('\\x${people.amira.token}', '${people.amira.seat}') c`,
    );
    await expect(client.query('select 1 from sec.idempotency')).rejects.toMatchObject({ code: '42501' });
    await client.query('rollback');
    client.release();
  });
});
