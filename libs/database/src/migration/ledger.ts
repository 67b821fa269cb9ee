import { catalogueLines } from './catalogue.js';

/** Runs one statement; of a pool, of a client, or of TypeORM's query runner. */
export type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** What the database records about how it was made. */
export interface Ledger {
  /** Numbered migrations that were applied, in their order. */
  readonly history: readonly { readonly name: string; readonly sha256: string }[];
  /** The version that made it last, and the oldest program that it accepts. */
  readonly installed?: { readonly version: string; readonly accepts: string };
  /** Names of moves and codes that the last program wrote. */
  readonly codeNames: readonly string[];
  /** True where migrations of a version before 0.2.0 were applied. */
  readonly beforeBaseline: boolean;
  /** True while a migration is under way, or after one that was cut off. */
  readonly unfinished: boolean;
  /** True while a restore is under way, or after one that was cut off. */
  readonly restoring: boolean;
}

/**
 * Tables of the migrations' own schema, made by the runner itself before the first migration.
 * `migration.applied` is TypeORM's record beside them.
 */
export const ledgerTables = `
create table if not exists migration.history (
  name text constraint history_pkey primary key, sha256 text not null
);
create table if not exists migration.definition (
  path text constraint definition_pkey primary key, sha256 text not null
);
-- One row: what the last migration made of this database.
create table if not exists migration.installed (
  one boolean constraint installed_pkey primary key default true constraint installed_one check (one),
  version text not null, accepts text not null, code_names text[] not null, catalogue text[]
);`;

/**
 * Gives a table what every table has: row-level security that binds its owner too, the owner's own policy, and,
 * where its rows belong to a situation table, the boundary that nobody crosses, whatever other policies permit.
 * It names every persona that the login app can become.
 */
export const protectFunction = `
create or replace function migration.protect(p_table regclass, p_boundary text default null) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  t text := (select c.relname from pg_class c where c.oid = p_table);
  own_rows text := format('(%I.table_id, current_user::text) = (select c.table_id, c.persona from sec.ctx() c)', t);
  personas text;
begin
  if p_boundary is not null and p_boundary <> 'by table' then raise exception 'no such boundary: %', p_boundary; end if;
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy %I on %s to owner using (true) with check (true)', t || '_owner', p_table);
  if p_boundary = 'by table' then
    select string_agg(quote_ident(persona.rolname), ', ' order by persona.rolname) into strict personas
      from pg_auth_members m join pg_roles persona on persona.oid = m.roleid join pg_roles login on login.oid = m.member
      where login.rolname = 'app';
    execute format('create policy %I on %s as restrictive to %s using (%s) with check (%s)',
      t || '_boundary', p_table, personas, own_rows, own_rows);
  end if;
end $$;`;

/**
 * What the login app may ask about the ledger, as one JSON value. Kept by the cluster's script, since it must
 * answer before the first migration.
 */
export const ledgerFunction = `
create or replace function migration.ledger() returns jsonb language plpgsql stable security definer
set search_path = pg_catalog as $$
declare old boolean := false; found jsonb;
begin
  if to_regclass('migration.applied') is not null then
    select exists (select from migration.applied a where a.timestamp > 1000000000000) into old;
  end if;
  if to_regclass('migration.installed') is null then
    return jsonb_build_object('history', '[]'::jsonb, 'codeNames', '[]'::jsonb, 'beforeBaseline', old,
      'unfinished', false, 'restoring', to_regclass('migration.restoring') is not null);
  end if;
  select to_jsonb(i) into found from migration.installed i;
  return jsonb_build_object(
    'history', coalesce((select jsonb_agg(jsonb_build_object('name', h.name, 'sha256', h.sha256) order by h.name)
      from migration.history h), '[]'),
    'installed', case when found is not null then jsonb_build_object('version', found -> 'version', 'accepts', found -> 'accepts') end,
    'codeNames', coalesce(found -> 'code_names', '[]'), 'beforeBaseline', old,
    'unfinished', coalesce(found -> 'catalogue', 'null') = 'null', 'restoring', to_regclass('migration.restoring') is not null);
end $$;
create or replace function migration.catalogue() returns text[] language plpgsql stable security definer
set search_path = pg_catalog as $$
begin
  if to_regclass('migration.installed') is null then return null; end if;
  return (select i.catalogue from migration.installed i);
end $$;`;

/** Reads the ledger with the right of any login that may ask (app, backup, migrator). */
export async function readLedger(ask: Ask): Promise<Ledger> {
  const [row] = await ask('select migration.ledger() as ledger');
  return row?.['ledger'] as Ledger;
}

/**
 * Lines of the catalogue that differ from those of the last migration: what somebody changed by hand.
 * @returns `+ line` for what is new, `- line` for what is gone
 */
export async function changedByHand(ask: Ask): Promise<string[]> {
  const [row] = await ask('select migration.catalogue() as lines');
  const recorded = row?.['lines'] as string[] | null | undefined;
  if (!recorded) return [];
  const found = (await ask(catalogueLines)).map(({ line }) => String(line));
  const [before, now] = [new Set(recorded), new Set(found)];
  return [
    ...found.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
    ...recorded.filter((line) => !now.has(line)).map((line) => `- ${line}`),
  ];
}
