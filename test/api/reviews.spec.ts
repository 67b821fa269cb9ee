import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJobs, runScheduledJob } from '#database/jobs';
import { intrude } from '../policy/at-the-pool.js';
import { canary, move, openMeeting, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Actor, type World } from '../world/world.js';

interface Review {
  id: string;
  number: string;
  who: string;
  kind: string;
  times: number;
  calledBefore: boolean;
  mine: boolean;
  reviewedBy: string | null;
  finding: string | null;
  note: string | null;
}

let world: World;
let healthOfficer: Actor;
beforeAll(async () => {
  world = await createWorld();
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  healthOfficer = await world.enter('healthOfficer', { persona: 'privacy', table: null, agency: 'health' });
});
afterAll(async () => {
  await world.close();
});

/** The clock at the table; a meeting that was open is over. */
async function at(local: string): Promise<void> {
  await world.database.plant(
    `update sec.demo_clock set ahead = ($1::timestamp at time zone 'America/Toronto') - clock_timestamp()`,
    [local],
  );
}
const closeMeetings = (): Promise<unknown> =>
  world.database.plant(
    'update app.meeting set closed_at = sec.domain_now() where opened_at is not null and closed_at is null',
  );
const reviews = async (officer: Actor): Promise<Review[]> =>
  body<{ rows: Review[] }>(await officer.get('/privacy/reviews')).rows;
const about = async (officer: Actor, { number }: Story): Promise<string[]> =>
  (await reviews(officer))
    .filter((review) => review.number === number)
    .map(({ kind, who }) => `${kind} ${who}`);
const opens = async (actor: Actor, { id }: Story, page = 'tier3'): Promise<void> => {
  body(await actor.get(`/situations/${id}/${page}`));
};
const everywhere = (): Promise<[Review[], Review[], Review[]]> =>
  Promise.all([
    reviews(world.actors.policeOfficer),
    reviews(world.actors.schoolOfficer),
    reviews(healthOfficer),
  ]);

// 2027-03-03 is a Wednesday, and the first digest is the one of Monday the first.
describe('what is signalled to the officer of whoever opened identities', () => {
  it('nothing of honest work: told of, answered, assigned, in the meeting and in office hours', async () => {
    await at('2027-03-03 10:00');
    const story = await takeTo(world, 'limited');
    for (const actor of [world.actors.police, world.actors.school, world.actors.health])
      await opens(actor, story);
    await move(story, 'health', 'answer', { answer: 'shouldBeInvolved', canHelp: false });
    await opens(world.actors.health, story);
    await move(story, 'deputy', 'close-round');
    await opens(world.actors.health, story);
    await move(story, 'deputy', 'assign', {
      lead: world.agency.childServices,
      assisting: [world.agency.school],
    });
    for (const who of ['school', 'childServices'] as const)
      await move(story, who, 'accept-assignment', { basis: 'mfippa32h' });
    await closeMeetings();
    for (const actor of [world.actors.childServices, world.actors.school])
      for (const page of ['tier3', 'tier4']) await opens(actor, story, page);
    expect(await everywhere()).toEqual([[], [], []]);
  });

  it('opened without a part: after answering that it is not theirs, or letting the round pass', async () => {
    const story = await takeTo(world, 'limited');
    await move(story, 'health', 'answer', { answer: 'notInvolved', canHelp: false });
    await opens(world.actors.health, story);
    await opens(world.actors.health, story);
    expect(await about(healthOfficer, story)).toEqual(['withoutRole health']);
    expect((await reviews(healthOfficer))[0]).toMatchObject({
      times: 2,
      calledBefore: false,
      mine: false,
      reviewedBy: null,
    });
    await move(story, 'deputy', 'close-round');
    await opens(world.actors.childServices, story);
    for (const officer of [world.actors.policeOfficer, world.actors.schoolOfficer])
      expect(await about(officer, story)).toEqual([]);
    const childOfficer = await world.enter('childOfficer', {
      persona: 'privacy',
      table: null,
      agency: 'childServices',
    });
    expect(await about(childOfficer, story)).toEqual(['withoutRole childServices']);
    await closeMeetings();
  });

  it('out of hours in the table’s own zone, unless one is at the meeting', async () => {
    const { school, schoolOfficer, policeOfficer } = world.actors;
    const story = await takeTo(world, 'limited');
    // In Toronto a quarter to seven in the evening; in UTC it is almost midnight.
    await at('2027-03-03 18:45');
    await closeMeetings();
    await opens(school, story);
    expect(await about(schoolOfficer, story)).toEqual([]);
    await at('2027-03-03 19:01');
    await opens(school, story);
    expect(await about(schoolOfficer, story)).toEqual(['outOfHours school']);
    await at('2027-03-04 06:59');
    await opens(school, story);
    await at('2027-03-06 12:00');
    await opens(school, story);
    expect((await reviews(schoolOfficer)).find(({ number }) => number === story.number)).toMatchObject({
      times: 3,
    });
    for (const officer of [policeOfficer, healthOfficer]) expect(await about(officer, story)).toEqual([]);
    const emergency = await takeTo(world, 'limited');
    await opens(school, emergency);
    expect(await about(schoolOfficer, emergency)).toEqual([]);
    await closeMeetings();
  });

  it('many in an hour, outside the meeting', async () => {
    const { policeColleague, policeOfficer } = world.actors;
    await at('2027-03-09 10:00');
    const stories: Story[] = [];
    for (let n = 0; n < 10; n += 1) stories.push(await takeTo(world, 'deidentified'));
    for (const story of stories.slice(0, 9)) await opens(policeColleague, story);
    await opens(policeColleague, stories[0]!);
    expect((await reviews(policeOfficer)).filter(({ kind }) => kind === 'manyInAnHour')).toEqual([]);
    await opens(policeColleague, stories[9]!);
    expect((await reviews(policeOfficer)).filter(({ kind }) => kind === 'manyInAnHour')).toMatchObject([
      { number: stories[9]!.number, who: 'policeColleague', times: 1 },
    ]);
    for (const officer of [world.actors.schoolOfficer, healthOfficer])
      expect((await reviews(officer)).filter(({ kind }) => kind === 'manyInAnHour')).toEqual([]);
  });

  it('the own surname, and no name is written down', async () => {
    const { school, schoolOfficer, policeOfficer } = world.actors;
    await at('2027-03-10 10:00');
    const story = await takeTo(world, 'limited');
    await world.database.plant(`update sec.app_user set display_name = 'Ngozi Okonkwo' where id = $1`, [
      school.userId,
    ]);
    await opens(school, story);
    await world.database.plant(`update sec.app_user set display_name = 'school' where id = $1`, [
      school.userId,
    ]);
    expect(await about(schoolOfficer, story)).toEqual(['sameSurname school']);
    for (const officer of [policeOfficer, healthOfficer]) expect(await about(officer, story)).toEqual([]);
    const audit = JSON.stringify(await world.database.plant('select * from audit.event'));
    const signals = JSON.stringify(await world.database.plant('select * from app.signal'));
    expect([
      signals.includes('sameSurname'),
      audit.includes('urname'),
      (audit + signals).includes('Okonkwo'),
    ]).toEqual([true, false, false]);
    await closeMeetings();
  });

  it('tells the officer no content, and nobody else anything', async () => {
    const { school, coordinator, valley, auditor, administrator, policeOfficer } = world.actors;
    const everything = JSON.stringify(await everywhere());
    for (const word of Object.values(canary)) expect(everything).not.toContain(word);
    for (const actor of [school, coordinator, valley, auditor, administrator])
      for (const path of ['/privacy/reviews', '/privacy/digest'])
        expect((await actor.get(path)).status).toBe(403);
    for (const actor of [school, coordinator, policeOfficer]) {
      const pool = await intrude(world, actor.key);
      for (const sql of [
        'select id from app.signal',
        'select at from app.identity_opening',
        'select * from app.agency_reviews(null, null, null, 50)',
        `update app.signal set reviewed_by = null`,
        'select app.raise_signal(gen_random_uuid(), $$sameSurname$$)',
      ]) {
        if (actor === policeOfficer && sql.includes('agency_reviews')) continue;
        expect([actor.name, sql, await pool.tries(sql)]).toEqual([actor.name, sql, '42501']);
      }
      await pool.close();
    }
  });
});

describe('sign-off', () => {
  it('is by the own officer, once, of what was looked at, and is an event that names neither person nor situation', async () => {
    const { schoolOfficer, policeOfficer, school } = world.actors;
    const [first] = await reviews(schoolOfficer);
    const signOff = (actor: Actor, input: object) =>
      actor.post(`/privacy/reviews/${first!.id}/sign-off`, {
        times: first!.times,
        finding: 'spokenTo',
        ...input,
      });
    expect((await signOff(policeOfficer, {})).status).toBe(404);
    expect((await signOff(schoolOfficer, { times: first!.times + 1 })).body.code).toBe('review.moreSince');
    expect((await signOff(schoolOfficer, { note: 'Call 613 555 0142 about it' })).body.code).toBe(
      'review.noteIdentifies',
    );
    expect(
      (await signOff(schoolOfficer, { note: `Talked with ${school.name.toUpperCase()}.` })).body.code,
    ).toBe('review.noteNames');
    // Short names and accents too; a particle alone is none.
    for (const [name, notes] of [
      ['Ngọc Lì de Côté', ['Spoke to LI.', 'cote was in', 'NGOC explained']],
      ['Lê Văn Đỗ', ['Met Lê today', 'Do explained']],
      ['Søren Du', ['Soren was asked', 'Du said so']],
    ] as const) {
      await world.database.plant('update sec.app_user set display_name = $2 where id = $1', [
        school.userId,
        name,
      ]);
      for (const note of notes)
        expect((await signOff(schoolOfficer, { note })).body.code).toBe('review.noteNames');
    }
    await world.database.plant('update sec.app_user set display_name = $2 where id = $1', [
      school.userId,
      school.name,
    ]);
    expect((await signOff(schoolOfficer, { note: 'x'.repeat(201) })).status).toBe(400);
    body(await signOff(schoolOfficer, { note: 'Was on call that evening' }));
    expect((await signOff(schoolOfficer, {})).body.code).toBe('review.signedOff');
    const after = await reviews(schoolOfficer);
    expect(after.at(-1)).toMatchObject({
      id: first!.id,
      reviewedBy: 'schoolOfficer',
      finding: 'spokenTo',
      note: 'Was on call that evening',
    });
    expect(after[0]!.reviewedBy).toBeNull();
    const [event] = await world.database.plant<Record<string, unknown>>(
      `select actor, object_type, object_id, outcome, detail::jsonb as detail from audit.event where action = 'review.signOff'`,
    );
    expect(event).toEqual({
      actor: schoolOfficer.userId,
      object_type: 'review',
      object_id: first!.id,
      outcome: 'allow',
      detail: { finding: 'spokenTo', note: 'Was on call that evening' },
    });
  });

  it('is not of one’s own openings', async () => {
    const [waiting] = (await reviews(healthOfficer)).filter(({ reviewedBy }) => reviewedBy === null);
    await world.database.plant('update app.signal set user_id = $2 where id = $1', [
      waiting!.id,
      healthOfficer.userId,
    ]);
    expect((await reviews(healthOfficer)).find(({ id }) => id === waiting!.id)).toMatchObject({ mine: true });
    expect(
      (
        await healthOfficer.post(`/privacy/reviews/${waiting!.id}/sign-off`, {
          times: waiting!.times,
          finding: 'inOrder',
        })
      ).body.code,
    ).toBe('review.own');
  });

  it('an opening after it is a new signal', async () => {
    const before = await reviews(world.actors.schoolOfficer);
    const signed = before.find(({ reviewedBy }) => reviewedBy !== null)!;
    const [place] = await world.database.plant<{ situation_id: string }>(
      'select situation_id from app.signal where id = $1',
      [signed.id],
    );
    await at('2027-03-11 22:00');
    await opens(world.actors.school, { id: place!.situation_id } as Story);
    const again = (await reviews(world.actors.schoolOfficer)).filter(
      ({ number, kind }) => number === signed.number && kind === signed.kind,
    );
    expect(again.map(({ reviewedBy }) => reviewedBy)).toEqual([null, 'schoolOfficer']);
  });
});

describe('the weekly digest', () => {
  const told = async (actor: Actor): Promise<number> =>
    (
      await world.database.plant<{ n: number }>(
        `select count(*)::int as n from sec.notice where user_id = $1 and code = 'privacy.digest'`,
        [actor.userId],
      )
    )[0]!.n;

  it('is written once a week, to officers who have something, and calls again what nobody signed off', async () => {
    const { schoolOfficer } = world.actors;
    const stranger = await world.enter('housingOfficer', {
      persona: 'privacy',
      table: null,
      agency: 'housing',
    });
    await at('2027-03-15 07:30');
    await Promise.all([runScheduledJobs(world.data), runScheduledJobs(world.data)]);
    const before = await told(schoolOfficer);
    await at('2027-03-15 08:05');
    await Promise.all([
      runScheduledJobs(world.data),
      runScheduledJobs(world.data),
      runScheduledJobs(world.data),
    ]);
    await runScheduledJobs(world.data);
    expect([await told(schoolOfficer), await told(stranger)]).toEqual([before + 1, 0]);
    const counted = body<{ weekOn: string; fresh: number; earlier: number }>(
      await schoolOfficer.get('/privacy/digest'),
    );
    expect(counted).toMatchObject({ weekOn: '2027-03-15' });
    expect(counted.fresh).toBeGreaterThan(0);
    // What comes in the middle of a week waits for the next one.
    await at('2027-03-17 22:00');
    await world.database.plant(
      `insert into app.signal (table_id, situation_id, agency_id, user_id, kind) select table_id, situation_id, $1, $2, 'outOfHours' from app.signal limit 1`,
      [world.agency.housing, world.actors.housing.userId],
    );
    await runScheduledJobs(world.data);
    expect(await told(stranger)).toBe(0);
    await at('2027-03-22 08:05');
    await runScheduledJobs(world.data);
    expect([await told(schoolOfficer), await told(stranger)]).toEqual([before + 2, 1]);
    expect(body(await schoolOfficer.get('/privacy/digest'))).toMatchObject({
      weekOn: '2027-03-22',
      fresh: 0,
      earlier: counted.fresh,
    });
    expect(
      (await reviews(schoolOfficer))
        .filter(({ reviewedBy }) => reviewedBy === null)
        .every(({ calledBefore }) => calledBefore),
    ).toBe(true);
  });

  it('a situation that left the table and was minimised leaves no signal of whose surname stood in it', async () => {
    const { police, policeOfficer } = world.actors;
    await at('2027-03-24 21:00');
    const story = await takeTo(world, 'deidentified');
    await world.database.plant(`update sec.app_user set display_name = 'Ngozi Okonkwo' where id = $1`, [
      police.userId,
    ]);
    await opens(police, story);
    await world.database.plant(`update sec.app_user set display_name = 'police' where id = $1`, [
      police.userId,
    ]);
    expect((await about(policeOfficer, story)).sort()).toEqual(['outOfHours police', 'sameSurname police']);
    await openMeeting(world, ['police', 'school']);
    await move(story, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
    await at('2027-03-24 21:30');
    await runScheduledJob(world.data, 'minimised');
    await closeMeetings();
    expect(body<{ stage: string }>(await police.get(`/situations/${story.id}`)).stage).toBe('rejected');
    expect(await about(policeOfficer, story)).toEqual([]);
    expect(
      await world.database.plant('select from app.identity_opening where situation_id = $1', [story.id]),
    ).toEqual([]);
  });

  it('a destroyed situation leaves neither signal nor count of any', async () => {
    const [gone] = (await reviews(world.actors.schoolOfficer)).filter(({ kind }) => kind === 'sameSurname');
    const [place] = await world.database.plant<{ table_id: string; situation_id: string }>(
      'select table_id, situation_id from app.signal where id = $1',
      [gone!.id],
    );
    const [erased] = await world.database.plant<{ counts: object }>('select app.erase($1, $2) as counts', [
      place!.table_id,
      place!.situation_id,
    ]);
    expect(JSON.stringify(erased)).not.toMatch(/signal|identity_opening/);
    expect((await reviews(world.actors.schoolOfficer)).filter(({ id }) => id === gone!.id)).toEqual([]);
  });
});
