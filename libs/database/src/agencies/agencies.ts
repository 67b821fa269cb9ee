import { Read } from '../door/read.js';

export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly version: number;
  readonly ended_at: Date | null;
}

/** $1 agency */
export const agencyById = new Read<AgencyRow>(
  'agencies.agency',
  `
select a.id, a.name, a.sector, a.version, a.ended_at
from sec.agency a
where a.id = $1`,
);

/** $1 ended ones too, $2 $3 after name and id, $4 limit */
export const agencyRows = Read.inOrder<AgencyRow>(
  'agencies.agencies',
  `
select a.id, a.name, a.sector, a.version, a.ended_at
from sec.agency a
where ($1 or a.ended_at is null) and ($2::text is null or (a.name, a.id) > ($2, $3::uuid))
order by a.name, a.id limit $4`,
);
