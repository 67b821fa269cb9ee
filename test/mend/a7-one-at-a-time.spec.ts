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
const coming = async (): Promise<readonly Coming[]> =>
  body<{ rows: Coming[] }>(await world.actors.chair.get('/meetings/coming?limit=50')).rows;
const call = (scheduledFor: string, kind = 'regular'): Promise<Response> =>
  world.actors.chair.post('/meetings', { kind, scheduledFor });
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

it('whatever is called, moved, called off and restored, no two are at one time', async () => {
  const times = [
    '2028-03-07T15:00:00Z',
    '2028-03-07T16:00:00Z',
    '2028-03-09T14:30:00Z',
    '2028-03-16T13:30:00Z',
  ];
  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('call', 'move', 'call-off', 'restore'),
      which: fc.nat(20),
      time: fc.constantFrom(...times),
    }),
    { minLength: 4, maxLength: 10 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (each) => {
      for (const { what, which, time } of each) {
        const spring = (await coming()).filter(({ scheduledFor }) => scheduledFor.startsWith('2028-03'));
        const meeting = spring[which % Math.max(1, spring.length)];
        const { chair } = world.actors;
        const answer =
          what === 'call' || meeting === undefined
            ? await call(time)
            : what === 'move'
              ? await chair.put(
                  `/meetings/${meeting.id}`,
                  { scheduledFor: time, place: null },
                  { ifMatch: meeting.version },
                )
              : await chair.post(`/meetings/${meeting.id}/${what}`, {}, { ifMatch: meeting.version });
        expect(answer.status).toBeLessThan(500);
        expect([what, time, await twice()]).toEqual([what, time, []]);
      }
    }),
    { numRuns: 10 },
  );
});
