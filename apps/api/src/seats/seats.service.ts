import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once } from '#database/door';
import {
  approveSeat,
  endSeat,
  offerSeat,
  refuseSeat,
  renewSeat,
  seatById,
  seatOfferById,
  seatOfferRows,
  ownSeatRows,
  seatRows,
  type SeatRow,
} from '#database/seats';
import { Cursors, Invalid, pageOf, type OnceKey, type Page, type PageQuery } from '#edge';
import { toOffer, type OfferResponse, type OfferSeatRequest, type SeatsQuery } from './seats.dto.js';

/** Which of table, agency and employer a seat of each persona has. */
const parts = {
  rep: ['tableId', 'agencyId'],
  coordinator: ['tableId', 'employerAgencyId'],
  privacy: ['agencyId'],
  auditor: [],
  administrator: [],
} as const satisfies Record<OfferSeatRequest['persona'], readonly (keyof OfferSeatRequest)[]>;

/** Who sits where: offered, approved by the agency's privacy officer, renewed and ended (matrix row 35). */
@Injectable()
export class SeatsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(viewer: ActingViewer, { limit, after, userId }: SeatsQuery): Promise<Page<SeatRow>> {
    const scope = { seatId: viewer.seatId, route: 'seats', filter: userId ?? null };
    const [name = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      (viewer.persona === 'administrator' ? seatRows : ownSeatRows).rows(session, [
        userId ?? null,
        name,
        id,
        limit + 1,
      ]),
    );
    return pageOf(rows, limit, (last) => this.cursors.seal([last.display_name, last.id], scope));
  }

  get(viewer: ActingViewer, id: string): Promise<SeatRow> {
    return this.data.as(viewer, viewer.requestId, (session) => seatById.one(session, [id]));
  }

  async listOffers(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<OfferResponse>> {
    const scope = { seatId: viewer.seatId, route: 'seat-offers', filter: null };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      seatOfferRows.rows(session, [place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
    return { rows: page.rows.map(toOffer), next: page.next };
  }

  offer(viewer: ActingViewer, key: OnceKey, request: OfferSeatRequest): Promise<{ id: string }> {
    const tableId =
      request.tableId ?? (viewer.persona === 'coordinator' ? (viewer.tableId ?? undefined) : undefined);
    const given = { tableId, agencyId: request.agencyId, employerAgencyId: request.employerAgencyId };
    const wanted: readonly string[] = parts[request.persona];
    const faults = Object.entries(given).filter(
      ([name, value]) => (value !== undefined) !== wanted.includes(name),
    );
    if (faults.length > 0)
      throw new Invalid(
        faults.map(([field, value]) => ({
          field,
          rule: value === undefined ? 'required' : 'notForThisPersona',
        })),
      );
    const seat = {
      signInName: request.signInName,
      persona: request.persona,
      endsAt: request.endsAt,
      tableId: tableId ?? null,
      agencyId: request.agencyId ?? null,
      employerAgencyId: request.employerAgencyId ?? null,
    };
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => ({ id: await offerSeat(session, seat) }),
      ),
    );
  }

  approve(viewer: ActingViewer, key: OnceKey, offer: string): Promise<{ seatId: string }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => seatOfferById.one(session, [offer]),
        async () => ({ seatId: await approveSeat(session, offer) }),
      ),
    );
  }

  async refuse(viewer: ActingViewer, key: OnceKey, offer: string): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => seatOfferById.one(session, [offer]),
        async () => {
          await refuseSeat(session, offer);
          return { id: offer };
        },
      ),
    );
  }

  async end(viewer: ActingViewer, id: string, version: number): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) => endSeat(session, id, version));
  }

  renew(
    viewer: ActingViewer,
    key: OnceKey,
    id: string,
    version: number,
    endsAt: string,
  ): Promise<{ offerId: string | null }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => seatById.one(session, [id]),
        async () => ({ offerId: await renewSeat(session, id, version, endsAt) }),
      ),
    );
  }
}
