import { Injectable } from '@nestjs/common';
import { Data, type Session, type ViewerKey } from '#database/door';
import {
  coordinatorTasks,
  coordinatorWaits,
  nextMeeting,
  repDone,
  repDrafts,
  repTasks,
  repWaits,
  tableDone,
  weekMost,
  type DoneRow,
  type DraftRow,
  type TaskRow,
} from '#database/week';
import { weekLists, type WeekTask, type WeekView } from './week.dto.js';

type WeekLists = Omit<WeekView, 'nextMeetingOn' | 'nextMeetingAt' | 'emergencyMeetingAt'>;

/** My week: what the acting seat is to do, waits for, has begun and has done. */
@Injectable()
export class WeekService {
  constructor(private readonly data: Data) {}

  async get(asking: ViewerKey & { readonly requestId: string }): Promise<WeekView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const next = await nextMeeting.one(session, []);
      const lists =
        session.viewer.persona === 'coordinator'
          ? await ofCoordinator(session)
          : await ofRepresentative(session);
      return {
        nextMeetingOn: next.next_on,
        nextMeetingAt: next.next_at,
        emergencyMeetingAt: next.emergency_at,
        ...lists,
      };
    });
  }
}

async function ofRepresentative(session: Session): Promise<WeekLists> {
  return weekOf(
    await repTasks.rows(session, []),
    await repWaits.rows(session, []),
    await repDrafts.rows(session, []),
    await repDone.rows(session, []),
  );
}

async function ofCoordinator(session: Session): Promise<WeekLists> {
  return weekOf(
    await coordinatorTasks.rows(session, []),
    await coordinatorWaits.rows(session, []),
    [],
    await tableDone.rows(session, []),
  );
}

function weekOf(
  tasks: readonly TaskRow<string>[],
  waits: readonly TaskRow<string>[],
  drafts: readonly DraftRow[],
  done: readonly DoneRow[],
): WeekLists {
  const most = { doNow: weekMost.tasks, waitingFor: weekMost.tasks, ...weekMost };
  const found = { doNow: tasks, waitingFor: waits, drafts, done };
  return {
    doNow: tasks.slice(0, most.doNow).map(taskView),
    waitingFor: waits.slice(0, most.waitingFor).map(taskView),
    drafts: drafts.slice(0, most.drafts).map(({ id, updated_at: updatedAt }) => ({ id, updatedAt })),
    done: done
      .slice(0, most.done)
      .map(({ situation_id: situationId, number, concluded_on: concludedOn, reason }) => ({
        situationId,
        number,
        concludedOn,
        reason,
      })),
    cut: weekLists.filter((list) => found[list].length > most[list]),
  };
}

function taskView(row: TaskRow<string>): WeekTask {
  return {
    kind: row.kind,
    situationId: row.situation_id,
    number: row.number,
    role: row.role,
    agencyId: row.agency_id,
    agency: row.agency_name,
    dueAt: row.due_at,
    dueOn: row.due_on,
    overdue: row.overdue,
  };
}
