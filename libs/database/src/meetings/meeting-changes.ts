import type { NotedDecision } from '#domain/filters';
import type { Session } from '../door/session.js';

/** A version after a change. */
interface Versioned {
  readonly version: number;
}

/** The meeting's id. @throws P0001 `meeting.inThePast` */
export async function conveneMeeting(
  session: Session,
  kind: string,
  at: string,
  place: string | null,
): Promise<string> {
  return (await session.one<{ id: string }>('select app.convene($1, $2, $3) as id', [kind, at, place])).id;
}

/** @throws P0001 `meeting.notScheduled`, `meeting.inThePast`; 40001 */
export async function rescheduleMeeting(
  session: Session,
  id: string,
  version: number,
  at: string,
  place: string | null,
): Promise<number> {
  return (
    await session.one<Versioned>('select app.reschedule_meeting($1, $2, $3, $4) as version', [
      id,
      version,
      at,
      place,
    ])
  ).version;
}

const steps = {
  open: 'select app.open_meeting($1, $2) as version',
  close: 'select app.close_meeting($1, $2) as version',
  callOff: 'select app.call_off_meeting($1, $2) as version',
  restore: 'select app.restore_meeting($1, $2) as version',
} as const;
export type MeetingStep = keyof typeof steps;

/** @throws P0001 `meeting.notScheduled`, `meeting.anotherOpen`, `meeting.notOpen`, `meeting.nothingToRestore`; 40001 */
export async function stepMeeting(
  session: Session,
  step: MeetingStep,
  id: string,
  version: number,
): Promise<number> {
  return (await session.one<Versioned>(steps[step], [id, version])).version;
}

/**
 * @param mode null takes the mark back @throws P0001 `meeting.notOpen`, `meeting.attendanceBasis`; 40001;
 * P0002 for an agency that is not of the table
 */
export async function markAttendance(
  session: Session,
  meeting: string,
  agency: string,
  version: number,
  mode: 'room' | 'remote' | null,
  basis: string | null,
): Promise<number> {
  return (
    await session.one<Versioned>('select app.mark_attendance($1, $2, $3, $4, $5) as version', [
      meeting,
      agency,
      version,
      mode,
      basis,
    ])
  ).version;
}

/** @throws P0001 `meeting.notOpen`, `meeting.decisionNotNow`; 40001 */
export async function noteDecision(
  session: Session,
  meeting: string,
  situation: string,
  version: number,
  noted: NotedDecision | null,
): Promise<number> {
  return (
    await session.one<Versioned>('select app.note_decision($1, $2, $3, $4) as version', [
      meeting,
      situation,
      version,
      noted,
    ])
  ).version;
}

/** @param situation null clears the table @throws P0001 `meeting.notOpen`, `meeting.cardNotOpen`; 40001 */
export async function putCard(
  session: Session,
  meeting: string,
  version: number,
  situation: string | null,
  withSummary: boolean,
): Promise<number> {
  return (
    await session.one<Versioned>('select app.put_card($1, $2, $3, $4) as version', [
      meeting,
      version,
      situation,
      withSummary,
    ])
  ).version;
}

/** A table's rule; what is left out stays as it is. `days` are ISO, 1 Monday to 7 Sunday. */
export interface NewMeetingRule {
  readonly days?: readonly number[] | undefined;
  readonly everyWeeks?: number | undefined;
  readonly anchorOn?: string | undefined;
  readonly time?: string | undefined;
  readonly from?: string | undefined;
}

/** @throws P0001 `meeting.rulePast`; 40001 */
export async function setMeetingRule(
  session: Session,
  version: number,
  rule: NewMeetingRule,
): Promise<number> {
  return (
    await session.one<Versioned>('select app.set_meeting_rule($1, $2, $3, $4, $5, $6) as version', [
      version,
      rule.days ?? null,
      rule.everyWeeks ?? null,
      rule.anchorOn ?? null,
      rule.time ?? null,
      rule.from ?? null,
    ])
  ).version;
}

/** @throws P0001 `meeting.notOpen` */
export async function shadeAll(session: Session, on: boolean): Promise<void> {
  await session.rows('select app.shade_all($1)', [on]);
}
