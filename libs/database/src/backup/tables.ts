import type { Client } from 'pg';
import { sha256 } from './manifest.js';

/**
 * A table as it is copied: its own columns, without those that PostgreSQL computes. A partitioned one is
 * copied as a whole.
 */
export interface CopiedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly partitioned: boolean;
}

const here = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')`;

/** Everything that the login `backup` may read, which is everything but keys and what must not outlive a restore. */
const readable = `
select format('%I.%I', n.nspname, c.relname) as table, array_agg(format('%I', a.attname) order by a.attnum) as columns, c.relkind = 'p' as partitioned
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relkind in ('r', 'p') and not c.relispartition and ${here} and has_column_privilege('backup', c.oid, a.attnum, 'select')
group by n.nspname, c.relname, c.relkind order by n.nspname, c.relname`;

const everything = `
select format('%I.%I.%I %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p') and not c.relispartition and ${here} order by 1`;

export async function copiedTables(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(readable);
  return rows;
}

/** The first day of each month that the audit has a partition for: a restore makes those first. */
export async function auditMonths(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `select replace(substring(c.relname from '[0-9]{4,}_[0-9]{2}$'), '_', '-') || '-01' as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit.event'::regclass order by 1`,
  );
  return rows.map(({ month }) => month);
}

/** A digest of every column and its type: where two are equal, rows of one database fit the other. */
export async function schemaDigest(client: Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(everything);
  return sha256(rows.map(({ line }) => line).join('\n'));
}
