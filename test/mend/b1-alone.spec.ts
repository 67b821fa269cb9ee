import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prove } from '../world/fresh-proofs.js';
import { takeTo, type Story } from '../world/situation.js';
import { createWorld, type Actor, type Name, type World } from '../world/world.js';
import {
  comeIn,
  createAgency,
  inAYear,
  invite,
  place,
  seatsOf,
  seen,
  wait,
  type Puppet,
} from './lone-administrator.js';

/*
 * Whatever one administrator does alone, in any order and with any pauses, through the accounts that they
 * made or took over: none of these accounts ever is at a table with situations, and none reads a word of one.
 */
let world: World;
let story: Story;
let ghost: string;
const puppets: Puppet[] = [];
const genuine: readonly Name[] = [
  'school',
  'schoolOfficer',
  'policeOfficer',
  'deputy',
  'secondAdministrator',
  'housing',
];

beforeAll(async () => {
  world = await createWorld();
  story = await takeTo(world, 'limited');
  const { administrator } = world.actors;
  ghost = await createAgency(administrator, 'Family Support');
  for (const agency of [null, null, ghost, null]) puppets.push(await invite(administrator, 'puppet', agency));
  // An account of the school's, whose invitation the administrator keeps.
  puppets.push(await invite(administrator, 'invited', world.agency.school));
  await wait(world, '25 hours');
  for (const puppet of puppets) await comeIn(world, puppet);
}, 60_000);
afterAll(async () => {
  await world.close();
});

interface Row {
  readonly id: string;
  readonly userId?: string;
  readonly state?: string;
}
const rowsOf = async (actor: Actor, path: string): Promise<readonly Row[]> =>
  ((await actor.get(path)).body as { rows?: Row[] }).rows ?? [];
const agencyOf = (at: number): string =>
  [ghost, world.agency.school, world.agency.housing, world.agency.city, world.agency.foodBank][at % 5]!;

/** The administrator, and each account of theirs that administers by now. */
async function administrators(): Promise<Actor[]> {
  const found: Actor[] = [world.actors.administrator];
  for (const puppet of puppets)
    found.push(...(await seatsOf(world, puppet)).filter(({ persona }) => persona === 'administrator'));
  return found;
}

type Act =
  | { readonly act: 'offer'; readonly persona: string; readonly who: number; readonly agency: number }
  | { readonly act: 'place' | 'unplace'; readonly agency: number }
  | { readonly act: 'disable' | 'enable' | 'reset' | 'endSeat'; readonly whom: number }
  | { readonly act: 'sayAll' }
  | { readonly act: 'wait'; readonly hours: number };
interface Step {
  readonly by: number;
  readonly does: Act;
}

async function run({ by, does }: Step): Promise<void> {
  const all = await administrators();
  const actor = all[by % all.length]!;
  const user = (whom: number): string => world.actors[genuine[whom % genuine.length]!].userId;
  const table = world.tables.harbour;
  switch (does.act) {
    case 'wait':
      await wait(world, `${does.hours} hours`);
      return;
    case 'offer': {
      const agencyId = agencyOf(does.agency);
      await actor.post('/seat-offers', {
        signInName: puppets[does.who % puppets.length]!.signInName,
        persona: does.persona,
        ...(['rep', 'coordinator'].includes(does.persona) && { tableId: table }),
        ...(['rep', 'privacy'].includes(does.persona) && { agencyId }),
        ...(does.persona === 'coordinator' && { employerAgencyId: agencyId }),
        endsAt: inAYear(),
      });
      return;
    }
    case 'place':
      await place(actor, table, agencyOf(does.agency));
      return;
    case 'unplace': {
      const version = String((await actor.get(`/tables/${table}`)).headers['etag']);
      await actor.delete(`/tables/${table}/agencies/${agencyOf(does.agency)}`, { ifMatch: version });
      return;
    }
    case 'disable':
    case 'enable': {
      const path = `/users/${user(does.whom)}`;
      const version = String((await actor.get(path)).headers['etag']);
      await actor.put(`${path}/status`, { active: does.act === 'enable' }, { ifMatch: version });
      return;
    }
    case 'reset': {
      const begun = await actor.post(`/users/${user(does.whom)}/resets`);
      const { token } = begun.body as { token?: string };
      if (token === undefined) return;
      const taken: Puppet = {
        userId: user(does.whom),
        signInName: (await actor.get(`/users/${user(does.whom)}`)).body.signInName as string,
        invitation: token,
        session: undefined,
      };
      puppets.push(taken);
      return;
    }
    case 'endSeat': {
      const seat = world.actors[genuine[does.whom % genuine.length]!].seatId;
      const version = String((await actor.get(`/seats/${seat}`)).headers['etag']);
      await actor.delete(`/seats/${seat}`, { ifMatch: version });
      return;
    }
    case 'sayAll':
      await sayAll();
  }
}

/** All that the accounts can approve, confirm and vouch for, and invitations whose code they have. */
async function sayAll(): Promise<void> {
  for (const puppet of puppets) if (puppet.session === undefined) await comeIn(world, puppet);
  for (const puppet of puppets)
    for (const seat of await seatsOf(world, puppet)) {
      for (const { id } of await rowsOf(seat, '/seat-offers')) await seat.post(`/seat-offers/${id}/approval`);
      for (const { id } of await rowsOf(seat, '/joinings')) await seat.post(`/joinings/${id}/yes`);
      const invitations = await rowsOf(seat, '/invitations');
      for (const { id, userId } of invitations.filter(({ state }) => state === 'waiting')) {
        await seat.post(`/invitations/${id}/confirmations`);
        const { code } = (await seat.post(`/invitations/${id}/codes`)).body as { code?: string };
        const invited = puppets.find((each) => each.userId === userId && each.session === undefined);
        if (code !== undefined && invited) await comeIn(world, invited, code);
      }
    }
}

/** Everybody genuine is there again and the administrator's accounts have no seat, as if somebody had noticed. */
async function restore(): Promise<void> {
  puppets.splice(5);
  await world.database.plant(
    'update sec.table_agency set left_at = null where table_id = $1 and agency_id <> $2',
    [world.tables.harbour, ghost],
  );
  await world.database.plant(
    'update sec.seat set starts_at = least(starts_at, sec.domain_now()), ends_at = sec.domain_now() where user_id = any ($1)',
    [puppets.map(({ userId }) => userId)],
  );
  await world.database.plant(
    `update sec.seat_offer set decision = 'withdrawn', decided_at = sec.domain_now() where decision is null`,
  );
  const users = genuine.map((name) => world.actors[name].userId);
  await world.database.plant(`update sec.app_user set status = 'active' where id = any ($1)`, [users]);
  await world.database.plant(
    `update sec.seat set starts_at = now() - interval '1 hour', ends_at = sec.domain_now() + interval '2 years'
      where id = any ($1)`,
    [genuine.map((name) => world.actors[name].seatId)],
  );
}

const whom = fc.nat(5);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('offer' as const),
      persona: fc.constantFrom('rep', 'coordinator', 'privacy', 'administrator', 'privacy'),
      who: fc.nat(5),
      agency: fc.nat(4),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('place' as const, 'unplace' as const), agency: fc.nat(4) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('disable' as const, 'enable' as const, 'reset' as const, 'endSeat' as const),
      whom,
    }),
  },
  { weight: 4, arbitrary: fc.constant({ act: 'sayAll' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('wait' as const), hours: fc.constantFrom(1, 25, 80, 200) }),
  },
);

describe('one administrator alone', () => {
  it('never comes to a table with situations, by any sequence of acts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ by: fc.nat(2), does: act }), { minLength: 5, maxLength: 10 }),
        async (steps) => {
          await restore();
          for (const step of [...steps, { by: 0, does: { act: 'sayAll' } } as Step]) {
            await prove(world);
            await run(step);
          }
          const own = puppets.filter(({ session }) => session !== undefined);
          expect(await seen(world, own, story.id)).toEqual([]);
          // Neither now nor at a time to come; what somebody had before the account was taken over has ended.
          expect(
            await world.database.plant(
              `select s.persona from sec.seat s
                where s.user_id = any ($1) and s.table_id = $2 and s.ends_at > sec.domain_now()`,
              [own.map(({ userId }) => userId), world.tables.harbour],
            ),
          ).toEqual([]);
          expect(
            await world.database.plant(
              `select from sec.table_agency where agency_id = $1 and table_id = $2`,
              [ghost, world.tables.harbour],
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  }, 170_000);
});
