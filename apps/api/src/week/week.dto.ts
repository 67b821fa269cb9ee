import { Code, Codes, Day, Identifier, Instant, Parts, Term, Text, Truth } from '#edge';

const kinds = [
  'answerAssignment',
  'firstContact',
  'reportBack',
  'answerRound',
  'releaseIdentifiers',
  'confirmOnBehalf',
  'closeRound',
  'assign',
  'assignAgain',
  'confirmLead',
  'conclude',
  'overdueReportBack',
  'overdueContact',
  'tableDecision',
  'answers',
  'assignment',
  'acceptance',
] as const;

export const weekLists = ['doNow', 'waitingFor', 'drafts', 'done'] as const;
export type WeekList = (typeof weekLists)[number];

export class WeekTask {
  @Code(kinds) kind: string;
  @Identifier() situationId: string;
  @Text({ max: 20 }) number: string;
  @Code(['lead', 'assisting'], { nullable: true }) role: string | null;
  @Identifier({
    nullable: true,
    description: 'The agency that it is about or that is waited for, where it is not the viewer’s',
  })
  agencyId: string | null;
  @Text({ max: 120, nullable: true }) agency: string | null;
  @Instant({ nullable: true }) dueAt: string | null;
  @Day({ nullable: true }) dueOn: Day | null;
  @Truth() overdue: boolean;
}
export class WeekDraft {
  @Identifier() id: string;
  @Instant() updatedAt: string;
}
export class WeekDone {
  @Identifier() situationId: string;
  @Text({ max: 20 }) number: string;
  @Day() concludedOn: Day;
  @Term() reason: string;
}
/** What is to be done next, in the order in which it is due; numbers and codes only. */
export class WeekView {
  @Day({ description: 'The day of the table’s next regular meeting: today’s until it is opened' })
  nextMeetingOn: Day;
  @Instant() nextMeetingAt: string;
  @Instant({ nullable: true, description: 'An emergency meeting that comes before it' })
  emergencyMeetingAt: string | null;
  @Parts(() => WeekTask, { max: 400 }) doNow: WeekTask[];
  @Parts(() => WeekTask, { max: 400 }) waitingFor: WeekTask[];
  @Parts(() => WeekDraft, { max: 100 }) drafts: WeekDraft[];
  @Parts(() => WeekDone, { max: 100 }) done: WeekDone[];
  @Codes(weekLists, { description: 'The lists of these that are longer than what is shown here' })
  cut: WeekList[];
}
