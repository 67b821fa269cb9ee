import { personas as all } from '#domain/visibility';

/**
 * Something that must be nowhere in the database: every row of the query is a fault. The second text plants
 * one, to prove that the query would find it.
 */
export interface Wall {
  readonly never: string;
  readonly sql: string;
  readonly plant: string;
}

const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')`;
const personas = `(${all.map((name) => `'${name}'`).join(', ')})`;
/** Whatever the login app can become in this cluster, also a persona that this list of tests has not heard of. */
const becomes = `r.oid in (select k.roleid from pg_auth_members k join pg_roles login on login.oid = k.member where login.rolname = 'app')`;
/**
 * A persona whose rights are those of one situation table; the three others look over several, by policies of
 * their own.
 */
const seated = `${becomes} and r.rolname not in ('administrator', 'auditor', 'privacy')`;
const logins = `('migrator', 'app', 'authn', 'job', 'backup')`;
const table = `format('%I.%I', n.nspname, c.relname)`;
const classes = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const functions = `pg_proc p join pg_namespace n on n.oid = p.pronamespace`;
const policies = `pg_policy o join pg_class c on c.oid = o.polrelid join pg_namespace n on n.oid = c.relnamespace`;
const policyText = `coalesce(pg_get_expr(o.polqual, o.polrelid), '') || ' ' || coalesce(pg_get_expr(o.polwithcheck, o.polrelid), '')`;
/** Whether a policy speaks to a role by name: membership without inheritance gives nothing. */
const speaksTo = (role: string): string => `(0::oid = any (o.polroles) or ${role} = any (o.polroles))`;
/** Every privilege on a relation or on a column of it, with its grantee by name ('public' for all). */
const grants = `(select c.oid, x.grantee, x.privilege_type from pg_class c, aclexplode(c.relacl) x
  union all select a.attrelid, x.grantee, x.privilege_type from pg_attribute a, aclexplode(a.attacl) x) g
  join pg_class c on c.oid = g.oid join pg_namespace n on n.oid = c.relnamespace left join pg_roles r on r.oid = g.grantee`;
/** A restrictive policy that stands before policy o for role r. */
const wallFor = `select from pg_policy w where w.polrelid = c.oid and not w.polpermissive and w.polcmd in ('*', o.polcmd) and (0::oid = any (w.polroles) or r.oid = any (w.polroles))`;
const scratch =
  'create table app.planted (table_id uuid not null, id uuid not null, primary key (table_id, id)); alter table app.planted owner to owner; ';
const walled = `${scratch} alter table app.planted enable row level security; alter table app.planted force row level security; `;

/** Row-level security and the policies. */
export const policyWalls: readonly Wall[] = [
  {
    never: 'a table without row-level security enabled and forced',
    sql: `select ${table} as found from ${classes} where c.relkind in ('r', 'p') and ${ours} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    plant: `${scratch} alter table app.planted enable row level security`,
  },
  {
    never: 'a table that no policy speaks of: not even its owner’s functions could use it',
    sql: `select ${table} as found from ${classes} where c.relkind in ('r', 'p') and ${ours} and not exists (select from pg_policy o where o.polrelid = c.oid)`,
    plant: walled,
  },
  {
    never: 'a table of a situation table that a seat can reach without a restrictive wall on table_id',
    sql: `select ${table} || ' for ' || r.rolname as found from ${policies} join pg_roles r on ${seated} and ${speaksTo('r.oid')}
      -- Matrix row 54: all read all words, local ones included.
      where o.polpermissive and ${ours} and c.oid is distinct from to_regclass('codebook.term') and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'table_id' and not a.attisdropped)
        and not exists (${wallFor} and pg_get_expr(w.polqual, w.polrelid) ~ 'table_id = \\( SELECT \\(sec\\.ctx\\(\\)\\)\\.table_id|table_id, \\(CURRENT_USER\\)::text\\) = \\( SELECT c\\.table_id,\\s+c\\.persona\\s+FROM sec\\.ctx\\(\\) c')`,
    plant: `${walled} create policy planted on app.planted for select to rep using (table_id = (select (sec.ctx()).table_id))`,
  },
  {
    never: 'a persona of a later version that reaches rows of a situation table without that wall',
    sql: `select ${table} || ' for ' || r.rolname as found from ${policies} join pg_roles r on ${seated} and ${speaksTo('r.oid')}
      where o.polpermissive and n.nspname = 'app' and not exists (${wallFor} and pg_get_expr(w.polqual, w.polrelid) ~ 'sec\\.ctx')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'table_id' and not a.attisdropped)`,
    plant: `create role planner; grant planner to app with inherit false; ${walled}
      create policy planted on app.planted for select to planner using ((select (sec.ctx()).persona) = current_user)`,
  },
  {
    never: 'a boundary by table that does not name every persona that app can become',
    sql: `select format('%s on %s: %s', o.polname, ${table}, r.rolname) as found from ${policies} join pg_roles r on ${becomes}
      where not o.polpermissive and o.polname like '%\\_boundary' and not (r.oid = any (o.polroles))`,
    plant: 'create role planner; grant planner to app with inherit false',
  },
  {
    never: 'a policy that calls sec.ctx(), or another function without arguments, once a row',
    sql: `select format('%s on %s', o.polname, ${table}) as found from ${policies} where regexp_replace(${policyText}, '\\( SELECT ((\\(sec\\.ctx\\(\\)\\)\\.[a-z_]+|[a-z]+\\.[a-z_]+\\(\\)) AS [a-z_]+|c\\.[^()]*FROM sec\\.ctx\\(\\) c[^()]*(\\([^()]*\\))?)\\)', '', 'g') ~ '\\m(sec|app|audit|codebook|stats)\\.[a-z_]+\\(\\)'`,
    plant: `${walled} create policy planted on app.planted for select to rep using (exists (select from sec.seat where seat.id = (sec.ctx()).seat_id))`,
  },
  {
    never: 'a permissive policy that lets a persona through for nothing',
    sql: `select format('%s on %s', o.polname, ${table}) as found from ${policies} join pg_roles r on r.rolname in ${personas} and ${speaksTo('r.oid')}
      where o.polpermissive and ${ours} and ${policyText} !~ 'sec\\.ctx' and not exists (${wallFor} and pg_get_expr(w.polqual, w.polrelid) ~ 'sec\\.ctx')`,
    plant: `${walled} create policy planted on app.planted for insert to coordinator with check (true)`,
  },
  {
    never: 'a policy for PUBLIC',
    sql: `select format('%s on %s', o.polname, ${table}) as found from ${policies} where ${ours} and o.polpermissive and 0::oid = any (o.polroles)`,
    plant: `${walled} create policy planted on app.planted for select using ((select (sec.ctx()).persona) = 'rep')`,
  },
  {
    never: 'a view that reads with its owner’s rights',
    sql: `select ${table} as found from ${classes} where c.relkind = 'v' and ${ours} and not (coalesce(c.reloptions, '{}') @> '{security_invoker=true}' and coalesce(c.reloptions, '{}') @> '{security_barrier=true}')`,
    plant: 'create view app.planted with (security_barrier = true) as select seat.id from sec.seat',
  },
  {
    never: 'a materialized view or a foreign table: row-level security cannot hold them',
    sql: `select ${table} as found from ${classes} where c.relkind in ('m', 'f') and ${ours}`,
    plant: 'create materialized view app.planted as select seat.id from sec.seat',
  },
];

/** Roles, ownership and what is granted. */
export const roleWalls: readonly Wall[] = [
  {
    never: 'anything of ours that belongs to another than owner',
    sql: `select 'relation ' || ${table} as found from ${classes} join pg_roles r on r.oid = c.relowner where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and r.rolname <> 'owner'
      union all select 'function ' || p.oid::regprocedure from ${functions} join pg_roles r on r.oid = p.proowner where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and r.rolname <> 'owner'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all select 'schema ' || n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and r.rolname <> 'owner'
      union all select 'database' from pg_database d join pg_roles r on r.oid = d.datdba where d.datname = current_database() and r.rolname <> 'owner'`,
    plant: `${scratch} alter table app.planted owner to app`,
  },
  {
    never: 'a login or persona with a power of its own',
    sql: `select r.rolname as found from pg_roles r where r.rolname in ${logins} and (r.rolsuper or r.rolinherit or r.rolcreaterole or r.rolcreatedb or r.rolreplication or (r.rolbypassrls and r.rolname <> 'backup'))
      union all select r.rolname from pg_roles r where (r.rolname in ${personas} or r.rolname in ('owner', 'queue', 'engine')) and (r.rolcanlogin or r.rolsuper or r.rolinherit or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)`,
    plant: 'alter role job inherit',
  },
  {
    never:
      'a membership but migrator’s in owner, app’s in the personas and job’s in queue and engine, all without inheritance',
    sql: `select format('%s in %s', m.rolname, r.rolname) as found from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
      where (r.rolname in ${personas} or r.rolname in ('owner', 'queue', 'engine') or m.rolname in ${logins} or m.rolname in ${personas})
        and (a.inherit_option or a.admin_option or not ((m.rolname = 'migrator' and r.rolname = 'owner') or (m.rolname = 'app' and r.rolname in ${personas}) or (m.rolname = 'job' and r.rolname in ('queue', 'engine'))))`,
    plant: 'grant rep to authn with inherit false',
  },
  {
    never: 'a right of PUBLIC on the database or on one of our schemas',
    sql: `select 'database: ' || x.privilege_type as found from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x where d.datname = current_database() and x.grantee = 0
      union all select format('schema %s: %s', n.nspname, x.privilege_type) from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and x.grantee = 0`,
    plant: 'grant usage on schema app to public',
  },
  {
    never: 'a right of PUBLIC, app, authn or job on a table, a column or a sequence',
    sql: `select distinct format('%s on %s to %s', g.privilege_type, ${table}, coalesce(r.rolname, 'public')) as found from ${grants} where ${ours} and (g.grantee = 0 or r.rolname in ('app', 'authn', 'job', 'migrator'))`,
    plant: 'grant select (id) on sec.seat to authn',
  },
  {
    never: 'a right of queue outside the queue’s own schema, or anybody else’s in it',
    sql: `select distinct format('%s on %s to %s', g.privilege_type, ${table}, coalesce(r.rolname, 'public')) as found from ${grants} where ${ours}
        and ((r.rolname = 'queue') <> (n.nspname = 'queue')) and coalesce(r.rolname, 'public') not in ('owner') and (r.rolname = 'queue' or n.nspname = 'queue')
      union all select format('schema %s to %s', n.nspname, r.rolname) from pg_namespace n, aclexplode(n.nspacl) x join pg_roles r on r.oid = x.grantee
        where ${ours} and r.rolname <> 'owner' and ((r.rolname = 'queue') <> (n.nspname = 'queue')) and (r.rolname = 'queue' or n.nspname = 'queue')
      union all select format('%s by queue', p.oid::regprocedure) from ${functions} where ${ours} and has_function_privilege('queue', p.oid, 'execute') and p.oid <> to_regprocedure('queue.create_queue(text, json)')`,
    plant: 'grant select on sec.seat to queue',
  },
  {
    never: 'a right of the engine of statistics but to read counts',
    sql: `select distinct format('%s on %s', g.privilege_type, ${table}) as found from ${grants} where ${ours} and r.rolname = 'engine'
        and (g.privilege_type <> 'SELECT' or n.nspname <> 'stats' or c.relname not in ('tally', 'outcome_record', 'outcome_risks', 'largest', 'counted'))
      union all select format('%s by engine', p.oid::regprocedure) from ${functions} where ${ours} and has_function_privilege('engine', p.oid, 'execute')`,
    plant: 'grant select on stats.sealed_record to engine',
  },
  {
    never: 'a reader of the counts but the engine and backup',
    sql: `select distinct format('%s on %s to %s', g.privilege_type, ${table}, coalesce(r.rolname, 'public')) as found from ${grants}
      where n.nspname = 'stats' and c.relname in ('tally', 'outcome_record', 'outcome_risks', 'largest', 'counted')
        and coalesce(r.rolname, 'public') not in ('owner', 'engine', 'backup')`,
    plant: 'grant select on stats.tally to coordinator',
  },
  {
    never: 'a right of backup but to read',
    sql: `select distinct format('%s on %s', g.privilege_type, ${table}) as found from ${grants} where ${ours} and r.rolname = 'backup' and g.privilege_type <> 'SELECT'`,
    plant: 'grant update on sec.seat to backup',
  },
  {
    never: 'a right of the administrator or the auditor on what belongs to a situation',
    sql: `select distinct format('%s on %s to %s', g.privilege_type, ${table}, r.rolname) as found from ${grants} where n.nspname = 'app' and r.rolname in ('administrator', 'auditor')`,
    plant: 'grant select on app.situation to administrator',
  },
  {
    never: 'a persona that truncates, references or hangs a trigger on a table',
    sql: `select distinct format('%s on %s to %s', g.privilege_type, ${table}, r.rolname) as found from ${grants} where ${ours} and r.rolname in ${personas} and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
    plant: 'grant truncate on app.situation to rep',
  },
  {
    never: 'a persona that reads a key, a password, a token or a code',
    sql: `select format('%s.%s by %s', ${table}, a.attname, r.rolname) as found from ${classes} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped, pg_roles r
      where ${ours} and c.relkind in ('r', 'p', 'v') and r.rolname in ${personas} and a.attname ~ '(wrapped|^key$|_key$|password|token|secret|code_hash|^hash$)' and a.atttypid = 'bytea'::regtype
        and has_column_privilege(r.oid, c.oid, a.attnum, 'select') and n.nspname <> 'audit'`,
    plant: 'grant select on app.tier_key to rep',
  },
  {
    never: 'a persona that writes the audit or calls what appends to it',
    sql: `select distinct format('%s on %s to %s', g.privilege_type, ${table}, r.rolname) as found from ${grants} where n.nspname = 'audit' and r.rolname in ${personas} and g.privilege_type <> 'SELECT'
      union all select format('%s by %s', p.oid::regprocedure, r.rolname) from ${functions}, pg_roles r where n.nspname = 'audit' and p.provolatile = 'v' and p.proname ~ '^(record|append|chain)'
        and (r.rolname in ${personas} or r.rolname in ('app', 'authn', 'job')) and has_function_privilege(r.oid, p.oid, 'execute')`,
    plant: `create function audit.record_planted() returns void language sql volatile security definer set search_path = pg_catalog as ''; grant execute on function audit.record_planted() to rep`,
  },
];

/** Functions. */
export const functionWalls: readonly Wall[] = [
  {
    never: 'a function that PUBLIC may call',
    sql: `select p.oid::regprocedure::text as found from ${functions} where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0)
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    plant: `create function sec.planted() returns int language sql as 'select 1'; grant execute on function sec.planted() to public`,
  },
  {
    never: 'a function whose search_path is not pg_catalog: a name in it could be somebody else’s object',
    sql: `select p.oid::regprocedure::text as found from ${functions} where ${ours} and (p.prosecdef or p.prolang <> (select l.oid from pg_language l where l.lanname = 'c')) and not coalesce(p.proconfig, '{}') && array['search_path=pg_catalog', 'search_path=pg_catalog, pg_temp']`,
    plant: `create function sec.planted() returns int language sql security definer set search_path = sec as 'select 1'`,
  },
  {
    never: 'a default that would open the next function to PUBLIC',
    sql: `select 'functions of owner' as found where not exists (select from pg_default_acl d join pg_roles r on r.oid = d.defaclrole where r.rolname = 'owner' and d.defaclobjtype = 'f' and d.defaclnamespace = 0
      and not exists (select from aclexplode(d.defaclacl) x where x.grantee = 0))`,
    plant: 'alter default privileges for role owner grant execute on functions to public',
  },
  {
    never: 'a trigger that is switched off',
    sql: `select format('%s on %s', t.tgname, ${table}) as found from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where t.tgenabled = 'D' and ${ours}`,
    plant: 'alter table sec.seat disable trigger all',
  },
];

/** What a constraint would tell about rows that are hidden. */
export const keyWalls: readonly Wall[] = [
  {
    never: 'a unique key of what belongs to a situation that does not begin with table_id',
    sql: `select format('%s on %s', i.indexrelid::regclass, ${table}) as found from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and i.indisunique and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'table_id' and not t.attisdropped)
        and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'table_id'`,
    plant: `${walled} create unique index planted_id on app.planted (id)`,
  },
  {
    never: 'a foreign key between two things of situation tables that does not carry table_id',
    sql: `select format('%s on %s', k.conname, ${table}) as found from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname = 'app' and exists (select from pg_attribute t where t.attrelid = k.confrelid and t.attname = 'table_id' and not t.attisdropped)
        and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'table_id' and not t.attisdropped)
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'table_id' and a.attnum = any (k.conkey))`,
    plant: `${walled} create table app.planted_other (table_id uuid not null, id uuid primary key); alter table app.planted add constraint planted_other foreign key (id) references app.planted_other (id)`,
  },
];
