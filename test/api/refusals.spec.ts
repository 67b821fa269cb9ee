import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runScheduledJob } from '#database/jobs';
import { canary, draft, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

interface Event {
  chain: string;
  actor: string;
  seat: string;
  action: string;
  fields: string[];
  object_id: string | null;
  outcome: string;
  detail: string;
  whole: string;
}

describe('what is refused to somebody with a seat', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await createWorld();
    story = await takeTo(world, 'intervention');
  });
  afterAll(async () => {
    await world.close();
  });
  beforeEach(async () => {
    await world.database.plant('delete from sec.seat_refusal');
  });

  /** Lets the minute pass, appends, and tells what came. */
  const appended = async (): Promise<Event[]> => {
    const [{ last }] = (await world.database.plant<{ last: string }>(
      'select coalesce(max(at_us), 0) as last from audit.event',
    )) as [{ last: string }];
    await world.database.plant(`update sec.seat_refusal set minute = minute - interval '1 minute'`);
    await runScheduledJob(world.data, 'refused');
    return world.database.plant<Event>(
      `select e.*, e::text as whole from audit.event e where e.at_us > $1 and e.action like '%.refused' order by e.seq`,
      [last],
    );
  };
  const told = (events: readonly Event[]): string[] =>
    events.map(
      ({ action, outcome, detail }) =>
        `${action} ${outcome} ${(JSON.parse(detail) as { code: string }).code}`,
    );

  it('is one event each: hidden, stale, unfit, forbidden', async () => {
    const { health, school, administrator } = world.actors;
    expect((await health.get(`/situations/${story.id}/tier4`)).status).toBe(404);
    expect(
      (
        await school.post(
          `/situations/${story.id}/moves/accept-assignment`,
          { basis: 'mfippa32h' },
          { ifMatch: 1 },
        )
      ).status,
    ).toBeGreaterThanOrEqual(409);
    expect((await school.get('/users')).status).toBe(403);
    expect((await administrator.get(`/situations/${story.id}`)).status).toBe(403);
    const events = await appended();
    expect(told(events).sort()).toEqual([
      'change.refused deny request.stale',
      'reading.refused deny permission.refused',
      'reading.refused deny permission.refused',
      'reading.refused hide request.notFound',
    ]);
    const hidden = events.find(({ outcome }) => outcome === 'hide')!;
    expect(hidden).toMatchObject({
      fields: ['T4'],
      actor: health.userId,
      seat: health.seatId,
      object_id: story.id,
      chain: world.tables.harbour,
    });
    expect(JSON.parse(hidden.detail)).toMatchObject({ asked: 'GET /api/v1/situations/:id/tier4', times: 1 });
    // An administrator's seat has no table.
    expect(events.filter(({ chain }) => chain !== world.tables.harbour).map(({ actor }) => actor)).toEqual([
      administrator.userId,
    ]);
    expect(await world.database.plant('select from sec.seat_refusal')).toEqual([]);
    expect(await appended()).toEqual([]);
  });

  it('holds nothing that was sent, and not which screening or other table’s situation was asked for', async () => {
    const { health, school, police } = world.actors;
    const screening = body<{ id: string }>(await police.post('/screenings', draft));
    expect((await school.get(`/screenings/${screening.id}`)).status).toBe(404);
    expect(
      (await health.post(`/situations/${story.id}/tier4`, { text: canary.full })).status,
    ).toBeGreaterThanOrEqual(403);
    const events = await appended();
    expect(events).toHaveLength(2);
    for (const { whole } of events)
      for (const word of [screening.id, ...Object.values(canary)]) expect(whole).not.toContain(word);
  });

  it('tells the coordinator by no count that a screening is worked on', async () => {
    const { police, deputy, school } = world.actors;
    const counts = async (): Promise<unknown> =>
      body<{ rows: { action: string }[] }>(await deputy.get('/privacy/audit-counts')).rows.filter(
        ({ action }) => action.endsWith('.refused'),
      );
    const before = await counts();
    const screening = body<{ id: string }>(await police.post('/screenings', draft));
    expect(
      (await police.post(`/screenings/${screening.id}/bring-to-table`, {}, { ifMatch: 99 })).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await school.get(`/screenings/${screening.id}`)).status).toBe(404);
    expect((await appended()).length).toBeGreaterThan(0);
    expect(await counts()).toEqual(before);
  });

  it('is counted where it comes again within the minute, and counted together past sixty different ones', async () => {
    const { health } = world.actors;
    for (let n = 0; n < 5; n += 1) await health.get(`/situations/${story.id}/plan`);
    const [again] = await appended();
    expect(JSON.parse(again!.detail)).toMatchObject({ times: 5 });
    const [first] = await world.database.plant<{ at: Date }>(
      `select date_trunc('minute', clock_timestamp()) as at`,
    );
    await world.database.plant(
      `insert into sec.seat_refusal (minute, seat, code, asked, outcome, chain, session_id, actor, persona)
      select m, $1, 'code' || n, '', 'deny', $2, $3, $3, 'rep' from generate_series(1, 60) n, unnest(array[$4::timestamptz, $4::timestamptz + interval '1 minute']) m`,
      [health.seatId, world.tables.harbour, health.userId, first!.at],
    );
    await health.get(`/situations/${story.id}/tier4`);
    await health.get(`/situations/${story.id}/plan`);
    const many = await world.database.plant<{ times: number; asked: string; object_id: string }>(
      `select times, asked, object_id from sec.seat_refusal where code = 'many'`,
    );
    expect(many.reduce((sum, { times }) => sum + times, 0)).toBe(2);
    // Sixty others hide from nobody which situation it was.
    expect(
      many.every(({ asked, object_id: about }) => asked === 'GET /api/v1/situations' && about === story.id),
    ).toBe(true);
    expect((await appended()).length).toBeGreaterThanOrEqual(61);
  });

  it('moves no stream, breaks no chain, and tells who brought the situation only that somebody asked for it in vain', async () => {
    const { health, school, police } = world.actors;
    const [{ before }] = (await world.database.plant<{ before: string }>(
      'select count(*) as before from audit.event',
    )) as [{ before: string }];
    await health.get(`/situations/${story.id}/tier4`);
    await school.post(
      `/situations/${story.id}/moves/accept-assignment`,
      { basis: 'mfippa32h' },
      { ifMatch: 1 },
    );
    expect(await appended()).toHaveLength(2);
    const saw = body<{ rows: { action: string; agency: string | null; outcome: string }[] }>(
      await police.get(`/situations/${story.id}/who-saw`),
    ).rows.filter(({ action }) => action.endsWith('refused'));
    expect(
      saw.some(
        ({ action, agency, outcome }) =>
          action === 'reading.refused' && agency === 'Agency health' && outcome === 'hide',
      ),
    ).toBe(true);
    expect(
      saw.filter(({ action, agency }) => action === 'change.refused' && agency !== 'Agency police'),
    ).toEqual([]);
    expect(Number(before)).toBeGreaterThan(0);
    for (const chain of await world.database.plant<{ broken: string | null }>(
      'select audit.first_broken(chain) as broken from audit.head',
    ))
      expect(chain.broken).toBeNull();
  });
});
