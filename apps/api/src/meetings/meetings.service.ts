import { Injectable } from '@nestjs/common';
import { findCertainIdentifiers } from '#domain/guard';
import { Data, once, type Session, type ViewerKey } from '#database/door';
import {
  agendaRows,
  attendanceRows,
  cardPlace,
  conveneMeeting,
  markAttendance,
  meetingById,
  meetingList,
  meetingPaper,
  noteDecision,
  openMeeting,
  putCard,
  rescheduleMeeting,
  stepMeeting,
  type MeetingPaperRow,
  type MeetingRow,
  type MeetingStep,
} from '#database/meetings';
import { Cursors, NotFound, pageOf, Refusal, type CursorScope, type OnceKey, type Page } from '#edge';
import type {
  AgendaView,
  AttendanceInput,
  AttendanceList,
  CardPlaceInput,
  CardPlaceView,
  ConveneInput,
  MeetingReceipt,
  MeetingsQuery,
  MeetingView,
  MinutesView,
  NoteDecisionInput,
  PartReceipt,
  RescheduleInput,
} from './meetings.dto.js';

/** Who asks, and under which request id the audit will find it. */
export interface Asking extends ViewerKey {
  readonly requestId: string;
}

/**
 * Meetings, agenda, attendance, what is on the table, minutes. The database decides who may; the order and
 * the decisions are its SQL.
 */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(asking: Asking, { limit, after, state }: MeetingsQuery): Promise<Page<MeetingView>> {
    const scope: CursorScope = { seatId: asking.seatId, route: 'meetings', filter: { state } };
    const [scheduled, id] = after === undefined ? [null, null] : this.cursors.open(after, scope);
    return this.data.as(asking, asking.requestId, async (session) => {
      const found = await meetingList.rows(session, [
        state ?? null,
        scheduled ?? null,
        id ?? null,
        limit + 1,
      ]);
      const { rows, next } = pageOf(found, limit, (last) =>
        this.cursors.seal([last.scheduled_us, last.id], scope),
      );
      return { rows: rows.map(meetingView), next };
    });
  }

  async get(asking: Asking, id: string): Promise<MeetingView> {
    return this.data.as(asking, asking.requestId, async (session) =>
      meetingView(await meetingById.one(session, [id])),
    );
  }

  async open(asking: Asking): Promise<MeetingView> {
    return this.data.as(asking, asking.requestId, async (session) =>
      meetingView(await openMeeting.one(session, [])),
    );
  }

  async convene(
    asking: Asking,
    key: OnceKey,
    { kind, scheduledFor, place = null }: ConveneInput,
  ): Promise<MeetingReceipt> {
    refuseIdentifying(place);
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        async () => undefined,
        async () => ({ id: await conveneMeeting(session, kind, scheduledFor, place), version: 1 }),
      ),
    );
  }

  async reschedule(
    asking: Asking,
    id: string,
    version: number,
    { scheduledFor, place = null }: RescheduleInput,
  ): Promise<MeetingReceipt> {
    refuseIdentifying(place);
    return this.data.as(asking, asking.requestId, async (session) => ({
      id,
      version: await rescheduleMeeting(session, id, version, scheduledFor, place),
    }));
  }

  async step(
    asking: Asking,
    key: OnceKey,
    step: MeetingStep,
    id: string,
    version: number,
  ): Promise<MeetingReceipt> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => meetingById.one(session, [id]),
        async () => ({ id, version: await stepMeeting(session, step, id, version) }),
      ),
    );
  }

  async agenda(asking: Asking, id: string): Promise<AgendaView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const meeting = await meetingById.one(session, [id]);
      const rows = (await agendaRows.rows(session, [id])).map((row, index) => ({
        situationId: row.situation_id,
        number: row.number,
        stage: row.stage,
        section: row.section,
        place: index + 1,
        dueOn: row.due_on,
        overdue: row.overdue,
        contactOverdue: row.contact_overdue,
        decisions: row.decisions,
        reason: row.reason,
        noted: row.noted,
        onTheTable: row.on_the_table,
        version: row.version,
      }));
      return {
        meetingId: id,
        state: meeting.state,
        rows,
        ...printedOn(await meetingPaper.one(session, [id])),
      };
    });
  }

  async note(
    asking: Asking,
    id: string,
    situation: string,
    version: number,
    { noted }: NoteDecisionInput,
  ): Promise<PartReceipt> {
    return this.data.as(asking, asking.requestId, async (session) => ({
      id,
      version: await noteDecision(session, id, situation, version, noted),
    }));
  }

  async attendance(asking: Asking, id: string): Promise<AttendanceList> {
    return this.data.as(asking, asking.requestId, async (session) => {
      await meetingById.one(session, [id]);
      return { rows: await attendanceOf(session, id) };
    });
  }

  async mark(
    asking: Asking,
    id: string,
    agency: string,
    version: number,
    { mode, basis = null }: { mode: AttendanceInput['mode']; basis?: string | null },
  ): Promise<PartReceipt> {
    return this.data.as(asking, asking.requestId, async (session) => ({
      id,
      version: await markAttendance(session, id, agency, version, mode === 'absent' ? null : mode, basis),
    }));
  }

  async card(asking: Asking, id: string): Promise<CardPlaceView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const row = await cardPlace.one(session, [id]);
      return {
        situationId: row.situation_id,
        number: row.number,
        stage: row.stage,
        withSummary: row.with_summary,
        shaded: row.shaded,
        version: row.version,
      };
    });
  }

  async putCard(
    asking: Asking,
    id: string,
    version: number,
    { situationId, withSummary = false }: CardPlaceInput,
  ): Promise<PartReceipt> {
    return this.data.as(asking, asking.requestId, async (session) => ({
      id,
      version: await putCard(session, id, version, situationId, withSummary),
    }));
  }

  /** Of a closed meeting; before that there is nothing to sign off, hence not found. */
  async minutes(asking: Asking, id: string): Promise<MinutesView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const meeting = meetingView(await meetingById.one(session, [id]));
      if (meeting.openedAt === null || meeting.closedAt === null) throw new NotFound();
      const paper = await meetingPaper.one(session, [id]);
      const present = (await attendanceOf(session, id))
        .filter((row) => row.mode !== 'absent')
        .map(({ agency, mode }) => ({ agency, mode }));
      const lines = (await agendaRows.rows(session, [id])).map(({ number, decisions, reason }) => ({
        number,
        decisions,
        reason,
      }));
      return {
        kind: meeting.kind,
        heldOn: paper.held_on,
        openedAt: meeting.openedAt,
        closedAt: meeting.closedAt,
        present,
        lines,
        ...printedOn(paper),
      };
    });
  }
}

function printedOn({
  next_on,
  number,
  made_at,
  short,
}: MeetingPaperRow): Pick<MinutesView, 'checkpoint' | 'shredBy'> {
  return {
    checkpoint:
      number === null || made_at === null || short === null ? null : { number, madeAt: made_at, short },
    shredBy: next_on,
  };
}

function meetingView(row: MeetingRow): MeetingView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    scheduledFor: row.scheduled_for,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    place: row.place,
    version: row.version,
  };
}

async function attendanceOf(session: Session, meeting: string): Promise<AttendanceList['rows']> {
  return (await attendanceRows.rows(session, [meeting])).map((row) => ({
    agencyId: row.id,
    agency: row.name,
    sector: row.sector,
    mode: row.mode ?? 'absent',
    enteredForAgency: row.entered_for_agency,
    basis: row.basis,
    markedAt: row.marked_at,
    version: row.version,
  }));
}

/** A meeting's place is read by every seat and stands in the calendar: it names no person. */
function refuseIdentifying(place: string | null): void {
  if (place !== null && findCertainIdentifiers(place).length > 0)
    throw new Refusal('meeting.placeIdentifies');
}
