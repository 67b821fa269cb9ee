import type { NoticeRow } from '#database/people';
import { Identifier, Instant, Text } from '#edge';

/** Something that happened which its reader should know: a code and ids, never a detail of a situation. */
export class NoticeResponse {
  @Identifier() id: string;
  @Text({ max: 60 }) code: string;
  @Identifier({ nullable: true }) objectId: string | null;
  @Identifier({ nullable: true }) agencyId: string | null;
  @Text({ max: 20, nullable: true, description: 'The situation’s, where it is about one' }) number:
    string | null;
  @Instant({ nullable: true, description: 'Of a meeting: when it was to be' }) meetsWas: string | null;
  @Instant({ nullable: true, description: 'Of a meeting: when it is' }) meetsAt: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) seenAt: string | null;
}

export function toNotice(row: NoticeRow): NoticeResponse {
  return {
    id: row.id,
    code: row.code,
    objectId: row.object_id,
    agencyId: row.agency_id,
    number: row.number,
    meetsWas: row.meets_was?.toISOString() ?? null,
    meetsAt: row.meets_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
  };
}
