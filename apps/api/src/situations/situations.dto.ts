import { stages } from '#domain/vocabulary';
import {
  CardCodes,
  Code,
  Codes,
  Day,
  Identifier,
  Instant,
  PageQuery,
  Part,
  Parts,
  Term,
  Terms,
  Text,
  Truth,
  Whole,
} from '#edge';

const openStages = ['deidentified', 'limited', 'planning', 'intervention'] as const;
const shownStages = [...openStages, 'concluded', 'rejected', 'returned', 'withdrawn'] as const;

/** Which situations, in which order: only number and coded fields; sealed text is not searched. */
export class SituationQuery extends PageQuery {
  @Code([...shownStages, 'open', 'all'], { optional: true, description: '`open` unless given' })
  stage?: string;
  @Text({
    optional: true,
    max: 15,
    pattern: /^\d{4}(-\d{0,10})?$/,
    description: 'Year, or the beginning of a number',
  })
  number?: string;
  @Term({ optional: true }) type?: string;
  @Term({ optional: true }) ageBand?: string;
  @Term({ optional: true }) sex?: string;
  @Term({ optional: true }) riskFactor?: string;
  @Identifier({ optional: true }) originatingAgency?: string;
  @Truth({ optional: true, query: true, description: 'Only those in which the own agency has a role' })
  own?: boolean;
  @Code(['newest', 'oldest'], { optional: true, description: '`newest` unless given' }) sort?: string;
}

export class SituationListRow {
  @Identifier() id: string;
  @Text({ max: 20 }) number: string;
  @Code(stages) stage: string;
  @Text({ max: 7, description: 'YYYY-MM' }) openedMonth: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
  @Term({ nullable: true }) type: string | null;
  @Term({ nullable: true }) ageBand: string | null;
  @Term({ nullable: true }) sex: string | null;
  @Terms({ max: 40, nullable: true }) riskFactors: string[] | null;
  @Identifier({ nullable: true }) originatingAgency: string | null;
  @Identifier({ nullable: true }) leadAgency: string | null;
  @Text({ max: 20, nullable: true, description: 'The own agency’s open role' }) ownRole: string | null;
  @Text({ max: 20, nullable: true }) ownState: string | null;
  @Instant({ nullable: true, description: 'Of the own agency’s first contact, until it has reported' })
  contactDueAt: string | null;
  @Term({ nullable: true, description: 'Coded reason of a conclusion or exit' }) reason: string | null;
}

export class AgencyRef {
  @Identifier() id: string;
  @Text({ max: 120 }) name: string;
  @Text({ max: 60 }) sector: string;
}
export class PersonRef {
  @Identifier() id: string;
  @Text({ max: 120 }) name: string;
}
export class OriginView {
  @Part(() => AgencyRef) agency: AgencyRef;
  @Code(['no', 'unconfirmed', 'confirmed']) onBehalf: string;
}
export class Tier2View extends CardCodes {
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}
export class SummaryView {
  @Text({ max: 2000, min: 0, nullable: true }) text: string | null;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}
export class AffectedPersonView {
  @Identifier() id: string;
  @Term({ nullable: true }) ageBand: string | null;
  @Term({ nullable: true }) sex: string | null;
  @Terms({ max: 40 }) riskFactors: string[];
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}
export class NoteView {
  @Identifier() id: string;
  @Part(() => AgencyRef, { nullable: true, description: 'Null: the coordinator' }) agency: AgencyRef | null;
  @Text({ max: 2000 }) text: string;
  @Instant() writtenAt: string;
}
export class RiskView {
  @Terms({ max: 4 }) fourPoints: string[];
  @Code(['vote', 'agreement']) decidedBy: string;
  @Terms({ max: 60, description: 'Agency ids' }) agenciesPresent: string[];
  @Instant() recordedAt: string;
}
export class AnswerView {
  @Part(() => AgencyRef) agency: AgencyRef;
  @Whole({ min: 0, max: 1000 }) round: number;
  @Code(['involved', 'shouldBeInvolved', 'notInvolved', 'noAnswer']) answer: string;
  @Truth() canHelp: boolean;
  @Truth() enteredForAgency: boolean;
}
export class AssignmentView {
  @Identifier() id: string;
  @Part(() => AgencyRef) agency: AgencyRef;
  @Code(['lead', 'assisting']) role: string;
  @Code(['asked', 'accepted', 'declined', 'returned', 'left']) state: string;
  @Instant() askedAt: string;
  @Instant({ description: '48 hours of wall clock from assign' }) contactDueAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Truth() answeredForAgency: boolean;
}
export class ReportBackView {
  @Identifier() id: string;
  @Part(() => AgencyRef) agency: AgencyRef;
  @Term() status: string;
  @Truth({ nullable: true }) stillElevated: boolean | null;
  @Instant() reportedAt: string;
}
export class GapView {
  @Identifier() id: string;
  @Part(() => AgencyRef) agency: AgencyRef;
  @Term() service: string;
  @Text({ max: 7 }) month: string;
}
export class ServiceView extends GapView {
  @Term() mobilization: string;
}
export class ConsentView {
  @Identifier() id: string;
  @Truth() given: boolean;
  @Day({ nullable: true }) dueOn: Day | null;
}
export class ConclusionProposalView {
  @Term() reason: string;
  @Instant() proposedAt: string;
}
export class ConclusionView {
  @Term() reason: string;
  @Term({ nullable: true }) told: string | null;
  @Terms({ max: 40 }) riskAfter: string[];
  @Day() concludedOn: Day;
  @Day({ description: 'Until then it can be corrected or reopened' }) sealAfter: Day;
  @Day({ description: 'Erased after this day unless held' }) destroyAfter: Day;
}
export class ExitView {
  @Code(['rejected', 'returned', 'withdrawn']) kind: string;
  @Term() type: string;
  @Term({ nullable: true }) reason: string | null;
}

/**
 * One situation with everything that this seat may see at this filter; what it may not see is absent. T3 and
 * T4 have pages of their own.
 */
export class SituationView {
  @Identifier() id: string;
  @Text({ max: 20 }) number: string;
  @Code(stages) stage: string;
  @Text({ max: 7 }) openedMonth: string;
  @Whole({ min: 1, max: 1_000_000_000, description: 'For If-Match of a move: `"v<version>"`' })
  version: number;
  @Terms({ max: 40, description: 'Moves that fit the stage, this seat’s role and how the situation stands' })
  offered: string[];
  @Part(() => OriginView, { optional: true }) origin?: OriginView;
  @Part(() => PersonRef, { optional: true }) author?: PersonRef;
  @Part(() => Tier2View, { optional: true }) tier2?: Tier2View;
  @Part(() => SummaryView, { optional: true }) summary?: SummaryView;
  @Parts(() => AffectedPersonView, { optional: true, max: 100 }) persons?: AffectedPersonView[];
  @Parts(() => NoteView, { optional: true, max: 1000 }) notes?: NoteView[];
  @Part(() => RiskView, { optional: true }) risk?: RiskView;
  @Parts(() => AnswerView, { optional: true, max: 1000 }) answers?: AnswerView[];
  @Parts(() => AssignmentView, { optional: true, max: 1000 }) assignments?: AssignmentView[];
  @Parts(() => ReportBackView, { optional: true, max: 1000 }) reportBacks?: ReportBackView[];
  @Parts(() => ServiceView, { optional: true, max: 1000 }) services?: ServiceView[];
  @Parts(() => GapView, { optional: true, max: 1000 }) gaps?: GapView[];
  @Parts(() => ConsentView, { optional: true, max: 1000 }) consents?: ConsentView[];
  @Part(() => ConclusionProposalView, { optional: true }) conclusionProposal?: ConclusionProposalView;
  @Part(() => ConclusionView, { optional: true }) conclusion?: ConclusionView;
  @Part(() => ExitView, { optional: true }) exit?: ExitView;
}

export class LedgerEntry {
  @Identifier() id: string;
  @Whole({ min: 3, max: 4 }) tier: number;
  @Part(() => AgencyRef) agency: AgencyRef;
  @Term() basis: string;
  @Instant() grantedAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Term({ nullable: true }) revokedBecause: string | null;
}
export class LedgerView {
  @Parts(() => LedgerEntry, { max: 10_000 }) rows: LedgerEntry[];
}
export class StepView {
  @Term() move: string;
  @Code(stages) stage: string;
  @Instant() at: string;
}
export class TimelineView {
  @Parts(() => StepView, { max: 10_000 }) rows: StepView[];
}
export class SawEntry {
  @Instant() at: string;
  @Text({ max: 120, nullable: true }) who: string | null;
  @Text({ max: 120, nullable: true }) agency: string | null;
  @Text({ max: 20, nullable: true }) persona: string | null;
  @Text({ max: 60 }) action: string;
  @Terms({ max: 20 }) fields: string[];
  @Code(['allow', 'hide', 'deny', 'error']) outcome: string;
  @Text({ max: 40, nullable: true }) purpose: string | null;
}
export class OthersSeeRow {
  @Code([
    'originating',
    'seated',
    'recipient',
    'intervening',
    'coordinator',
    'otherTable',
    'administrator',
    'auditor',
  ])
  who: string;
  @Codes([
    'header',
    'origin',
    'author',
    'tier2',
    'summary',
    'notes',
    'risk',
    'tier3',
    'answers',
    'assignments',
    'tier4',
    'plan',
    'reportBacks',
    'reportBackDetails',
    'consents',
    'consentDetails',
    'ledger',
    'conclusionProposal',
    'conclusion',
    'exit',
    'persons',
    'services',
    'safetyNotes',
    'gaps',
  ])
  all: string[];
  @Terms({ max: 40, description: 'Only what the own agency wrote' }) own: string[];
}
export class OthersSeeView {
  @Parts(() => OthersSeeRow, { max: 10 }) rows: OthersSeeRow[];
}
