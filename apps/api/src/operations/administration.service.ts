import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data } from '#database/door';
import { administrationRows, chainRows, refusalRows } from '#database/operations';
import { Cursors, pageOf, type Page, type PageQuery } from '#edge';
import {
  toAdministrationEvent,
  toChain,
  toRefusal,
  type AdministrationEventResponse,
  type ChainResponse,
  type RefusalResponse,
} from './administration.dto.js';

/** The audit of administration, refusals, and how far the chains are (matrix rows 34 and 56). */
@Injectable()
export class AdministrationService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async listEvents(
    viewer: ActingViewer,
    { limit, after }: PageQuery,
  ): Promise<Page<AdministrationEventResponse>> {
    const scope = { seatId: viewer.seatId, route: 'administration/events', filter: null };
    const [seq = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      administrationRows.rows(session, [seq, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.seq], scope));
    return { rows: page.rows.map(toAdministrationEvent), next: page.next };
  }

  async listRefusals(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<RefusalResponse>> {
    const scope = { seatId: viewer.seatId, route: 'administration/refusals', filter: null };
    const [place] = after === undefined ? [null] : this.cursors.open(after, scope);
    const [minute = null, source = null, user = null, code = null] =
      place === null ? [] : String(place).split(' ');
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      refusalRows.rows(session, [minute, source, user, code, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place], scope));
    return { rows: page.rows.map(toRefusal), next: page.next };
  }

  async listChains(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<ChainResponse>> {
    const scope = { seatId: viewer.seatId, route: 'administration/chains', filter: null };
    const [chain = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      chainRows.rows(session, [chain, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.chain], scope));
    return { rows: page.rows.map(toChain), next: page.next };
  }
}
