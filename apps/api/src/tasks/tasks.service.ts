import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once, type Session } from '#database/door';
import { agencyTasks, handBackTask, tableTasks, takeOverTask, type OpenTaskRow } from '#database/tasks';
import { Cursors, pageOf, type OnceKey, type Page, type PageQuery } from '#edge';
import type { OpenTask } from './tasks.dto.js';

/** What waits for the acting seat, and what it may do about a role that nobody holds. */
@Injectable()
export class TasksService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<OpenTask>> {
    const scope = { seatId: viewer.seatId, route: 'tasks', filter: null };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const read = viewer.persona === 'privacy' ? agencyTasks : tableTasks;
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      read.rows(session, [place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.opened_at, last.id], scope));
    return { rows: page.rows.map(toTask), next: page.next };
  }

  takeOver(viewer: ActingViewer, key: OnceKey, id: string): Promise<void> {
    return this.doOnce(viewer, key, id, (session) => takeOverTask(session, id));
  }

  handBack(viewer: ActingViewer, key: OnceKey, id: string, reason: string): Promise<void> {
    return this.doOnce(viewer, key, id, (session) => handBackTask(session, id, reason));
  }

  private async doOnce(
    viewer: ActingViewer,
    key: OnceKey,
    id: string,
    work: (session: Session) => Promise<void>,
  ): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await work(session);
          return { id };
        },
      ),
    );
  }
}

function toTask(row: OpenTaskRow): OpenTask {
  const { situation_id: situationId, opened_at: openedAt, due_at: dueAt, ...same } = row;
  return { ...same, situationId, openedAt, dueAt };
}
