import { assign, bring, meet, move, recordRisk, release, type Brought, type Stage } from './story.js';
import type { AgencyName } from './cast.js';

/**
 * The fixed Monday morning on which the demo begins: the week before a Thursday meeting, after the clocks
 * were put back.
 */
export const demoBegins = '2026-11-02T09:00:00-05:00';
const usual: readonly AgencyName[] = [
  'police',
  'school',
  'health',
  'childServices',
  'housing',
  'addictions',
  'foodBank',
];
const rejectedAlone = 'rejected.single-agency-can-address-risk-alone';

/**
 * Everything at the Harbour table before that Monday, done by its people over HTTP while the clock moves on.
 * All persons are invented.
 */
export async function playTheWeeksBefore(stage: Stage, runScheduledJobs: () => Promise<void>): Promise<void> {
  await august(stage, runScheduledJobs);
  const concluded = await september(stage);
  await earlyOctober(stage, concluded);
  await lateOctober(stage);
  const planned = await releasedLastWeek(stage);
  await newLastWeek(stage);
  await waitingOnMonday(stage, planned);
  await runScheduledJobs();
}

/** Rejected long ago: minimised, and sealed since. */
async function august(stage: Stage, runScheduledJobs: () => Promise<void>): Promise<void> {
  await stage.at('2026-08-26T14:00:00-04:00');
  const rejected = await bring(stage, 'shelter', {
    type: 'family',
    riskFactors: [
      'emotional-violence.emotional-violence-in-the-home',
      'poverty.person-living-in-less-than-adequate-financial-situation',
    ],
    sectors: ['social-services'],
    summary: 'A parent with two children stays with relatives and asks for somewhere of their own.',
  });
  await meet(stage, '2026-08-27T09:30:00-04:00', usual, () =>
    move(stage, rejected, 'deputy', 'reject', { reason: rejectedAlone }),
  );
  await stage.at('2026-08-27T12:00:00-04:00');
  await runScheduledJobs();
  await stage.at('2026-08-31T08:00:00-04:00');
  await runScheduledJobs();
}

/** Taken all the way; concluded in October, so that its correction window is still open. */
async function september(stage: Stage): Promise<Brought> {
  await stage.at('2026-09-02T10:00:00-04:00');
  const brought = await bring(stage, 'school', {
    type: 'person',
    ageBand: '12-17',
    sex: 'male',
    riskFactors: [
      'missing-school.chronic-absenteeism',
      'mental-health.suspected-mental-health-problem',
      'negative-peers.person-associating-with-negative-peers',
    ],
    studyFlags: ['social-isolation'],
    sectors: ['health', 'mental-health-and-addictions'],
    ownMeans: ['called', 'homeVisit', 'familyInvolved'],
    summary:
      'Has not been to school since June; hardly leaves the room; a teacher reports talk of giving up.',
  });
  await meet(stage, '2026-09-03T09:30:00-04:00', usual, async () => {
    await recordRisk(stage, brought);
    await release(
      stage,
      brought,
      'school',
      { familyName: 'Hartwell', givenNames: 'Jesse', birthDate: '2011-02-09', address: '9 Cooper Street' },
      'mfippa32h',
      ['health', 'addictions', 'childServices'],
    );
    await move(stage, brought, 'health', 'answer', { answer: 'involved', canHelp: true });
    await move(stage, brought, 'addictions', 'answer', { answer: 'shouldBeInvolved', canHelp: true });
    await assign(stage, brought, 'health', ['addictions']);
    await move(stage, brought, 'addictions', 'accept-assignment', { basis: 'phipa40' });
    await move(stage, brought, 'health', 'accept-assignment', { basis: 'phipa40' });
  });
  await stage.at('2026-09-09T15:00:00-04:00');
  const health = await stage.as('health');
  await health.post(`/situations/${brought.id}/plan`, {
    text: 'Priya and Sam visit on Friday after four; the mother opens.',
  });
  await health.post(`/situations/${brought.id}/report-backs`, {
    status: 'contactMade',
    stillElevated: true,
    detail: 'He spoke for ten minutes and agreed to a second visit.',
  });
  await health.post(`/situations/${brought.id}/services`, {
    service: 'counselling',
    mobilization: 'engaged-with-service',
  });
  return brought;
}

/** One concluded, and one whose agencies have gone quiet. */
async function earlyOctober(stage: Stage, concluded: Brought): Promise<void> {
  await stage.at('2026-10-07T11:00:00-04:00');
  const overdue = await bring(stage, 'housing', {
    type: 'person',
    ageBand: '60-plus',
    sex: 'female',
    riskFactors: [
      'basic-needs.person-unable-to-meet-own-basic-needs',
      'cognitive-functioning.suspected-cognitive-impairment-limitation',
    ],
    studyFlags: ['hoarding', 'social-isolation', 'fire-safety'],
    sectors: ['health'],
    ownMeans: ['homeVisit', 'wrote'],
    summary: 'Lives alone behind blocked exits; smoke was seen twice; does not open to the caretaker.',
  });
  await meet(stage, '2026-10-08T09:30:00-04:00', [...usual, 'publicHealth', 'paramedics'], async () => {
    await move(stage, concluded, 'deputy', 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: ['missing-school.chronic-absenteeism'],
    });
    await recordRisk(stage, overdue);
    await release(
      stage,
      overdue,
      'housing',
      {
        familyName: 'Marchetti',
        givenNames: 'Olga',
        birthDate: '1944-11-30',
        address: '31 Wharf Road, unit 6',
      },
      'mfippa32h',
      ['publicHealth', 'health', 'paramedics'],
    );
    await move(stage, overdue, 'publichealth', 'answer', { answer: 'shouldBeInvolved', canHelp: true });
    await assign(stage, overdue, 'publicHealth', ['paramedics']);
    await move(stage, overdue, 'paramedics', 'accept-assignment', { basis: 'phipa40' });
    await move(stage, overdue, 'publichealth', 'accept-assignment', { basis: 'phipa40' });
  });
  await stage.at('2026-10-14T10:00:00-04:00');
  const publicHealth = await stage.as('publichealth');
  await publicHealth.post(`/situations/${overdue.id}/report-backs`, {
    status: 'attempted',
    stillElevated: true,
    detail: 'Nobody opened; the neighbour says she is in.',
  });
}

/** One whose report-back is due on Thursday. */
async function lateOctober(stage: Stage): Promise<void> {
  await stage.at('2026-10-21T16:00:00-04:00');
  const due = await bring(stage, 'probation', {
    type: 'person',
    ageBand: '25-29',
    sex: 'male',
    riskFactors: [
      'drugs.drug-abuse-by-person',
      'housing.person-doesnt-have-access-to-appropriate-housing',
      'criminal-involvement.theft',
    ],
    studyFlags: ['homelessness', 'opioid-use'],
    sectors: ['mental-health-and-addictions', 'housing'],
    ownMeans: ['appointment', 'referral'],
    summary: 'Released three weeks ago, sleeps outside, two overdoses since.',
  });
  await meet(stage, '2026-10-22T09:30:00-04:00', [...usual, 'probation'], async () => {
    await recordRisk(stage, due);
    await release(
      stage,
      due,
      'probation',
      { familyName: 'Boudreau', givenNames: 'Kyle', birthDate: '1998-05-17' },
      'fippa42h',
      ['addictions', 'housing', 'health'],
    );
    await move(stage, due, 'addictions', 'answer', { answer: 'involved', canHelp: true });
    await assign(stage, due, 'addictions', ['housing']);
    await move(stage, due, 'housing', 'accept-assignment', { basis: 'consent' });
    await move(stage, due, 'addictions', 'accept-assignment', { basis: 'consent' });
  });
  await stage.at('2026-10-28T13:00:00-04:00');
  const addictions = await stage.as('addictions');
  await addictions.post(`/situations/${due.id}/report-backs`, {
    status: 'serviceOffered',
    stillElevated: true,
    detail: 'Has a place in the programme from Monday if he comes.',
  });
  await addictions.post(`/situations/${due.id}/services`, {
    service: 'harm-reduction',
    mobilization: 'offered-service',
  });
  await addictions.post(`/situations/${due.id}/gaps`, { service: 'housing' });
}

/** One released, and one planned. @returns the planned one, whose agencies are to be asked */
async function releasedLastWeek(stage: Stage): Promise<Brought> {
  await stage.at('2026-10-28T14:00:00-04:00');
  const released = await bring(stage, 'health', {
    type: 'person',
    ageBand: '30-39',
    sex: 'female',
    riskFactors: [
      'physical-violence.person-victim-of-physical-violence',
      'mental-health.grief',
      'poverty.person-living-in-less-than-adequate-financial-situation',
    ],
    studyFlags: ['domestic-violence', 'child-involved'],
    sectors: ['social-services', 'justice'],
    ownMeans: ['safetyPlan'],
    persons: [{ ageBand: '6-11', sex: 'male', riskFactors: [] }],
    summary: 'Third visit to emergency in a month with injuries; a child at home; is afraid to leave.',
  });
  const planned = await bring(stage, 'police', {
    type: 'person',
    ageBand: '18-24',
    sex: 'male',
    riskFactors: [
      'suicide.person-previous-suicide-risk',
      'alcohol.alcohol-abuse-by-person',
      'unemployment.person-chronically-unemployed',
    ],
    studyFlags: ['recent-escalation'],
    sectors: ['health', 'mental-health-and-addictions'],
    ownMeans: ['homeVisit', 'enforcement'],
    summary: 'Six calls in two weeks; found on the bridge once; lost work in summer.',
  });
  await meet(stage, '2026-10-29T09:30:00-04:00', [...usual, 'shelter'], async () => {
    await recordRisk(stage, released);
    await release(
      stage,
      released,
      'health',
      {
        familyName: 'Sandoval',
        givenNames: 'Mirela',
        birthDate: '1991-07-22',
        address: '118 Ropewalk Avenue',
      },
      'phipa40',
      ['shelter', 'police', 'childServices'],
    );
    await move(stage, released, 'shelter', 'answer', { answer: 'shouldBeInvolved', canHelp: true });
    await recordRisk(stage, planned);
    await release(
      stage,
      planned,
      'police',
      { familyName: 'Fenwick', givenNames: 'Dale', birthDate: '2004-12-01', address: '2 Bridge Street' },
      'policePublicSafety',
      ['health', 'addictions'],
    );
    await move(stage, planned, 'health', 'answer', { answer: 'involved', canHelp: true });
    await move(stage, planned, 'addictions', 'answer', { answer: 'involved', canHelp: true });
  });
  return planned;
}

/** Three that no meeting has seen. */
async function newLastWeek(stage: Stage): Promise<void> {
  await stage.at('2026-10-30T15:00:00-04:00');
  await bring(stage, 'childservices', {
    type: 'family',
    riskFactors: ['parenting.parent-child-conflict', 'supervision.person-not-properly-supervised'],
    studyFlags: ['custody-issues-child-welfare'],
    sectors: ['education', 'justice'],
    ownMeans: ['called', 'homeVisit'],
    persons: [
      {
        ageBand: '12-17',
        sex: 'female',
        riskFactors: ['missing.runaway-without-parents-knowledge-of-whereabouts'],
      },
    ],
    summary: 'A teenager leaves at night after quarrels and is found with older people.',
  });
  await bring(stage, 'police', {
    type: 'neighbourhood',
    riskFactors: ['social-environment.negative-neighbourhood', 'criminal-involvement.drug-trafficking'],
    studyFlags: ['methamphetamine-use'],
    sectors: ['housing', 'municipal'],
    ownMeans: ['enforcement'],
    summary: 'Two stairwells of one building: sales at all hours, tenants no longer go out.',
  });
  await stage.at('2026-11-01T18:00:00-05:00');
  await bring(stage, 'school', {
    type: 'person',
    ageBand: '6-11',
    sex: 'male',
    riskFactors: ['basic-needs.person-being-neglected-by-others', 'missing-school.truancy'],
    sectors: ['child-youth-and-family-services', 'health'],
    ownMeans: ['called', 'wrote', 'homeVisit'],
    summary: 'Comes without food or coat, when he comes; nobody answers the school.',
  });
}

/** What waits on Monday besides: an assignment that nobody has answered, a draft and Thursday's meeting. */
async function waitingOnMonday(stage: Stage, planned: Brought): Promise<void> {
  await stage.at('2026-11-02T08:00:00-05:00');
  await assign(stage, planned, 'health', ['addictions']);
  await (
    await stage.as('deputy')
  ).post('/meetings', {
    kind: 'regular',
    scheduledFor: '2026-11-05T14:30:00.000Z',
    place: 'City Hall, room 2',
  });
  await (
    await stage.as('police')
  ).post('/screenings', {
    type: 'person',
    ageBand: '40-59',
    sex: 'male',
    riskFactors: ['mental-health.not-following-prescribed-treatment'],
    summary: 'Shouts from the balcony at night; stopped his treatment.',
    privateNote: 'Officers know the address; ask the mother first.',
  });
}
