import type { SeatPersona } from '#domain/visibility';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface JoiningRow {
  readonly id: string;
  readonly table_id: string;
  readonly table_name: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly has_account: boolean;
  readonly asked_at: Date;
  readonly asked_by_me: boolean;
  readonly coordinator_said_yes: boolean;
  readonly officer_said_yes: boolean;
  readonly mine_said_yes: boolean;
  readonly place: string;
}

const joiningColumns = `j.id, j.table_id, t.name as table_name, j.agency_id, a.name as agency_name, j.has_account,
  j.asked_at, j.asked_by = (select (sec.ctx()).user_id) as asked_by_me,
  j.coordinator_id is not null as coordinator_said_yes, j.officer_id is not null as officer_said_yes,
  (select (sec.ctx()).user_id) in (j.coordinator_id, j.officer_id) is true as mine_said_yes,
  ${utcExact('j.asked_at')} as place`;

/** $1 request */
export const joiningById = new Read<JoiningRow>(
  'agencies.joining',
  `
select ${joiningColumns}
from sec.joining j
join sec.situation_table t on t.id = j.table_id
join sec.agency a on a.id = j.agency_id
where j.id = $1`,
);

/** Agencies that wait for a yes from inside. $1 table or null, $2 $3 before asking and id, $4 limit */
export const joiningRows = Read.inOrder<JoiningRow>(
  'agencies.joinings',
  `
select ${joiningColumns}
from sec.joining j
join sec.situation_table t on t.id = j.table_id
join sec.agency a on a.id = j.agency_id
where j.decision is null and ($1::uuid is null or j.table_id = $1)
  and ($2::timestamptz is null or (j.asked_at, j.id) < ($2, $3::uuid))
order by j.asked_at desc, j.id desc limit $4`,
);

/** Somebody on the list of a table that is being founded. */
interface ListedPerson {
  readonly userId: string;
  readonly displayName: string;
  readonly persona: SeatPersona;
}

export interface FoundingRow {
  readonly is_founding: boolean;
  readonly list: {
    readonly coordinators: readonly ListedPerson[];
    readonly agencies: readonly {
      readonly agencyId: string;
      readonly name: string;
      readonly hasAccount: boolean;
      readonly people: readonly ListedPerson[];
    }[];
  };
  readonly list_hash: string;
  readonly coordinator_confirmed: boolean;
  readonly officers_confirmed: number;
  readonly independent_pair: boolean;
  readonly confirmed_by_me: boolean;
  readonly list_to_see: boolean;
}

/** $1 table. P0002 for a table that this viewer does not see. */
export const foundingOfTable = new Read<FoundingRow>(
  'agencies.founding',
  `
select f.is_founding, f.list, f.list_hash, f.coordinator_confirmed, f.officers_confirmed, f.independent_pair,
  f.confirmed_by_me, f.list_to_see
from sec.founding($1) f`,
);

export interface TableActRow {
  readonly id: string;
  readonly table_id: string;
  readonly table_name: string;
  readonly at: Date;
  readonly what: string;
  readonly agency_name: string | null;
  readonly persona: SeatPersona | null;
  readonly subject_name: string | null;
  readonly by_name: string | null;
  readonly place: string;
}

/** What administration did at the viewer's tables. $1 $2 before time and id, $3 limit */
export const tableActRows = new Read<TableActRow>(
  'agencies.tableActs',
  `
select x.id, x.table_id, x.table_name, x.at, x.what, x.agency_name, x.persona, x.subject_name, x.by_name,
  ${utcExact('x.at')} as place
from sec.table_acts($1, $2, $3) x
order by x.at desc, x.id desc`,
);
