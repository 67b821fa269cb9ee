import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import {
  agencyById,
  agencyRows,
  changeAgency,
  createAgency,
  endAgency,
  type AgencyRow,
} from '#database/agencies';
import { Data, once } from '#database/door';
import { Cursors, pageOf, type OnceKey, type Page } from '#edge';
import type { EndedTooQuery } from '../platform/shared.dto.js';
import type { ChangeAgencyRequest, CreateAgencyRequest } from './agencies.dto.js';

/** Agencies of the installation (matrix row 37). */
@Injectable()
export class AgenciesService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(
    viewer: ActingViewer,
    { limit, after, endedToo = false }: EndedTooQuery,
  ): Promise<Page<AgencyRow>> {
    const scope = { seatId: viewer.seatId, route: 'agencies', filter: endedToo };
    const [name = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      agencyRows.rows(session, [endedToo, name, id, limit + 1]),
    );
    return pageOf(rows, limit, (last) => this.cursors.seal([last.name, last.id], scope));
  }

  get(viewer: ActingViewer, id: string): Promise<AgencyRow> {
    return this.data.as(viewer, viewer.requestId, (session) => agencyById.one(session, [id]));
  }

  create(viewer: ActingViewer, key: OnceKey, { name, sector }: CreateAgencyRequest): Promise<{ id: string }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => ({ id: await createAgency(session, name, sector) }),
      ),
    );
  }

  change(viewer: ActingViewer, id: string, version: number, change: ChangeAgencyRequest): Promise<AgencyRow> {
    return this.data.as(viewer, viewer.requestId, async (session) => {
      await changeAgency(session, id, version, change);
      return agencyById.one(session, [id]);
    });
  }

  async end(viewer: ActingViewer, id: string, version: number): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) => endAgency(session, id, version));
  }
}
