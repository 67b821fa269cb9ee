import { personas } from '#domain/visibility';
import { ledgerFunction } from '../migration/ledger.js';

/** The logins of a cluster, which can do nothing by themselves; what they become, the personas, nobody signs in as. */
export const logins = ['migrator', 'app', 'authn', 'job', 'backup'] as const;
export type Login = (typeof logins)[number];

/** What the login `job` becomes to use the job queue's own schema, and nothing else (docs/adr/job-queue.md). */
export const queueRole = 'queue';

/**
 * What the login `job` becomes to compute statistics: it reads counts that were written together, and writes
 * nothing.
 */
const engineRole = 'engine';

/** Those whose connections carry requests. */
const serving: readonly Login[] = ['app', 'authn', 'job'];

/** The passwords that logins get; one that is absent keeps what it has. */
export type Passwords = Readonly<Partial<Record<Login, string>>>;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * SQL that makes the cluster's roles, or brings them back to what they must be; run as a superuser of
 * PostgreSQL 16 or newer, as often as you like.
 * A policy granted to a role also applies to every login that *inherits* it, hence NOINHERIT on the login and
 * `inherit false` on each grant.
 * @param passwords of the logins that get a new one
 */
export function rolesSql(passwords: Passwords = {}): string {
  const attributes = 'nosuperuser nocreatedb nocreaterole noreplication noinherit';
  const ensure = (name: string): string =>
    `do $$ begin if not exists (select from pg_roles r where r.rolname = ${literal(name)}) then create role ${name}; end if; end $$;`;
  return [
    ensure('owner'),
    `alter role owner nologin nobypassrls ${attributes};`,
    ...[...personas, queueRole, engineRole].flatMap((name) => [
      ensure(name),
      `alter role ${name} nologin nobypassrls ${attributes};`,
    ]),
    ...logins.flatMap((name) => [
      ensure(name),
      `alter role ${name} login ${name === 'backup' ? 'bypassrls' : 'nobypassrls'} ${attributes};`,
    ]),
    ...logins.flatMap((name) =>
      passwords[name] === undefined ? [] : [`alter role ${name} password ${literal(passwords[name])};`],
    ),
    'grant owner to migrator with inherit false, set true;',
    `grant ${personas.join(', ')} to app with inherit false, set true;`,
    `grant ${queueRole}, ${engineRole} to job with inherit false, set true;`,
    ...logins.map((name) => `alter role ${name} set search_path = pg_catalog;`),
    'alter role backup set default_transaction_read_only = on;',
    // A session enters by a hash that stands in a statement's text: neither whoever shares the login nor the
    // server's log may read that text.
    ...serving.flatMap((name) =>
      ['track_activities = off', 'log_min_error_statement = panic', 'log_error_verbosity = terse'].map(
        (setting) => `alter role ${name} set ${setting};`,
      ),
    ),
  ].join('\n');
}

/**
 * SQL for one database of the cluster, run as a superuser from any database: it belongs to `owner`, and
 * PUBLIC cannot even connect.
 */
export function databaseAccessSql(database: string): string {
  return [
    `alter database ${identifier(database)} owner to owner;`,
    `revoke all on database ${identifier(database)} from public;`,
    `grant connect on database ${identifier(database)} to ${logins.join(', ')};`,
  ].join('\n');
}

/**
 * SQL run as a superuser *inside* the new database, before the first migration: nothing is open to PUBLIC,
 * and the schema of the migrations' own record stands.
 */
export function databaseContentSql(): string {
  return [
    'drop schema if exists public;',
    'create schema if not exists migration authorization owner;',
    // The app may ask how the database was made, and nothing else of that schema.
    ledgerFunction,
    ...['migration.ledger()', 'migration.catalogue()'].flatMap((name) => [
      `alter function ${name} owner to owner;`,
      `revoke all on function ${name} from public;`,
      `grant execute on function ${name} to app, backup, migrator;`,
    ]),
    'grant usage on schema migration to app, backup, migrator;',
    'alter default privileges for role owner revoke execute on functions from public;',
    'alter default privileges for role owner revoke usage on types from public;',
  ].join('\n');
}

/** The whole set-up as a psql script for an operator with a PostgreSQL of their own. */
export function clusterScript(database = 'situation_table'): string {
  return [
    '-- Run once as a superuser of PostgreSQL 16.10, 17.6 or newer: psql -v ON_ERROR_STOP=1 -f this-file postgres',
    '\\set ON_ERROR_STOP on',
    rolesSql(),
    `select 'create database ${identifier(database)} owner owner encoding ''UTF8'' template template0' where not exists (select from pg_database d where d.datname = ${literal(database)}) \\gexec`,
    databaseAccessSql(database),
    `\\connect ${identifier(database)}`,
    databaseContentSql(),
    '-- Then give each login its password and put them in MIGRATOR_URL, DATABASE_URL (app), AUTHN_URL, JOB_URL and BACKUP_URL:',
    ...logins.map((name) => `-- \\password ${name}`),
    '',
  ].join('\n');
}
