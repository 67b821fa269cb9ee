import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prove, worldWithFreshProofs } from '../world/fresh-proofs.js';
import { plantSeat } from '../world/planting.js';
import { draft } from '../world/situation.js';
import { Actor, body, type Agency, type Name, type World } from '../world/world.js';
import { codeOf, createAgency, place } from './lone-administrator.js';

/*
 * Nobody approves what is their own, from whatever seat they do it. Found: a coordinator who also represents
 * an agency confirmed, as its representative, what they had entered for it; an officer of two agencies said
 * the yes of the one that sits at the table to the one that wants to.
 */
let world: World;
worldWithFreshProofs((made) => {
  world = made;
});

interface Brought {
  readonly id: string;
  readonly version: number;
}
type Coordinator = 'deputy' | 'coordinator';

const seats = new Map<string, Actor>();
/** The same person through one more seat. */
async function through(
  name: Name,
  persona: 'rep' | 'privacy',
  agency: string,
  table: string | null,
): Promise<Actor> {
  const key = `${name} ${persona} ${agency}`;
  const { identity, userId } = world.actors[name];
  const seat =
    seats.get(key) ??
    new Actor(world.server, {
      ...identity,
      seatId: await plantSeat(world.database, userId, { persona, agency, table, since: '1 hour' }),
    });
  seats.set(key, seat);
  return seat;
}

async function bringFor(coordinator: Coordinator, agency: Agency): Promise<Brought> {
  const { privateNote: _, ...content } = draft;
  return body<Brought>(
    await world.actors[coordinator].post('/situations/bring-on-behalf', {
      ...content,
      agency: world.agency[agency],
      ownMeansExhausted: true,
    }),
  );
}
async function confirm(actor: Actor, { id, version }: Brought): Promise<string | number> {
  const answer = await actor.post(`/situations/${id}/moves/confirm-on-behalf`, {}, { ifMatch: version });
  return answer.status < 300 ? answer.status : codeOf(answer);
}
const say = async (actor: Actor, joining: string): Promise<string | number> => {
  const answer = await actor.post(`/joinings/${joining}/yes`);
  return answer.status < 300 ? answer.status : codeOf(answer);
};

describe('what a coordinator entered for an agency', () => {
  it('is not confirmed by the same person as its representative, and by a colleague it is', async () => {
    const brought = await bringFor('deputy', 'housing');
    const same = await through('deputy', 'rep', world.agency.housing, world.tables.harbour);
    expect(await confirm(same, brought)).toBe('move.notTheBringer');
    await expect(
      world.data.as(same.key, '', (session) =>
        session.rows('select * from app.transition($1, $2, $3, $4)', [
          'confirmOnBehalf',
          brought.id,
          brought.version,
          '{}',
        ]),
      ),
    ).rejects.toThrow('notTheBringer');
    expect(await confirm(world.actors.housing, brought)).toBe(200);
  });

  it('is confirmed by another coordinator who represents it', async () => {
    const brought = await bringFor('coordinator', 'housing');
    const other = await through('deputy', 'rep', world.agency.housing, world.tables.harbour);
    expect(await confirm(other, brought)).toBe(200);
  });

  it('waits for somebody else, whichever coordinator entered it for whichever agency', async () => {
    const agencies = ['school', 'health', 'childServices', 'housing'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Coordinator>('deputy', 'coordinator'),
        fc.constantFrom(...agencies),
        fc.constantFrom<Coordinator>('deputy', 'coordinator'),
        async (by, agency, confirms) => {
          const brought = await bringFor(by, agency);
          const seat = await through(confirms, 'rep', world.agency[agency], world.tables.harbour);
          expect([by, confirms, await confirm(seat, brought)]).toEqual([
            by,
            confirms,
            by === confirms ? 'move.notTheBringer' : 200,
          ]);
          if (by === confirms) expect(await confirm(world.actors[agency], brought)).toBe(200);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe('an agency that wants to join', () => {
  async function asks(): Promise<{ agency: string; joining: string }> {
    await prove(world);
    const agency = await createAgency(world.actors.administrator, 'Newcomers');
    const { joining } = await place(world.actors.administrator, world.tables.harbour, agency);
    return { agency, joining: joining! };
  }

  it.each(['schoolOfficer', 'deputy'] as const)(
    'gets no yes from its own officer, who is the table’s %s too',
    async (name) => {
      const { agency, joining } = await asks();
      await through(name, 'privacy', agency, null);
      expect(await say(world.actors[name], joining)).toBe('joining.samePerson');
      expect(await say(world.actors.policeOfficer, joining)).toBe(200);
      expect(await say(world.actors.coordinator, joining)).toBe(200);
    },
  );

  it('gets the yes of somebody whose seat there has ended', async () => {
    const { agency, joining } = await asks();
    const { seatId } = await through('schoolOfficer', 'privacy', agency, null);
    await world.database.plant('update sec.seat set ends_at = sec.domain_now() where id = $1', [seatId]);
    expect(await say(world.actors.schoolOfficer, joining)).toBe(200);
  });
});
