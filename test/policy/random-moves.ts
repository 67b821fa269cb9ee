import { moves, offers, type Facts, type Move, type MoveName, type Request } from '#domain/filters';
import type { ListName } from '#domain/vocabulary';

/** Numbers that look random and come again with the same seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  in(share: number): boolean {
    return this.next() < share;
  }

  one<T>(of: readonly T[]): T {
    const found = of[Math.floor(this.next() * of.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  some<T>(of: readonly T[], share: number): T[] {
    return of.filter(() => this.in(share));
  }
}

/** What requests may name: agencies of the table, one without an account, one of another table. */
export interface Names {
  readonly agencies: readonly string[];
  readonly withoutAccount: string;
  readonly stranger: string;
}

const names = (Object.keys(moves) as MoveName[]).filter((name) => !('screening' in moves[name].stages));
/** A reason of each list that a person may choose. */
const good: Readonly<Partial<Record<ListName, string>>> = {
  rejectionReason: 'rejected.single-agency-can-address-risk-alone',
  returnReason: 'moreInformation',
  withdrawalReason: 'ownMeans',
  declineReason: 'capacity',
  leaveReason: 'capacity',
  conclusionReason: 'overall-risk-lowered.connected-to-services',
};
const points = ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'];

/**
 * A move for somebody: mostly one that stage and role offer, else any; its parameters mostly right, else
 * wrong in one way.
 */
export function randomMove(
  chance: Chance,
  facts: Facts | undefined,
  where: Names,
): { name: MoveName; request: Request } {
  const offered = facts === undefined ? [] : offers(facts).filter((name) => names.includes(name));
  // What ends a history is offered as often as everything else together would allow: held back, so that histories grow.
  const going = offered.filter(
    (name) =>
      !['reject', 'sendBack', 'withdraw', 'withdrawOnBehalf', 'takeBackRisk', 'conclude'].includes(name) ||
      chance.in(0.15),
  );
  const name = going.length > 0 && chance.in(0.75) ? chance.one(going) : chance.one(names);
  const request = rightFor(chance, name, facts, where);
  return { name, request: chance.in(0.22) ? wronged(chance, request, where) : request };
}

/** Parameters as the move wants them; which agencies it names is left to chance. */
export function rightFor(chance: Chance, name: MoveName, facts: Facts | undefined, where: Names): Request {
  const coordinator = facts?.roles.includes('coordinator') === true;
  const agency = chance.one(where.agencies);
  const { reasons, takes }: Move = moves[name];
  const reason = (reasons === undefined ? undefined : good[reasons]) ?? 'capacity';
  switch (name) {
    case 'recordRisk':
      return { fourPoints: points, decidedBy: 'agreement' };
    case 'releaseIdentifiers':
    case 'releaseAgain':
      return {
        basis: 'phipa40',
        ...(facts?.identifierRecipients !== 'everyoneSeated' || name === 'releaseAgain' || chance.in(0.3)
          ? { agencies: atLeastOne(chance, where.agencies) }
          : {}),
      };
    case 'answer':
      return {
        answer: chance.one(['involved', 'shouldBeInvolved', 'notInvolved']),
        ...(coordinator ? { agency: where.withoutAccount, basis: 'phipa40' } : {}),
      };
    case 'assign': {
      const named = atLeastOne(chance, where.agencies);
      return { lead: named[0] ?? agency, assisting: named.slice(1) };
    }
    case 'assignAgain':
      return { agency, role: chance.one(['lead', 'assisting']) };
    case 'reassign':
      return { from: oneHandedOver(chance, facts, where), agency };
    case 'endRole':
      return { from: oneHandedOver(chance, facts, where) };
    case 'addAssisting':
    case 'proposeLead':
      return { agency };
    case 'acceptAssignment':
      return { basis: 'mfippa32h', ...(coordinator ? { agency: where.withoutAccount } : {}) };
    case 'declineAssignment':
      return { reason, ...(coordinator ? { agency: where.withoutAccount } : {}) };
    case 'conclude':
    case 'correctConclusion':
      return {
        reason: name === 'conclude' ? reason : 'other.deceased',
        told: 'told',
        riskAfter: chance.in(0.5) ? [] : ['alcohol.alcohol-abuse-by-person'],
      };
    default:
      return 'reason' in takes.fields ? { reason } : {};
  }
}

function oneHandedOver(chance: Chance, facts: Facts | undefined, where: Names): string {
  const waiting = facts?.handOvers.map(({ agency }) => agency) ?? [];
  return chance.one(waiting.length > 0 ? waiting : where.agencies);
}

function atLeastOne(chance: Chance, of: readonly string[]): string[] {
  const found = chance.some(of, 0.4);
  return found.length > 0 ? found : [chance.one(of)];
}

/**
 * One fault: something left out, something that the move does not take, a code that is none, a stranger, one
 * named twice.
 */
function wronged(chance: Chance, request: Request, where: Names): Request {
  const keys = Object.keys(request) as (keyof Request)[];
  const fault = chance.one([
    'leftOut',
    'unused',
    'code',
    'stranger',
    'twice',
    'points',
    'joined',
    'agency',
  ] as const);
  switch (fault) {
    case 'leftOut':
      return Object.fromEntries(
        Object.entries(request).filter(([key]) => key !== keys[Math.floor(chance.next() * keys.length)]),
      ) as Request;
    case 'unused':
      return {
        ...request,
        [chance.one(['told', 'role', 'canHelp', 'lead', 'joined', 'basis', 'ownMeansExhausted'] as const)]:
          chance.in(0.5) ? true : 'x',
      } as Request;
    case 'code':
      return {
        ...request,
        ...(keys.includes('reason') ? { reason: 'noSuchCode' } : {}),
        ...(keys.includes('basis') ? { basis: 'noSuchCode' } : {}),
        ...(keys.includes('told') && chance.in(0.3) ? { told: 'noSuchCode' } : {}),
      };
    case 'stranger':
      return {
        ...request,
        ...(keys.includes('agency') ? { agency: where.stranger } : {}),
        ...(keys.includes('lead') ? { lead: where.stranger } : {}),
        ...(keys.includes('agencies') ? { agencies: [where.stranger] } : {}),
      };
    case 'twice':
      return {
        ...request,
        ...(keys.includes('lead') ? { assisting: [request.lead ?? where.stranger] } : {}),
        ...(keys.includes('riskAfter')
          ? { riskAfter: ['mental-health.suspected-mental-health-problem'] }
          : {}),
      };
    case 'points':
      return {
        ...request,
        ...(keys.includes('fourPoints') ? { fourPoints: points.slice(1) } : {}),
        ...(keys.includes('decidedBy') && chance.in(0.5) ? { decidedBy: 'vote' } : {}),
        ...(keys.includes('answer') ? { answer: 'perhaps' } : {}),
      };
    case 'joined':
      return keys.includes('reason')
        ? { ...request, reason: 'joined', ...(chance.in(0.5) ? { joined: '1999-001' } : {}) }
        : request;
    case 'agency':
      return keys.includes('agency')
        ? { ...request, agency: chance.one(where.agencies) }
        : { ...request, agency: where.withoutAccount };
  }
}
