import { ApiProperty } from '@nestjs/swagger';
import type { AdministrationEventRow, NoticeRow } from '#database';
import { Code, Identifier, Instant, Text, Whole } from '#edge';

/** Something that happened which its reader should know: a code and ids, never a detail of a situation. */
export class NoticeResponse {
  @Identifier() id: string;
  @Text({ max: 60 }) code: string;
  @Identifier({ nullable: true }) objectId: string | null;
  @Identifier({ nullable: true }) agencyId: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) seenAt: string | null;
}

/** One event of the administrative chain. */
export class AdministrationEventResponse {
  @Whole({ min: 1, max: Number.MAX_SAFE_INTEGER }) seq: number;
  @Instant() at: string;
  @Identifier({ nullable: true }) actorId: string | null;
  @Text({ max: 20, nullable: true }) persona: string | null;
  @Text({ max: 60 }) action: string;
  @Text({ max: 40, nullable: true }) objectType: string | null;
  @Identifier({ nullable: true }) objectId: string | null;
  @ApiProperty({ type: 'array', items: { type: 'string' } }) fields: string[];
  @Code(['allow', 'hide', 'deny', 'error']) outcome: string;
  @Identifier({ nullable: true }) requestId: string | null;
}

export function toNotice(row: NoticeRow): NoticeResponse {
  return {
    id: row.id, code: row.code, objectId: row.object_id, agencyId: row.agency_id, createdAt: row.created_at.toISOString(), seenAt: row.seen_at?.toISOString() ?? null,
  };
}

export function toAdministrationEvent(row: AdministrationEventRow): AdministrationEventResponse {
  return {
    seq: Number(row.seq), at: row.at.toISOString(), actorId: row.actor, persona: row.persona, action: row.action, objectType: row.object_type, objectId: row.object_id,
    fields: row.fields, outcome: row.outcome, requestId: row.request_id,
  };
}
