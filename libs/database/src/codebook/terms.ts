import type { Day } from '#domain/days';
import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';

export interface VersionRow {
  readonly version: number;
  readonly name: string;
  readonly published_at: string;
}

export interface ListRow {
  readonly list: string;
  readonly group_list: string | null;
  readonly takes_local: boolean;
  readonly closed: boolean;
}

export interface TermRow {
  readonly list: string;
  readonly code: string;
  readonly table_id: string | null;
  readonly group_code: string | null;
  readonly theme_code: string | null;
  readonly status: string;
  readonly label_en: string;
  readonly label_fr: string;
  readonly definition_en: string | null;
  readonly definition_fr: string | null;
  readonly active_from: Day;
  readonly active_to: Day | null;
  readonly maps_to: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const published = `${utc('v.published_at')} as published_at`;

/** $1 version, null for the current one */
export const codebookVersion = new Read<VersionRow>(
  'codebook.version',
  `
select v.version, v.name, ${published}
from codebook.version v
where v.version = coalesce($1::integer, codebook.current_version())`,
);

/** $1 before that version, $2 limit */
export const codebookVersions = new Read<VersionRow>(
  'codebook.versions',
  `
select v.version, v.name, ${published}
from codebook.version v
where $1::integer is null or v.version < $1
order by v.version desc limit $2`,
);

/** $1 list, null for all */
export const codebookLists = new Read<ListRow>(
  'codebook.lists',
  `
select l.list, l.group_list, l.takes_local, l.closed
from codebook.list l
where $1::text is null or l.list = $1
order by l.position`,
);

/** $1 version, $2 list, null for all */
export const codebookTerms = new Read<TermRow>(
  'codebook.terms',
  `
select t.list, t.code, t.table_id, t.group_code, t.theme_code, t.status, t.label_en, t.label_fr, t.definition_en, t.definition_fr,
  to_char(t.active_from, 'YYYY-MM-DD') as active_from,
  to_char(t.active_to, 'YYYY-MM-DD') as active_to, t.maps_to, t.attributes
from codebook.term t
where t.version_from <= $1 and (t.version_to is null or t.version_to > $1) and ($2::text is null or t.list = $2)
order by t.list, t.position, t.table_id, t.code`,
);
