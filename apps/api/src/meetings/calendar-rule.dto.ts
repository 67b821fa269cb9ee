import { Code, Day, Identifier, Instant, PageQuery, Part, Text, Truth, Whole, Wholes } from '#edge';
import { meetingStates } from './meetings.dto.js';

const largest = 1_000_000_000;
const hourForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export class ComingMeetingsQuery extends PageQuery {}

/** A meeting of the coming year: planned by the rule, convened, moved, called off or a holiday’s. */
export class ComingMeetingView {
  @Identifier() id: string;
  @Code(['regular', 'emergency']) kind: string;
  @Code(meetingStates, { description: '`skipped`: the rule’s day is a holiday of the installation' })
  state: string;
  @Day({ description: 'At the table’s clock' }) meetsOn: string;
  @Instant() scheduledFor: string;
  @Day({ nullable: true, description: 'The day of the rule whose meeting this is' }) ruleOn: string | null;
  @Truth({ description: 'It is not at the time that the rule has for it' }) moved: boolean;
  @Text({ max: 60, nullable: true }) holiday: string | null;
  @Text({ max: 120, nullable: true }) place: string | null;
  @Whole({ min: 0, max: largest, description: 'For If-Match as `"v0"`; 0: nobody has touched it' })
  version: number;
}

/** On which days of which weeks a table meets, at its own clock. */
export class MeetingRule {
  @Wholes({ min: 1, max: 7, description: 'ISO: 1 Monday to 7 Sunday' }) days: number[];
  @Whole({ min: 1, max: 2 }) everyWeeks: number;
  @Day({ description: 'A day of a week in which the table meets, where it meets every two weeks' })
  anchorOn: string;
  @Text({ max: 5, pattern: hourForm, description: 'HH:MM; the same hour before and after summer time' })
  time: string;
  @Day({ description: 'The day from which it holds' }) from: string;
}
export class MeetingRuleView extends MeetingRule {
  @Text({ max: 60, description: 'IANA' }) timeZone: string;
  @Part(() => MeetingRule, { nullable: true, description: 'The rule that follows, where one is set' })
  next: MeetingRule | null;
  @Whole({ min: 1, max: largest }) version: number;
}
export class MeetingRuleInput {
  @Wholes({ min: 1, max: 7, description: 'ISO: 1 Monday to 7 Sunday' }) days: number[];
  @Whole({ min: 1, max: 2 }) everyWeeks: number;
  @Text({ max: 5, pattern: hourForm, description: 'HH:MM at the table' }) time: string;
  @Day({ optional: true, description: 'Where left out: the week of the day from which it holds' })
  anchorOn?: string;
  @Day({ optional: true, description: 'Where left out: today; tomorrow once today’s hour has come' })
  from?: string;
}
export class MeetingRuleReceipt {
  @Whole({ min: 1, max: largest }) version: number;
}
