import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { KeyDestroyed, rotateKeys } from '#crypto';
import { runScheduledJobs } from '#database/jobs';
import { StoredKeys } from '#database/keys';
import { KeyRotation } from '../../apps/api/src/scheduled-jobs/key-rotation.js';
import { takeTo, type Story } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // Years pass here; a seat ends after two.
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
});
afterAll(async () => {
  await world.close();
});

const round = async (): Promise<Record<string, number>> => ({ ...(await runScheduledJobs(world.data)) });
/** A concluded situation whose correction window is over and that Sunday's job has sealed. */
async function sealed(): Promise<Story> {
  const story = await takeTo(world, 'concluded');
  await world.ahead('45 days');
  await round();
  return story;
}
const asOwner = async <T extends object>(sql: string, parameters: unknown[]): Promise<T[]> =>
  world.database.plant<T>(sql, parameters);
const rowsOf = async (story: Story): Promise<number> => {
  const tables = await asOwner<{ name: string }>('select t.name from app.tables_of_situations() t', []);
  let found = 0;
  for (const { name } of tables)
    found += Number(
      (
        await asOwner<{ n: string }>(`select count(*) as n from app.${name} where situation_id = $1`, [
          story.id,
        ])
      )[0]!.n,
    );
  return found;
};
const hold = (story: Story, agency: 'police' | 'school'): Promise<unknown> =>
  asOwner(
    `insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by) values ($1, $2, $3, 'litigation', current_date + 30, $4)`,
    [world.tables.harbour, story.id, world.agency[agency], world.actors.policeOfficer.userId],
  );

describe('destruction', () => {
  it('waits for its day, then leaves a certificate, an event, and no row or key', async () => {
    const story = await sealed();
    expect((await round())['destroyed']).toBe(0);
    const [due] = await asOwner<{ on: string; held: boolean }>(
      `select destroy_on::text as on, held from app.due_within(null) where situation_id = $1`,
      [story.id],
    );
    expect(due).toMatchObject({ held: false });
    await world.ahead('12 months');
    expect((await round())['destroyed']).toBe(1);
    expect(await rowsOf(story)).toBe(0);
    expect(await asOwner('select from app.situation where id = $1', [story.id])).toEqual([]);
    const [certificate] = await asOwner<{
      because: string;
      rows: Record<string, number>;
      content_hash: string;
    }>('select because, rows, content_hash from app.certificate where situation_id = $1', [story.id]);
    expect(certificate).toMatchObject({ because: 'retention', rows: { tier3: 1, tier4: 1, tier_key: 3 } });
    const [event] = await asOwner<{ detail: string }>(
      `select detail from audit.event where object_id = $1 and action = 'situation.destroy'`,
      [story.id],
    );
    expect(JSON.parse(event!.detail)).toMatchObject({
      number: story.number,
      content: certificate!.content_hash,
      rows: certificate!.rows,
    });
    expect(await asOwner('select audit.first_broken($1) as at', [world.tables.harbour])).toEqual([
      { at: null },
    ]);
    for (const actor of [world.actors.police, world.actors.deputy])
      expect((await actor.get(`/situations/${story.id}`)).status).toBe(404);
  });

  it('is kept off by the database itself before its day, before sealing, and over a hold', async () => {
    const destroy = (story: Story, because: string) =>
      asOwner(`select app.destroy(s, $2) from app.situation s where s.id = $1`, [story.id, because]);
    const open = await takeTo(world, 'concluded');
    for (const because of ['retention', 'early'])
      await expect(destroy(open, because)).rejects.toThrow('retention.notSealed');
    const story = await sealed();
    await expect(destroy(story, 'retention')).rejects.toThrow('retention.notDue');
    await hold(story, 'school');
    await world.ahead('3 years');
    for (const because of ['retention', 'early'])
      await expect(destroy(story, because)).rejects.toThrow('retention.held');
    await round();
    expect(await rowsOf(story)).toBeGreaterThan(10);
    await asOwner('update app.hold set lifted_at = now(), lifted_by = set_by where situation_id = $1', [
      story.id,
    ]);
    await round();
    expect(await rowsOf(story)).toBe(0);
  });

  it('of one situation does not wait for 51 older ones on a hold', async () => {
    const story = await sealed();
    const held = `from app.situation s where s.table_id = $1 and s.year = 2020`;
    // A run takes fifty at a time from a table.
    for (const statement of [
      `insert into app.situation (table_id, id, year, sequence, stage, opened_month)
         select $1, gen_random_uuid(), 2020, n, 'concluded', date '2020-01-01' from generate_series(1, 51) n`,
      `insert into app.workflow (table_id, situation_id, brought_at, sealing_at, sealed_at)
         select $1, s.id, now(), now(), now() ${held}`,
      `insert into app.conclusion (table_id, situation_id, reason, risk_after, concluded_on, seal_after, destroy_after)
         select $1, s.id, 'other.relocated', '{}', date '2020-02-01', date '2020-03-01', date '2021-03-01' ${held}`,
      `insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by)
         select $1, s.id, agency.id, 'litigation', current_date + 30, app_user.id from app.situation s, sec.agency,
           sec.app_user where s.table_id = $1 and s.year = 2020 and agency.id = $2 and app_user.id = $3`,
    ])
      await asOwner(statement, [
        world.tables.harbour,
        ...(statement.includes('$2') ? [world.agency.school, world.actors.policeOfficer.userId] : []),
      ]);
    await world.ahead('12 months');
    expect((await round())['destroyed']).toBe(1);
    expect(await rowsOf(story)).toBe(0);
    expect(await asOwner(`select ${held}`, [world.tables.harbour])).toHaveLength(51);
  });

  it('never before twelve months, whatever the row says', async () => {
    const story = await sealed();
    await asOwner('update app.conclusion set destroy_after = concluded_on where situation_id = $1', [
      story.id,
    ]);
    expect((await round())['destroyed']).toBe(0);
    expect(await rowsOf(story)).toBeGreaterThan(10);
  });

  it('an exit is minimised unless a hold stands', async () => {
    const story = await takeTo(world, 'rejectedNow');
    await hold(story, 'police');
    await world.ahead('11 minutes');
    await round();
    expect(await asOwner('select from app.tier2_text where situation_id = $1', [story.id])).toHaveLength(1);
    await asOwner('update app.hold set lifted_at = now(), lifted_by = set_by where situation_id = $1', [
      story.id,
    ]);
    await round();
    expect(await asOwner('select from app.tier2_text where situation_id = $1', [story.id])).toHaveLength(0);
    expect(await asOwner('select from app.tier_key where situation_id = $1', [story.id])).toHaveLength(0);
  });

  it('a dropped screening leaves no row and no key', async () => {
    const { id } = (await world.actors.police.post('/screenings', { type: 'person', riskFactors: [] }))
      .body as { id: string };
    expect((await world.actors.police.delete(`/screenings/${id}`, { ifMatch: 1 })).status).toBe(204);
    const tables = await asOwner<{ name: string; key: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name, a.attname as key from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype where c.relkind = 'r' and n.nspname in ('app', 'sec', 'stats', 'codebook')`,
      [],
    );
    const found: string[] = [];
    for (const { name, key } of tables)
      if ((await asOwner(`select from ${name} where ${key} = $1`, [id])).length > 0)
        found.push(`${name}.${key}`);
    expect(found).toEqual([]);
    expect(
      (
        await asOwner<{ action: string }>(
          'select action from audit.event where object_id = $1 order by seq',
          [id],
        )
      ).map(({ action }) => action),
    ).toEqual(['screening.insert', 'screening.drop']);
  });
});

describe('rotation', () => {
  it('wraps every key that is left again, and what was copied before never opens again', async () => {
    const open = await takeTo(world, 'intervention');
    const screening = (
      await world.actors.school.post('/screenings', {
        type: 'person',
        riskFactors: [],
        privateNote: 'kept over the roll',
      })
    ).body as { id: string };
    const copied = await asOwner<{
      wrapped: Buffer;
      epoch_id: string;
      table_id: string;
      situation_id: string;
      tier: 4;
    }>('select * from app.tier_key where situation_id = $1 and tier = 4', [open.id]);
    const before = await world.keys.currentEpoch();
    const versions = await asOwner('select id, version from app.screening order by id', []);
    const progress: number[] = [];
    const done = await rotateKeys(world.keys, new StoredKeys(world.data), {
      progress: (n) => progress.push(n),
    });
    expect(done).toMatchObject({ destroyed: 1 });
    expect(done.rewrapped).toBe(progress.at(-1));
    expect(await asOwner('select distinct epoch_id from app.stored_keys()', [])).toEqual([
      { epoch_id: await world.keys.currentEpoch() },
    ]);
    expect(await asOwner('select id, version from app.screening order by id', [])).toEqual(versions);
    for (const path of [`/situations/${open.id}/tier4`, `/situations/${open.id}/plan`])
      expect((await world.actors.childServices.get(path)).text).toContain('Canary-T4');
    expect((await world.actors.school.get(`/screenings/${screening.id}`)).text).toContain(
      'kept over the roll',
    );
    const [key] = copied;
    await expect(
      world.keys.unwrap(
        { wrapped: key!.wrapped, epochId: before },
        { tableId: key!.table_id, situationId: key!.situation_id, tier: 4 },
      ),
    ).rejects.toThrow(KeyDestroyed);
  });

  it('that is cut off before the end is finished by the next, and no key is lost', async () => {
    const open = await takeTo(world, 'intervention');
    const store = new StoredKeys(world.data);
    await expect(
      rotateKeys(world.keys, store, { beforeDestroying: () => Promise.reject(new Error('cut off')) }),
    ).rejects.toThrow('cut off');
    expect(await world.keys.epochs()).toHaveLength(2);
    const current = await world.keys.currentEpoch();
    expect(await rotateKeys(world.keys, store)).toEqual({ epochId: current, rewrapped: 0, destroyed: 1 });
    expect((await world.actors.childServices.get(`/situations/${open.id}/tier4`)).text).toContain(
      'Canary-T4',
    );
    await expect(asOwner('select app.note_epoch_destroyed($1)', [current])).rejects.toThrow('keys are left');
  });

  it('is done by the clock once a week by the wall clock, by one process at a time', async () => {
    const rotation = world.app.get(KeyRotation);
    const week = new Date(Date.now() + 7 * 24 * 3_600_000 + 60_000);
    await world.ahead('2 years');
    expect(await rotation.rollIfDue()).toBe(false);
    const before = await world.keys.currentEpoch();
    await asOwner('insert into sec.rotation_lease (taken_at) values (clock_timestamp())', []);
    expect(await rotation.rollIfDue(week)).toBe(false);
    expect(await world.keys.currentEpoch()).toBe(before);
    await asOwner(`update sec.rotation_lease set taken_at = taken_at - interval '11 minutes'`, []);
    expect(await rotation.rollIfDue(week)).toBe(true);
    expect(await world.keys.currentEpoch()).not.toBe(before);
    expect(await asOwner('select from sec.rotation_lease', [])).toEqual([]);
  });

  it('retires an epoch only when whoever is storing a key under it has ended', async () => {
    const story = await takeTo(world, 'deidentified');
    const epoch = randomUUID();
    const writer = new Client({ connectionString: world.database.url('postgres') });
    await writer.connect();
    await writer.query('begin');
    await writer.query('update app.tier_key set epoch_id = $1 where situation_id = $2', [epoch, story.id]);
    const store = new StoredKeys(world.data);
    let isRetired = false;
    const retiring = store.retire(epoch).then(() => {
      isRetired = true;
    });
    await pause(300);
    expect(isRetired).toBe(false);
    await writer.query('commit');
    await writer.end();
    await retiring;
    const left: string[] = [];
    for await (const keys of store.toRewrap(2)) left.push(...keys.map(({ epochId }) => epochId));
    expect(left.filter((epochId) => epochId === epoch)).toHaveLength(3);
    // They were never truly wrapped under it: nobody could.
    await asOwner('delete from app.tier_key where situation_id = $1', [story.id]);
  });

  it('loses no key to writers who wrapped theirs before it began and store it after', async () => {
    let writing = true;
    const made: string[] = [];
    const writers = Promise.all(
      [1, 2, 3].map(async () => {
        while (writing) {
          const answer = await world.actors.police.post('/screenings', {
            type: 'person',
            riskFactors: [],
            privateNote: 'under load',
          });
          if (answer.status < 300) made.push((answer.body as { id: string }).id);
        }
      }),
    );
    for (let i = 0; i < 3; i += 1) await rotateKeys(world.keys, new StoredKeys(world.data));
    writing = false;
    await writers;
    expect(made.length).toBeGreaterThan(5);
    for (const id of made)
      expect((await world.actors.police.get(`/screenings/${id}`)).text).toContain('under load');
    // The control: a key wrapped under a destroyed epoch is refused at its storing.
    const [{ epoch_id: retired }] = (await asOwner<{ epoch_id: string }>(
      'select epoch_id from sec.retired_epoch limit 1',
      [],
    )) as [{ epoch_id: string }];
    await expect(asOwner('update app.screening set epoch_id = $1', [retired])).rejects.toMatchObject({
      code: '40P01',
    });
  }, 60_000);
});
