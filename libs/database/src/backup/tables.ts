import type { Client } from 'pg';
import { sha256 } from './manifest.js';

/** A table as it is copied: its own columns, without those that PostgreSQL computes. */
export interface CopiedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

const here = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')`;

/** Everything that the login `backup` may read, which is everything but keys and what must not outlive a restore. */
const readable = `
select format('%I.%I', n.nspname, c.relname) as table, array_agg(format('%I', a.attname) order by a.attnum) as columns
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relkind = 'r' and ${here} and has_column_privilege('backup', c.oid, a.attnum, 'select')
group by n.nspname, c.relname order by n.nspname, c.relname`;

const everything = `
select format('%I.%I.%I %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind = 'r' and ${here} order by 1`;

export async function copiedTables(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(readable);
  return rows;
}

/** A digest of every column and its type: where two are equal, rows of one database fit the other. */
export async function schemaDigest(client: Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(everything);
  return sha256(rows.map(({ line }) => line).join('\n'));
}
