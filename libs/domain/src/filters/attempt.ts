import type { HandedOverRole, Stage } from '../vocabulary/index.js';
import { answers, fourPoints, type MoveParameter, type Request } from './inputs.js';
import type { Move, Need, Role } from './move.js';
import { moves, type MoveName } from './moves.js';

/** An agency's role as the coordinator sees it. */
interface AssignmentFact {
  readonly agency: string;
  readonly role: 'lead' | 'assisting';
  readonly state: 'asked' | 'accepted' | 'declined' | 'returned' | 'left';
}

/** The role of an agency that nobody represents at the table now, as its hand-over task keeps it. */
interface HandOverFact {
  readonly agency: string;
  readonly role: HandedOverRole;
  /** The business days in which the agency may name somebody have passed. */
  readonly due: boolean;
}

/** What is already known when a move is judged; loaded before, so that the judgement asks nobody. */
export interface Facts {
  readonly stage: Stage;
  readonly stageLeft: Stage | null;
  readonly roles: readonly Role[];
  readonly riskRecorded: boolean;
  readonly recordedByViewer: boolean;
  /** The viewer is the person who entered it. */
  readonly broughtByViewer: boolean;
  readonly meetingOpenWithTwoAgencies: boolean;
  /** The coordinator's employer brought this situation. */
  readonly ownAgency: boolean;
  readonly onBehalfUnconfirmed: boolean;
  readonly roundOpen: boolean;
  readonly identifierRecipients: 'everyoneSeated' | 'agenciesAsked' | 'nobody';
  readonly riskRule: 'vote' | 'agreement';
  readonly withinTenMinutes: boolean;
  readonly withinCorrectionWindow: boolean;
  readonly proposedLead: string | null;
  readonly riskFactors: readonly string[];
  readonly agenciesAtTable: readonly string[];
  readonly agenciesWithoutAccount: readonly string[];
  readonly viewerAgency: string | null;
  /** Tiers that the viewer's agency holds by a live disclosure. */
  readonly holds: readonly (3 | 4)[];
  readonly assignments: readonly AssignmentFact[];
  readonly handOvers: readonly HandOverFact[];
}

/**
 * Facts about the request that the caller established: codes looked up, text searched by the guard, the
 * joined situation found.
 */
export interface Checked {
  readonly reasonActive: boolean;
  readonly basisActive: boolean;
  readonly toldActive: boolean;
  readonly textSafe: boolean;
  readonly joinedFound: boolean;
}

type RefusalReason = Need | 'unusedParameter' | 'wrongStage' | 'notYourRole';
export type Attempt =
  | { readonly allowed: true; readonly to: Stage }
  | { readonly allowed: false; readonly reason: RefusalReason };

const live = (a: AssignmentFact): boolean => a.state === 'asked' || a.state === 'accepted';

/**
 * Judges a move: parameters, stage, role, then each need in the order of the row; the first that fails is the reason.
 * The database's transition function judges the same rows in the same order (the second wall).
 */
export function attempt(name: MoveName, facts: Facts, request: Request, checked: Checked): Attempt {
  const move: Move = moves[name];
  const refuse = (reason: RefusalReason): Attempt => ({ allowed: false, reason });
  const unused = (Object.keys(request) as MoveParameter[]).filter(
    (key) => request[key] !== undefined && !(key in move.takes.fields),
  );
  if (unused.length > 0) return refuse('unusedParameter');
  const to = move.stages[facts.stage];
  if (to === undefined) return refuse('wrongStage');
  if (!mayMake(move, facts, request)) return refuse('notYourRole');
  const missing = move.needs.find((need) => !isMet(need, name, facts, request, checked));
  if (missing !== undefined) return refuse(missing);
  return { allowed: true, to: destination(move, facts, request, to) };
}

/**
 * An exit that may still be undone is there for that move alone: whoever asks for another is answered as if
 * there were nothing (matrix row 41).
 */
export function isHiddenFrom(name: MoveName, facts: Facts): boolean {
  return moves.undo.stages[facts.stage as keyof typeof moves.undo.stages] !== undefined && name !== 'undo';
}

/** The moves whose stage and role fit, before the needs are judged. */
export function offers(facts: Facts): MoveName[] {
  return (Object.keys(moves) as MoveName[]).filter((name) => {
    const move: Move = moves[name];
    return (
      move.stages[facts.stage] !== undefined &&
      move.by.some((role) => facts.roles.includes(role === 'forAgencyWithoutAccount' ? 'coordinator' : role))
    );
  });
}

/**
 * Needs that hang on how the situation stands and on nothing that is typed: what fails one of these, no form
 * can mend.
 */
const settledBefore: readonly Need[] = [
  'riskRecorded',
  'riskNotRecorded',
  'onBehalfUnconfirmed',
  'roundOpen',
  'roundClosed',
  'leadProposed',
  'originatorGone',
  'leadHandedOver',
  'withinTenMinutes',
  'withinCorrectionWindow',
];

/**
 * Of the moves that stage and role would allow, those that can succeed as the situation stands: what a screen
 * shows.
 */
export function offersNow(facts: Facts): MoveName[] {
  const unchecked: Checked = {
    reasonActive: false,
    basisActive: false,
    toldActive: false,
    textSafe: false,
    joinedFound: false,
  };
  return offers(facts).filter((name) =>
    (moves[name] as Move).needs.every((need) => {
      if (need === 'roleFree') return ['lead', 'assisting'].some((role) => roleIsFree(facts, role));
      if (need === 'roleHandedOver' || need === 'assistingHandedOver')
        return facts.handOvers.some(({ agency: from }) => isMet(need, name, facts, { from }, unchecked));
      return !settledBefore.includes(need) || isMet(need, name, facts, {}, unchecked);
    }),
  );
}

/** The agency for which the move is made: the one that the coordinator enters, or the viewer's own. */
function actingAgency(facts: Facts, request: Request): string | null {
  return facts.viewerAgency ?? request.agency ?? null;
}

function mayMake(move: Move, facts: Facts, request: Request): boolean {
  const agency = request.agency;
  // A representative speaks for its own agency only: naming one is the coordinator's way of entering.
  const entersForAgency = move.by.includes('forAgencyWithoutAccount');
  if (entersForAgency && facts.viewerAgency !== null && agency !== undefined) return false;
  return move.by.some((role) => {
    if (role !== 'forAgencyWithoutAccount') return facts.roles.includes(role);
    if (
      !facts.roles.includes('coordinator') ||
      agency === undefined ||
      !facts.agenciesWithoutAccount.includes(agency)
    )
      return false;
    if (!move.by.includes('asked')) return true;
    return facts.assignments.some((a) => a.agency === agency && a.state === 'asked');
  });
}

function destination(move: Move, facts: Facts, request: Request, to: Stage): Stage {
  if (move.toStageLeft === true && facts.stageLeft !== null) return facts.stageLeft;
  const agency = actingAgency(facts, request);
  const own = facts.assignments.find((a) => a.agency === agency && a.state === 'asked');
  if (move.asLead !== undefined && own?.role === 'lead') return move.asLead[facts.stage] ?? to;
  if (move.whenAllDeclined !== undefined) {
    const others = facts.assignments.filter((a) => a !== own);
    const allDeclined = others.every((a) => a.state === 'declined' || a.state === 'left');
    if (allDeclined) return move.whenAllDeclined[facts.stage] ?? to;
  }
  return to;
}

function namedAgencies(request: Request): string[] {
  return [
    ...(request.agencies ?? []),
    ...(request.assisting ?? []),
    ...[request.lead, request.agency].filter((a) => a !== undefined),
  ];
}

function roleIsFree(facts: Facts, role: string | undefined): boolean {
  if (role === 'lead') return !facts.assignments.some((a) => a.role === 'lead' && live(a));
  if (role === 'assisting') return facts.assignments.some((a) => a.role === 'assisting' && !live(a));
  return false;
}

/** What a need is judged by. */
interface Judged {
  readonly name: MoveName;
  readonly facts: Facts;
  readonly request: Request;
  readonly checked: Checked;
}

/** One line a need: reads like the rule it stands for. */
const needs: Readonly<Record<Need, (judged: Judged) => boolean>> = {
  ownMeansExhausted: ({ request }) => request.ownMeansExhausted === true,
  riskFactorsNamed: ({ facts }) => facts.riskFactors.length > 0,
  noCertainIdentifier: ({ checked }) => checked.textSafe,
  fourPointsMet: ({ request }) =>
    fourPoints.every((point) => request.fourPoints?.includes(point)) &&
    request.fourPoints?.length === fourPoints.length,
  tableRuleFollowed: ({ facts, request }) => request.decidedBy === facts.riskRule,
  meetingOpenWithTwoAgencies: ({ facts }) => facts.meetingOpenWithTwoAgencies,
  notOwnAgency: ({ facts }) => !facts.ownAgency,
  riskRecorded: ({ facts }) => facts.riskRecorded,
  riskNotRecorded: ({ facts }) => !facts.riskRecorded,
  basisGiven: ({ request, checked }) => request.basis !== undefined && checked.basisActive,
  notTheRecorder: ({ facts }) => !facts.recordedByViewer,
  onBehalfConfirmed: ({ facts }) => !facts.onBehalfUnconfirmed,
  onBehalfUnconfirmed: ({ facts }) => facts.onBehalfUnconfirmed,
  notTheBringer: ({ facts }) => !facts.broughtByViewer,
  recipientsNamed: ({ name, facts, request }) =>
    name === 'releaseAgain' || facts.identifierRecipients === 'agenciesAsked'
      ? (request.agencies?.length ?? 0) > 0
      : true,
  agenciesAtTable: ({ name, facts, request }) =>
    namedAgencies(request).every((a) => facts.agenciesAtTable.includes(a)) &&
    (!takesOneAgency(name) || request.agency !== undefined),
  reasonGiven: ({ request, checked }) => request.reason !== undefined && checked.reasonActive,
  joinedSituationNamed: ({ request, checked }) =>
    request.reason === 'joined' ? checked.joinedFound : request.joined === undefined,
  answerGiven: ({ facts, request, checked }) =>
    answers.some((a) => a === request.answer) &&
    (facts.viewerAgency !== null
      ? request.basis === undefined
      : request.basis !== undefined && checked.basisActive),
  roundOpen: ({ facts }) => facts.roundOpen,
  roundClosed: ({ facts }) => !facts.roundOpen,
  partsDistinct: ({ request }) => partsAreDistinct(request),
  roleFree: ({ facts, request }) => roleIsFree(facts, request.role),
  agencyHasNoRole: ({ facts, request }) =>
    !facts.assignments.some((a) => a.agency === request.agency && live(a)),
  assistingAcceptedNamed: ({ facts, request }) => isAcceptedAssisting(facts, request.agency ?? null),
  leadProposed: ({ facts }) => isAcceptedAssisting(facts, facts.proposedLead),
  originatorGone: ({ facts }) => facts.handOvers.some(({ role, due }) => role === 'originating' && due),
  roleHandedOver: ({ facts, request }) => handedOverRole(facts, request.from) !== undefined,
  assistingHandedOver: ({ facts, request }) =>
    facts.handOvers.some(({ agency, role, due }) => agency === request.from && role === 'assisting' && due),
  leadHandedOver: ({ facts }) => facts.handOvers.some(({ role }) => role === 'lead'),
  agencyMayTakeOver: ({ facts, request }) => mayTakeOver(facts, request),
  toldGiven: ({ request, checked }) => request.told !== undefined && checked.toldActive,
  riskReticked: ({ facts, request }) =>
    request.riskAfter !== undefined && request.riskAfter.every((code) => facts.riskFactors.includes(code)),
  withinTenMinutes: ({ facts }) => facts.withinTenMinutes,
  withinCorrectionWindow: ({ facts }) => facts.withinCorrectionWindow,
};

function isMet(need: Need, name: MoveName, facts: Facts, request: Request, checked: Checked): boolean {
  return needs[need]({ name, facts, request, checked });
}

/**
 * The role of an agency that the coordinator may give to another: nobody represents it, its days have passed,
 * and no other agency leads meanwhile.
 */
function handedOverRole(facts: Facts, from: string | undefined): 'lead' | 'assisting' | undefined {
  const another = facts.assignments.some((a) => a.role === 'lead' && live(a) && a.agency !== from);
  return (['lead', 'assisting'] as const).find(
    (role) =>
      !(role === 'lead' && another) &&
      facts.handOvers.some((h) => h.agency === from && h.role === role && h.due),
  );
}

/**
 * An agency without a role may take one over; an assisting one may take over the lead once there is an
 * intervention.
 */
function mayTakeOver(facts: Facts, request: Request): boolean {
  const agency = request.agency;
  if (agency === undefined || agency === request.from) return false;
  if (!facts.assignments.some((a) => a.agency === agency && live(a))) return true;
  return (
    facts.stage === 'intervention' &&
    handedOverRole(facts, request.from) === 'lead' &&
    isAcceptedAssisting(facts, agency)
  );
}

function takesOneAgency(name: MoveName): boolean {
  return 'agency' in moves[name].takes.fields;
}

function partsAreDistinct(request: Request): boolean {
  const named = [request.lead, ...(request.assisting ?? [])];
  return request.lead !== undefined && new Set(named).size === named.length;
}

function isAcceptedAssisting(facts: Facts, agency: string | null): boolean {
  return (
    agency !== null &&
    facts.assignments.some((a) => a.agency === agency && a.role === 'assisting' && a.state === 'accepted')
  );
}
