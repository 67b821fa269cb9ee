import { seatPersonas, type SeatPersona } from '#domain/visibility';
import type { OfferRow, SeatRow } from '#database/seats';
import { Code, Day, Identifier, Instant, Line, PageQuery, Text, Truth } from '#edge';

/**
 * A rep has a table and an agency, a coordinator a table and an employer, a privacy officer an agency;
 * auditors and administrators none.
 */
export class OfferSeatRequest {
  @Line({ min: 2, max: 63, folded: true }) signInName: string;
  @Code(seatPersonas) persona: SeatPersona;
  @Identifier({ optional: true, description: 'Left out by a coordinator: the own table' }) tableId?: string;
  @Identifier({ optional: true }) agencyId?: string;
  @Identifier({ optional: true }) employerAgencyId?: string;
  @Instant({ description: 'Within two years' }) endsAt: string;
}

export class RenewSeatRequest {
  @Instant({ description: 'Within two years' }) endsAt: string;
}

export class SeatsQuery extends PageQuery {
  @Identifier({ optional: true }) userId?: string;
}

export class SeatResponse {
  @Identifier() id: string;
  @Identifier() userId: string;
  @Text({ max: 120 }) displayName: string;
  @Code(seatPersonas) persona: SeatPersona;
  @Identifier({ nullable: true }) tableId: string | null;
  @Identifier({ nullable: true }) agencyId: string | null;
  @Text({ max: 120, nullable: true }) agencyName: string | null;
  @Identifier({ nullable: true }) employerAgencyId: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Day({ description: 'The last day on which it acts, in `timeZone`' }) endsOn: Day;
  @Text({ max: 60, description: 'The table’s; UTC for a seat at no table' }) timeZone: string;
}

export class OfferResponse {
  @Identifier() id: string;
  @Identifier() userId: string;
  @Text({ max: 120 }) displayName: string;
  @Code(seatPersonas) persona: SeatPersona;
  @Identifier({ nullable: true }) tableId: string | null;
  @Identifier({ nullable: true }) agencyId: string | null;
  @Identifier({ nullable: true }) employerAgencyId: string | null;
  @Instant() endsAt: string;
  @Day({ description: 'The last day on which it acts, in `timeZone`' }) endsOn: Day;
  @Text({ max: 60, description: 'The table’s; UTC for a seat at no table' }) timeZone: string;
  @Identifier({ nullable: true, description: 'The seat that it would renew' }) renewsSeatId: string | null;
  @Truth() offeredByMe: boolean;
  @Instant() offeredAt: string;
  @Instant({ nullable: true, description: 'When it begins without anybody’s word; null when it needs one' })
  beginsAt: string | null;
  @Truth({ description: 'The viewer may be the one who approves it' }) waitsForMe: boolean;
}

export class SeatMadeResponse {
  @Identifier() seatId: string;
}

export class RenewalResponse {
  @Identifier({
    nullable: true,
    description: 'The offer that waits for approval; null when the seat is renewed',
  })
  offerId: string | null;
}

export function toSeat(row: SeatRow): SeatResponse {
  return {
    id: row.id,
    userId: row.user_id,
    displayName: row.display_name,
    persona: row.persona,
    tableId: row.table_id,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    employerAgencyId: row.employer_agency_id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    endsOn: row.ends_on,
    timeZone: row.time_zone,
  };
}

export function toOffer(row: OfferRow): OfferResponse {
  return {
    id: row.id,
    userId: row.user_id,
    displayName: row.display_name,
    persona: row.persona,
    tableId: row.table_id,
    agencyId: row.agency_id,
    employerAgencyId: row.employer_agency_id,
    endsAt: row.ends_at.toISOString(),
    endsOn: row.ends_on,
    timeZone: row.time_zone,
    renewsSeatId: row.renews_seat_id,
    offeredByMe: row.offered_by_me,
    offeredAt: row.offered_at.toISOString(),
    beginsAt: row.begins_at?.toISOString() ?? null,
    waitsForMe: row.waits_for_me,
  };
}
