import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rotateKeys } from '#crypto';
import { runScheduledJobs } from '#database/jobs';
import { StoredKeys } from '#database/keys';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Name, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const day = async (days: number): Promise<string> =>
  (
    await world.database.plant<{ day: string }>(
      `select ((sec.domain_now() at time zone 'America/Toronto')::date + $1::int)::text as day`,
      [days],
    )
  )[0]!.day;
const write = async (story: Story, who: Name, recipients: readonly Name[], days = 60) =>
  world.actors[who].post(`/situations/${story.id}/youth-items`, {
    text: 'Probation ends in May',
    recipients: recipients.map((name) => world.actors[name].userId),
    destroyBy: await day(days),
  });
const read = (story: Story, who: Name) => world.actors[who].get(`/situations/${story.id}/youth-items`);

describe('an item under youth-justice law', () => {
  it('is read by the persons it names, with an event for each reading, and by nobody else, its author included', async () => {
    const story = await takeTo(world, 'intervention');
    body(await write(story, 'police', ['childServices', 'housing']));
    for (const named of ['childServices', 'housing'] as const)
      expect(body<{ rows: object[] }>(await read(story, named)).rows).toMatchObject([
        { text: 'Probation ends in May', agency: 'Agency police' },
      ]);
    for (const other of ['police', 'policeColleague', 'school', 'health', 'deputy', 'valley'] as const)
      expect((await read(story, other)).status).toBe(404);
    for (const other of ['auditor', 'administrator', 'policeOfficer'] as const)
      expect((await read(story, other)).status).toBe(403);
    const opened = await world.database.plant<{ actor: string }>(
      `select actor from audit.event where object_id = $1 and action = 'youthItem.open'`,
      [story.id],
    );
    expect(opened.map(({ actor }) => actor).sort()).toEqual(
      [world.actors.childServices.userId, world.actors.housing.userId].sort(),
    );
    const again = await world.enter('moved', { persona: 'rep', table: 'harbour', agency: 'health' });
    await world.database.plant('update app.youth_recipient set user_id = $1 where user_id = $2', [
      again.userId,
      world.actors.housing.userId,
    ]);
    expect((await again.get(`/situations/${story.id}/youth-items`)).status).toBe(404);
  });

  it('wants a fresh proof before the first identity that a session opens, as tiers 3 and 4 do', async () => {
    const story = await takeTo(world, 'intervention');
    body(await write(story, 'police', ['school']));
    await world.database.plant(
      'update sec.session set tiers_opened_at = null, stepped_up_at = null where user_id = $1',
      [world.actors.school.userId],
    );
    // An agency that is marked present at the open meeting has proven itself by being there.
    await world.database.plant(
      'update app.meeting set closed_at = sec.domain_now() where closed_at is null and opened_at is not null',
    );
    const refused = await read(story, 'school');
    expect([refused.status, refused.body.code]).toEqual([403, 'account.stepUp.needed']);
    await world.database.plant(
      'update sec.session set stepped_up_at = clock_timestamp() where user_id = $1',
      [world.actors.school.userId],
    );
    expect((await read(story, 'school')).status).toBe(200);
  });

  it('names persons who sit at the table now, and a day that is to come', async () => {
    const story = await takeTo(world, 'intervention');
    for (const recipients of [['deputy'], ['valley'], ['childServices', 'policeOfficer']] as const)
      expect((await write(story, 'police', recipients)).body.code).toBe('youthItem.recipients');
    for (const days of [-1, 4000])
      expect((await write(story, 'police', ['childServices'], days)).body.code).toBe('youthItem.destroyBy');
    expect(
      await world.database.plant('select from app.youth_item where situation_id = $1', [story.id]),
    ).toEqual([]);
    expect((await write(story, 'health', ['health'])).status).toBe(404);
  });

  it('has a key of its own: destroyed on its own day while the situation goes on, kept over a roll; a hold keeps it, but nobody reads it past its day', async () => {
    const [story, held] = [await takeTo(world, 'intervention'), await takeTo(world, 'intervention')];
    for (const each of [story, held]) body(await write(each, 'police', ['childServices'], 40));
    body(
      await world.actors.policeOfficer.post('/privacy/holds', {
        situation: held.id,
        reason: 'courtOrder',
        reviewOn: await day(90),
      }),
    );
    const keys = await world.database.plant<{ wrapped_key: Buffer }>(
      'select wrapped_key from app.youth_item union all select wrapped from app.tier_key',
    );
    expect(new Set(keys.map(({ wrapped_key: key }) => key.toString('hex'))).size).toBe(keys.length);
    await rotateKeys(world.keys, new StoredKeys(world.data));
    expect((await read(story, 'childServices')).status).toBe(200);
    await world.ahead('41 days');
    await runScheduledJobs(world.data);
    expect((await read(story, 'childServices')).status).toBe(404);
    expect((await read(held, 'childServices')).body.rows ?? []).toEqual([]);
    expect(
      await world.database.plant('select from app.youth_item where situation_id = $1', [held.id]),
    ).toHaveLength(1);
    expect((await world.actors.childServices.get(`/situations/${story.id}/tier4`)).text).toContain(
      'Canary-T4',
    );
    expect(
      await world.database.plant(
        `select from audit.event where object_id = $1 and action = 'youthItem.destroy'`,
        [story.id],
      ),
    ).toHaveLength(1);
  });
});
