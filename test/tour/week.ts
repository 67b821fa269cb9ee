import { body } from '../world/world.js';
import type { Told } from './looking.js';
import type { Tour } from './playing.js';

/**
 * The person of the tour as the table may hear of them. With these codes the record becomes one of a class
 * that is large enough to be shown.
 */
const heard = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: [
    'alcohol.alcohol-abuse-in-home',
    'missing-school.truancy',
    'suicide.person-current-suicide-risk',
  ],
  studyFlags: ['recent-escalation'],
  protectiveFactors: ['family-supports.strong-family-bond'],
  sectors: ['education', 'child-youth-and-family-services', 'health'],
  ownMeans: ['called', 'homeVisit'],
  persons: [{ ageBand: '0-5', sex: 'male', riskFactors: [] }],
  summary: 'Left home twice this month; no longer goes to school; says that nothing matters.',
} as const;

/** One situation from the agency's own screening to its conclusion, over two Thursdays. */
export async function playTheWeek(tour: Tour): Promise<Told> {
  const { canaries } = tour;
  const who = tour.viewers('police', 'childservices', 'deputy');

  const told = await tour.screen('police', { ...heard, privateNote: canaries.privateNote });
  await tour.step(
    'Filter 1. Police log a situation and screen it; for everybody else nothing exists',
    who,
    told,
    { stage: 1 },
  );

  await tour.bring(told, 'police');
  await tour.write(told, 'police', 'tier3', {
    identity: {
      familyName: canaries.familyName,
      givenNames: 'Ada',
      birthDate: '2011-03-04',
      address: canaries.address,
    },
  });
  await tour.step(
    'Filter 2. Police bring it to the table, without a name; the name is a draft of police',
    who,
    told,
    { stage: 2 },
  );

  const meeting = await tour.openMeeting('regular', 'deputy', [
    'police',
    'school',
    'health',
    'childservices',
    'housing',
    'addictions',
  ]);
  await tour.write(told, 'housing', 'notes', { text: 'The building has a quiet room that could be used' });
  await tour.recordRisk(told, 'deputy');
  await tour.step(
    'The table hears it; the coordinator records acutely elevated risk (police are not the recorder)',
    who,
    told,
    { stage: 2 },
  );

  await tour.move(told, 'police', 'release-identifiers', {
    basis: 'policePublicSafety',
    agencies: ['school', 'health', 'childservices', 'addictions'].map((name) =>
      tour.agency(name as 'school'),
    ),
  });
  told.heard = true;
  await tour.write(told, 'police', 'consents', { state: 'given', detail: canaries.consent });
  await tour.move(told, 'school', 'answer', { answer: 'involved', canHelp: true });
  await tour.move(told, 'health', 'answer', { answer: 'involved', canHelp: true });
  await tour.move(told, 'childservices', 'answer', { answer: 'shouldBeInvolved', canHelp: true });
  await tour.step(
    'Filter 3. Police release limited identifiers to four agencies by name; school and health answer. Housing sits in the room and is not told',
    who,
    told,
    { stage: 3 },
  );

  await tour.move(told, 'deputy', 'close-round');
  await tour.move(told, 'deputy', 'assign', {
    lead: tour.agency('childservices'),
    assisting: [tour.agency('school'), tour.agency('health')],
  });
  told.named = true;
  await tour.move(told, 'health', 'decline-assignment', { reason: 'capacity' });
  await tour.move(told, 'deputy', 'assign-again', { agency: tour.agency('addictions'), role: 'assisting' });
  await tour.write(told, 'police', 'tier4', { text: canaries.full });
  await tour.step(
    'Filter 4. Child services are asked to lead, school to assist; health declines, the coordinator asks addictions. Named is not yet told',
    who,
    told,
    { stage: 4 },
  );

  await tour.move(told, 'school', 'accept-assignment', { basis: 'mfippa32h' });
  await tour.move(told, 'addictions', 'accept-assignment', { basis: 'phipa40' });
  await tour.move(told, 'childservices', 'accept-assignment', { basis: 'cyfsa292' });
  told.accepted = true;
  await tour.write(told, 'childservices', 'plan', { text: canaries.plan });
  await tour.write(told, 'police', 'safety-notes', { text: canaries.safety });
  await tour.closeMeeting(meeting, 'deputy');
  await tour.step(
    'Tier 4 opens with each agency’s own acceptance; the lead’s begins the intervention',
    who,
    told,
    { stage: 5 },
  );

  await tour.advance(26 * 60);
  await tour.write(told, 'childservices', 'report-backs', {
    status: 'contactMade',
    stillElevated: true,
    detail: canaries.detail,
  });
  await tour.write(told, 'school', 'services', {
    service: 'education-support',
    mobilization: 'connected-to-service',
  });
  await tour.write(told, 'addictions', 'gaps', { service: 'counselling' });
  await tour.move(told, 'childservices', 'propose-conclusion', {
    reason: 'overall-risk-lowered.connected-to-services',
  });
  await tour.step(
    'The visit is made within 48 hours; report-back: codes for the table, words for those who intervene',
    who,
    told,
    { stage: 5 },
  );

  const next = await tour.openMeeting('regular', 'deputy', [
    'police',
    'school',
    'childservices',
    'addictions',
    'housing',
  ]);
  await tour.move(told, 'deputy', 'conclude', {
    reason: 'overall-risk-lowered.connected-to-services',
    told: 'told',
    riskAfter: ['missing-school.truancy'],
  });
  await tour.closeMeeting(next, 'deputy');
  await tour.step('A week later: concluded. Every disclosure ends with it', who, told, { stage: 6 });
  return told;
}

/**
 * One that the table does not take up: hidden at once, and after ten minutes only number, month, type and
 * reason are left.
 */
export async function playRejection(tour: Tour): Promise<void> {
  const who = tour.viewers('school', 'childservices', 'deputy');
  const told = await tour.screen('school', {
    type: 'person',
    ageBand: '6-11',
    sex: 'male',
    riskFactors: ['missing-school.chronic-absenteeism'],
    ownMeans: ['called'],
    summary: 'Often late, often tired.',
  });
  await tour.bring(told, 'school');
  const meeting = await tour.openMeeting('regular', 'deputy', ['school', 'police', 'childservices']);
  await tour.move(told, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
  await tour.closeMeeting(meeting, 'deputy');
  await tour.step(
    'Another one is rejected: one agency can address it alone. It is hidden at once',
    who,
    told,
    { stage: 'left' },
  );
  await tour.advance(11);
  await tour.step('Eleven minutes later it is minimised', who, told, { stage: 'left', minimised: true });
}

/** One that cannot wait for Thursday: any coordinator convenes, and the four filters are passed within the hour. */
export async function playEmergency(tour: Tour): Promise<void> {
  const who = tour.viewers('health', 'addictions', 'coordinator');
  const told = await tour.screen('health', {
    type: 'person',
    ageBand: '25-29',
    sex: 'male',
    riskFactors: ['suicide.person-current-suicide-risk', 'drugs.drug-abuse-by-person'],
    studyFlags: ['opioid-use'],
    ownMeans: ['safetyPlan'],
    summary: 'Left the ward against advice an hour ago.',
  });
  await tour.bring(told, 'health');
  await tour.write(told, 'health', 'tier3', {
    identity: { familyName: tour.canaries.urgent, givenNames: 'Nils' },
  });
  const meeting = await tour.openMeeting('emergency', 'coordinator', ['health', 'police', 'addictions']);
  await tour.recordRisk(told, 'coordinator');
  await tour.move(told, 'health', 'release-identifiers', {
    basis: 'emergency',
    agencies: [tour.agency('addictions'), tour.agency('police')],
  });
  told.heard = true;
  await tour.move(told, 'addictions', 'answer', { answer: 'involved', canHelp: true });
  await tour.move(told, 'coordinator', 'close-round');
  await tour.move(told, 'coordinator', 'assign', { lead: tour.agency('addictions'), assisting: [] });
  told.named = true;
  await tour.move(told, 'addictions', 'accept-assignment', { basis: 'emergency' });
  told.accepted = true;
  body(await tour.as('health').post(`/situations/${told.id}/safety-notes`, { text: 'Go in twos' }));
  await tour.closeMeeting(meeting, 'coordinator');
  await tour.step(
    'An emergency: the coordinator convenes by telephone; all four filters within the hour',
    who,
    told,
    { stage: 5 },
  );
}
