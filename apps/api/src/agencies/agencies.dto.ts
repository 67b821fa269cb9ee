import type { AgencyRow } from '#database/agencies';
import { Identifier, Instant, Line, Term, Text } from '#edge';

export class CreateAgencyRequest {
  @Line({ min: 2, max: 120 }) name: string;
  @Term({ description: 'A sector of the codebook' }) sector: string;
}

export class ChangeAgencyRequest {
  @Line({ min: 2, max: 120, optional: true }) name?: string;
  @Term({ optional: true }) sector?: string;
}

export class AgencyResponse {
  @Identifier() id: string;
  @Text({ max: 120 }) name: string;
  @Term() sector: string;
  @Instant({ nullable: true }) endedAt: string | null;
}

export function toAgency({ id, name, sector, ended_at }: AgencyRow): AgencyResponse {
  return { id, name, sector, endedAt: ended_at?.toISOString() ?? null };
}
