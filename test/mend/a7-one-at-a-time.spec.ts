import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Response } from 'supertest';
import { body, createWorld, type World } from '../world/world.js';

/*
 * A table's regular meetings are at different times, however they come to be: called, moved, restored. Given:
 * two were called for one time beside the rule's own of that hour, and the calendar had three.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  await world.database.plant(
    `update sec.demo_clock set ahead = timestamptz '2028-01-03 15:00+00' - clock_timestamp()`,
  );
  if ((await world.database.plant('select from sec.demo_clock')).length === 0)
    await world.database.plant(
      `insert into sec.demo_clock (ahead) values (timestamptz '2028-01-03 15:00+00' - clock_timestamp())`,
    );
});
afterAll(async () => {
  await world.close();
});

interface Coming {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly scheduledFor: string;
  readonly version: number;
}
/** Each meeting is there once, however many rules the table has had. */
async function coming(): Promise<readonly Coming[]> {
  const { rows } = body<{ rows: Coming[] }>(await world.actors.coordinator.get('/meetings/coming?limit=50'));
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  return rows;
}
const call = (scheduledFor: string, kind = 'regular'): Promise<Response> =>
  world.actors.coordinator.post('/meetings', { kind, scheduledFor });
async function setRule(rule: object): Promise<Response> {
  const { coordinator } = world.actors;
  const { headers } = await coordinator.get('/meetings/rule');
  return coordinator.put('/meetings/rule', rule, { ifMatch: String(headers['etag']) });
}
async function setHolidays(days: readonly object[]): Promise<Response> {
  const { administrator } = world.actors;
  const { headers } = await administrator.get('/holidays');
  return administrator.put('/holidays', { days }, { ifMatch: String(headers['etag']) });
}
const codeOf = ({ status, body: said }: Response): unknown =>
  status < 300 ? status : (said as { code: string }).code;
const twice = async (): Promise<string[]> => {
  const times = (await coming())
    .filter(({ kind, state }) => kind === 'regular' && state === 'scheduled')
    .map(({ scheduledFor }) => scheduledFor);
  return times.filter((time, place) => times.indexOf(time) !== place);
};

it('refuses a second regular meeting of one time, and takes an emergency one beside it', async () => {
  const rule = (await coming())[1]!.scheduledFor;
  // The rule's own meeting of that hour is the one that is called.
  expect(codeOf(await call(rule))).toBe(201);
  expect(codeOf(await call(rule))).toBe('meeting.sameTime');
  expect(codeOf(await call(rule, 'emergency'))).toBe(201);
  expect(await twice()).toEqual([]);
});

it('takes one of two that are called at once', async () => {
  const answers = await Promise.all([call('2028-02-01T18:00:00Z'), call('2028-02-01T18:00:00Z')]);
  expect(answers.map(codeOf).sort()).toEqual([201, 'meeting.sameTime']);
});

it('a rule or a zone that comes to the time of a called meeting has it as its own', async () => {
  const april = ['2028-04-04T14:00:00.000Z', '2028-04-11T13:30:00.000Z', '2028-04-13T17:00:00.000Z'] as const;
  for (const time of april) expect(codeOf(await call(time))).toBe(201);
  const there = async (time: string) =>
    (await coming()).filter(({ kind, scheduledFor }) => kind === 'regular' && scheduledFor === time);
  const called = await Promise.all(april.map(there));
  expect(codeOf(await setRule({ days: [2], everyWeeks: 1, time: '10:00' }))).toBe(200);
  expect((await there(april[0])).map(({ id }) => id)).toEqual(called[0]!.map(({ id }) => id));
  expect(codeOf(await setRule({ days: [2, 4], everyWeeks: 2, anchorOn: '2028-04-11', time: '09:30' }))).toBe(
    200,
  );
  expect((await there(april[1])).map(({ id }) => id)).toEqual(called[1]!.map(({ id }) => id));
  // In another zone the rule's half past nine is at half past twelve of this one, and at one in the next.
  expect(codeOf(await setRule({ days: [4], everyWeeks: 1, time: '10:00' }))).toBe(200);
  const table = `/tables/${world.tables.harbour}`;
  const { administrator } = world.actors;
  const zone = async (timeZone: string) =>
    administrator.patch(
      table,
      { timeZone },
      { ifMatch: String((await administrator.get(table)).headers['etag']) },
    );
  expect((await zone('America/Vancouver')).status).toBe(200);
  const [own, ...others] = await there(april[2]);
  expect([own!.id, others]).toEqual([called[2]![0]!.id, []]);
  // Called off, it leaves no other one of that time.
  expect(
    (await world.actors.coordinator.post(`/meetings/${own!.id}/call-off`, {}, { ifMatch: own!.version }))
      .status,
  ).toBe(200);
  expect((await there(april[2])).map(({ state }) => state)).toEqual(['calledOff']);
  expect((await zone('America/Toronto')).status).toBe(200);
  expect(await twice()).toEqual([]);
});

const scheduledTimes = async (): Promise<string[]> =>
  (await coming())
    .filter(({ kind, state }) => kind === 'regular' && state === 'scheduled')
    .map(({ scheduledFor }) => scheduledFor);

it('a meeting whose time the rule comes to, once called off, leaves none at that time', async () => {
  const { coordinator } = world.actors;
  const time = '2028-05-24T15:00:00.000Z';
  const thursday = (await coming()).find(({ scheduledFor }) => scheduledFor > '2028-05-15')!;
  const moved = body<Coming>(
    await coordinator.put(
      `/meetings/${thursday.id}`,
      { scheduledFor: time, place: null },
      { ifMatch: thursday.version },
    ),
  );
  expect(codeOf(await setRule({ days: [3], everyWeeks: 1, time: '11:00' }))).toBe(200);
  const there = async (): Promise<number> => (await scheduledTimes()).filter((each) => each === time).length;
  expect(await there()).toBe(1);
  const { version } = body<Coming>(
    await coordinator.post(`/meetings/${thursday.id}/call-off`, {}, { ifMatch: moved.version }),
  );
  expect(await there()).toBe(0);
  body(await coordinator.post(`/meetings/${thursday.id}/restore`, {}, { ifMatch: version }));
  expect(await there()).toBe(1);
});

it('whatever is called, moved, called off, restored, or ruled, no two are at one time', async () => {
  const times = [
    '2028-03-07T15:00:00Z',
    '2028-03-07T16:00:00Z',
    '2028-03-09T14:30:00Z',
    '2028-03-16T13:30:00Z',
  ];
  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('call', 'move', 'call-off', 'restore', 'rule', 'holiday'),
      which: fc.nat(20),
      time: fc.constantFrom(...times),
      rule: fc.record({
        days: fc.constantFrom([2], [4], [2, 4]),
        everyWeeks: fc.constantFrom(1, 2),
        anchorOn: fc.constantFrom('2028-03-07', '2028-03-14'),
        time: fc.constantFrom('09:30', '10:00', '11:00'),
      }),
    }),
    { minLength: 4, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (each) => {
      for (const { what, which, time, rule } of each) {
        const spring = (await coming()).filter(({ scheduledFor }) => scheduledFor.startsWith('2028-03'));
        const meeting = spring[which % Math.max(1, spring.length)];
        const before = await scheduledTimes();
        const { coordinator } = world.actors;
        const answer =
          what === 'rule'
            ? await setRule(rule)
            : what === 'holiday'
              ? await setHolidays(which % 2 === 0 ? [] : [{ on: time.slice(0, 10), name: null }])
              : what === 'call' || meeting === undefined
                ? await call(time)
                : what === 'move'
                  ? await coordinator.put(
                      `/meetings/${meeting.id}`,
                      { scheduledFor: time, place: null },
                      { ifMatch: meeting.version },
                    )
                  : await coordinator.post(
                      `/meetings/${meeting.id}/${what}`,
                      {},
                      { ifMatch: meeting.version },
                    );
        expect(answer.status).toBeLessThan(500);
        expect([what, time, await twice()]).toEqual([what, time, []]);
        if (what === 'call-off')
          expect((await scheduledTimes()).filter((each) => !before.includes(each))).toEqual([]);
        if (what === 'call-off' && answer.status === 200 && meeting?.kind === 'regular')
          expect(await scheduledTimes()).not.toContain(meeting.scheduledFor);
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);
