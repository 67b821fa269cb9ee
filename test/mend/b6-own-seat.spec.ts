import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prove, worldWithFreshProofs } from '../world/fresh-proofs.js';
import { body, type Actor, type World } from '../world/world.js';
import { codeOf, inAYear } from './lone-administrator.js';

/*
 * Given: an agency's only officer approves their own seat as coordinator. Nobody approves a seat of their
 * own; another agency's officer of that table does, or a second administrator.
 */
let world: World;
worldWithFreshProofs((made) => {
  world = made;
});

async function signInNameOf(actor: Actor): Promise<string> {
  return body<{ signInName: string }>(await actor.get('/me')).signInName;
}

async function offer(
  who: Actor,
  persona: string,
  more: object,
  by = world.actors.administrator,
): Promise<string> {
  return body<{ id: string }>(
    await by.post('/seat-offers', {
      signInName: await signInNameOf(who),
      persona,
      endsAt: inAYear(),
      ...more,
    }),
  ).id;
}

const approve = async (actor: Actor, id: string): Promise<string | number> => {
  const answer = await actor.post(`/seat-offers/${id}/approval`);
  return answer.status < 300 ? answer.status : codeOf(answer);
};

describe('an agency’s only officer', () => {
  it('does not approve their own seat as coordinator; another agency’s officer of the table does', async () => {
    const { schoolOfficer, policeOfficer, administrator, secondAdministrator } = world.actors;
    const id = await offer(schoolOfficer, 'coordinator', {
      tableId: world.tables.harbour,
      employerAgencyId: world.agency.school,
    });
    expect(await approve(schoolOfficer, id)).toBe('seat.approve.samePerson');
    expect(await approve(administrator, id)).toBe('seat.approve.samePerson');
    expect(body<{ rows: object[] }>(await policeOfficer.get('/seat-offers')).rows).toContainEqual(
      expect.objectContaining({ id, waitsForMe: true }),
    );
    expect(body<{ rows: object[] }>(await schoolOfficer.get('/seat-offers')).rows).toContainEqual(
      expect.objectContaining({ id, waitsForMe: false }),
    );
    expect(await approve(policeOfficer, id)).toBe(201);
    const again = await offer(policeOfficer, 'coordinator', {
      tableId: world.tables.harbour,
      employerAgencyId: world.agency.police,
    });
    expect(await approve(policeOfficer, again)).toBe('seat.approve.samePerson');
    expect(await approve(secondAdministrator, again)).toBe(201);
  });

  it('does not approve a representative’s seat of their own, which an officer of another table cannot either', async () => {
    const officer = await world.enter('housingOfficer', {
      persona: 'privacy',
      table: null,
      agency: 'housing',
    });
    const valleyOfficer = await world.enter('valleyOfficer', {
      persona: 'privacy',
      table: null,
      agency: 'valleyPolice',
    });
    await world.database.plant(`update sec.seat set ends_at = sec.domain_now() where id = $1`, [
      world.actors.housing.seatId,
    ]);
    const id = await offer(officer, 'rep', { agencyId: world.agency.housing }, world.actors.deputy);
    expect(await approve(officer, id)).toBe('seat.approve.samePerson');
    expect(await approve(valleyOfficer, id)).toBe('request.notFound');
    expect(await approve(world.actors.schoolOfficer, id)).toBe(201);
  });

  it('does not prolong their own seat, neither alone nor by an administrator’s offer', async () => {
    const officer = await world.enter('healthOfficer', { persona: 'privacy', table: null, agency: 'health' });
    const path = `/seats/${officer.seatId}`;
    const version = async (): Promise<string> => String((await officer.get(path)).headers['etag']);
    expect(
      codeOf(await officer.post(`${path}/renewals`, { endsAt: inAYear() }, { ifMatch: await version() })),
    ).toBe('seat.renew.self');
    const { offerId } = body<{ offerId: string }>(
      await world.actors.administrator.post(
        `${path}/renewals`,
        { endsAt: inAYear() },
        { ifMatch: await version() },
      ),
    );
    expect(await approve(officer, offerId)).toBe('seat.approve.samePerson');
    expect(await approve(world.actors.schoolOfficer, offerId)).toBe(201);
  });

  it('nobody is ever seated by their own word, whatever the seat and whoever they are', async () => {
    const people = ['policeOfficer', 'schoolOfficer', 'secondAdministrator', 'deputy', 'police'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...people),
        fc.constantFrom('rep', 'coordinator', 'privacy', 'administrator', 'auditor'),
        fc.constantFrom('police', 'school', 'childServices', 'city'),
        async (name, persona, agency) => {
          await prove(world);
          await world.database.plant(
            `update sec.seat_offer set decision = 'withdrawn', decided_at = sec.domain_now() where decision is null`,
          );
          const who = world.actors[name];
          const offered = await world.actors.administrator.post('/seat-offers', {
            signInName: await signInNameOf(who),
            persona,
            endsAt: inAYear(),
            ...(['rep', 'coordinator'].includes(persona) && { tableId: world.tables.harbour }),
            ...(['rep', 'privacy'].includes(persona) && { agencyId: world.agency[agency] }),
            ...(persona === 'coordinator' && { employerAgencyId: world.agency[agency] }),
          });
          if (offered.status !== 201) return;
          const { id } = offered.body as { id: string };
          expect((await who.post(`/seat-offers/${id}/approval`)).status).toBeGreaterThanOrEqual(400);
          expect(
            await world.database.plant(
              'select from sec.seat where approved_by = user_id or offered_by = user_id',
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});
