import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Answer } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';
import { overlapping } from './at-once.js';

/*
 * A rule about how many there are is kept however requests overlap: each pair is played in both orders, at a
 * point where both have to wait, and many rounds of them at once.
 */
let world: EmptyWorld;
let administrators: Actor[];
beforeAll(async () => {
  world = await createEmptyWorld();
  await world.table('Elm', ['Police', 'School', 'Clinic', 'Shelter']);
  administrators = [
    await world.person('Ada', { persona: 'administrator' }),
    await world.person('Abe', { persona: 'administrator' }),
    await world.person('Amy', { persona: 'administrator' }),
  ];
});
afterAll(async () => {
  await world.close();
});
beforeEach(fresh);

const status = (answer: Answer): number => answer.status;
const succeeded = (answers: readonly Answer[]): number => answers.filter((each) => each.status < 400).length;

/** All administrators act again, with a proof that was just given. */
async function fresh(): Promise<void> {
  const { database } = world;
  await database.plant(`update sec.app_user set status = 'active'`);
  await database.plant(
    `update sec.seat set ends_at = sec.domain_now() + interval '1 year', ended_because = null where persona = 'administrator'`,
  );
  await database.plant(
    'update sec.session set revoked_at = null, stepped_up_at = clock_timestamp(), last_seen_at = clock_timestamp()',
  );
}
async function tagOf(path: string, reader: Actor = administrators[2]!): Promise<string> {
  return (await reader.get(path)).headers['etag'] ?? '';
}
async function disable(by: Actor, whom: Actor): Promise<() => Promise<Answer>> {
  const ifMatch = await tagOf(`/users/${whom.userId}`);
  return () => by.put(`/users/${whom.userId}/status`, { active: false }, { ifMatch });
}
async function endSeat(by: Actor, whom: Actor): Promise<() => Promise<Answer>> {
  const ifMatch = await tagOf(`/seats/${whom.seatId!}`);
  return () => by.delete(`/seats/${whom.seatId!}`, { ifMatch });
}
async function liveAdministrators(): Promise<number> {
  const [row] = await world.database.plant<{ n: number }>('select sec.live_administrators(null) as n');
  return row!.n;
}

describe('the last administrator', () => {
  const [ada, abe] = [0, 1];
  const held = (): [string, unknown[]] => [
    'select 1 from sec.app_user u join sec.seat s on s.user_id = u.id where u.id = any ($1) for update',
    [[administrators[ada]!.userId, administrators[abe]!.userId]],
  ];
  beforeEach(async () => {
    await world.database.plant(`update sec.app_user set status = 'disabled' where id = $1`, [
      administrators[2]!.userId,
    ]);
  });

  it.each([
    ['disable each other', disable, disable],
    ['end each other’s seat', endSeat, endSeat],
    ['disable one and end the other’s seat', disable, endSeat],
  ] as const)('stays when two %s at once, in both orders', async (_, one, other) => {
    for (const [first, second] of [
      [ada, abe],
      [abe, ada],
    ]) {
      await fresh();
      const [a, b] = [administrators[first!]!, administrators[second!]!];
      const acts = [await one(a, b), await other(b, a)] as const;
      await world.database.plant(`update sec.app_user set status = 'disabled' where id = $1`, [
        administrators[2]!.userId,
      ]);
      const answers = await overlapping(world.database, held(), acts[0], acts[1]);
      expect(answers.map(status)).toEqual([expect.any(Number), expect.any(Number)]);
      expect(succeeded(answers)).toBe(1);
      expect(await liveAdministrators()).toBe(1);
    }
  });

  it('stays whatever three of them do to each other at once', async () => {
    const act = fc.record({
      by: fc.integer({ min: 0, max: 2 }),
      whom: fc.integer({ min: 0, max: 2 }),
      how: fc.constantFrom(disable, endSeat),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 5 }), async (acts) => {
        await fresh();
        const prepared: (() => Promise<Answer>)[] = [];
        for (const { by, whom, how } of acts)
          prepared.push(await how(administrators[by]!, administrators[whom]!));
        const answers = await Promise.all(prepared.map((send) => send()));
        expect(answers.filter((each) => each.status >= 500)).toEqual([]);
        expect(await liveAdministrators()).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });
});

describe('who attends a meeting', () => {
  let cora: Actor;
  let carl: Actor;
  let police: Actor;
  let meeting = '';
  beforeAll(async () => {
    cora = await world.person('Cora', { persona: 'coordinator', table: 'Elm', employer: 'Shelter' });
    carl = await world.person('Carl', { persona: 'coordinator', table: 'Elm', employer: 'Clinic' });
    police = await world.person('Pia', { persona: 'rep', table: 'Elm', agency: 'Police' });
  });
  beforeEach(async () => {
    await world.database.plant(
      `update app.meeting set closed_at = sec.domain_now() where opened_at is not null and closed_at is null`,
    );
    const [row] = await world.database.plant<{ id: string }>(
      `insert into app.meeting (table_id, kind, scheduled_for, opened_at) values ($1, 'regular', sec.domain_now(), sec.domain_now()) returning id`,
      [world.id('Elm')],
    );
    meeting = row!.id;
  });
  const held = (): [string, unknown[]] => ['select 1 from app.meeting where id = $1 for update', [meeting]];
  const mark = (by: Actor, agency: string, mode: string, version: number): Promise<Answer> =>
    by.put(`/meetings/${meeting}/attendance/${world.id(agency)}`, { mode }, { ifMatch: `"v${version}"` });

  it('is marked once from one version, first or later, in both orders', async () => {
    for (const [first, second] of [
      [cora, carl],
      [carl, cora],
    ] as const) {
      for (const [agency, version] of [
        ['School', 0],
        ['Clinic', 1],
      ] as const) {
        await world.database.plant('delete from app.attendance where meeting_id = $1', [meeting]);
        if (version === 1) expect((await mark(cora, agency, 'room', 0)).status).toBe(200);
        const answers = await overlapping(
          world.database,
          held(),
          () => mark(first, agency, 'remote', version),
          () => mark(second, agency, 'room', version),
        );
        expect(answers.map(status)).toEqual([200, 412]);
      }
    }
  });

  it('is marked once from one version when many come at once', async () => {
    for (let round = 0; round < 12; round++) {
      await world.database.plant('delete from app.attendance where meeting_id = $1', [meeting]);
      const answers = await Promise.all([cora, carl, cora].map((who) => mark(who, 'School', 'room', 0)));
      expect(answers.map(status).sort()).toEqual([200, 412, 412]);
    }
  });

  it('is two agencies at least in every decision on risk, however a mark is taken back meanwhile', async () => {
    for (const recordsFirst of [true, false]) {
      const screening = await police.post('/screenings', {
        type: 'person',
        riskFactors: ['alcohol.alcohol-abuse-by-person'],
        ownMeans: ['called'],
        summary: 'Left home twice',
      });
      const brought = await police.post(
        `/screenings/${String(screening.body['id'])}/bring-to-table`,
        { ownMeansExhausted: true },
        { ifMatch: '"v1"' },
      );
      const situation = String(brought.body['id']);
      await world.database.plant('delete from app.attendance where meeting_id = $1', [meeting]);
      for (const agency of ['School', 'Clinic'])
        expect((await mark(cora, agency, 'room', 0)).status).toBe(200);
      const record = (): Promise<Answer> =>
        cora.post(
          `/situations/${situation}/moves/record-risk`,
          {
            fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
            decidedBy: 'agreement',
          },
          { ifMatch: '"v1"' },
        );
      const takeBack = (): Promise<Answer> => mark(carl, 'School', 'absent', 1);
      const answers = await overlapping(
        world.database,
        held(),
        recordsFirst ? record : takeBack,
        recordsFirst ? takeBack : record,
      );
      const decisions = await world.database.plant<{ n: number }>(
        'select cardinality(agencies_present) as n from app.risk_decision where situation_id = $1',
        [situation],
      );
      // A decision that came first has both; one that came second finds only one agency and is refused.
      expect([answers.map(status), decisions]).toEqual(
        recordsFirst ? [[200, 200], [{ n: 2 }]] : [[200, 409], []],
      );
    }
  });

  it('does not count an agency that has left the table', async () => {
    for (const agency of ['School', 'Clinic']) expect((await mark(cora, agency, 'room', 0)).status).toBe(200);
    const [row] = await world.database.plant<{ n: boolean }>(
      `select app.meeting_open_with_two($1) as n from (select set_config('x.y', 'z', true)) x`,
      [world.id('Elm')],
    );
    expect(row!.n).toBe(true);
    await world.database.plant(
      'update sec.table_agency set left_at = sec.domain_now() where agency_id = $1',
      [world.id('School')],
    );
    const [after] = await world.database.plant<{ n: boolean }>('select app.meeting_open_with_two($1) as n', [
      world.id('Elm'),
    ]);
    expect(after!.n).toBe(false);
    await world.database.plant('update sec.table_agency set left_at = null where agency_id = $1', [
      world.id('School'),
    ]);
  });

  it('is asked of one open meeting: of two that are opened at once one stays shut, in both orders', async () => {
    for (const order of [0, 1]) {
      await world.database.plant(
        `update app.meeting set closed_at = sec.domain_now() where opened_at is not null and closed_at is null`,
      );
      const two: { id: string }[] = [];
      for (const day of [1, 2])
        two.push(
          ...(await world.database.plant<{ id: string }>(
            `insert into app.meeting (table_id, kind, scheduled_for) values ($1, 'emergency', sec.domain_now() + $2 * interval '1 minute') returning id`,
            [world.id('Elm'), day + order * 2],
          )),
        );
      const open = (id: string, by: Actor) => (): Promise<Answer> =>
        by.post(`/meetings/${id}/open`, {}, { ifMatch: '"v1"' });
      const ids = two.map(({ id }) => id);
      if (order === 1) ids.reverse();
      const answers = await overlapping(
        world.database,
        ['select 1 from app.meeting where id = any ($1) for update', [ids]],
        open(ids[0]!, cora),
        open(ids[1]!, carl),
      );
      // Which of the two comes first is not ours to say; that it is one of them is.
      expect(answers.map((each) => [each.status, each.body['code']]).sort()).toEqual([
        [200, undefined],
        [409, 'meeting.anotherOpen'],
      ]);
    }
  });
});

describe('the seats of an agency', () => {
  it('are never given where its account ends at the same time, in both orders', async () => {
    const officer = await world.person('Olga', { persona: 'privacy', agency: 'Shelter' });
    await world.database.plant(
      `insert into sec.app_user (sign_in_name, display_name) values ('sami', 'Sami'), ('suki', 'Suki')`,
    );
    for (const [name, approvesFirst] of [
      ['sami', true],
      ['suki', false],
    ] as const) {
      await fresh();
      await world.database.plant(
        `update sec.seat set ends_at = sec.domain_now() where persona = 'rep' and agency_id = $1`,
        [world.id('Shelter')],
      );
      await world.database.plant('update sec.table_agency set has_account = true where agency_id = $1', [
        world.id('Shelter'),
      ]);
      const offer = await administrators[0]!.post('/seat-offers', {
        signInName: name,
        persona: 'rep',
        tableId: world.id('Elm'),
        agencyId: world.id('Shelter'),
        endsAt: new Date(Date.now() + 86_400_000).toISOString(),
      });
      const ifMatch = await tagOf(`/tables/${world.id('Elm')}`);
      const approve = (): Promise<Answer> =>
        officer.post(`/seat-offers/${String(offer.body['id'])}/approval`);
      const withdrawAccount = (): Promise<Answer> =>
        administrators[1]!.put(
          `/tables/${world.id('Elm')}/agencies/${world.id('Shelter')}`,
          { hasAccount: false },
          { ifMatch },
        );
      const answers = await overlapping(
        world.database,
        ['select 1 from sec.situation_table where id = $1 for update', [world.id('Elm')]],
        approvesFirst ? approve : withdrawAccount,
        approvesFirst ? withdrawAccount : approve,
      );
      expect(succeeded(answers)).toBe(1);
    }
  });

  it('are missed once when the last two end at the same time, in both orders', async () => {
    for (const order of [0, 1]) {
      await fresh();
      const table = `Ash${order}`;
      await world.table(table, [`Bank${order}`]);
      const reps = [
        await world.person(`Rae${order}`, { persona: 'rep', table, agency: `Bank${order}` }),
        await world.person(`Roy${order}`, { persona: 'rep', table, agency: `Bank${order}` }),
      ];
      const screening = await reps[0]!.post('/screenings', {
        type: 'person',
        riskFactors: ['alcohol.alcohol-abuse-by-person'],
        ownMeans: ['called'],
      });
      const brought = await reps[0]!.post(
        `/screenings/${String(screening.body['id'])}/bring-to-table`,
        { ownMeansExhausted: true },
        { ifMatch: '"v1"' },
      );
      expect(brought.status).toBeLessThan(300);
      const acts = [
        await endSeat(administrators[0]!, reps[order]!),
        await endSeat(administrators[1]!, reps[1 - order]!),
      ] as const;
      const answers = await overlapping(
        world.database,
        ['select 1 from sec.seat where id = any ($1) for update', [reps.map(({ seatId }) => seatId)]],
        acts[0],
        acts[1],
      );
      expect(answers.map(status)).toEqual([204, 204]);
      const tasks = await world.database.plant(
        `select 1 from app.task where table_id = $1 and kind = 'handOver' and closed_at is null`,
        [world.id(table)],
      );
      expect(tasks).toHaveLength(1);
    }
  });
});
