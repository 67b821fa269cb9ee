import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once } from '#database/door';
import {
  confirmFounding,
  foundingOfTable,
  joiningById,
  joiningRows,
  refuseJoining,
  sayYes,
  seeFoundingList,
  tableActRows,
} from '#database/tables';
import { Cursors, pageOf, type OnceKey, type Page, type PageQuery } from '#edge';
import {
  toFounding,
  toJoining,
  toTableAct,
  type FoundingResponse,
  type JoiningResponse,
  type TableActResponse,
} from './joining.dto.js';

/** How an agency joins a table, how a table is founded, and what its people are told of it (matrix row 107). */
@Injectable()
export class TableJoiningService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<JoiningResponse>> {
    const scope = { seatId: viewer.seatId, route: 'joinings', filter: null };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      joiningRows.rows(session, [null, place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
    return { rows: page.rows.map(toJoining), next: page.next };
  }

  sayYes(viewer: ActingViewer, key: OnceKey, id: string): Promise<{ outcome: 'waiting' | 'joined' }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => joiningById.one(session, [id]),
        async () => ({ outcome: await sayYes(session, id) }),
      ),
    );
  }

  async refuse(viewer: ActingViewer, key: OnceKey, id: string): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => joiningById.one(session, [id]),
        async () => {
          await refuseJoining(session, id);
          return { id };
        },
      ),
    );
  }

  async founding(viewer: ActingViewer, table: string): Promise<FoundingResponse> {
    return toFounding(
      await this.data.as(viewer, viewer.requestId, (session) => foundingOfTable.one(session, [table])),
    );
  }

  /** Answers with the list as it now stands. */
  confirm(viewer: ActingViewer, key: OnceKey, table: string, listHash: string): Promise<FoundingResponse> {
    return this.data.as(viewer, viewer.requestId, async (session) => {
      await once(
        session,
        key,
        () => foundingOfTable.one(session, [table]),
        async () => {
          await confirmFounding(session, table, listHash);
          return { table };
        },
      );
      return toFounding(await foundingOfTable.one(session, [table]));
    });
  }

  async see(viewer: ActingViewer, key: OnceKey, table: string, listHash: string): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => foundingOfTable.one(session, [table]),
        async () => {
          await seeFoundingList(session, table, listHash);
          return { table };
        },
      ),
    );
  }

  async acts(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<TableActResponse>> {
    const scope = { seatId: viewer.seatId, route: 'table-acts', filter: null };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      tableActRows.rows(session, [place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
    return { rows: page.rows.map(toTableAct), next: page.next };
  }
}
