import type { Person } from './viewers.js';
import type { Words, Writing } from './writing.js';

/*
 * What the story says of each move, written by hand and not taken from libs/domain: from which stages and by
 * whom (for the model of the workflow), and which row of the matrix lets whom (for the front door and
 * PostgreSQL). A new move has its test here.
 */
type Who = 'originator' | 'coordinator' | 'anySeat' | 'asked' | 'assisting' | 'lead';

const open = ['deidentified', 'limited', 'planning', 'intervention'];
const later = ['limited', 'planning', 'intervention'];
const working = ['planning', 'intervention'];

/** From which stages, by whom. */
export const steps: Readonly<Record<string, readonly [from: readonly string[], by: Who]>> = {
  confirmOnBehalf: [['deidentified'], 'originator'],
  recordRisk: [['deidentified'], 'coordinator'],
  takeBackRisk: [['deidentified'], 'coordinator'],
  reject: [['deidentified'], 'coordinator'],
  sendBack: [['deidentified'], 'coordinator'],
  undo: [['rejected', 'returned', 'withdrawn'], 'coordinator'],
  withdraw: [open, 'originator'],
  withdrawOnBehalf: [open, 'coordinator'],
  releaseIdentifiers: [['deidentified'], 'originator'],
  releaseAgain: [['limited'], 'originator'],
  answer: [['limited'], 'anySeat'],
  closeRound: [['limited'], 'coordinator'],
  assign: [['limited'], 'coordinator'],
  assignAgain: [['planning'], 'coordinator'],
  acceptAssignment: [working, 'asked'],
  declineAssignment: [working, 'asked'],
  addAssisting: [working, 'coordinator'],
  leaveAssignment: [working, 'assisting'],
  proposeLead: [['intervention'], 'lead'],
  confirmLead: [['intervention'], 'coordinator'],
  takeOverLead: [['intervention'], 'assisting'],
  reassign: [working, 'coordinator'],
  endRole: [working, 'coordinator'],
  proposeConclusion: [['intervention'], 'lead'],
  conclude: [later, 'coordinator'],
  correctConclusion: [['concluded'], 'coordinator'],
  reopen: [['concluded'], 'coordinator'],
};

/** Moves of a hand-over, played in a5-*.spec.ts: each moves the version that every seat reads, as other moves do. */
export const handOverMoves = ['endRole', 'reassign', 'takeOverLead', 'withdrawOnBehalf'];

const lead = (person: Person): boolean => person.is !== 'IV' || person.name === 'childServices';
const assists = (person: Person): boolean => person.is !== 'IV' || person.name === 'school';
const asked = (person: Person): boolean => person.is !== 'IV' || !person.accepted;
const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};
const end = { reason: 'overall-risk-lowered.connected-to-services', told: 'told', riskAfter: [] };
const none = { reason: 'no-such-code' };

function move(
  name: string,
  row: number,
  says: RegExp,
  on: readonly string[],
  body: Writing['body'],
  more: Partial<Writing> = {},
): Writing {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    name,
    row,
    says,
    on,
    method: 'post',
    path: `/situations/{id}/moves/${kebab}`,
    body,
    sql: (story, _, words) => [
      'select t.stage from app.transition($1, $2, $3, $4) t',
      [name, story.id, story.version, JSON.stringify(words)],
    ],
    ...more,
  };
}

const nothing = (): Words => ({});
export const moveWritings: readonly Writing[] = [
  move('recordRisk', 10, /^X /, ['deidentified'], () => points, {
    notOwnAgency: true,
    spoilt: { ...points, decidedBy: 'vote' },
  }),
  move('takeBackRisk', 10, /^X /, ['risk recorded'], nothing, { notOwnAgency: true }),
  move(
    'reject',
    10,
    /^X /,
    ['deidentified'],
    () => ({ reason: 'rejected.single-agency-can-address-risk-alone' }),
    { notOwnAgency: true, spoilt: none },
  ),
  move('sendBack', 10, /^X /, ['deidentified'], () => ({ reason: 'moreInformation' }), {
    notOwnAgency: true,
    spoilt: none,
  }),
  move('withdraw', 10, /X withdraw/, ['deidentified'], () => ({ reason: 'ownMeans' }), { spoilt: none }),
  move(
    'withdraw',
    26,
    /X withdraw/,
    ['limited', 'planning', 'intervention'],
    () => ({ reason: 'ownMeans' }),
    { spoilt: none },
  ),
  move('releaseIdentifiers', 12, /^X after/, ['risk recorded'], () => ({ basis: 'phipa40' }), {
    spoilt: { basis: 'no-such-code' },
  }),
  move(
    'releaseAgain',
    12,
    /^X after/,
    ['limited'],
    (world) => ({ basis: 'phipa40', agencies: [world.agency.health] }),
    { spoilt: { basis: 'no-such-code' } },
  ),
  move('answer', 14, /C R own/, ['limited'], () => ({ answer: 'notInvolved' })),
  move(
    'answer',
    14,
    /agency without an account/,
    ['limited'],
    (world) => ({ answer: 'notInvolved', agency: world.agency.foodBank, basis: 'phipa40' }),
    { spoilt: { answer: 'involved', basis: 'no-such-code' } },
  ),
  move('closeRound', 14, /X close/, ['limited'], nothing),
  move(
    'assign',
    16,
    /^X assign/,
    ['round closed'],
    (world) => ({ lead: world.agency.childServices, assisting: [world.agency.school] }),
    { spoilt: { lead: '00000000-0000-4000-8000-000000000001' } },
  ),
  move('confirmOnBehalf', 6, /^C R U/, ['brought on behalf'], nothing),
  move('assignAgain', 16, /^X assign/, ['planning'], (world) => ({
    agency: world.agency.health,
    role: 'assisting',
  })),
  move('acceptAssignment', 16, /accept or decline own/, ['planning'], () => ({ basis: 'mfippa32h' }), {
    also: asked,
    spoilt: { basis: 'no-such-code' },
  }),
  move('declineAssignment', 16, /accept or decline own/, ['planning'], () => ({ reason: 'capacity' }), {
    also: asked,
    spoilt: none,
  }),
  move(
    'addAssisting',
    20,
    /X confirm/,
    ['planning', 'intervention'],
    (world) => ({ agency: world.agency.health }),
    { spoilt: { agency: '00000000-0000-4000-8000-000000000001' } },
  ),
  move(
    'leaveAssignment',
    20,
    /any: X withdraw itself/,
    ['planning', 'intervention'],
    () => ({ reason: 'capacity' }),
    { also: assists, spoilt: none },
  ),
  move('proposeLead', 20, /lead: X propose/, ['intervention'], (world) => ({ agency: world.agency.school }), {
    also: lead,
    spoilt: { agency: '00000000-0000-4000-8000-000000000001' },
  }),
  move('confirmLead', 20, /X confirm/, ['intervention'], nothing),
  move('takeOverLead', 20, /assisting: X take over/, ['intervention'], nothing, { also: assists }),
  move('reassign', 106, /X after two business days/, ['planning', 'intervention'], (world) => ({
    from: world.agency.childServices,
    agency: world.agency.health,
  })),
  move('endRole', 106, /X after two business days/, ['planning', 'intervention'], (world) => ({
    from: world.agency.school,
  })),
  move(
    'withdrawOnBehalf',
    106,
    /X after two business days/,
    ['deidentified', 'limited', 'planning', 'intervention'],
    () => ({ reason: 'ownMeans' }),
  ),
  move('proposeConclusion', 26, /lead X propose/, ['intervention'], () => ({ reason: end.reason }), {
    also: lead,
    spoilt: none,
  }),
  move('conclude', 26, /X confirm/, ['limited', 'planning', 'intervention'], () => end, {
    spoilt: { ...end, reason: 'no-such-code' },
  }),
  move('correctConclusion', 26, /X reopen or correct/, ['concluded'], () => end, {
    spoilt: { ...end, reason: 'no-such-code' },
  }),
  move('reopen', 26, /X reopen or correct/, ['concluded'], nothing),
  move('undo', 41, /X undo/, ['rejected, to be undone', 'returned, to be undone'], nothing),
];
