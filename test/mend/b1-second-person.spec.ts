import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { runScheduledJobs } from '#database/jobs';
import { worldWithFreshProofs } from '../world/fresh-proofs.js';
import { takeTo } from '../world/situation.js';
import { body, type Actor, type Name, type World } from '../world/world.js';
import { codeOf, createAgency, inAYear, invite } from './lone-administrator.js';

/*
 * The one rule of independent origin: against a model of its own, and at every place where a second person is wanted. At each place the
 * second person is refused for seven days after the first one made them, or after one third person alone made both.
 */
let world: World;
worldWithFreshProofs((made) => {
  world = made;
});
beforeEach(async () => {
  await world.database.plant('delete from sec.origin_act');
});

interface Touch {
  readonly subject: number;
  readonly by: number;
  readonly daysAgo: number;
}

/** Whether a way leads from somebody back to a person whom nobody made, past one person. */
function isFreeOf(past: number, who: number, touches: readonly Touch[], met = new Set<number>()): boolean {
  if (who === past || met.has(who)) return false;
  const makers = touches.filter(({ subject }) => subject === who);
  if (makers.length === 0) return true;
  return makers.some(({ by }) => isFreeOf(past, by, touches, new Set(met).add(who)));
}

/** Everybody who made somebody, or made who made them; that person too. */
function makersOf(who: number, touches: readonly Touch[], met = new Set([who])): Set<number> {
  for (const { by } of touches.filter(({ subject }) => subject === who))
    if (!met.has(by)) makersOf(by, touches, met.add(by));
  return met;
}

/** The rule by its words: neither made the other, and nobody alone is behind both, themselves among these. */
function areIndependent(a: number, b: number, all: readonly Touch[]): boolean {
  const touches = all.filter(({ daysAgo }) => daysAgo < 7);
  if (
    a === b ||
    touches.some(({ subject, by }) => (subject === a && by === b) || (subject === b && by === a))
  )
    return false;
  const behind = (who: number): number[] =>
    [...makersOf(who, touches)].filter((one) => !isFreeOf(one, who, touches));
  return !behind(a).some((one) => behind(b).includes(one));
}

describe('the rule', () => {
  const names: readonly Name[] = ['police', 'school', 'health', 'housing', 'coordinator', 'deputy'];
  const ids = (): string[] => names.map((name) => world.actors[name].userId);
  const acts = ['made', 'offered', 'approved', 'confirmed', 'reset', 'enabled'];
  const touch = fc
    .record({
      subject: fc.nat(5),
      by: fc.nat(5),
      daysAgo: fc.constantFrom(0, 1, 6, 8, 30),
      act: fc.constantFrom(...acts),
    })
    .filter(({ subject, by }) => subject !== by);

  it('is the same in SQL as by its words, for any acts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(touch, { maxLength: 9 }), async (touches) => {
        await world.database.plant('delete from sec.origin_act');
        await world.database.plant(
          `insert into sec.origin_act (subject_id, by_id, act, at)
           select ($1::uuid[])[t.subject + 1], ($1::uuid[])[t.by + 1], t.act, sec.domain_now() - t."daysAgo" * interval '1 day'
           from jsonb_to_recordset($2::jsonb) t (subject int, by int, act text, "daysAgo" int)`,
          [ids(), JSON.stringify(touches)],
        );
        const said = await world.database.plant<{ a: number; b: number; said: boolean }>(
          `select a.n - 1 as a, b.n - 1 as b, sec.independent(a.id, b.id) as said
           from unnest($1::uuid[]) with ordinality a (id, n), unnest($1::uuid[]) with ordinality b (id, n)`,
          [ids()],
        );
        for (const { a, b, said: isSo } of said)
          expect({ a, b, isSo }).toEqual({
            a,
            b,
            isSo: areIndependent(Number(a), Number(b), touches),
          });
      }),
      { numRuns: 60 },
    );
  });

  it('looks at the account and the acting seat of the second, not at another seat of theirs', async () => {
    const { administrator, school } = world.actors;
    await world.database.plant(
      `insert into sec.origin_act (subject_id, seat_id, by_id, act) values ($1, $2, $3, 'offered')`,
      [school.userId, school.seatId, administrator.userId],
    );
    const [row] = await world.database.plant(
      'select sec.independent($1, $2, $3) as acting, sec.independent($1, $2, $4) as other',
      [administrator.userId, school.userId, school.seatId, world.actors.schoolOfficer.seatId],
    );
    expect(row).toEqual({ acting: false, other: true });
  });
});

it('is asked by every function that refuses the same person', async () => {
  const found = await world.database.plant<{ name: string; asks: boolean }>(
    `select p.oid::regproc::text as name, p.prosrc ~ 'sec\\.(require_independent|check_word)\\(' as asks
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ('sec', 'app', 'stats', 'codebook')
      where p.prosrc ~* '(samePerson|secondPerson)'' *(using|;)' order by 1`,
  );
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter(({ asks }) => !asks).map(({ name }) => name)).toEqual([]);
});

interface Use {
  readonly where: string;
  readonly first: () => Actor;
  readonly second: () => Actor;
  /** Gets everything ready. @returns the act of the second person, which answers with its status or code */
  readonly ready: () => Promise<() => Promise<{ status: number; body: unknown }>>;
}

const actor = (name: Name) => (): Actor => world.actors[name];
const harbour = (): string => world.tables.harbour;

async function offer(by: Actor, signInName: string, persona: string, more: object = {}): Promise<string> {
  return body<{ id: string }>(
    await by.post('/seat-offers', { signInName, persona, endsAt: inAYear(), ...more }),
  ).id;
}

async function newcomer(name: string): Promise<string> {
  return (await invite(world.actors.administrator, name)).signInName;
}

const uses: readonly Use[] = [
  {
    where: 'settings of a table',
    first: actor('administrator'),
    second: actor('policeOfficer'),
    ready: async () => {
      const { id } = body<{ id: string }>(
        await world.actors.administrator.post(`/tables/${harbour()}/settings-changes`, {
          retentionMonths: 24,
        }),
      );
      return () => world.actors.policeOfficer.post(`/settings-changes/${id}/approval`);
    },
  },
  {
    where: 'settings that an officer proposed',
    first: actor('policeOfficer'),
    second: actor('administrator'),
    ready: async () => {
      const { id } = body<{ id: string }>(
        await world.actors.policeOfficer.post(`/tables/${harbour()}/settings-changes`, {
          retentionMonths: 36,
        }),
      );
      return () => world.actors.administrator.post(`/settings-changes/${id}/approval`);
    },
  },
  {
    where: 'a change of the codebook',
    first: actor('administrator'),
    second: actor('secondAdministrator'),
    ready: async () => {
      const { id } = body<{ id: string }>(
        await world.actors.administrator.post('/codebook/changes', {
          kind: 'add',
          list: 'serviceType',
          code: `tutoring${randomUUID().slice(0, 6)}`,
          content: { labelEn: 'Tutoring', labelFr: 'Tutorat', activeFrom: '2026-01-01' },
        }),
      );
      return () =>
        world.actors.secondAdministrator.post(`/codebook/changes/${id}/signatures`, {}, { ifMatch: 1 });
    },
  },
  {
    where: 'an export across tables',
    first: actor('auditor'),
    second: actor('secondAuditor'),
    ready: async () => {
      const [row] = await world.database.plant<{ id: string }>(
        'insert into stats.export (year, asked_by) values (2025, $1) returning id',
        [world.actors.auditor.userId],
      );
      return () => world.actors.secondAuditor.post(`/statistics/exports/${row!.id}/approve`);
    },
  },
  {
    where: 'an early destruction',
    first: actor('policeOfficer'),
    second: actor('deputy'),
    ready: async () => {
      const situation = (await takeTo(world, 'concluded')).id;
      await world.ahead('45 days');
      await runScheduledJobs(world.data);
      const { id } = body<{ id: string }>(
        await world.actors.policeOfficer.post('/privacy/early-destructions', {
          situation,
          consent: 'written',
          consentedOn: '2026-01-05',
        }),
      );
      return () => world.actors.deputy.post(`/early-destructions/${id}/approve`);
    },
  },
  {
    where: 'an opening after sealing',
    first: actor('policeOfficer'),
    second: actor('schoolOfficer'),
    ready: async () => {
      const situation = (await takeTo(world, 'concluded')).id;
      const { id } = body<{ id: string }>(
        await world.actors.policeOfficer.post('/openings', { situation, purpose: 'accessRequest' }),
      );
      return () => world.actors.schoolOfficer.post(`/openings/${id}/approve`);
    },
  },
  {
    where: 'a representative’s seat at a table with situations',
    first: actor('administrator'),
    second: actor('policeOfficer'),
    ready: async () => {
      const id = await offer(world.actors.administrator, await newcomer('rep'), 'rep', {
        tableId: harbour(),
        agencyId: world.agency.police,
      });
      return () => world.actors.policeOfficer.post(`/seat-offers/${id}/approval`);
    },
  },
  {
    where: 'a seat that a coordinator offers',
    first: actor('deputy'),
    second: actor('schoolOfficer'),
    ready: async () => {
      const id = await offer(world.actors.deputy, await newcomer('rep'), 'rep', {
        agencyId: world.agency.school,
      });
      return () => world.actors.schoolOfficer.post(`/seat-offers/${id}/approval`);
    },
  },
  {
    where: 'an agency’s first officer, by an officer of its table',
    first: actor('administrator'),
    second: actor('policeOfficer'),
    ready: async () => {
      const id = await offer(world.actors.administrator, await newcomer('officer'), 'privacy', {
        agencyId: world.agency.housing,
      });
      return () => world.actors.policeOfficer.post(`/seat-offers/${id}/approval`);
    },
  },
  {
    where: 'an agency’s first officer, by a second administrator',
    first: actor('administrator'),
    second: actor('secondAdministrator'),
    ready: async () => {
      const id = await offer(world.actors.administrator, await newcomer('officer'), 'privacy', {
        agencyId: world.agency.childServices,
      });
      return () => world.actors.secondAdministrator.post(`/seat-offers/${id}/approval`);
    },
  },
  {
    where: 'another administrator’s seat',
    first: actor('administrator'),
    second: actor('secondAdministrator'),
    ready: async () => {
      const id = await offer(world.actors.administrator, await newcomer('administrator'), 'administrator');
      return () => world.actors.secondAdministrator.post(`/seat-offers/${id}/approval`);
    },
  },
  {
    where: 'the officer’s code for a reset',
    first: actor('administrator'),
    second: actor('policeOfficer'),
    ready: async () => {
      const { invitationId } = body<{ invitationId: string }>(
        await world.actors.administrator.post(`/users/${world.actors.policeColleague.userId}/resets`),
      );
      return () => world.actors.policeOfficer.post(`/invitations/${invitationId}/codes`);
    },
  },
  {
    where: 'the coordinator’s word for a reset, beside the administrator',
    first: actor('administrator'),
    second: actor('deputy'),
    ready: async () => {
      const { invitationId } = body<{ invitationId: string }>(
        await world.actors.administrator.post(`/users/${world.actors.police.userId}/resets`),
      );
      return () => world.actors.deputy.post(`/invitations/${invitationId}/confirmations`);
    },
  },
  {
    where: 'the coordinator’s word for a reset, beside the officer',
    first: actor('policeOfficer'),
    second: actor('deputy'),
    ready: async () => {
      const { invitationId } = body<{ invitationId: string }>(
        await world.actors.administrator.post(`/users/${world.actors.police.userId}/resets`),
      );
      body(await world.actors.policeOfficer.post(`/invitations/${invitationId}/codes`));
      return () => world.actors.deputy.post(`/invitations/${invitationId}/confirmations`);
    },
  },
  {
    where: 'another administrator’s word for somebody of no agency',
    first: actor('administrator'),
    second: actor('secondAdministrator'),
    ready: async () => {
      const { invitationId } = body<{ invitationId: string }>(
        await world.actors.administrator.post(`/users/${world.actors.auditor.userId}/resets`),
      );
      return () => world.actors.secondAdministrator.post(`/invitations/${invitationId}/confirmations`);
    },
  },
  {
    where: 'face to face',
    first: actor('administrator'),
    second: actor('policeOfficer'),
    ready: async () => {
      const signInName = `invitee-${randomUUID().slice(0, 8)}`;
      const made = body<{ token: string; invitationId: string }>(
        await world.actors.administrator.post('/users', {
          signInName,
          displayName: 'Invitee',
          language: 'en',
          agencyId: world.agency.police,
        }),
      );
      const { digits } = body<{ digits: string }>(
        await request(world.server)
          .post('/api/v1/joining/digits')
          .set('sec-fetch-site', 'same-origin')
          .send({ token: made.token }),
      );
      return () =>
        world.actors.policeOfficer.post(`/invitations/${made.invitationId}/face-to-face`, { digits });
    },
  },
  ...(['deputy', 'policeOfficer'] as const).map((second) => ({
    where: `the yes of the ${second} to an agency that joins`,
    first: actor('administrator'),
    second: actor(second),
    ready: async () => joining(second),
  })),
  {
    where: 'the yes of an officer beside the coordinator’s',
    first: actor('deputy'),
    second: actor('schoolOfficer'),
    ready: async () => joining('schoolOfficer', 'deputy'),
  },
];

async function joining(
  second: Name,
  before?: Name,
): Promise<() => Promise<{ status: number; body: unknown }>> {
  const { administrator } = world.actors;
  const agency = await createAgency(administrator, 'Newcomers');
  const path = `/tables/${harbour()}`;
  const version = String((await administrator.get(path)).headers['etag']);
  body(await administrator.put(`${path}/agencies/${agency}`, { hasAccount: true }, { ifMatch: version }));
  const { rows } = body<{ rows: { id: string; agencyId: string }[] }>(await administrator.get('/joinings'));
  const { id } = rows.find(({ agencyId }) => agencyId === agency)!;
  if (before) body(await world.actors[before].post(`/joinings/${id}/yes`));
  return () => world.actors[second].post(`/joinings/${id}/yes`);
}

describe.each(uses)('a second person for $where', ({ first, second, ready }) => {
  const origin = (subject: string, by: string, daysAgo = 0): Promise<unknown> =>
    world.database.plant(
      `insert into sec.origin_act (subject_id, by_id, act, at) values ($1, $2, 'made', sec.domain_now() - $3 * interval '1 day')`,
      [subject, by, daysAgo],
    );

  it('is of independent origin', async () => {
    const act = await ready();
    const refused = async (): Promise<void> => {
      const answer = await act();
      expect({ status: answer.status, code: codeOf(answer as never) }).toEqual({
        status: 409,
        code: 'secondPerson.notIndependent',
      });
      await world.database.plant('delete from sec.origin_act');
    };
    await world.database.plant('delete from sec.origin_act');
    await origin(second().userId, first().userId, 6);
    await refused();
    await origin(first().userId, second().userId);
    await refused();
    // One third person alone made both; where another one spoke for the second too, they are two.
    await origin(first().userId, world.actors.valley.userId);
    await origin(second().userId, world.actors.valley.userId);
    await refused();
    await origin(first().userId, world.actors.valley.userId);
    await origin(second().userId, world.actors.valley.userId);
    await origin(second().userId, world.actors.valleyCoordinator.userId);
    await origin(second().userId, first().userId, 8);
    const answer = await act();
    expect({ status: answer.status < 300, said: answer.body }).toMatchObject({ status: true });
  });
});
