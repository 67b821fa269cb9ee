import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJob } from '#database/jobs';
import { canary, draft, move, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Name, type World } from '../world/world.js';

interface Task {
  kind: string;
  situationId: string;
  number: string;
  role: string | null;
  agency: string | null;
  dueAt: string | null;
  dueOn: string | null;
  overdue: boolean;
}
interface Week {
  nextMeetingOn: string;
  doNow: Task[];
  waitingFor: Task[];
  drafts: { id: string; updatedAt: string }[];
  done: { situationId: string; reason: string }[];
}

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const week = async (who: Name): Promise<Week> => body(await world.actors[who].get('/week'));
const kinds = (tasks: readonly Task[], story: Story): string[] =>
  tasks.filter(({ situationId }) => situationId === story.id).map(({ kind }) => kind);
const doing = async (who: Name, story: Story): Promise<string[]> => kinds((await week(who)).doNow, story);
const waiting = async (who: Name, story: Story): Promise<string[]> =>
  kinds((await week(who)).waitingFor, story);
/** Puts domain time on the next such ISO day at ten in the morning at the table, whose meetings are on Thursdays. */
async function until(isoDay: number): Promise<void> {
  await world.database.plant(
    `update sec.demo_clock set ahead = ahead + (
    (select (d::date + (($1::int - extract(isodow from d)::int + 6) % 7) + 1 + time '10:00') at time zone 'America/Toronto' from (select sec.domain_now() at time zone 'America/Toronto' as d) x) - sec.domain_now())`,
    [isoDay],
  );
}

describe('my week', () => {
  it('follows a situation through every seat', async () => {
    const story = await takeTo(world, 'deidentified');
    expect([
      await doing('police', story),
      await waiting('police', story),
      await doing('coordinator', story),
    ]).toEqual([[], ['tableDecision'], []]);
    const risk = await takeTo(world, 'riskRecorded');
    expect([
      await doing('police', risk),
      await waiting('police', risk),
      await waiting('coordinator', risk),
    ]).toEqual([['releaseIdentifiers'], [], ['releaseIdentifiers']]);

    await move(risk, 'police', 'release-identifiers', { basis: 'phipa40' });
    expect([
      await doing('police', risk),
      await waiting('police', risk),
      await doing('school', risk),
      await doing('coordinator', risk),
    ]).toEqual([[], ['answers'], ['answerRound'], ['closeRound']]);
    await move(risk, 'school', 'answer', { answer: 'involved' });
    expect([await doing('school', risk), await doing('health', risk)]).toEqual([[], ['answerRound']]);
    await move(risk, 'deputy', 'close-round');
    expect([
      await waiting('police', risk),
      await doing('health', risk),
      await doing('coordinator', risk),
    ]).toEqual([['assignment'], [], ['assign']]);

    const { agency } = world;
    await move(risk, 'deputy', 'assign', { lead: agency.childServices, assisting: [agency.school] });
    expect([
      await doing('childServices', risk),
      await waiting('police', risk),
      await waiting('coordinator', risk),
      await doing('housing', risk),
    ]).toEqual([['answerAssignment'], ['acceptance', 'acceptance'], ['acceptance', 'acceptance'], []]);
    await move(risk, 'childServices', 'accept-assignment', { basis: 'cyfsa292' });
    expect([await doing('childServices', risk), await waiting('childServices', risk)]).toEqual([
      ['firstContact'],
      ['acceptance'],
    ]);
    const first = (await week('childServices')).doNow.find(({ situationId }) => situationId === risk.id)!;
    expect(first).toMatchObject({ role: 'lead', overdue: false, dueOn: null, agency: null });
    const [assigned] = await world.database.plant<{ due: Date }>(
      'select contact_due_at as due from app.assignment where situation_id = $1 limit 1',
      [risk.id],
    );
    expect(first.dueAt).toBe(assigned!.due.toISOString());
  });

  it('asks the coordinator again for what was declined, and stops when somebody else is asked', async () => {
    const story = await takeTo(world, 'limited');
    const { agency } = world;
    await move(story, 'deputy', 'close-round');
    await move(story, 'deputy', 'assign', { lead: agency.childServices, assisting: [agency.school] });
    await move(story, 'childServices', 'decline-assignment', { reason: 'capacity' });
    const again = (await week('coordinator')).doNow.find(({ situationId }) => situationId === story.id)!;
    expect(again).toMatchObject({ kind: 'assignAgain', role: 'lead', agency: 'Agency childServices' });
    await move(story, 'deputy', 'assign-again', { agency: agency.health, role: 'lead' });
    expect(await doing('coordinator', story)).toEqual([]);
    await world.ahead('12 hours 1 minute');
    await runScheduledJob(world.data, 'returned');
    expect(await doing('coordinator', story)).toEqual(['assignAgain', 'assignAgain']);
  });

  it('counts report-backs by the table’s meeting day', async () => {
    await until(5);
    const story = await takeTo(world, 'intervention');
    const report = { status: 'contactMade', stillElevated: true };
    // Reported on Friday, so for Thursday's meeting; nothing is due before it.
    expect([await doing('childServices', story), await doing('school', story)]).toEqual([
      [],
      ['firstContact'],
    ]);
    expect(await doing('coordinator', story)).toEqual(['conclude']);
    await until(4);
    expect(await doing('childServices', story)).toEqual([]);
    await until(5);
    const due = (await week('childServices')).doNow.find(({ situationId }) => situationId === story.id)!;
    expect(due).toMatchObject({
      kind: 'reportBack',
      role: 'lead',
      overdue: false,
      dueOn: (await week('childServices')).nextMeetingOn,
    });
    await until(4);
    expect(
      (await week('childServices')).doNow.find(({ situationId }) => situationId === story.id),
    ).toMatchObject({ overdue: false });
    await until(5);
    expect(
      (await week('childServices')).doNow.find(({ situationId }) => situationId === story.id),
    ).toMatchObject({ kind: 'reportBack', overdue: true });
    const late = (await week('coordinator')).doNow.filter(
      ({ situationId, kind }) => situationId === story.id && kind === 'overdueReportBack',
    );
    expect(late.map(({ agency }) => agency).sort()).toEqual(['Agency childServices', 'Agency school']);
    body(await world.actors.childServices.post(`/situations/${story.id}/report-backs`, report));
    expect(await doing('childServices', story)).toEqual([]);
    const tasks = (await week('coordinator')).doNow;
    expect(tasks.findIndex(({ overdue }) => !overdue)).toBeGreaterThan(
      tasks.map(({ overdue }) => overdue).lastIndexOf(true),
    );

    await move(story, 'childServices', 'propose-lead', { agency: world.agency.school });
    expect(await doing('coordinator', story)).toEqual(expect.arrayContaining(['confirmLead', 'conclude']));
    await move(story, 'deputy', 'confirm-lead');
    expect(await doing('coordinator', story)).not.toContain('confirmLead');

    await move(story, 'deputy', 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: [],
    });
    for (const who of ['police', 'school', 'childServices', 'coordinator'] as const) {
      const { doNow, done } = await week(who);
      expect({
        who,
        doNow: kinds(doNow, story),
        done: done.filter(({ situationId }) => situationId === story.id).length,
      }).toEqual({ who, doNow: [], done: 1 });
    }
    expect((await week('housing')).done).toEqual([]);
    await world.ahead('31 days');
    expect((await week('police')).done).toEqual([]);
  });

  it('lists an on-behalf entry to confirm, and the own agency’s drafts as no more than that they are there', async () => {
    const { actors, agency } = world;
    const made = body<{ id: string }>(
      await actors.coordinator.post('/situations/bring-on-behalf', {
        type: 'person',
        riskFactors: draft.riskFactors,
        agency: agency.health,
        ownMeansExhausted: true,
      }),
    ) as Story;
    expect([
      await doing('health', made),
      await waiting('coordinator', made),
      await waiting('health', made),
    ]).toEqual([['confirmOnBehalf'], ['confirmOnBehalf'], ['tableDecision']]);
    made.version = 1;
    await move(Object.assign(made, { world }), 'health', 'confirm-on-behalf');
    expect([await doing('health', made), await waiting('coordinator', made)]).toEqual([[], []]);
    const { id } = body<{ id: string }>(await actors.police.post('/screenings', draft));
    expect((await week('policeColleague')).drafts).toEqual([
      { id, updatedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    for (const who of ['school', 'coordinator'] as const) expect((await week(who)).drafts).toEqual([]);
  });

  it('is of the own seat and table, and holds no words of anybody', async () => {
    for (const who of ['auditor', 'administrator', 'policeOfficer'] as const)
      expect((await world.actors[who].get('/week')).status).toBe(403);
    for (const who of ['valley', 'valleyCoordinator'] as const)
      expect(await week(who)).toMatchObject({ doNow: [], waitingFor: [], drafts: [], done: [] });
    for (const who of ['police', 'school', 'childServices', 'coordinator'] as const) {
      const text = JSON.stringify(await week(who));
      for (const secret of [...Object.values(canary), ...draft.riskFactors])
        expect(text).not.toContain(secret);
    }
  });
});
