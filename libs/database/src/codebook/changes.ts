import type { Day } from '#domain/days';
import { Read } from '../door/read.js';
import { utc, utcExact } from '../door/utc.js';

/** A proposed change as its reader sees it: who proposed and who signed are told as "I" or "another". */
export interface ChangeRow {
  readonly id: string;
  readonly kind: 'add' | 'edit' | 'retire';
  readonly list: string;
  readonly code: string;
  readonly table_id: string | null;
  readonly label_en: string | null;
  readonly label_fr: string | null;
  readonly definition_en: string | null;
  readonly definition_fr: string | null;
  readonly same_in_both: boolean;
  readonly group_code: string | null;
  readonly theme_code: string | null;
  readonly maps_to: string | null;
  readonly active_from: Day | null;
  readonly active_to: Day | null;
  readonly state: 'proposed' | 'published' | 'discarded';
  readonly version: number;
  readonly proposed_at: string;
  readonly place: string;
  readonly proposed_by_me: boolean;
  readonly signatures: number;
  readonly signed_by_me: boolean;
  readonly published_in: number | null;
}

const columns = `c.id, c.kind, c.list, c.code, c.table_id, c.label_en, c.label_fr, c.definition_en, c.definition_fr, c.same_in_both,
  c.group_code, c.theme_code, c.maps_to, to_char(c.active_from, 'YYYY-MM-DD') as active_from,
  to_char(c.active_to, 'YYYY-MM-DD') as active_to, c.state, c.version,
  ${utc('c.proposed_at')} as proposed_at,
  ${utcExact('c.proposed_at')} as place,
  c.proposed_by = (select (sec.ctx()).user_id) as proposed_by_me,
  num_nonnulls(c.first_signed_by, c.second_signed_by) as signatures,
  coalesce((select (sec.ctx()).user_id) in (c.first_signed_by, c.second_signed_by), false) as signed_by_me,
  c.published_in`;

/** $1 change */
export const codebookChange = new Read<ChangeRow>(
  'codebook.change',
  `
select ${columns}
from codebook.change c
where c.id = $1`,
);

/** $1 state, $2 $3 after proposal time and id, $4 limit */
export const codebookChanges = new Read<ChangeRow>(
  'codebook.changes',
  `
select ${columns}
from codebook.change c
where c.state = $1 and ($2::timestamptz is null or (c.proposed_at, c.id) < ($2, $3::uuid))
order by c.proposed_at desc, c.id desc limit $4`,
);
