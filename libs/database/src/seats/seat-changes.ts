import type { Session } from '../door/session.js';

/** A seat as it is offered; which of table, agency and employer it has follows from the persona. */
export interface OfferedSeat {
  readonly signInName: string;
  readonly persona: string;
  readonly tableId: string | null;
  readonly agencyId: string | null;
  readonly employerAgencyId: string | null;
  readonly endsAt: string;
}

export async function offerSeat(session: Session, seat: OfferedSeat): Promise<string> {
  return (
    await session.one<{ id: string }>('select sec.offer_seat($1, $2, $3, $4, $5, $6) as id', [
      seat.signInName,
      seat.persona,
      seat.tableId,
      seat.agencyId,
      seat.employerAgencyId,
      seat.endsAt,
    ])
  ).id;
}

/** Returns the seat that the offer became, or that it renewed. */
export async function approveSeat(session: Session, offer: string): Promise<string> {
  return (await session.one<{ id: string }>('select sec.approve_seat($1) as id', [offer])).id;
}

/** Refuses an offer, or withdraws one's own. */
export async function refuseSeat(session: Session, offer: string): Promise<void> {
  await session.rows('select sec.refuse_seat($1)', [offer]);
}

export async function endSeat(session: Session, seat: string, version: number): Promise<number> {
  return (await session.one<{ version: number }>('select sec.end_seat($1, $2) as version', [seat, version]))
    .version;
}

/** Returns the offer that now waits for approval, or null when the seat is renewed already. */
export async function renewSeat(
  session: Session,
  seat: string,
  version: number,
  endsAt: string,
): Promise<string | null> {
  return (
    await session.one<{ offer: string | null }>('select sec.renew_seat($1, $2, $3) as offer', [
      seat,
      version,
      endsAt,
    ])
  ).offer;
}
