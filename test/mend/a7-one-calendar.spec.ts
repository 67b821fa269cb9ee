import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { remindTables } from '#database/jobs';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Actor, type Name, type World } from '../world/world.js';

interface Coming {
  id: string;
  kind: string;
  state: string;
  meetsOn: string;
  scheduledFor: string;
  ruleOn: string | null;
  moved: boolean;
  holiday: string | null;
  version: number;
}
interface Week {
  nextMeetingOn: string;
  nextMeetingAt: string;
  emergencyMeetingAt: string | null;
}
interface Notice {
  code: string;
  objectId: string;
  meetsWas: string | null;
  meetsAt: string | null;
}

let world: World;
let story: Story;
let feedPath: string;
beforeAll(async () => {
  world = await createWorld();
  const { database, actors } = world;
  await database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  feedPath = body<{ path: string }>(await actors.school.post('/me/calendar')).path;
  story = await takeTo(world, 'intervention');
  await database.plant('update app.meeting set closed_at = sec.domain_now() where closed_at is null');
}, 60_000);
afterAll(async () => {
  await world.close();
});

async function at(local: string, zone = 'America/Toronto'): Promise<void> {
  await world.database.plant(
    `update sec.demo_clock set ahead = ($1::timestamp at time zone $2) - clock_timestamp()`,
    [local, zone],
  );
}
const week = async (who: Name): Promise<Week> => body(await world.actors[who].get('/week'));
const coming = async (who: Name = 'school'): Promise<Coming[]> =>
  body<{ rows: Coming[] }>(await world.actors[who].get('/meetings/coming?limit=50')).rows;
const onDay = async (day: string): Promise<Coming> =>
  (await coming()).find(({ ruleOn, meetsOn }) => (ruleOn ?? meetsOn) === day)!;
const move = async (meeting: Coming, to: string, place?: string): Promise<void> => {
  body(
    await world.actors.coordinator.put(
      `/meetings/${meeting.id}`,
      { scheduledFor: to, place: place ?? null },
      { ifMatch: meeting.version },
    ),
  );
};
const act = async (meeting: Coming, what: 'call-off' | 'restore'): Promise<void> => {
  body(
    await world.actors.coordinator.post(`/meetings/${meeting.id}/${what}`, {}, { ifMatch: meeting.version }),
  );
};
const setRule = async (rule: object, who: Actor = world.actors.coordinator): Promise<void> => {
  const { headers } = await who.get('/meetings/rule');
  body(await who.put('/meetings/rule', rule, { ifMatch: String(headers['etag']) }));
};
const setHolidays = async (days: readonly string[]): Promise<void> => {
  const { administrator } = world.actors;
  const { headers } = await administrator.get('/holidays');
  body(
    await administrator.put(
      '/holidays',
      { days: days.map((on) => ({ on, name: 'A holiday' })) },
      { ifMatch: String(headers['etag']) },
    ),
  );
};
const setZone = async (timeZone: string): Promise<void> => {
  const path = `/tables/${world.tables.harbour}`;
  const { headers } = await world.actors.administrator.get(path);
  body(await world.actors.administrator.patch(path, { timeZone }, { ifMatch: String(headers['etag']) }));
};
/** An emergency meeting that is convened, opened and closed now: the day on which its paper is to be shredded. */
const shredDayOfMinutes = async (): Promise<string> => {
  const { coordinator } = world.actors;
  const [now] = await world.database.plant<{ at: Date }>('select sec.domain_now() as at');
  const { id } = body<{ id: string }>(
    await coordinator.post('/meetings', { kind: 'emergency', scheduledFor: now!.at.toISOString() }),
  );
  body(await coordinator.post(`/meetings/${id}/open`, {}, { ifMatch: 1 }));
  body(await coordinator.post(`/meetings/${id}/close`, {}, { ifMatch: 2 }));
  return body<{ shredBy: string }>(await world.actors.school.get(`/meetings/${id}/minutes`)).shredBy;
};
/** The feed's events by their ids, as a calendar program reads them. */
const feed = async (): Promise<Map<string, { at: string; isOff: boolean; sequence: number }>> => {
  // The feed is bounded to sixty readings in a quarter of an hour, which are over in a test that moves the clock.
  await world.database.plant('delete from sec.throttle');
  const { text } = await request(world.server).get(feedPath).buffer(true);
  const events = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  return new Map(
    events.map((event) => {
      const value = (name: string): string => new RegExp(`^${name}:(.*)\r$`, 'm').exec(event)?.[1] ?? '';
      const said = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value('DTSTART')) ?? [];
      return [
        value('UID'),
        {
          at: `${said[1]}-${said[2]}-${said[3]}T${said[4]}:${said[5]}:${said[6]}.000Z`,
          isOff: value('STATUS') === 'CANCELLED',
          sequence: Number(value('SEQUENCE')),
        },
      ];
    }),
  );
};
const remind = (): Promise<unknown> => remindTables(world.data);
/** The days for whose meetings agencies were called to report, in the order in which they were. */
const calledFor = async (): Promise<string[]> =>
  (
    await world.database.plant<{ day: string }>(
      `select distinct left(occasion, 10) as day from sec.notice where code = 'situation.reportCalled' order by 1`,
    )
  ).map(({ day }) => day);

describe('the next meeting', () => {
  it('is another day for everybody once it is moved, and the one after once it is called off', async () => {
    const { actors } = world;
    // A Monday; the table meets on Thursdays at half past nine.
    await at('2027-03-01 10:00');
    const before = await week('police');
    expect([before.nextMeetingOn, before.nextMeetingAt]).toEqual(['2027-03-04', '2027-03-04T14:30:00.000Z']);
    const planned = await onDay('2027-03-04');
    expect([planned.state, planned.version]).toEqual(['scheduled', 0]);
    const published = (await feed()).get(planned.id);
    expect(published).toMatchObject({ at: '2027-03-04T14:30:00.000Z', isOff: false });

    await move(planned, '2027-03-05T18:00:00.000Z');
    for (const who of ['police', 'school', 'coordinator', 'deputy'] as const)
      expect((await week(who)).nextMeetingOn).toBe('2027-03-05');
    expect(await shredDayOfMinutes()).toBe('2027-03-05');
    expect((await feed()).get(planned.id)).toEqual({
      at: '2027-03-05T18:00:00.000Z',
      isOff: false,
      sequence: published!.sequence + 1,
    });
    for (const who of ['police', 'policeColleague', 'school', 'housing', 'coordinator', 'deputy'] as const) {
      const { rows } = body<{ rows: Notice[] }>(await actors[who].get('/notices'));
      expect(rows.find(({ objectId }) => objectId === planned.id)).toMatchObject({
        code: 'meeting.moved',
        meetsWas: '2027-03-04T14:30:00.000Z',
        meetsAt: '2027-03-05T18:00:00.000Z',
      });
    }
    for (const who of ['valley', 'valleyCoordinator', 'policeOfficer', 'administrator'] as const)
      expect(body<{ rows: Notice[] }>(await actors[who].get('/notices')).rows).toEqual([]);

    await act(await onDay('2027-03-04'), 'call-off');
    expect((await week('police')).nextMeetingOn).toBe('2027-03-11');
    expect(await shredDayOfMinutes()).toBe('2027-03-11');
    expect((await feed()).get(planned.id)).toMatchObject({ isOff: true, sequence: published!.sequence + 2 });
    const { rows } = body<{ rows: Notice[] }>(await actors.school.get('/notices'));
    expect(rows.filter(({ objectId }) => objectId === planned.id).map(({ code }) => code)).toEqual([
      'meeting.calledOff',
      'meeting.moved',
    ]);

    await act(await onDay('2027-03-04'), 'restore');
    expect((await week('police')).nextMeetingOn).toBe('2027-03-05');
    await act(await onDay('2027-03-04'), 'restore');
    expect((await week('police')).nextMeetingAt).toBe('2027-03-04T14:30:00.000Z');
    const again = await onDay('2027-03-04');
    const { status, body: said } = await actors.coordinator.post(
      `/meetings/${again.id}/restore`,
      {},
      { ifMatch: again.version },
    );
    expect([status, (said as { code: string }).code]).toEqual([409, 'meeting.nothingToRestore']);
  });

  it('is the one that was convened for its day, not a second one beside it', async () => {
    await at('2027-03-08 10:00');
    const { id } = body<{ id: string }>(
      await world.actors.coordinator.post('/meetings', {
        kind: 'regular',
        scheduledFor: '2027-03-11T15:00:00.000Z',
      }),
    );
    const found = (await coming()).filter(({ meetsOn }) => meetsOn === '2027-03-11');
    expect(found).toEqual([
      expect.objectContaining({ id, scheduledFor: '2027-03-11T15:00:00.000Z', moved: true, version: 1 }),
    ]);
    expect((await week('housing')).nextMeetingAt).toBe('2027-03-11T15:00:00.000Z');
    const emergency = '2027-03-09T15:00:00.000Z';
    body(await world.actors.coordinator.post('/meetings', { kind: 'emergency', scheduledFor: emergency }));
    expect(await week('housing')).toMatchObject({
      nextMeetingOn: '2027-03-11',
      emergencyMeetingAt: emergency,
    });
  });

  it('is skipped on a holiday of the installation, unless the coordinator holds it all the same', async () => {
    await at('2027-04-26 10:00');
    const planned = await onDay('2027-04-29');
    const published = (await feed()).get(planned.id)!;
    await setHolidays(['2027-04-29', '2027-07-01']);
    expect(await onDay('2027-04-29')).toMatchObject({ state: 'skipped', holiday: 'A holiday' });
    expect((await week('school')).nextMeetingOn).toBe('2027-05-06');
    expect((await feed()).get(planned.id)).toMatchObject({ isOff: true, sequence: published.sequence + 1 });
    expect(body<{ rows: Notice[] }>(await world.actors.school.get('/notices')).rows.slice(0, 2)).toEqual([
      expect.objectContaining({ code: 'meeting.calledOff', meetsWas: '2027-07-01T13:30:00.000Z' }),
      expect.objectContaining({ code: 'meeting.calledOff', meetsWas: '2027-04-29T13:30:00.000Z' }),
    ]);
    await act(await onDay('2027-04-29'), 'restore');
    expect((await week('school')).nextMeetingOn).toBe('2027-04-29');
    await setHolidays([]);
    expect((await onDay('2027-07-01')).state).toBe('scheduled');
  });

  it('follows two days a week and every two weeks from the day on which the rule holds, at the same hour in summer', async () => {
    await at('2027-10-25 10:00');
    await setRule({ days: [2, 4], everyWeeks: 2, time: '09:30', anchorOn: '2027-10-27', from: '2027-10-26' });
    expect((await coming()).slice(0, 4).map(({ scheduledFor }) => scheduledFor)).toEqual([
      '2027-10-26T13:30:00.000Z',
      '2027-10-28T13:30:00.000Z',
      // The clocks went back on 7 November.
      '2027-11-09T14:30:00.000Z',
      '2027-11-11T14:30:00.000Z',
    ]);
    const table = body<{ meetingDays: number[]; meetingWeekday: number }>(
      await world.actors.administrator.get(`/tables/${world.tables.harbour}`),
    );
    // The table's settings say the rule of today; the one that follows stands with the meetings.
    expect(table).toMatchObject({ meetingDays: [4], meetingWeekday: 4 });
    expect(body(await world.actors.coordinator.get('/meetings/rule'))).toMatchObject({
      days: [4],
      next: { days: [2, 4], everyWeeks: 2, from: '2027-10-26' },
    });
    const { status } = await world.actors.coordinator.put(
      '/meetings/rule',
      { days: [1], everyWeeks: 1, time: '09:30', from: '2027-10-01' },
      { ifMatch: String((await world.actors.coordinator.get('/meetings/rule')).headers['etag']) },
    );
    expect(status).toBe(409);
    for (const who of ['school', 'valleyCoordinator'] as const)
      expect((await world.actors[who].get('/meetings/rule')).status).toBe(200);
    expect((await world.actors.school.put('/meetings/rule', {}, { ifMatch: 1 })).status).toBe(403);
  });
});

it('a table that meets on a weekday of its settings goes on to: the administrator’s setting is the rule', async () => {
  await at('2027-12-06 10:00');
  const path = `/tables/${world.tables.harbour}`;
  const { headers } = await world.actors.administrator.get(path);
  body(
    await world.actors.administrator.patch(
      path,
      { meetingWeekday: 3, meetingEveryWeeks: 1, meetingTime: '13:00' },
      { ifMatch: String(headers['etag']) },
    ),
  );
  expect(await week('school')).toMatchObject({
    nextMeetingOn: '2027-12-08',
    nextMeetingAt: '2027-12-08T18:00:00.000Z',
  });
  expect(body<{ rows: Notice[] }>(await world.actors.school.get('/notices')).rows[0]).toMatchObject({
    code: 'meeting.planChanged',
    meetsAt: '2027-12-08T18:00:00.000Z',
  });
});

describe('for any rule, holidays, changes and hour', () => {
  /** A model of its own: days as whole numbers, hours by Intl. */
  const dayMs = 86_400_000;
  const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
  const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
  const local = (zone: string, instant: number): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
      instant,
    );
  const instantOf = (zone: string, day: string, time: string): number => {
    const wanted = `${day} ${time}`;
    for (let hours = -14; hours <= 14; hours += 0.25) {
      const tried = Date.parse(`${day}T${time}:00Z`) + hours * 3_600_000;
      if (local(zone, tried) === wanted) return tried;
    }
    throw new Error(`no ${wanted} in ${zone}`);
  };
  const isoWeekday = (number: number): number => ((number + 3) % 7) + 1;
  const weekOf = (number: number): number => Math.floor((number + 3) / 7);

  const hour = fc
    .tuple(fc.integer({ min: 7, max: 19 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`);
  const change = fc.record({
    which: fc.nat({ max: 5 }),
    what: fc.constantFrom('move' as const, 'move' as const, 'call-off' as const, 'restore' as const),
    days: fc.integer({ min: 1, max: 24 }),
    time: hour,
  });
  const runs = fc.record({
    zone: fc.constantFrom('America/Toronto', 'America/St_Johns', 'Pacific/Auckland'),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }),
    everyWeeks: fc.constantFrom(1, 2),
    anchor: fc.nat({ max: 13 }),
    time: hour,
    now: hour,
    start: fc.nat({ max: 13 }),
    holidays: fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 6 }),
    changes: fc.array(change, { maxLength: 5 }),
  });
  // Each run begins after everything that the one before changed.
  let first = numberOf('2028-02-20');

  it('home pages, list, feed, agenda, minutes and reminders name the same next meeting', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        first += 140;
        const today = first + run.start;
        const { zone, time } = run;
        await setZone(zone);
        await at(`${dayOf(today)} ${run.now}`, zone);
        const nowMs = instantOf(zone, dayOf(today), run.now);
        await setRule({
          days: run.days,
          everyWeeks: run.everyWeeks,
          time,
          anchorOn: dayOf(today + run.anchor),
          from: dayOf(today),
        });
        await setHolidays(run.holidays.map((day) => dayOf(today + day)));

        // What must be, by rule and changes.
        const meetings = new Map<string, { at: number; isOff: boolean; isMoved: boolean }>();
        for (let day = today; day < today + 200; day += 1) {
          const isWeek = (weekOf(day) - weekOf(today + run.anchor)) % run.everyWeeks === 0;
          if (run.days.includes(isoWeekday(day)) && isWeek)
            meetings.set(dayOf(day), {
              at: instantOf(zone, dayOf(day), time),
              isOff: run.holidays.includes(day - today),
              isMoved: false,
            });
        }
        for (const { which, what, days, time: to } of run.changes) {
          const row = (await coming()).filter(({ kind }) => kind === 'regular')[which]!;
          const meant = meetings.get(row.ruleOn!)!;
          const isSkipped = row.state === 'skipped';
          const isPast = meant.at < nowMs;
          // Two of one time are refused: a7-one-at-a-time.spec.ts.
          const isTaken = (instant: number): boolean =>
            [...meetings.values()].some((each) => each !== meant && !each.isOff && each.at === instant);
          const target = instantOf(zone, dayOf(today + days), to);
          if (isTaken(what === 'move' ? target : meant.at)) continue;
          if (what === 'move' && row.state !== 'calledOff') {
            await move(row, new Date(target).toISOString());
            Object.assign(meant, { at: target, isOff: false, isMoved: true });
          } else if (what === 'call-off' && row.state === 'scheduled') {
            await act(row, what);
            meant.isOff = true;
          } else if (what === 'restore' && !isPast && (row.state === 'calledOff' || isSkipped)) {
            await act(row, what);
            meant.isOff = false;
          }
        }
        const held = [...meetings.values()]
          .filter(({ isOff }) => !isOff)
          .map(({ at: instant }) => ({ instant, day: local(zone, instant).slice(0, 10) }))
          .sort((a, b) => a.instant - b.instant);
        const [next] = held;
        const after = held.find(({ day }) => day > next!.day)!;
        const afterToday = held.find(({ day }) => day > dayOf(today))!;
        const nextAt = new Date(next!.instant).toISOString();

        for (const who of ['police', 'coordinator'] as const)
          expect(await week(who)).toMatchObject({ nextMeetingOn: next!.day, nextMeetingAt: nextAt });
        const list = (await coming()).filter(
          ({ state, kind }) => state === 'scheduled' && kind === 'regular',
        );
        expect(list.slice(0, 5).map(({ scheduledFor }) => Date.parse(scheduledFor))).toEqual(
          held.slice(0, 5).map(({ instant }) => instant),
        );
        const fed = [...(await feed())]
          .filter(([, event]) => !event.isOff && Date.parse(event.at) >= next!.instant)
          .sort(([, a], [, b]) => Date.parse(a.at) - Date.parse(b.at));
        expect(fed[0]).toEqual([list[0]!.id, expect.objectContaining({ at: nextAt })]);

        // Accepted just now and not reported: due by the first meeting of a later day.
        await world.database.plant(
          'update app.assignment set answered_at = sec.domain_now() where situation_id = $1',
          [story.id],
        );
        const agenda = body<{ shredBy: string; rows: { situationId: string; dueOn: string }[] }>(
          await world.actors.deputy.get(`/meetings/${list[0]!.id}/agenda`),
        );
        expect(agenda.shredBy).toBe(after.day);
        expect(agenda.rows.find(({ situationId }) => situationId === story.id)?.dueOn).toBe(afterToday.day);
        expect(await shredDayOfMinutes()).toBe(afterToday.day);

        // One call, on the eve of each of the next two meeting days from nine; none on the days between.
        await world.database.plant(`delete from sec.notice where code = 'situation.reportCalled'`);
        const until = numberOf(afterToday.day) + 1;
        for (let day = today; day < until; day += 1) {
          await at(`${dayOf(day)} 20:30`, zone);
          await remind();
        }
        await remind();
        const called = [...new Set(held.map(({ day }) => day))].filter(
          (day) => day > dayOf(today) && day <= dayOf(until),
        );
        expect(await calledFor()).toEqual(called);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
