import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { runScheduledJob } from '#database/jobs';
import { plantDue } from '../size/due-rows.js';
import { body, createWorld, type World } from '../world/world.js';

interface Work {
  readonly overdue: readonly { readonly what: string; readonly since: string }[];
  readonly parked: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label: string | null;
    readonly tableName: string | null;
    readonly code: string;
    readonly tries: number;
  }[];
  readonly moreParked: boolean;
}

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const plant = (sql: string, parameters: unknown[] = []): Promise<unknown[]> =>
  world.database.plant(sql, parameters);
const work = async (): Promise<Work> =>
  body<Work>(await world.actors.administrator.get('/administration/work'));
const late = async (): Promise<string[]> => (await work()).overdue.map(({ what }) => what).sort();

/** What makes each of them late, one by one; everything is in time before. */
const lateness: Readonly<Record<string, string>> = {
  seal: `update app.sealing set next_at = sec.domain_now() - interval '2 hours'`,
  digest: `update sec.digest set next_at = sec.domain_now() - interval '2 hours'`,
  backup: `update sec.backup_run set taken_at = taken_at - interval '37 hours' where kind = 'data'`,
  keyDump: `insert into sec.retired_epoch (epoch_id, destroyed_at) values ('gone', clock_timestamp())`,
  checkpoint: `update audit.checkpoint set made_at = made_at - interval '31 minutes'`,
  parked: `insert into sec.stuck (kind, table_id, object_id, code, tries, parked_at) values ('digested', '00000000-0000-0000-0000-000000000000', gen_random_uuid(), '22012', 3, sec.domain_now())`,
};

beforeEach(async () => {
  await plant('delete from sec.stuck');
  await plant('delete from sec.retired_epoch');
  await plant('delete from sec.backup_run');
  await plant(
    `insert into sec.backup_run (kind, rows, keys, bytes, taken_at) select k, 0, 0, 0, clock_timestamp() - interval '1 minute' from unnest(array['data', 'keys']) k`,
  );
  await plant('delete from audit.checkpoint');
  await plant(
    `insert into audit.checkpoint (number, made_at, digest) values (1, clock_timestamp(), repeat('a', 64))`,
  );
  await plant(`update sec.situation_table set created_at = sec.domain_now() - interval '1 day'`);
  await plant(`update app.sealing set next_at = sec.domain_now() + interval '1 day'`);
  await plant(`update sec.digest set next_at = sec.domain_now() + interval '1 day'`);
});

describe('the health page', () => {
  it('has no line while all is well, and names whatever is late, any of it together', async () => {
    expect(await late()).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(lateness)), async (kinds) => {
        await plant('begin');
        for (const kind of kinds) await plant(lateness[kind]!);
        await plant('commit');
        expect(await late()).toEqual([...kinds].sort());
        const { text } = await request(world.server).get('/metrics');
        for (const kind of Object.keys(lateness)) {
          const seconds = new RegExp(`situation_table_overdue_seconds\\{what="${kind}"\\} (\\S+)`).exec(
            text,
          )?.[1];
          expect([kind, Number(seconds) > 0]).toEqual([kind, kinds.includes(kind)]);
        }
        await plant('delete from sec.stuck');
        await plant('delete from sec.retired_epoch');
        await plant(`update sec.backup_run set taken_at = clock_timestamp() - interval '1 minute'`);
        await plant('update audit.checkpoint set made_at = clock_timestamp()');
        await plant(`update app.sealing set next_at = sec.domain_now() + interval '1 day'`);
        await plant(`update sec.digest set next_at = sec.domain_now() + interval '1 day'`);
      }),
      { numRuns: 12 },
    );
  });

  it('names destruction that is two days late, and not what a hold keeps', async () => {
    const { database, tables, agency, actors } = world;
    const place = { database, table: tables.harbour, agency: agency.police, user: actors.police.userId };
    const [id] = await plantDue(place, 'destroyed', 1);
    expect(await late()).toEqual(['destruction']);
    await plant(
      `insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by) values ($1, $2, $3, 'complaint', current_date + 30, $4)`,
      [place.table, id, place.agency, place.user],
    );
    expect(await late()).toEqual([]);
    await plant('delete from app.hold');
    await runScheduledJob(world.data, 'destroyed');
    expect(await late()).toEqual([]);
  });

  it('names a parked row by its job and table, never by its number, for the administrator alone, who has it tried again', async () => {
    const { database, tables, agency, actors } = world;
    const [id] = await plantDue(
      { database, table: tables.harbour, agency: agency.police, user: actors.police.userId },
      'destroyed',
      1,
    );
    await plant(
      `insert into sec.stuck (kind, table_id, object_id, code, tries, parked_at, label) values ('destroyed', $1, $2, '22012', 3, sec.domain_now(), sec.label_of_stuck($2))`,
      [tables.harbour, id],
    );
    expect(await runScheduledJob(world.data, 'destroyed')).toBe(0);
    const { parked, moreParked } = await work();
    expect(parked).toMatchObject([
      { kind: 'destroyed', tableName: 'Table harbour', code: '22012', tries: 3, label: null },
    ]);
    // Row 3 of the matrix: a situation's number is refused to an administrator, so the page is silent about it.
    const [{ number }] = (await plant('select s.number from app.situation s where s.id = $1', [id])) as [
      { number: string },
    ];
    expect(JSON.stringify(await work())).not.toContain(number);
    expect(moreParked).toBe(false);
    const path = `/administration/work/${parked[0]!.id}/tries`;
    for (const who of ['police', 'coordinator', 'schoolOfficer', 'auditor'] as const) {
      expect((await actors[who].get('/administration/work')).status).toBe(403);
      expect((await actors[who].post(path)).status).toBe(403);
    }
    expect((await actors.administrator.post(path)).status).toBe(204);
    expect((await actors.administrator.post(path)).status).toBe(404);
    expect(await runScheduledJob(world.data, 'destroyed')).toBe(1);
    expect((await work()).parked).toEqual([]);
  });
});
