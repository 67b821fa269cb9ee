import { Read } from '../door/read.js';

export interface AdministrationEventRow {
  readonly seq: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly persona: string | null;
  readonly action: string;
  readonly object_type: string | null;
  readonly object_id: string | null;
  readonly fields: string[];
  readonly outcome: string;
  readonly request_id: string | null;
}

/** The administrative chain, newest first (matrix row 34). $1 before sequence, $2 limit */
export const administrationRows = Read.inOrder<AdministrationEventRow>(
  'agencies.administrationEvents',
  `
select e.seq, to_timestamp(e.at_us / 1000000.0) as at, e.actor, e.persona, e.action, e.object_type, e.object_id, e.fields, e.outcome, e.request_id
from audit.event e
where e.chain = '00000000-0000-0000-0000-000000000000' and ($1::bigint is null or e.seq < $1)
order by e.seq desc limit $2`,
);

export interface RefusalRow {
  readonly minute: Date;
  readonly source: string;
  readonly user_id: string | null;
  readonly code: string;
  readonly times: number;
  readonly place: string;
}

/**
 * Refusals without a context, newest minute first (matrix row 34). $1 $2 $3 $4 before minute, source, user
 * and code, $5 limit
 */
export const refusalRows = Read.inOrder<RefusalRow>(
  'agencies.refusals',
  `
select r.minute, encode(substring(r.source from 1 for 8), 'hex') as source, nullif(r.user_id, '00000000-0000-0000-0000-000000000000') as user_id, r.code, r.times,
  concat_ws(' ', to_char(r.minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), encode(r.source, 'hex'), r.user_id, r.code) as place
from sec.refusal r
where $1::timestamptz is null or (r.minute, r.source, r.user_id, r.code) < ($1, decode($2, 'hex'), $3::uuid, $4::text)
order by r.minute desc, r.source desc, r.user_id desc, r.code desc limit $5`,
);

export interface ChainRow {
  readonly chain: string;
  readonly table_name: string | null;
  readonly seq: string;
  readonly hash: string;
}

/** How far each chain of the audit is (matrix row 56). $1 after chain, $2 limit */
export const chainRows = Read.inOrder<ChainRow>(
  'agencies.chains',
  `
select h.chain, t.name as table_name, h.seq, encode(h.hash, 'hex') as hash
from audit.head h
left join sec.situation_table t on t.id = h.chain
where $1::uuid is null or h.chain > $1
order by h.chain limit $2`,
);
