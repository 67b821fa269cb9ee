import { agendaSections, decisions, notedDecisions } from '#domain/filters';
import { stages } from '#domain/vocabulary';
import {
  Code,
  Codes,
  Day,
  Identifier,
  Instant,
  Line,
  PageQuery,
  Part,
  Parts,
  Term,
  Text,
  Truth,
  Whole,
} from '#edge';

const kinds = ['regular', 'emergency'] as const;
export const meetingStates = ['scheduled', 'calledOff', 'skipped', 'open', 'closed'] as const;
const states = meetingStates;
const largest = 1_000_000_000;

export class MeetingsQuery extends PageQuery {
  @Code(states, { optional: true }) state?: string;
}
export class MeetingView {
  @Identifier() id: string;
  @Code(kinds) kind: string;
  @Code(states) state: string;
  @Instant() scheduledFor: string;
  @Instant({ nullable: true }) openedAt: string | null;
  @Instant({ nullable: true }) closedAt: string | null;
  @Text({ max: 120, nullable: true }) place: string | null;
  @Whole({ min: 0, max: largest, description: '0: planned by the rule, untouched until now' })
  version: number;
}
export class ConveneInput {
  @Code(kinds) kind: 'regular' | 'emergency';
  @Instant() scheduledFor: string;
  @Line({ max: 120, nullable: true, optional: true, description: 'Room or building; no persons' }) place?:
    string | null;
}
export class RescheduleInput {
  @Instant() scheduledFor: string;
  @Line({ max: 120, nullable: true, optional: true, description: 'Room or building; no persons' }) place?:
    string | null;
}
export class MeetingReceipt {
  @Identifier() id: string;
  @Whole({ min: 1, max: largest }) version: number;
}
export class PartReceipt {
  @Identifier({ description: 'The meeting' }) id: string;
  @Whole({
    min: 0,
    max: largest,
    description: 'The next version of what was changed; 0: there is nothing any more',
  })
  version: number;
}

export class AgendaEntryView {
  @Identifier() situationId: string;
  @Text({ max: 20 }) number: string;
  @Code(stages) stage: string;
  @Code(agendaSections) section: string;
  @Whole({ min: 1, max: 100_000 }) place: number;
  @Day({ nullable: true, description: 'The meeting day by which the report-back is due' }) dueOn: Day | null;
  @Truth({ description: '`dueOn` has passed without a report' }) overdue: boolean;
  @Truth({ description: 'The 48 hours for the first contact have passed without a report' })
  contactOverdue: boolean;
  @Codes(decisions, { description: 'What the table decided here, in order' }) decisions: string[];
  @Term({ nullable: true, description: 'Coded reason of a rejection, return, withdrawal or conclusion' })
  reason: string | null;
  @Code(notedDecisions, { nullable: true }) noted: string | null;
  @Truth() onTheTable: boolean;
  @Whole({ min: 0, max: largest, description: '0 until the meeting opens' }) version: number;
}
/**
 * Printed with the agenda and the minutes, it lets anybody at the table show later that the audit was not
 * written again.
 */
export class AgendaCheckpoint {
  @Whole({ min: 1, max: largest }) number: number;
  @Instant() madeAt: string;
  @Text({ max: 19, description: 'The first 64 bits of its digest, in groups of four' }) short: string;
}
export class AgendaView {
  @Identifier() meetingId: string;
  @Code(states) state: string;
  @Parts(() => AgendaEntryView, { max: 10_000 }) rows: AgendaEntryView[];
  @Part(() => AgendaCheckpoint, { nullable: true, description: 'The latest signed checkpoint of the audit' })
  checkpoint: AgendaCheckpoint | null;
  @Day({ description: 'Printed copies are shredded by the next meeting day' }) shredBy: Day;
}
export class NoteDecisionInput {
  @Code(notedDecisions, { nullable: true, description: 'Null takes the note back' }) noted:
    'moreInformation' | 'reported' | null;
}

export class AttendanceView {
  @Identifier() agencyId: string;
  @Text({ max: 120 }) agency: string;
  @Text({ max: 60 }) sector: string;
  @Code(['room', 'remote', 'absent']) mode: string;
  @Truth({ description: 'The agency has no account, so that the coordinator entered this for it' })
  enteredForAgency: boolean;
  @Term({ nullable: true }) basis: string | null;
  @Instant({ nullable: true }) markedAt: string | null;
  @Whole({ min: 0, max: largest, description: 'For If-Match as `"v0"`; 0: not marked' }) version: number;
}
export class AttendanceList {
  @Parts(() => AttendanceView, { max: 1000 }) rows: AttendanceView[];
}
export class AttendanceInput {
  @Code(['room', 'remote', 'absent'], { description: '`absent` takes a mark back' }) mode:
    'room' | 'remote' | 'absent';
  @Term({ optional: true, description: 'Legal basis, for an agency without an account only' }) basis?: string;
}

export class CardPlaceView {
  @Identifier({ nullable: true }) situationId: string | null;
  @Text({ max: 20, nullable: true }) number: string | null;
  @Code(stages, { nullable: true }) stage: string | null;
  @Truth({ description: 'Whether the summary is on the wall too' }) withSummary: boolean;
  @Truth() shaded: boolean;
  @Whole({ min: 1, max: largest }) version: number;
}
export class CardPlaceInput {
  @Identifier({ nullable: true, description: 'Null clears the table' }) situationId: string | null;
  @Truth({ optional: true }) withSummary?: boolean;
}

export class MinutesAgency {
  @Text({ max: 120 }) agency: string;
  @Code(['room', 'remote']) mode: string;
}
export class MinutesLine {
  @Text({ max: 20 }) number: string;
  @Codes(decisions) decisions: string[];
  @Term({ nullable: true }) reason: string | null;
}
/** De-identified: a date, a kind, who attended, and numbers with what was decided. */
export class MinutesView {
  @Code(kinds) kind: string;
  @Day() heldOn: Day;
  @Instant() openedAt: string;
  @Instant() closedAt: string;
  @Parts(() => MinutesAgency, { max: 1000 }) present: MinutesAgency[];
  @Parts(() => MinutesLine, { max: 10_000 }) lines: MinutesLine[];
  @Part(() => AgendaCheckpoint, { nullable: true, description: 'The latest signed checkpoint of the audit' })
  checkpoint: AgendaCheckpoint | null;
  @Day({ description: 'Printed copies are shredded by the next meeting day' }) shredBy: Day;
}
