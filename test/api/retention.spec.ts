import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
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
const consent = async (situation: string): Promise<object> => ({
  situation,
  consent: 'written',
  consentedOn: await day(-3),
});
async function sealed(): Promise<Story> {
  const story = await takeTo(world, 'concluded');
  await world.ahead('45 days');
  await runScheduledJobs(world.data);
  return story;
}

describe('a hold', () => {
  it('is asked for, set, seen, reviewed and lifted, and over it nothing is destroyed', async () => {
    const { police, policeOfficer, schoolOfficer, deputy, housing, valleyCoordinator } = world.actors;
    const story = await sealed();
    const asked = body<{ id: string }>(
      await police.post(`/situations/${story.id}/hold-requests`, { reason: 'complaint' }),
    );
    expect(await police.post(`/situations/${story.id}/hold-requests`, { reason: 'complaint' })).toMatchObject(
      { status: 409, body: { code: 'hold.askedAlready' } },
    );
    expect((await policeOfficer.get('/privacy/hold-requests')).body.rows).toMatchObject([
      { id: asked.id, situationId: story.id, askedBy: 'police', reason: 'complaint' },
    ]);
    expect((await schoolOfficer.get('/privacy/hold-requests')).body.rows).toEqual([]);
    for (const days of [-1, 400])
      expect(
        (
          await policeOfficer.post('/privacy/holds', {
            situation: story.id,
            reason: 'complaint',
            reviewOn: await day(days),
          })
        ).body.code,
      ).toBe('hold.reviewDate');
    const hold = body<{ id: string }>(
      await policeOfficer.post('/privacy/holds', {
        situation: story.id,
        reason: 'complaint',
        reviewOn: await day(60),
      }),
    );
    expect((await policeOfficer.get('/privacy/hold-requests')).body.rows).toEqual([]);
    expect((await deputy.get(`/situations/${story.id}/holds`)).body).toMatchObject([
      { agency: 'Agency police', reason: 'complaint', liftedAt: null },
    ]);
    for (const [actor, status] of [
      [housing, 403],
      [valleyCoordinator, 404],
    ] as const)
      expect((await actor.get(`/situations/${story.id}/holds`)).status).toBe(status);
    await world.ahead('20 months');
    await runScheduledJobs(world.data);
    expect((await policeOfficer.get('/privacy/holds')).body.rows).toMatchObject([
      { id: hold.id, reviewDue: true },
    ]);
    expect((await policeOfficer.get('/privacy/retention?within=30')).body.rows).toMatchObject([
      { situationId: story.id, held: true, sealed: true },
    ]);
    expect((await schoolOfficer.post(`/privacy/holds/${hold.id}/lift`)).status).toBe(404);
    expect((await policeOfficer.post(`/privacy/holds/${hold.id}/lift`)).status).toBe(200);
    await runScheduledJobs(world.data);
    expect((await policeOfficer.get('/privacy/retention')).body.rows).toEqual([]);
    const [certificate] = body<{
      rows: { number: string; rows: { sealedTexts: number; keys: number }; contentHash: string }[];
    }>(await policeOfficer.get('/privacy/certificates')).rows;
    expect(certificate).toMatchObject({ number: story.number, because: 'retention', rows: { keys: 3 } });
    expect(certificate!.rows.sealedTexts).toBeGreaterThan(5);
    expect((await schoolOfficer.get('/privacy/certificates')).body.rows).toEqual([]);
  });

  it('is not for a situation whose identifiers nobody released, nor for an agency that has nothing to do with it', async () => {
    const story = await takeTo(world, 'deidentified');
    const hold = { situation: story.id, reason: 'litigation', reviewOn: await day(30) };
    expect((await world.actors.policeOfficer.post('/privacy/holds', hold)).body.code).toBe('hold.stage');
    expect((await world.actors.schoolOfficer.post('/privacy/holds', hold)).status).toBe(404);
  });
});

describe('early destruction', () => {
  it('destroys nothing that is being withdrawn at that moment', async () => {
    const { policeOfficer, deputy } = world.actors;
    const story = await sealed();
    const { id } = body<{ id: string }>(
      await policeOfficer.post('/privacy/early-destructions', await consent(story.id)),
    );
    const withdrawn = world.database.plant(
      'with gone as (delete from app.early_destruction where id = $1 returning id) select pg_sleep(2) from gone',
      [id],
    );
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    expect((await deputy.post(`/early-destructions/${id}/approve`)).status).toBe(404);
    await withdrawn;
    expect(await world.database.plant('select from app.situation where id = $1', [story.id])).toHaveLength(1);
  });

  it('takes the officer of the agency that brought it, recorded consent, and a coordinator; then it is gone at once', async () => {
    const { police, policeOfficer, schoolOfficer, deputy, valleyCoordinator } = world.actors;
    const story = await sealed();
    expect((await schoolOfficer.post('/privacy/early-destructions', await consent(story.id))).status).toBe(
      404,
    );
    expect(
      (
        await policeOfficer.post('/privacy/early-destructions', {
          ...(await consent(story.id)),
          consentedOn: await day(2),
        })
      ).body.code,
    ).toBe('destruction.consentDate');
    const asked = body<{ id: string }>(
      await policeOfficer.post('/privacy/early-destructions', await consent(story.id)),
    );
    expect((await police.get('/early-destructions')).status).toBe(403);
    expect((await valleyCoordinator.get('/early-destructions')).body.rows).toEqual([]);
    expect((await valleyCoordinator.post(`/early-destructions/${asked.id}/approve`)).status).toBe(404);
    expect((await deputy.get('/early-destructions')).body.rows).toMatchObject([
      { id: asked.id, number: story.number, consent: 'written' },
    ]);
    expect((await deputy.post(`/early-destructions/${asked.id}/approve`)).status).toBe(200);
    expect((await police.get(`/situations/${story.id}`)).status).toBe(404);
    expect((await policeOfficer.get('/privacy/certificates')).body.rows[0]).toMatchObject({
      situationId: story.id,
      because: 'early',
    });
    const acts = await world.database.plant<{ action: string; detail: string }>(
      `select action, detail from audit.event where object_id = $1 and action ~ 'destr' order by seq`,
      [story.id],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'destruction.ask',
      'destruction.approve',
      'situation.destroy',
    ]);
    expect(JSON.parse(acts[1]!.detail)).toMatchObject({ consent: 'written', askedBy: policeOfficer.userId });
  });

  it('never by one person in two seats, never before sealing, never over a hold, and can be withdrawn', async () => {
    const { policeOfficer, schoolOfficer, deputy } = world.actors;
    const open = await takeTo(world, 'concluded');
    expect((await policeOfficer.post('/privacy/early-destructions', await consent(open.id))).body.code).toBe(
      'retention.notSealed',
    );
    const story = await sealed();
    const first = body<{ id: string }>(
      await policeOfficer.post('/privacy/early-destructions', await consent(story.id)),
    );
    await world.database.plant('update app.early_destruction set asked_by = $1 where id = $2', [
      deputy.userId,
      first.id,
    ]);
    expect((await deputy.post(`/early-destructions/${first.id}/approve`)).body.code).toBe(
      'destruction.samePerson',
    );
    expect((await policeOfficer.post(`/privacy/early-destructions/${first.id}/withdraw`)).status).toBe(200);
    expect((await deputy.get('/early-destructions')).body.rows).toEqual([]);
    const second = body<{ id: string }>(
      await policeOfficer.post('/privacy/early-destructions', await consent(story.id)),
    );
    body(
      await schoolOfficer.post('/privacy/holds', {
        situation: story.id,
        reason: 'courtOrder',
        reviewOn: await day(30),
      }),
    );
    expect((await deputy.post(`/early-destructions/${second.id}/approve`)).body.code).toBe('retention.held');
    expect((await deputy.get(`/situations/${story.id}`)).status).toBe(200);
  });

  it('needs a proof given within minutes from both', async () => {
    const { policeOfficer, deputy } = world.actors;
    const story = await sealed();
    const asked = body<{ id: string }>(
      await policeOfficer.post('/privacy/early-destructions', await consent(story.id)),
    );
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() - interval '6 minutes'`,
    );
    expect((await deputy.post(`/early-destructions/${asked.id}/approve`)).status).toBe(403);
    await expect(
      world.data.as(deputy.key, '', (session) =>
        session.rows('select app.approve_early_destruction($1)', [asked.id]),
      ),
    ).rejects.toThrow('account.stepUp.needed');
    await world.database.plant('update sec.session set stepped_up_at = clock_timestamp()');
  });

  it('is not approved on the word of somebody who is that agency’s officer no more', async () => {
    const { policeOfficer, deputy } = world.actors;
    const story = await sealed();
    const asked = body<{ id: string }>(
      await policeOfficer.post('/privacy/early-destructions', await consent(story.id)),
    );
    await world.database.plant('update sec.seat set ends_at = sec.domain_now() where id = $1', [
      policeOfficer.seatId,
    ]);
    expect((await deputy.post(`/early-destructions/${asked.id}/approve`)).body.code).toBe(
      'destruction.askerLeft',
    );
    expect((await deputy.get(`/situations/${story.id}`)).status).toBe(200);
    const successor = await world.enter('policeSuccessor', {
      persona: 'privacy',
      table: null,
      agency: 'police',
    });
    expect((await successor.post(`/privacy/early-destructions/${asked.id}/withdraw`)).status).toBe(200);
    const again = body<{ id: string }>(
      await successor.post('/privacy/early-destructions', await consent(story.id)),
    );
    expect((await deputy.post(`/early-destructions/${again.id}/approve`)).status).toBe(200);
  });
});
