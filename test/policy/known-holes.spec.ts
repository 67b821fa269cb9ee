import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hashToken } from '#access';
import { runScheduledJob } from '#database/jobs';
import { move, openMeeting, takeTo, type Story } from '../world/situation.js';
import { Actor, body, createWorld, type World } from '../world/world.js';
import { intrude, type Intruder } from './at-the-pool.js';

const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};
const settingOf = `current_setting('situation_table.context', true)`;

let world: World;
let limited: Story;
let planning: Story;
let intervention: Story;
const held: Intruder[] = [];
beforeAll(async () => {
  world = await createWorld();
  limited = await takeTo(world, 'limited');
  planning = await takeTo(world, 'planning');
  intervention = await takeTo(world, 'intervention');
}, 60_000);
afterEach(async () => {
  while (held.length > 0) await held.pop()!.close();
});
afterAll(async () => {
  await world.close();
});

/** Somebody who took the pool over while this person's request ran. */
async function as(person?: Actor): Promise<Intruder> {
  const intruder = await intrude(world, person?.key);
  held.push(intruder);
  return intruder;
}
const one = async (sql: string, ...parameters: unknown[]): Promise<Record<string, unknown>> =>
  (await world.database.plant(sql, parameters))[0] ?? {};

describe('holes that the first sketches had', () => {
  it('the lead neither moves a situation on nor names an agency of another table as lead', async () => {
    const { childServices, deputy } = world.actors;
    for (const path of ['conclude', 'confirm-lead', 'assign-again']) {
      expect(
        (
          await childServices.post(
            `/situations/${intervention.id}/moves/${path}`,
            {},
            { ifMatch: intervention.version },
          )
        ).status,
      ).toBe(403);
    }
    const intruder = await as(childServices);
    expect(
      await intruder.tries('select * from app.transition($1, $2, $3, $4)', [
        'conclude',
        intervention.id,
        intervention.version,
        '{"reason":"overall-risk-lowered.connected-to-services","told":"told","riskAfter":[]}',
      ]),
    ).toBe('P0001');
    const stranger = await deputy.post(
      `/situations/${planning.id}/moves/add-assisting`,
      { agency: world.agency.valleyPolice },
      { ifMatch: planning.version },
    );
    expect([stranger.status, stranger.body.code]).toEqual([409, 'move.agenciesAtTable']);
    const straight = await as(deputy);
    expect(
      await straight.tries('select * from app.transition($1, $2, $3, $4)', [
        'addAssisting',
        planning.id,
        planning.version,
        JSON.stringify({ agency: world.agency.valleyPolice }),
      ]),
    ).toBe('P0001');
  });

  it('one person does not record the risk and release the identifiers, though it has a seat for each', async () => {
    const story = await takeTo(world, 'deidentified');
    await openMeeting(world, ['police', 'school']);
    const coordinator = await world.enter('coordinator-to-be-rep', {
      persona: 'coordinator',
      table: 'harbour',
      agency: 'city',
    });
    await move(story, coordinator, 'record-risk', points);
    // The same person is given a seat of the originating agency afterwards; had it one before, it could not have judged at all.
    const seat = randomUUID();
    await world.database.plant(
      `insert into sec.seat (id, user_id, persona, table_id, agency_id, starts_at) values ($1, $2, 'rep', $3, $4, now() - interval '1 hour')`,
      [seat, coordinator.userId, world.tables.harbour, world.agency.police],
    );
    const asRep = new Actor(world.server, { ...coordinator.identity, name: 'both', seatId: seat });
    const released = await asRep.post(
      `/situations/${story.id}/moves/release-identifiers`,
      { basis: 'phipa40' },
      { ifMatch: story.version },
    );
    expect([released.status, released.body.code]).toEqual([409, 'move.notTheRecorder']);
    const intruder = await as(asRep);
    expect(
      await intruder.tries('select * from app.transition($1, $2, $3, $4)', [
        'releaseIdentifiers',
        story.id,
        story.version,
        '{"basis":"phipa40"}',
      ]),
    ).toBe('P0001');
    expect(
      (
        await world.actors.police.post(
          `/situations/${story.id}/moves/release-identifiers`,
          { basis: 'phipa40' },
          { ifMatch: story.version },
        )
      ).status,
    ).toBe(200);
  });

  it("a user with two seats acts through the one that is named, never through the other's rights", async () => {
    const seat = randomUUID();
    await world.database.plant(
      `insert into sec.seat (id, user_id, persona, table_id, employer_agency_id, starts_at) values ($1, $2, 'coordinator', $3, $4, now() - interval '1 hour')`,
      [seat, world.actors.childServices.userId, world.tables.harbour, world.agency.city],
    );
    const asCoordinator = new Actor(world.server, {
      ...world.actors.childServices.identity,
      name: 'coordinator too',
      seatId: seat,
    });
    expect((await asCoordinator.get(`/situations/${intervention.id}/tier4`)).status).toBe(404);
    expect((await asCoordinator.get(`/situations/${intervention.id}/tier3`)).status).toBe(404);
    expect(
      (
        await world.actors.childServices.post(
          `/situations/${intervention.id}/moves/conclude`,
          {},
          { ifMatch: intervention.version },
        )
      ).status,
    ).toBe(403);
    const intruder = await as(asCoordinator);
    for (const table of ['tier3', 'tier4', 'plan', 'safety_note'])
      expect([0, '42501']).toContain(await intruder.tries(`select from app.${table}`));
    const else$ = await as();
    expect(
      await else$.tries(`select sec.enter(decode($1, 'hex'), $2)`, [
        world.actors.childServices.key.tokenHash,
        world.actors.school.seatId,
      ]),
    ).toBe('42501');
  });

  it('the originator keeps its own T3 and T4 while others intervene, and nothing of theirs', async () => {
    const t3 = body<{ rows: { agency: { id: string } }[] }>(
      await world.actors.police.get(`/situations/${intervention.id}/tier3`),
    ).rows;
    expect(t3.length).toBeGreaterThan(0);
    const t4 = body<{ rows: { agency: { id: string } }[] }>(
      await world.actors.police.get(`/situations/${intervention.id}/tier4`),
    ).rows;
    expect(t4.length).toBeGreaterThan(0);
    expect([...t3, ...t4].filter(({ agency }) => agency.id !== world.agency.police)).toEqual([]);
    expect((await world.actors.police.get(`/situations/${intervention.id}/plan`)).status).toBe(404);
  });

  it('nobody reads the narrative, the notes or who recorded the risk after conclusion', async () => {
    const story = await takeTo(world, 'concluded');
    for (const name of ['police', 'housing', 'childServices', 'deputy'] as const) {
      const { body: view } = await world.actors[name].get(`/situations/${story.id}`);
      for (const gone of ['summary', 'notes', 'risk', 'author', 'origin', 'persons', 'answers'])
        expect(Object.keys(view as object)).not.toContain(gone);
      const intruder = await as(world.actors[name]);
      for (const table of ['tier2_text', 'discussion_note', 'risk_decision', 'situation_author'])
        expect(await intruder.tries(`select from app.${table} where situation_id = $1`, [story.id])).toBe(0);
      expect(await intruder.tries('select risk_recorded_by from app.workflow')).toBe('42501');
    }
  });

  it("T4 opens with an agency's own acceptance, not when it is named", async () => {
    expect((await world.actors.childServices.get(`/situations/${planning.id}/tier4`)).status).toBe(404);
    const ledger = await one(
      'select count(*)::int as n from app.disclosure where situation_id = $1 and tier = 4 and agency_id = $2',
      planning.id,
      world.agency.childServices,
    );
    expect(ledger['n']).toBe(0);
    const intruder = await as(world.actors.childServices);
    expect(await intruder.tries(`select from app.open_tier($1, 4::smallint, 'read')`, [planning.id])).toBe(0);
  });

  it('no persona selects a key or appends to the audit', async () => {
    for (const name of ['police', 'deputy', 'auditor', 'administrator', 'policeOfficer'] as const) {
      const intruder = await as(world.actors[name]);
      for (const attack of [
        'select * from app.tier_key',
        'select wrapped_key from app.screening',
        'select * from sec.context_key',
        `select sec.context_seal('x')`,
        'select * from audit.pending',
        `insert into audit.event (chain, seq, at_us, action, outcome, prev, hash) values (gen_random_uuid(), 1, 1, 'x', 'allow', '\\x', '\\x')`,
        `insert into audit.pending (chain, at_us, action, fields, outcome, detail) values (gen_random_uuid(), 1, 'x', '{}', 'allow', '{}')`,
        `select audit.record('x', 'x', null, '{}', 'allow')`,
        'delete from audit.event',
        'update audit.head set seq = 0',
        'truncate audit.event',
      ])
        expect([name, attack, await intruder.tries(attack)]).toEqual([name, attack, '42501']);
      expect([0, '42501']).toContain(
        await intruder.tries('select * from audit.event where chain = $1', [world.tables.harbour]),
      );
    }
  });

  it('what happens without a context is audited too, and nobody without one can write what they like', async () => {
    const before = await one('select count(*)::int as n from audit.event');
    await runScheduledJob(world.data, 'minimised');
    const story = await takeTo(world, 'rejectedNow');
    await world.database.plant(
      `update app.workflow set left_at = left_at - interval '11 minutes' where situation_id = $1`,
      [story.id],
    );
    await runScheduledJob(world.data, 'minimised');
    const event = await one(
      `select actor, chain from audit.event where action = 'situation.minimise' and object_id = $1`,
      story.id,
    );
    expect(event).toEqual({ actor: null, chain: world.tables.harbour });
    expect((await one('select count(*)::int as n from audit.event'))['n']).toBeGreaterThan(
      before['n'] as number,
    );
    const intruder = await as();
    expect(await intruder.tries(`select audit.record('x', 'x', null, '{}', 'allow')`)).toBe('42501');
  });

  it('keys stay at conclusion, so that what is reopened can be read again', async () => {
    const story = await takeTo(world, 'concluded');
    expect(
      (await one('select count(*)::int as n from app.tier_key where situation_id = $1', story.id))['n'],
    ).toBe(3);
    await move(story, 'deputy', 'reopen');
    expect((await world.actors.childServices.get(`/situations/${story.id}/tier4`)).status).toBe(200);
  });

  it('no column joins an outcome record to a situation, a transaction or an event', async () => {
    const columns = await world.database.plant<{ name: string }>(
      `select a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'stats' and c.relname ~ 'outcome' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    expect(columns.length).toBeGreaterThan(5);
    expect(
      columns.filter(({ name }) =>
        /situation|number$|seq|txid|xid|_at$|user|agency_id|session|request/.test(name),
      ),
    ).toEqual([]);
  });

  it('a wiped, a shortened and a changed chain are all found', async () => {
    const chain = world.tables.valley;
    const other = world.tables.harbour;
    const broken = async (table: string): Promise<unknown> =>
      (await one('select audit.first_broken($1)::int as at', table))['at'];
    expect([await broken(chain), await broken(other)]).toEqual([null, null]);
    // The owner of the machine does this: triggers off, as a superuser may.
    await world.database.plant(`begin`);
    await world.database.plant(`set local session_replication_role = replica`);
    await world.database.plant(`update audit.event set outcome = 'hide' where chain = $1 and seq = 2`, [
      other,
    ]);
    expect(await broken(other)).toBe(2);
    await world.database.plant('delete from audit.event where chain = $1 and seq > 1', [other]);
    expect(await broken(other)).toBe(2);
    await world.database.plant('delete from audit.event where chain = $1', [chain]);
    await world.database.plant('delete from audit.head where chain = $1', [chain]);
    expect(await broken(chain)).toBe(1);
    await world.database.plant('rollback');
  });

  it('there is a way in for T3, a key for T1, a rejected and a returned', async () => {
    const kinds = await world.database.plant<{ name: string }>(
      `select name from app.move where name in ('reject', 'sendBack', 'withdraw') order by 1`,
    );
    expect(kinds.map(({ name }) => name)).toEqual(['reject', 'sendBack', 'withdraw']);
    const { id } = await takeTo(world, 'screening');
    const intruder = await as(world.actors.police);
    expect(await intruder.tries(`select from app.open_screening($1, 'read')`, [id])).toBe(1);
    const other = await as(world.actors.school);
    expect(await other.tries(`select from app.open_screening($1, 'read')`, [id])).toBe('P0002');
  });
});

describe('attacks by whoever holds the pool', () => {
  it("another persona's role on one's own seat shows nothing", async () => {
    for (const name of ['housing', 'deputy', 'auditor', 'administrator', 'policeOfficer'] as const) {
      const intruder = await as(world.actors[name]);
      const { persona } = (await intruder.sql<{ persona: string }>('select (sec.ctx()).persona'))[0]!;
      for (const role of ['rep', 'coordinator', 'auditor', 'administrator', 'privacy', 'projector'].filter(
        (each) => each !== persona,
      )) {
        await intruder.sql('reset role');
        await intruder.sql(`set local role ${role}`);
        for (const table of [
          'situation',
          'tier2',
          'tier3',
          'tier4',
          'assignment',
          'disclosure',
          'consent',
          'step',
          'meeting',
        ]) {
          expect([
            name,
            role,
            table,
            [0, '42501'].includes(await intruder.tries(`select from app.${table}`)),
          ]).toEqual([name, role, table, true]);
        }
      }
      for (const role of ['owner', 'migrator', 'authn', 'job', 'backup'])
        expect([name, role, await intruder.tries(`set local role ${role}`)]).toEqual([name, role, '42501']);
    }
  });

  it('a context that was written by hand, changed, or kept from another transaction or connection is none', async () => {
    const victim = await as(world.actors.childServices);
    const [{ context }] = (await victim.sql<{ context: string }>(`select ${settingOf} as context`)) as [
      { context: string },
    ];
    expect(context.length).toBeGreaterThan(100);
    const thief = await as();
    const stolen = [
      context,
      context.replace(world.actors.childServices.seatId, world.actors.housing.seatId),
      context.replace('rep', 'coordinator'),
      '',
      'x',
      context.slice(0, -1),
    ];
    for (const forged of stolen) {
      await thief.sql('reset role');
      await thief.sql(
        `select set_config('situation_table.context', $1, true), set_config('role', 'rep', true)`,
        [forged],
      );
      expect(await thief.sql('select (sec.ctx()).persona')).toEqual([{ persona: null }]);
      expect(await thief.tries('select from app.situation')).toBe(0);
    }
    // The same connection, the next transaction.
    await victim.sql('commit');
    await victim.sql('begin');
    await victim.sql(
      `select set_config('situation_table.context', $1, true), set_config('role', 'rep', true)`,
      [context],
    );
    expect(await victim.tries('select from app.situation')).toBe(0);
    expect(await victim.sql('select (sec.ctx()).persona')).toEqual([{ persona: null }]);
  });

  it('stage, author, originator, ledger and answers are written by the transition and by nobody else', async () => {
    for (const name of ['police', 'childServices', 'deputy'] as const) {
      const intruder = await as(world.actors[name]);
      for (const attack of [
        `update app.situation set stage = 'limited'`,
        `update app.situation set hidden = true`,
        `update app.situation set version = 99`,
        `update app.workflow set risk_recorded_by = null`,
        `update app.situation_author set user_id = gen_random_uuid()`,
        `update app.situation_origin set agency_id = '${world.agency.school}'`,
        `update app.tier3 set agency_id = '${world.agency.school}'`,
        `update app.tier4 set user_id = gen_random_uuid()`,
        `update app.assignment set state = 'accepted'`,
        `update app.answer set answer = 'involved'`,
        `update app.disclosure set revoked_at = null`,
        `insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, granted_by, granted_at) values ('${world.tables.harbour}', '${planning.id}', 4, '${world.agency.childServices}', 'phipa40', gen_random_uuid(), now())`,
        `insert into app.tier4 (situation_id, id, agency_id, content) values ('${intervention.id}', gen_random_uuid(), '${world.agency.school}', '\\x')`,
        `insert into app.tier4 (table_id, situation_id, id, content) values ('${world.tables.valley}', '${intervention.id}', gen_random_uuid(), '\\x')`,
        `insert into app.step (table_id, situation_id, version, move, stage, at) values ('${world.tables.harbour}', '${intervention.id}', 99, 'x', 'x', now())`,
        'delete from app.situation',
        'delete from app.tier3',
        'delete from app.disclosure',
        `select app.grant_disclosure(null, 4::smallint, null, 'x', null, null)`,
        `select app.effect('reopen', null, 'x', '{}', null)`,
        `select app.minimise_exit('${world.tables.harbour}', '${intervention.id}')`,
        `select app.return_unanswered('${world.tables.harbour}', '${intervention.id}')`,
        `select sec.do_work('destroyed', '${world.tables.harbour}', array['${intervention.id}'::uuid])`,
      ])
        expect([name, attack, await intruder.tries(attack)]).toEqual([name, attack, '42501']);
    }
  });

  it('a key or a reference tells nothing of rows that are hidden', async () => {
    const { id: screening } = await takeTo(world, 'screening');
    const intruder = await as(world.actors.school);
    const absent = randomUUID();
    const [hidden, missing] = [
      await intruder.tries(
        `insert into app.screening (id, content, wrapped_key, epoch_id) values ($1, '\\x', '\\x', 'e')`,
        [screening],
      ),
      await intruder.tries(
        `insert into app.screening (id, content, wrapped_key, epoch_id) values ($1, '\\x', '\\x', 'e')`,
        [absent],
      ),
    ];
    expect(hidden).toBe(missing);
    const stranger = await as(world.actors.valley);
    for (const table of ['discussion_note', 'tier4', 'gap', 'consent'] as const) {
      const columns = {
        discussion_note: ['note, guard_version', `'\\x', 1`],
        tier4: ['content', `'\\x'`],
        gap: ['service', `'addiction'`],
        consent: ['state', `'refused'`],
      }[table];
      const insert = `insert into app.${table} (situation_id, id, ${columns[0]!}) values ($1, gen_random_uuid(), ${columns[1]!})`;
      expect([table, await stranger.tries(insert, [intervention.id])]).toEqual([
        table,
        await stranger.tries(insert, [absent]),
      ]);
    }
    for (const call of [
      `select from app.transition('answer', $1, 1, '{}')`,
      `select from app.who_saw($1, null, 500)`,
      `select from app.open_tier($1, 3::smallint, 'read')`,
      'select from app.move_facts($1)',
      'select where app.known($1)',
    ]) {
      expect([call, await stranger.tries(call, [intervention.id])]).toEqual([
        call,
        await stranger.tries(call, [absent]),
      ]);
    }
  });

  it('a temporary table, function or operator that bears the name of ours is not used in its place', async () => {
    const intruder = await as(world.actors.housing);
    const made = await intruder.tries(
      'create temporary table disclosure (table_id uuid, situation_id uuid, agency_id uuid, tier smallint, revoked_at timestamptz)',
    );
    expect(made).toBe('42501');
    expect(
      await intruder.tries(
        'create function pg_temp.now() returns timestamptz language sql as $$ select null::timestamptz $$',
      ),
    ).toBe('42501');
    await intruder.sql(`select set_config('search_path', 'pg_temp, app', true)`);
    expect(
      await intruder.tries(`select from app.open_tier($1, 4::smallint, 'read')`, [intervention.id]),
    ).toBe(0);
    const loose = await world.database.plant<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'sec', 'audit', 'codebook', 'stats') and p.prosecdef and not exists (select from unnest(p.proconfig) c where c like 'search_path=pg_catalog%')`,
    );
    expect(loose).toEqual([]);
  });

  it('an ended session, seat or user is out at the next request', async () => {
    const guest = await world.enter('guest', { persona: 'rep', table: 'harbour', agency: 'housing' });
    expect((await guest.get(`/situations/${limited.id}`)).status).toBe(200);
    await world.database.plant(
      `update sec.session set revoked_at = clock_timestamp() where token_hash = decode($1, 'hex')`,
      [hashToken(guest.token)],
    );
    expect((await guest.get(`/situations/${limited.id}`)).status).toBe(401);
  });

  it('no row of a situation for auditor, administrator, officer, another table, or no context at all', async () => {
    const tables = (
      await world.database.plant<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind in ('r', 'p', 'v')`,
      )
    ).map(({ name }) => name);
    expect(tables.length).toBeGreaterThan(30);
    for (const person of [
      undefined,
      'auditor',
      'administrator',
      'policeOfficer',
      'valley',
      'valleyCoordinator',
    ] as const) {
      const intruder = await as(person === undefined ? undefined : world.actors[person]);
      for (const table of tables)
        expect([
          person,
          table,
          [0, '42501'].includes(await intruder.tries(`select from app.${table}`)),
        ]).toEqual([person, table, true]);
    }
  });
});
