import { ApiProperty } from '@nestjs/swagger';
import type { AdministrationEventRow, ChainRow, RefusalRow } from '#database/operations';
import { Code, Identifier, Instant, Text, Whole } from '#edge';

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

/** Refusals of one kind within a minute, from one source, of one user where known. */
export class RefusalResponse {
  @Instant() minute: string;
  @Text({
    max: 16,
    min: 0,
    description:
      'A keyed pseudonym of the address: the same for the same source, and nothing else; empty where many were counted together',
  })
  source: string;
  @Identifier({ nullable: true }) userId: string | null;
  @Text({ max: 60 }) code: string;
  @Whole({ min: 1, max: Number.MAX_SAFE_INTEGER }) times: number;
}

/** How far a chain of the audit is: to compare with a checkpoint kept elsewhere. */
export class ChainResponse {
  @Identifier({ description: 'The table; all zeros for administration' }) chain: string;
  @Text({ max: 120, nullable: true }) tableName: string | null;
  @Whole({ min: 0, max: Number.MAX_SAFE_INTEGER }) seq: number;
  @Text({ max: 64, min: 0, pattern: /^[0-9a-f]*$/ }) hash: string;
}

export function toAdministrationEvent(row: AdministrationEventRow): AdministrationEventResponse {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actorId: row.actor,
    persona: row.persona,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    fields: row.fields,
    outcome: row.outcome,
    requestId: row.request_id,
  };
}

export function toRefusal({ minute, source, user_id: userId, code, times }: RefusalRow): RefusalResponse {
  return { minute: minute.toISOString(), source, userId, code, times };
}

export function toChain({ chain, table_name: tableName, seq, hash }: ChainRow): ChainResponse {
  return { chain, tableName, seq: Number(seq), hash };
}
