import { lookedUp } from '../door/looked-up.js';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface OpeningRow {
  readonly id: string;
  readonly situation_id: string;
  readonly table: string;
  readonly number: string;
  readonly agency: string;
  readonly purpose: string;
  readonly asked_at: string;
  readonly approved_at: string | null;
  readonly mine: boolean;
  readonly waits: boolean;
  readonly readable: boolean;
}
/**
 * Openings of concluded situations that the viewer asked for or may approve, newest first. $1 $2 before this
 * time and id, $3 how many
 */
export const openings = new Read<OpeningRow>(
  'openings.list',
  `
with o as materialized (select x.* from app.openings($1, $2, $3) x),
  named as materialized (select a.id, a.name from (select distinct o.agency_id as id from o) one ${lookedUp('sec.agency', ['id', 'name'], 'one.id', 'a')})
select o.id, o.situation_id, t.name as table, o.number, a.name as agency, o.purpose, ${utcExact('o.asked_at')} as asked_at, ${utcExact('o.approved_at')} as approved_at, o.mine, o.waits, o.readable
from o
left join sec.situation_table t on t.id = o.table_id
left join named a on a.id = o.agency_id
order by o.asked_at desc, o.id desc`,
);
