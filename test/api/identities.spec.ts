import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canary, move, openMeeting, takeTo, type Story } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
let story: Story;
beforeAll(async () => {
  world = await createWorld();
  story = await takeTo(world, 'intervention');
});
afterAll(async () => {
  await world.close();
});

describe('the first identity that a session opens', () => {
  /** A session that has opened no identity yet, with its last proof so long ago. */
  const unopened = (since: string): Promise<unknown> =>
    world.database.plant(
      'update sec.session set tiers_opened_at = null, stepped_up_at = clock_timestamp() - $1::interval where user_id = $2',
      [since, world.actors.school.userId],
    );
  const opened = (): Promise<{ count: number }[]> =>
    world.database.plant(
      `select count(*)::int as count from audit.event where action = 'tier.open' and seat = $1 and outcome = 'allow' and fields && array['T3', 'T4']`,
      [world.actors.school.seatId],
    );

  it('needs one proof for a whole meeting while its agency is marked present', async () => {
    await unopened('6 minutes');
    expect((await world.actors.school.get(`/situations/${story.id}/tier3`)).status).toBe(200);
    await unopened('5 hours');
    expect((await world.actors.school.get(`/situations/${story.id}/tier3`)).body.code).toBe(
      'account.stepUp.needed',
    );
    await world.database.plant('delete from app.attendance where table_id = $1 and agency_id = $2', [
      world.tables.harbour,
      world.agency.school,
    ]);
  });

  it.each(['tier3', 'tier4'])('wants a proof of the last five minutes: %s', async (tier) => {
    const { school } = world.actors;
    await unopened('6 minutes');
    const before = await opened();
    const refused = await school.get(`/situations/${story.id}/${tier}`);
    expect([refused.status, refused.body.code]).toEqual([403, 'account.stepUp.needed']);
    expect(refused.body.next).toMatch(/code or password/);
    expect(JSON.stringify(refused.body)).not.toContain(canary.familyName);
    expect(await opened()).toEqual(before);
    // What identifies nobody stays open.
    expect((await school.get(`/situations/${story.id}`)).status).toBe(200);
  });

  it('opens with the proof, and from then on without one in that session', async () => {
    const { school } = world.actors;
    await unopened('1 minute');
    expect(JSON.stringify((await school.get(`/situations/${story.id}/tier3`)).body)).toContain(
      canary.familyName,
    );
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [school.userId],
    );
    expect((await school.get(`/situations/${story.id}/tier4`)).status).toBe(200);
  });

  it('tells a stranger to the situation nothing: not there, whatever the proof', async () => {
    const { housing } = world.actors;
    await world.database.plant(
      `update sec.session set tiers_opened_at = null, stepped_up_at = null where user_id = $1`,
      [housing.userId],
    );
    expect((await housing.get(`/situations/${story.id}/tier3`)).status).toBe(404);
  });
});

describe('an agency without an account', () => {
  it.each(['everyoneSeated', 'agenciesAsked'])(
    'receives no limited identifiers on a screen, not with a later account either: %s',
    async (recipients) => {
      const { harbour } = world.tables;
      await world.database.plant('update sec.situation_table set identifier_recipients = $2 where id = $1', [
        harbour,
        recipients,
      ]);
      const account = (has: boolean): Promise<unknown> =>
        world.database.plant(
          'update sec.table_agency set has_account = $3 where table_id = $1 and agency_id = $2',
          [harbour, world.agency.foodBank, has],
        );
      await account(false);
      await openMeeting(world, ['foodBank', 'health']);
      const released = await takeTo(world, 'riskRecorded');
      await move(released, 'police', 'release-identifiers', {
        basis: 'phipa40',
        ...(recipients === 'agenciesAsked' && { agencies: [world.agency.foodBank, world.agency.health] }),
      });
      await account(true);
      const late = await world.enter(`Late-${recipients}`, {
        persona: 'rep',
        table: 'harbour',
        agency: 'foodBank',
      });
      const path = `/situations/${released.id}/tier3`;
      expect((await world.actors.health.get(path)).text).toContain(canary.familyName);
      const refused = await late.get(path);
      expect(refused.status).toBe(404);
      expect(refused.text).not.toContain(canary.familyName);
    },
  );
});
