import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJob, remindTables } from '#database/jobs';
import { move, takeTo, type Story } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

/*
 * What falls due by hours counts hours; what falls due by the calendar goes by the wall at the table. On the
 * Sunday when the clocks change the two part by an hour, which is where a mistake between them shows. The
 * changes are asked of PostgreSQL's own table of zones, the next two from today.
 */
const zone = 'America/Toronto';
let world: World;
let changes: Readonly<Record<'forward' | 'back', Date>>;
let story: Story;
const minute = 60_000,
  hour = 60 * minute;

beforeAll(async () => {
  world = await createWorld();
  const found = await world.database.plant<{ at: Date; step: number }>(
    `select h as at, extract(epoch from (h at time zone $1) - ((h - interval '1 hour') at time zone $1))::int / 3600 as step
    from generate_series(date_trunc('hour', now()) + interval '8 days', now() + interval '13 months', interval '1 hour') h
    where (h at time zone $1) - ((h - interval '1 hour') at time zone $1) <> interval '1 hour' order by 1`,
    [zone],
  );
  changes = {
    forward: found.find(({ step }) => step === 2)!.at,
    back: found.find(({ step }) => step === 0)!.at,
  };
  // The meeting is on the Monday, so that its eve is the Sunday of the change.
  const harbour = [world.tables.harbour];
  await world.database.plant('update sec.situation_table set time_zone = $2 where id = $1', [
    ...harbour,
    zone,
  ]);
  await world.database.plant(`update sec.meeting_rule set days = '{1}' where table_id = $1`, harbour);
  story = await takeTo(world, 'intervention');
}, 60_000);
afterAll(async () => {
  await world.close();
});

const setTo = (at: Date): Promise<unknown> =>
  world.database.plant('update sec.demo_clock set ahead = $1::timestamptz - clock_timestamp()', [at]);
/** The instant at which the wall of the table shows this on the day of a change. */
const wall = async (change: Date, time: string): Promise<Date> =>
  (
    await world.database.plant<{ at: Date }>(
      `select (($1::timestamptz at time zone $2)::date + $3::time) at time zone $2 as at`,
      [change, zone, time],
    )
  )[0]!.at;
const called = async (): Promise<number> =>
  (
    await world.database.plant<{ n: number }>(
      `select count(*)::int as n from sec.notice where code = 'situation.reportCalled'`,
    )
  )[0]!.n;

describe.each(['forward', 'back'] as const)('when the clocks go %s', (way) => {
  it('the Sunday has 23 or 25 hours: the control', async () => {
    const hours =
      (await wall(new Date(changes[way].getTime() + 24 * hour), '00:00')).getTime() -
      (await wall(changes[way], '00:00')).getTime();
    expect(hours / hour).toBe(way === 'forward' ? 23 : 25);
  });

  it('the first contact is due after 48 hours, and what nobody answers comes back after twelve', async () => {
    await setTo(new Date(changes[way].getTime() - 6 * hour));
    const asked = await takeTo(world, 'limited');
    await move(asked, 'deputy', 'close-round');
    await move(asked, 'deputy', 'assign', { lead: world.agency.childServices, assisting: [] });
    const assignment = async (): Promise<{ state: string; asked_at: Date; due: Date }> =>
      (
        await world.database.plant<{ state: string; asked_at: Date; due: Date }>(
          'select state, asked_at, contact_due_at as due from app.assignment where situation_id = $1',
          [asked.id],
        )
      )[0]!;
    const { asked_at: askedAt, due } = await assignment();
    expect(Math.round((due.getTime() - askedAt.getTime()) / minute)).toBe(48 * 60);
    await setTo(new Date(askedAt.getTime() + 12 * hour - 5 * minute));
    await runScheduledJob(world.data, 'returned');
    expect((await assignment()).state).toBe('asked');
    await setTo(new Date(askedAt.getTime() + 12 * hour + minute));
    await runScheduledJob(world.data, 'returned');
    expect((await assignment()).state).toBe('returned');
  }, 30_000);

  it('report-backs are called for on the eve of the meeting from nine on the wall, once, though the clock jumps back and comes again', async () => {
    await world.database.plant(
      `update app.report_back set reported_at = $2::timestamptz - interval '3 days' where situation_id = $1`,
      [story.id, changes[way]],
    );
    await world.database.plant(
      `update app.assignment set answered_at = $2::timestamptz - interval '4 days', asked_at = $2::timestamptz - interval '4 days' where situation_id = $1`,
      [story.id, changes[way]],
    );
    const nine = await wall(changes[way], '09:00'),
      before = await called();
    await setTo(new Date(nine.getTime() - 2 * minute));
    await remindTables(world.data);
    expect(await called()).toBe(before);
    await setTo(new Date(nine.getTime() + 10_000));
    await remindTables(world.data);
    const told = await called();
    expect(told).toBeGreaterThan(before);
    for (const at of [nine.getTime() - 3 * hour, nine.getTime() + minute]) {
      await setTo(new Date(at));
      await remindTables(world.data);
    }
    expect(await called()).toBe(told);
  });

  it('the week is sealed at three on the wall', async () => {
    const three = await wall(changes[way], '03:00');
    const boundary = async (): Promise<Date> =>
      (
        await world.database.plant<{ at: Date }>(
          'select stats.seal_boundary(t) as at from sec.situation_table t where t.id = $1',
          [world.tables.harbour],
        )
      )[0]!.at;
    await setTo(new Date(three.getTime() - 2 * minute));
    const last = await boundary();
    await setTo(new Date(three.getTime() + 2 * minute));
    expect(await boundary()).toEqual(three);
    expect((three.getTime() - last.getTime()) / hour).toBe(7 * 24 + (way === 'forward' ? -1 : 1));
  });

  it('a day at the table ends when its wall says so', async () => {
    const midnight = await wall(new Date(changes[way].getTime() + 24 * hour), '00:00');
    const today = async (): Promise<string> =>
      (
        await world.database.plant<{ day: string }>('select sec.today($1)::text as day', [
          world.tables.harbour,
        ])
      )[0]!.day;
    const sunday = (
      await world.database.plant<{ day: string }>(
        'select ($1::timestamptz at time zone $2)::date::text as day',
        [changes[way], zone],
      )
    )[0]!.day;
    await setTo(new Date(midnight.getTime() - 2 * minute));
    expect(await today()).toBe(sunday);
    await setTo(new Date(midnight.getTime() + 2 * minute));
    expect((await today()) > sunday).toBe(true);
  });
});
