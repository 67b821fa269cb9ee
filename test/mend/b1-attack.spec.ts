import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { prove } from '../world/fresh-proofs.js';
import { canary, move, openMeeting, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';
import {
  codeOf,
  comeIn,
  createAgency,
  inAYear,
  invite,
  place,
  seatOf,
  seatsOf,
  seen,
  wait,
  type Puppet,
} from './lone-administrator.js';

/*
 * Given: one administrator alone invents an agency, seats its first officer, places it at a table, seats a
 * representative and a coordinator there, who marks it present; an ordinary release then shows a name. Two
 * other orders of the same acts follow.
 */
let world: World;
let story: Story;
beforeAll(async () => {
  world = await createWorld();
  story = await takeTo(world, 'riskRecorded');
}, 60_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await prove(world);
});

/** Everything that the administrator's accounts can still do by themselves: approve, give codes, say yes. */
async function actThroughAll(puppets: readonly Puppet[]): Promise<void> {
  for (const puppet of puppets)
    for (const seat of await seatsOf(world, puppet)) {
      const rowsOf = async (path: string): Promise<{ id: string }[]> =>
        ((await seat.get(path)).body as { rows?: { id: string }[] }).rows ?? [];
      for (const { id } of await rowsOf('/seat-offers')) await seat.post(`/seat-offers/${id}/approval`);
      for (const { id } of await rowsOf('/joinings')) await seat.post(`/joinings/${id}/yes`);
      for (const { id } of await rowsOf('/invitations')) await seat.post(`/invitations/${id}/confirmations`);
    }
}

describe('one administrator alone', () => {
  it('brings no invented agency to a table, and its people hear no name of an ordinary release', async () => {
    const { administrator } = world.actors;
    const ghost = await createAgency(administrator, 'Family Support');
    const [officer, rep, coordinator] = [
      await invite(administrator, 'ghost-officer'),
      await invite(administrator, 'ghost-rep'),
      await invite(administrator, 'ghost-coordinator'),
    ];
    const puppets = [officer, rep, coordinator];
    await wait(world, '25 hours');
    for (const puppet of puppets) expect(await comeIn(world, puppet)).toBeUndefined();
    const offered = await administrator.post('/seat-offers', {
      signInName: officer.signInName,
      persona: 'privacy',
      agencyId: ghost,
      endsAt: inAYear(),
    });
    expect(offered.status).toBe(201);
    await wait(world, '25 hours');
    await prove(world);
    // A second administrator is there, so that nothing begins by itself.
    expect(await seatsOf(world, officer)).toEqual([]);

    expect(await place(administrator, world.tables.harbour, ghost)).toMatchObject({
      placed: false,
      joining: expect.any(String),
    });
    expect(
      codeOf(
        await administrator.post('/seat-offers', {
          signInName: rep.signInName,
          persona: 'rep',
          tableId: world.tables.harbour,
          agencyId: ghost,
          endsAt: inAYear(),
        }),
      ),
    ).toBe('seat.agencyWithoutAccount');
    body(
      await administrator.post('/seat-offers', {
        signInName: coordinator.signInName,
        persona: 'coordinator',
        tableId: world.tables.harbour,
        employerAgencyId: ghost,
        endsAt: inAYear(),
      }),
    );
    await actThroughAll(puppets);
    await wait(world, '25 hours');
    await prove(world);
    for (const puppet of puppets) expect(await seatsOf(world, puppet)).toEqual([]);

    await openMeeting(world, ['police', 'school', 'health', 'childServices']);
    await move(story, 'police', 'release-identifiers', { basis: 'phipa40' });
    expect(JSON.stringify((await world.actors.school.get(`/situations/${story.id}/tier3`)).body)).toContain(
      canary.familyName,
    );
    expect(await seen(world, puppets, story.id)).toEqual([]);
    expect(await world.database.plant('select from app.disclosure where agency_id = $1', [ghost])).toEqual(
      [],
    );
  }, 60_000);

  it('does not, where the invented agency’s officer acted a month before it is placed', async () => {
    const { administrator, secondAdministrator } = world.actors;
    // The second administrator is not there for a while: an administrator alone keeps the day of notice, at no table.
    const away = `update sec.app_user set status = $2 where id = $1`;
    await world.database.plant(away, [secondAdministrator.userId, 'disabled']);
    const ghost = await createAgency(administrator, 'Outreach');
    const [officer, coordinator, rep] = [
      await invite(administrator, 'aged-officer'),
      await invite(administrator, 'aged-coordinator', ghost),
      await invite(administrator, 'aged-rep', ghost),
    ];
    const puppets = [officer, coordinator, rep];
    await wait(world, '25 hours');
    for (const puppet of puppets) expect(await comeIn(world, puppet)).toBeUndefined();
    body(
      await administrator.post('/seat-offers', {
        signInName: officer.signInName,
        persona: 'privacy',
        agencyId: ghost,
        endsAt: inAYear(),
      }),
    );
    await wait(world, '30 days');
    await prove(world);
    const ghostOfficer = await seatOf(world, officer, 'privacy');
    expect((await ghostOfficer.get('/seat-offers')).status).toBe(200);

    const { placed, joining } = await place(administrator, world.tables.harbour, ghost);
    expect(placed).toBe(false);
    // The coordinator is offered by an agency that does not sit there: its officer is nobody to this table.
    const { id } = body<{ id: string }>(
      await administrator.post('/seat-offers', {
        signInName: coordinator.signInName,
        persona: 'coordinator',
        tableId: world.tables.harbour,
        employerAgencyId: ghost,
        endsAt: inAYear(),
      }),
    );
    expect((await ghostOfficer.post(`/seat-offers/${id}/approval`)).status).toBe(404);
    expect((await ghostOfficer.post(`/joinings/${joining!}/yes`)).status).toBe(404);
    expect((await ghostOfficer.get(`/tables/${world.tables.harbour}`)).status).toBe(404);
    await actThroughAll(puppets);
    await wait(world, '9 days');
    await prove(world);
    await actThroughAll(puppets);
    expect(await seen(world, puppets, story.id)).toEqual([]);
    await world.database.plant(away, [secondAdministrator.userId, 'active']);

    // An officer of the table sees the offer and may approve it: the way there is by people who sit there.
    expect((await world.actors.schoolOfficer.post(`/seat-offers/${id}/refusal`)).status).toBe(204);
    expect((await world.actors.deputy.post(`/joinings/${joining!}/refusal`)).status).toBe(204);
  }, 60_000);

  it('does not, by taking people away first: their agency’s officer, the other administrator, an enabled account, a reset', async () => {
    const { administrator, secondAdministrator, schoolOfficer, school } = world.actors;
    const puppets: Puppet[] = [
      await invite(administrator, 'late-officer'),
      await invite(administrator, 'late-administrator'),
      await invite(administrator, 'late-rep', world.agency.school),
    ];
    const [officer, second, rep] = puppets as [Puppet, Puppet, Puppet];
    await wait(world, '25 hours');
    for (const puppet of [officer, second]) expect(await comeIn(world, puppet)).toBeUndefined();
    // The school's officer vouches for the school's people, and nobody else does.
    expect(await comeIn(world, rep)).toBe('invitation.refused');

    const statusOf = async (userId: string, active: boolean): Promise<number> =>
      (
        await administrator.put(
          `/users/${userId}/status`,
          { active },
          { ifMatch: String((await administrator.get(`/users/${userId}`)).headers['etag']) },
        )
      ).status;
    expect(await statusOf(secondAdministrator.userId, false)).toBe(200);
    expect(await statusOf(schoolOfficer.userId, false)).toBe(200);
    // An account that the administrator switches off and on is not therefore another person.
    expect(await statusOf(officer.userId, false)).toBe(200);
    expect(await statusOf(officer.userId, true)).toBe(200);

    for (const [persona, { signInName }] of [
      ['administrator', second],
      ['privacy', officer],
    ] as const)
      body(
        await administrator.post('/seat-offers', {
          signInName,
          persona,
          ...(persona === 'privacy' && { agencyId: world.agency.school }),
          endsAt: inAYear(),
        }),
      );
    const reset = body<{ token: string; invitationId: string }>(
      await administrator.post(`/users/${school.userId}/resets`),
    );
    const taken: Puppet = {
      userId: school.userId,
      signInName: 'school',
      invitation: reset.token,
      session: undefined,
    };
    for (const interval of ['25 hours', '8 days', '25 hours']) {
      await wait(world, interval);
      await prove(world);
      await actThroughAll(puppets);
      // The second administrator that one administrator made is, after any time, not the second person for this table.
      for (const seat of await seatsOf(world, second)) {
        const rows = body<{ rows: { id: string }[] }>(await seat.get('/seat-offers')).rows;
        for (const { id } of rows)
          expect([404, 409]).toContain((await seat.post(`/seat-offers/${id}/approval`)).status);
      }
      await comeIn(world, taken);
      await comeIn(world, rep);
    }
    expect((await seatsOf(world, second)).map(({ persona }) => persona)).toEqual(['administrator']);
    expect(await seatsOf(world, officer)).toEqual([]);
    expect(taken.session).toBeUndefined();
    expect((await school.get('/seats')).status).toBe(200);
    expect(await seen(world, [...puppets, taken], story.id)).toEqual([]);
  }, 60_000);

  it('does not, by making a second administrator and being patient for longer than the seven days', async () => {
    const { administrator, secondAdministrator } = world.actors;
    await world.database.plant(`update sec.app_user set status = 'disabled' where id = $1`, [
      secondAdministrator.userId,
    ]);
    const second = await invite(administrator, 'patient-administrator');
    const officer = await invite(administrator, 'patient-officer');
    await wait(world, '25 hours');
    for (const puppet of [second, officer]) expect(await comeIn(world, puppet)).toBeUndefined();
    const offered = { signInName: second.signInName, persona: 'administrator', endsAt: inAYear() };
    body(await administrator.post('/seat-offers', offered));
    for (const interval of ['25 hours', '9 days']) {
      await wait(world, interval);
      await prove(world);
    }
    const puppet = await seatOf(world, second, 'administrator');
    // By now the rule of seven days alone has forgotten who made whom.
    const [forgotten] = await world.database.plant<{ said: boolean }>(
      'select sec.independent($1, $2) as said',
      [administrator.userId, second.userId],
    );
    expect(forgotten?.said).toBe(true);
    // Housing sits at the table and has no officer: two administrators may seat its first one.
    const { id } = body<{ id: string }>(
      await administrator.post('/seat-offers', {
        signInName: officer.signInName,
        persona: 'privacy',
        agencyId: world.agency.housing,
        endsAt: inAYear(),
      }),
    );
    const refused = await puppet.post(`/seat-offers/${id}/approval`);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'secondPerson.notIndependent']);
    await wait(world, '25 hours');
    expect(await seatsOf(world, officer)).toEqual([]);
    expect(await seen(world, [second, officer], story.id)).toEqual([]);
  }, 60_000);
});
