import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once, type Session } from '#database/door';
import {
  changeTable,
  createTable,
  endTable,
  joiningRows,
  placeAgency,
  placeRows,
  removeAgency,
  suggestSectors,
  tableById,
  tableRows,
} from '#database/tables';
import { isPlaceZone } from '#domain/days';
import { Cursors, Invalid, pageOf, type OnceKey, type Page } from '#edge';
import type { EndedTooQuery } from '../platform/shared.dto.js';
import { toJoining } from './joining.dto.js';
import {
  toPlace,
  toSuggestions,
  toTable,
  type ChangeTableRequest,
  type CreateTableRequest,
  type SuggestSectorsRequest,
  type TableResponse,
  type TableWithAgenciesResponse,
} from './tables.dto.js';

/** A table as its viewer is shown it, and the version that marks it. */
export interface ShownTable {
  readonly view: TableWithAgenciesResponse;
  readonly version: number;
}

/** Tables, their plain settings, and which agencies sit at them (matrix rows 37 and 58). */
@Injectable()
export class TablesService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(
    viewer: ActingViewer,
    { limit, after, endedToo = false }: EndedTooQuery,
  ): Promise<Page<TableResponse>> {
    const scope = { seatId: viewer.seatId, route: 'tables', filter: endedToo };
    const [name = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      tableRows.rows(session, [endedToo, name, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.name, last.id], scope));
    return { rows: page.rows.map((row) => toTable(row, seesSeats(viewer))), next: page.next };
  }

  get(viewer: ActingViewer, id: string): Promise<ShownTable> {
    return this.data.as(viewer, viewer.requestId, (session) => this.shown(session, viewer, id));
  }

  create(viewer: ActingViewer, key: OnceKey, table: CreateTableRequest): Promise<{ id: string }> {
    refuseUnknownZone(table.timeZone);
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => ({ id: await createTable(session, table) }),
      ),
    );
  }

  change(viewer: ActingViewer, id: string, version: number, change: ChangeTableRequest): Promise<ShownTable> {
    if (change.timeZone !== undefined) refuseUnknownZone(change.timeZone);
    return this.changed(viewer, id, (session) => changeTable(session, id, version, change));
  }

  async end(viewer: ActingViewer, id: string, version: number): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) => endTable(session, id, version));
  }

  place(
    viewer: ActingViewer,
    id: string,
    version: number,
    agency: string,
    hasAccount: boolean,
  ): Promise<ShownTable> {
    return this.changed(viewer, id, (session) => placeAgency(session, id, version, agency, hasAccount));
  }

  suggest(
    viewer: ActingViewer,
    id: string,
    version: number,
    { group, sectors }: SuggestSectorsRequest,
  ): Promise<ShownTable> {
    return this.changed(viewer, id, (session) =>
      suggestSectors(session, id, version, group, sectors ?? null),
    );
  }

  remove(viewer: ActingViewer, id: string, version: number, agency: string): Promise<ShownTable> {
    return this.changed(viewer, id, (session) => removeAgency(session, id, version, agency));
  }

  private changed(
    viewer: ActingViewer,
    id: string,
    change: (session: Session) => Promise<number>,
  ): Promise<ShownTable> {
    return this.data.as(viewer, viewer.requestId, async (session) => {
      await change(session);
      return this.shown(session, viewer, id);
    });
  }

  private async shown(session: Session, viewer: ActingViewer, id: string): Promise<ShownTable> {
    const row = await tableById.one(session, [id]);
    const places = await placeRows.rows(session, [id]);
    const joining = await joiningRows.rows(session, [id, null, null, 500]);
    return {
      view: {
        ...toTable(row, seesSeats(viewer)),
        agencies: places.map(toPlace),
        joining: joining.map(toJoining),
        suggestions: toSuggestions(row),
      },
      version: row.version,
    };
  }
}

function seesSeats({ persona }: ActingViewer): boolean {
  return persona !== 'privacy';
}

function refuseUnknownZone(timeZone: string): void {
  if (!isPlaceZone(timeZone)) throw new Invalid([{ field: 'timeZone', rule: 'isTimeZone' }]);
}
