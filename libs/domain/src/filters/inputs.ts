/**
 * The four points of acutely elevated risk, all of which must be met. Source: Ontario, Guidance on
 * Information Sharing in MSRIMs.
 */
export const fourPoints = ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'] as const;

/** What an agency answers when it has heard the limited identifiers. */
export const answers = ['involved', 'shouldBeInvolved', 'notInvolved'] as const;

/** The most agencies that one request names. */
const mostAgencies = 60;

/** What a parameter of a move is. A code of the codebook is a `term`; a `code` is one of those written here. */
export const parameters = {
  ownMeansExhausted: { kind: 'truth' },
  fourPoints: { kind: 'codes', of: fourPoints },
  decidedBy: { kind: 'code', of: ['vote', 'agreement'] },
  reason: { kind: 'term' },
  joined: { kind: 'text', max: 20, pattern: /^\d{4}-\d{3,}$/ },
  basis: { kind: 'term' },
  agencies: { kind: 'identifiers', max: mostAgencies },
  answer: { kind: 'code', of: answers },
  canHelp: { kind: 'truth' },
  agency: { kind: 'identifier' },
  from: { kind: 'identifier' },
  lead: { kind: 'identifier' },
  assisting: { kind: 'identifiers', max: mostAgencies },
  role: { kind: 'code', of: ['lead', 'assisting'] },
  told: { kind: 'term' },
  riskAfter: { kind: 'terms', max: 40 },
} as const satisfies Record<string, ParameterKind>;

export type ParameterKind =
  | { readonly kind: 'truth' | 'term' | 'identifier' }
  | { readonly kind: 'terms' | 'identifiers'; readonly max: number }
  | { readonly kind: 'code' | 'codes'; readonly of: readonly string[] }
  | { readonly kind: 'text'; readonly max: number; readonly pattern: RegExp };

export type MoveParameter = keyof typeof parameters;

type ValueOf<Kind> = Kind extends 'truth'
  ? boolean
  : Kind extends 'codes' | 'terms' | 'identifiers'
    ? readonly string[]
    : string;
/** What the person asks for. */
export type Request = {
  readonly [Name in MoveParameter]?: ValueOf<(typeof parameters)[Name]['kind']>;
};

/** How a parameter is used in one request. */
interface ParameterUse {
  readonly optional?: true;
  readonly description?: string;
}

/** What one or several moves carry. */
export interface RequestShape {
  /** Names the request in the API's document: `reason` is `ReasonInput`. */
  readonly name: string;
  readonly fields: Partial<Readonly<Record<MoveParameter, ParameterUse>>>;
}

const ofTheList: ParameterUse = { description: 'A code of the list for this step' };
const withoutAccount: ParameterUse = {
  optional: true,
  description: 'Coordinator only: the agency without an account',
};
const goneAgency: ParameterUse = { description: 'The agency that nobody represents any more' };

/** The requests of the moves, by the name that moves share. */
export const inputs = {
  nothing: { name: 'nothing', fields: {} },
  ownMeans: { name: 'ownMeans', fields: { ownMeansExhausted: {} } },
  onBehalf: { name: 'onBehalf', fields: { agency: {}, ownMeansExhausted: {} } },
  recordRisk: {
    name: 'recordRisk',
    fields: {
      fourPoints: { description: 'All four must be met' },
      decidedBy: { description: 'As the table’s rule says' },
    },
  },
  reason: { name: 'reason', fields: { reason: ofTheList } },
  sendBack: {
    name: 'sendBack',
    fields: {
      reason: ofTheList,
      joined: {
        optional: true,
        description: 'With reason `joined`: the number of the situation it belongs to',
      },
    },
  },
  release: {
    name: 'release',
    fields: {
      basis: { description: 'legalBasis' },
      agencies: {
        optional: true,
        description: 'The agencies that hear the identifiers, where the table’s setting asks for them',
      },
    },
  },
  answer: {
    name: 'answer',
    fields: {
      answer: {},
      canHelp: { optional: true },
      agency: {
        optional: true,
        description: 'Coordinator only: the agency without an account that answered at the meeting',
      },
      basis: { optional: true, description: 'Coordinator only: legalBasis noted for that agency' },
    },
  },
  assign: { name: 'assign', fields: { lead: {}, assisting: { optional: true } } },
  assignAgain: { name: 'assignAgain', fields: { agency: {}, role: {} } },
  accept: {
    name: 'accept',
    fields: {
      basis: { description: 'legalBasis for what the agency discloses itself' },
      agency: withoutAccount,
    },
  },
  decline: { name: 'decline', fields: { reason: ofTheList, agency: withoutAccount } },
  agency: { name: 'agency', fields: { agency: {} } },
  from: { name: 'from', fields: { from: goneAgency } },
  reassign: {
    name: 'reassign',
    fields: { from: goneAgency, agency: { description: 'The agency that takes its role over' } },
  },
  conclude: {
    name: 'conclude',
    fields: {
      reason: ofTheList,
      told: { description: 'told: whether the person was told' },
      riskAfter: { description: 'The risk factors that still stand' },
    },
  },
} as const satisfies Record<string, RequestShape>;
