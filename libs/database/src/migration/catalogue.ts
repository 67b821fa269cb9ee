import { Client } from 'pg';

/**
 * One line for each thing that the database's catalogue knows of ours: columns, constraints, indexes, functions,
 * views, policies, triggers, rights. Partitions that jobs make are left out.
 */
export const catalogueLines = `
with ours as (
  select c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relpersistence,
    format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration') and not c.relispartition
    and c.relkind in ('r', 'p', 'v', 'S')
)
select line from (
  select format('schema %I', n.nspname) as line from pg_catalog.pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')
  union all
  select format('schema %I: %s may %s', n.nspname, coalesce(r.rolname, 'everybody'), lower(a.privilege_type))
    from pg_catalog.pg_namespace n cross join aclexplode(n.nspacl) a left join pg_catalog.pg_roles r on r.oid = a.grantee
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration') and a.grantee <> n.nspowner
  union all
  select format('%s %s%s%s', case o.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, o.name,
      case when o.relkind in ('r', 'p') then case when o.relrowsecurity and o.relforcerowsecurity
        then ': row-level security forced' else ': WITHOUT row-level security' end else '' end,
      case when o.relpersistence = 'u' then ', unlogged' else '' end) from ours o
  union all
  select format('column %s.%I %s%s%s', o.name, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(case a.attgenerated when 's' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), ''))
    from ours o join pg_catalog.pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
    left join pg_catalog.pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum where o.relkind in ('r', 'p')
  union all
  select format('constraint %s.%I %s', o.name, k.conname, pg_get_constraintdef(k.oid))
    from ours o join pg_catalog.pg_constraint k on k.conrelid = o.oid where k.contype <> 'n' and k.conparentid = 0
  union all
  select format('index %s', pg_get_indexdef(i.indexrelid)) from ours o join pg_catalog.pg_index i on i.indrelid = o.oid
    where i.indisvalid and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid)
  union all
  select format('view %s reads %s', o.name, md5(pg_get_viewdef(o.oid))) from ours o where o.relkind = 'v'
  union all
  select format('policy %s.%I %s for %s to %s%s%s', o.name, p.polname,
      case when p.polpermissive then 'permits' else 'restricts' end,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(r.rolname, ', ' order by r.rolname) from pg_catalog.pg_roles r where r.oid = any (p.polroles)),
      ' using ' || md5(pg_get_expr(p.polqual, p.polrelid)), ' with check ' || md5(pg_get_expr(p.polwithcheck, p.polrelid)))
    from ours o join pg_catalog.pg_policy p on p.polrelid = o.oid
  union all
  select format('trigger %s.%I %s', o.name, t.tgname, regexp_replace(pg_get_triggerdef(t.oid), '^CREATE.* TRIGGER \\S+ ', ''))
    from ours o join pg_catalog.pg_trigger t on t.tgrelid = o.oid where not t.tgisinternal
  union all
  select format('%s: %s may %s', o.name, coalesce(r.rolname, 'everybody'), lower(a.privilege_type))
    from ours o cross join aclexplode(o.relacl) a left join pg_catalog.pg_roles r on r.oid = a.grantee
    where r.rolname is distinct from 'owner'
  union all
  select format('%s.%I: %s may %s', o.name, c.attname, coalesce(r.rolname, 'everybody'), lower(a.privilege_type))
    from ours o join pg_catalog.pg_attribute c on c.attrelid = o.oid and c.attnum > 0 and not c.attisdropped
    cross join aclexplode(c.attacl) a left join pg_catalog.pg_roles r on r.oid = a.grantee
  union all
  select format('function %I.%I(%s) returns %s, %s%s%s, body %s', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid),
      pg_get_function_result(f.oid), case f.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when f.prosecdef then ', definer' else '' end, coalesce(', ' || array_to_string(f.proconfig, ' '), ''), md5(f.prosrc))
    from pg_catalog.pg_proc f join pg_catalog.pg_namespace n on n.oid = f.pronamespace
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')
  union all
  select format('function %I.%I(%s): %s may execute', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid),
      coalesce(r.rolname, 'everybody'))
    from pg_catalog.pg_proc f join pg_catalog.pg_namespace n on n.oid = f.pronamespace
    cross join aclexplode(f.proacl) a left join pg_catalog.pg_roles r on r.oid = a.grantee
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration') and r.rolname is distinct from 'owner'
) l order by line collate "C"`;

/** The lines of a database's catalogue, as any login may read them. */
export async function catalogueOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: 'situation-table catalogue' });
  await client.connect();
  try {
    return (await client.query<{ line: string }>(catalogueLines)).rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}
