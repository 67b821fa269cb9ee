import { runScheduledJob } from '#database/jobs';
import { canary, draft, move, takeTo, type Story } from '../world/situation.js';
import { body, type World } from '../world/world.js';
import type { MatrixStage } from './matrix.js';
import { dayAhead } from './writing.js';

/** A situation at a stage of the matrix. `shown` is false from an exit until it is minimised. */
export interface Occasion {
  readonly name: string;
  readonly stage: MatrixStage;
  readonly minimised?: boolean;
  bring(world: World): Promise<Story>;
}

/** Further words that stay within their tier, written by a second agency, so that `own` and `all` are not the same. */
export const more = {
  full: 'Canary-T4-school account',
  safety: 'Canary-T4-do not go alone',
  consent: 'Canary-T4-asked on the door step',
  detail: 'Canary-T4-no answer at the door',
  youth: 'Canary-T4-youth court',
  personName: 'Canary-T3-Little brother',
} as const;

/** Takes the story to a stage as told in test/world, and lets a second agency write wherever it may. */
async function enriched(
  world: World,
  reached: 'deidentified' | 'riskRecorded' | 'limited' | 'planning' | 'intervention' | 'concluded',
): Promise<Story> {
  const { actors } = world;
  const story = await takeTo(world, reached === 'concluded' ? 'intervention' : reached);
  if (reached === 'deidentified' || reached === 'riskRecorded') {
    const [person] = await world.database.plant<{ id: string }>(
      'select id from app.affected_person where situation_id = $1',
      [story.id],
    );
    body(
      await actors.police.post(`/situations/${story.id}/tier3`, {
        personId: person!.id,
        identity: { familyName: more.personName, givenNames: 'B.' },
      }),
    );
    return story;
  }
  if (reached === 'limited') await move(story, 'housing', 'answer', { answer: 'notInvolved' });
  if (reached === 'planning' || reached === 'intervention' || reached === 'concluded') {
    body(await actors.school.post(`/situations/${story.id}/tier4`, { text: more.full }));
    body(await actors.school.post(`/situations/${story.id}/safety-notes`, { text: more.safety }));
    body(
      await actors.school.post(`/situations/${story.id}/consents`, {
        state: 'refused',
        detail: more.consent,
      }),
    );
    body(await actors.police.post(`/situations/${story.id}/gaps`, { service: 'addiction' }));
    if (reached === 'planning') {
      body(await actors.police.post(`/situations/${story.id}/safety-notes`, { text: canary.safety }));
      body(await actors.school.post(`/situations/${story.id}/plan`, { text: canary.plan }));
      body(
        await actors.school.post(`/situations/${story.id}/services`, {
          service: 'addiction',
          mobilization: 'offered-service',
        }),
      );
    }
    body(
      await actors.school.post(`/situations/${story.id}/report-backs`, {
        status: 'contactMade',
        detail: more.detail,
      }),
    );
  }
  body(
    await actors.policeOfficer.post('/privacy/holds', {
      situation: story.id,
      reason: 'litigation',
      reviewOn: dayAhead(90),
    }),
  );
  body(
    await actors.police.post(`/situations/${story.id}/youth-items`, {
      text: more.youth,
      recipients: ['policeColleague', 'housing', 'childServices'].map(
        (name) => actors[name as 'housing'].userId,
      ),
      destroyBy: dayAhead(300),
    }),
  );
  if (reached === 'concluded')
    await move(story, 'deputy', 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: ['alcohol.alcohol-abuse-in-home'],
    });
  return story;
}

async function screened(world: World): Promise<Story> {
  return takeTo(world, 'screening', draft);
}

/** Sent back or withdrawn while de-identified; after eleven minutes the clock's work has minimised it. */
async function exited(
  world: World,
  how: 'rejected' | 'returned' | 'withdrawn',
  minimised: boolean,
): Promise<Story> {
  const story = await takeTo(world, 'deidentified');
  if (how === 'rejected') {
    const meeting = await world.database.plant(
      'select 1 from app.meeting where table_id = $1 and opened_at is not null and closed_at is null',
      [world.tables.harbour],
    );
    if (meeting.length === 0) throw new Error('no meeting is open: take another story to its risk first');
    await move(story, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
  } else if (how === 'returned') await move(story, 'deputy', 'send-back', { reason: 'moreInformation' });
  else await move(story, 'police', 'withdraw', { reason: 'ownMeans' });
  if (minimised) {
    // This one's hour only: the domain clock of the other stories stands still.
    await world.database.plant(
      `update app.workflow set left_at = left_at - interval '11 minutes' where situation_id = $1`,
      [story.id],
    );
    await runScheduledJob(world.data, 'minimised');
  }
  return story;
}

/** Destroyed as the job destroys, without its clock, which would run for the other stories too. */
async function destroyed(world: World): Promise<Story> {
  const story = await enriched(world, 'concluded');
  await world.database.plant('select app.erase($1, $2)', [world.tables.harbour, story.id]);
  return story;
}

/** What the coordinator typed for an agency that asked at the meeting, until that agency confirms it. */
async function broughtOnBehalf(world: World): Promise<Story> {
  const brought = body<{ id: string; number: string; version: number }>(
    await world.actors.deputy.post('/situations/bring-on-behalf', {
      type: 'person',
      riskFactors: draft.riskFactors,
      summary: canary.summary,
      agency: world.agency.police,
      ownMeansExhausted: true,
    }),
  );
  return { world, ...brought, screeningId: brought.id };
}

async function roundClosed(world: World): Promise<Story> {
  const story = await takeTo(world, 'limited');
  await move(story, 'deputy', 'close-round');
  return story;
}

/** Further situations at these stages, for what can be done only there. */
export const furtherOccasions: readonly Occasion[] = [
  { name: 'brought on behalf', stage: 2, bring: broughtOnBehalf },
  { name: 'round closed', stage: 3, bring: roundClosed },
];

/** One story a stage, each brought once and looked at by everybody. */
export const occasions: readonly Occasion[] = [
  { name: 'screening', stage: 1, bring: screened },
  { name: 'deidentified', stage: 2, bring: (world) => enriched(world, 'deidentified') },
  { name: 'risk recorded', stage: 2, bring: (world) => enriched(world, 'riskRecorded') },
  { name: 'limited', stage: 3, bring: (world) => enriched(world, 'limited') },
  { name: 'planning', stage: 4, bring: (world) => enriched(world, 'planning') },
  { name: 'intervention', stage: 5, bring: (world) => enriched(world, 'intervention') },
  { name: 'concluded', stage: 6, bring: (world) => enriched(world, 'concluded') },
  { name: 'destroyed', stage: 7, bring: destroyed },
  { name: 'rejected, to be undone', stage: 'left', bring: (world) => exited(world, 'rejected', false) },
  {
    name: 'rejected, minimised',
    stage: 'left',
    minimised: true,
    bring: (world) => exited(world, 'rejected', true),
  },
  { name: 'returned, to be undone', stage: 'left', bring: (world) => exited(world, 'returned', false) },
  {
    name: 'returned, minimised',
    stage: 'left',
    minimised: true,
    bring: (world) => exited(world, 'returned', true),
  },
  { name: 'withdrawn, to be undone', stage: 'left', bring: (world) => exited(world, 'withdrawn', false) },
  {
    name: 'withdrawn, minimised',
    stage: 'left',
    minimised: true,
    bring: (world) => exited(world, 'withdrawn', true),
  },
];
