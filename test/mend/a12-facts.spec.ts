import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, instantIn, dayOf, addDays, type Day } from '#domain/days';
import { move, openMeeting, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Name, type World } from '../world/world.js';

/*
 * Each sentence comes from the fact that it names. Given: "overdue", said because the first contact was late,
 * stood beside the day of the report-back, which was still to come.
 */
const zone = 'America/Toronto';
let world: World;
let story: Story;
/** A Thursday, on which the table meets. */
const thursday = dayOf('2027-06-03');
const at = (day: Day, time: string): number => instantIn(zone, day, time).getTime();

interface Task {
  kind: string;
  situationId: string;
  dueAt: string | null;
  dueOn: Day | null;
  overdue: boolean;
}
interface Entry {
  situationId: string;
  dueOn: Day | null;
  overdue: boolean;
  contactOverdue: boolean;
}

async function setTo(instant: number): Promise<void> {
  await world.database.plant('update sec.demo_clock set ahead = $1::timestamptz - clock_timestamp()', [
    new Date(instant).toISOString(),
  ]);
}
async function tasks(name: Name): Promise<Task[]> {
  const week = body<{ doNow: Task[]; waitingFor: Task[] }>(await world.actors[name].get('/week'));
  return [...week.doNow, ...week.waitingFor].filter(({ situationId }) => situationId === story.id);
}
async function agenda(): Promise<Entry> {
  const { rows } = body<{ rows: Entry[] }>(await world.actors.deputy.get(`/meetings/${meeting}/agenda`));
  return rows.find(({ situationId }) => situationId === story.id)!;
}
let meeting = '';

/** Asked and accepted at that moment, with nothing reported yet. */
async function assignAt(instant: number): Promise<void> {
  await setTo(instant);
  story = await takeTo(world, 'limited');
  await move(story, 'deputy', 'close-round');
  await move(story, 'deputy', 'assign', { lead: world.agency.childServices });
  await move(story, 'childServices', 'accept-assignment', { basis: 'cyfsa292' });
  await world.database.plant(
    'update app.meeting set closed_at = sec.domain_now() where closed_at is null and opened_at is not null',
  );
}

beforeAll(async () => {
  world = await createWorld();
  await setTo(at(addDays(thursday, -1), '09:00'));
  await openMeeting(world, ['police', 'school']);
  const convened = body<{ id: string }>(
    await world.actors.deputy.post('/meetings', {
      kind: 'regular',
      scheduledFor: instantIn(zone, addDays(thursday, 60), '10:00').toISOString(),
    }),
  );
  meeting = convened.id;
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await openMeeting(world, ['police', 'school']);
});

it('a late first contact is overdue by its own time, and the report-back is not', async () => {
  await assignAt(at(addDays(thursday, 1), '10:00'));
  await setTo(at(addDays(thursday, 3), '11:00'));
  const next = addDays(thursday, 7);
  expect(await agenda()).toMatchObject({ dueOn: next, overdue: false, contactOverdue: true });
  expect(await tasks('childServices')).toMatchObject([{ kind: 'firstContact', dueOn: null, overdue: true }]);
  expect(await tasks('deputy')).toMatchObject([{ kind: 'overdueContact', dueOn: null, overdue: true }]);
});

it('a report-back that is late before the 48 hours are over is said with its own day', async () => {
  await assignAt(at(addDays(thursday, -1), '22:00'));
  await setTo(at(addDays(thursday, 1), '08:00'));
  expect(await agenda()).toMatchObject({ dueOn: thursday, overdue: true, contactOverdue: false });
  for (const [name, kind] of [
    ['childServices', 'reportBack'],
    ['deputy', 'overdueReportBack'],
  ] as const)
    expect(await tasks(name)).toMatchObject([{ kind, dueAt: null, dueOn: thursday, overdue: true }]);
});

it('a first contact that was made is not called due in the list any more', async () => {
  await assignAt(at(thursday, '15:00'));
  const listed = async () =>
    body<{ rows: { id: string; contactDueAt: string | null }[] }>(
      await world.actors.childServices.get('/situations?own=true'),
    ).rows.find(({ id }) => id === story.id)?.contactDueAt;
  expect(await listed()).toEqual(expect.any(String));
  body(
    await world.actors.childServices.post(`/situations/${story.id}/report-backs`, {
      status: 'contactMade',
      stillElevated: true,
    }),
  );
  expect(await listed()).toBeNull();
});

it('an answer that does not come within twelve hours is overdue for those who wait for it too', async () => {
  await setTo(at(thursday, '15:00'));
  story = await takeTo(world, 'limited');
  await move(story, 'deputy', 'close-round');
  await move(story, 'deputy', 'assign', { lead: world.agency.childServices });
  const acceptance = async () => (await tasks('deputy')).find(({ kind }) => kind === 'acceptance')?.overdue;
  expect(await acceptance()).toBe(false);
  await setTo(at(addDays(thursday, 1), '03:01'));
  expect(await acceptance()).toBe(true);
});

it('whatever is overdue is so by the one time beside it', async () => {
  const accepted = at(addDays(thursday, -2), '16:40');
  await assignAt(accepted);
  // Half of the hours are those of Thursday in which the first contact is late and the report-back is not.
  const hours = fc.oneof(fc.integer({ min: 48, max: 55 }), fc.integer({ min: 1, max: 24 * 40 }));
  /** How far on the way to now somebody reported, in hundredths. */
  const reports = fc.option(fc.integer({ min: 1, max: 99 }));
  await fc.assert(
    fc.asyncProperty(hours, reports, async (ahead, reported) => {
      const now = accepted + ahead * 3_600_000 + 60_000;
      await setTo(now);
      await world.database.plant('delete from app.report_back where situation_id = $1', [story.id]);
      if (reported !== null)
        await world.database.plant(
          `insert into app.report_back (table_id, situation_id, agency_id, status, reported_at)
           values ($1, $2, $3, 'contactMade', $4)`,
          [
            world.tables.harbour,
            story.id,
            world.agency.childServices,
            new Date(accepted + ((now - accepted) * reported) / 100).toISOString(),
          ],
        );
      const today = dayIn(zone, now);
      for (const name of ['childServices', 'deputy', 'police'] as const)
        for (const { kind, dueAt, dueOn, overdue } of await tasks(name)) {
          expect([kind, dueAt === null || dueOn === null]).toEqual([kind, true]);
          const late = dueAt !== null ? Date.parse(dueAt) < now + 1000 : dueOn !== null && dueOn < today;
          expect([kind, overdue]).toEqual([kind, late]);
        }
      const { dueOn, overdue, contactOverdue } = await agenda();
      expect({ ahead, dueOn, overdue, contactOverdue }).toEqual({
        ahead,
        dueOn: expect.any(String),
        overdue: dueOn! < today,
        contactOverdue: reported === null && ahead >= 48,
      });
    }),
    { numRuns: 30 },
  );
});
