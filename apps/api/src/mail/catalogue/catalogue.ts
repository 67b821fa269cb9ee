/** What is told of a situation, and of roles that nobody holds; the code of its notice ends in it. */
export const mailItemCodes = [
  'asked',
  'dueSoon',
  'overdue',
  'cameBack',
  'reportCalled',
  'handOver',
  'handOverDue',
  'coordinatorMissing',
  'officerMissing',
  'acts',
  'parked',
] as const;
export type MailItemCode = (typeof mailItemCodes)[number];

/** What is told of a meeting; the code of its notice ends in it. */
export const meetingCodes = ['moved', 'calledOff', 'restored', 'convened', 'planChanged'] as const;
export type MeetingCode = (typeof meetingCodes)[number];

/** What is counted in an officer's weekly email. */
export const countCodes = ['fresh', 'earlier', 'holds', 'dueMore'] as const;
export type CountCode = (typeof countCodes)[number];

/**
 * All that emails say in one language. `{}` stands for a number, an address of the product or a code: never
 * for a person or an agency.
 */
export interface EmailTexts {
  /** The one subject of every digest: it tells that there is something, not what. */
  readonly digestSubject: string;
  readonly digestOpening: string;
  readonly told: Readonly<Record<MailItemCode, string>>;
  /** First when the meeting was to be, where that is said, then when it is. */
  readonly meeting: Readonly<Record<MeetingCode, string>>;
  readonly digestClosing: string;
  readonly weeklySubject: string;
  readonly weeklyOpening: string;
  readonly weekly: Readonly<Record<CountCode, string>>;
  /** The table's name, then numbers. */
  readonly weeklyDue: string;
  readonly weeklyClosing: string;
  readonly confirmationSubject: string;
  readonly confirmation: string;
  readonly invitationSubject: string;
  readonly invitation: string;
  readonly footer: string;
}
