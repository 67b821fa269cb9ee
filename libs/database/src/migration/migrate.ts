import { setTimeout as wait } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { catalogueLines } from './catalogue.js';
import { codeNames, writeCodeData } from './code-data.js';
import {
  definitions,
  numberedMigrations,
  shippedSchema,
  type Definition,
  type NumberedMigration,
  type SchemaSource,
} from './files.js';
import { demandMigratable, pendingIn } from './fitness.js';
import { ledgerTables, protectFunction, readLedger, type Ask } from './ledger.js';
import { acceptsFrom, programVersion } from './version.js';

/** What a migration would do, or did. */
export interface MigrationPlan {
  /** Numbered migrations, in their order. */
  readonly numbered: readonly { readonly name: string; readonly inTransaction: boolean }[];
  /** Paths of definitions that are new or changed. */
  readonly definitions: readonly string[];
}

/** How far to go, and from which files; for restore and for tests. */
export interface MigrateOptions {
  readonly source?: SchemaSource;
  /** Only so many numbered migrations, and no definition that needs a table: as far as an older version had come. */
  readonly upTo?: number;
  /** True for the restore itself, which alone may work on a database that is being restored. */
  readonly restoring?: boolean;
}

/** Only one process migrates at a time; the number is ours alone. */
const lock = 7190217401;

/** A class for TypeORM's runner, which records it under a name that ends in thirteen digits. */
function migrationClass(step: NumberedMigration): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = `${step.name}-${String(step.number).padStart(13, '0')}`;
    readonly transaction = step.inTransaction;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of step.statements) await runner.query(statement);
      await runner.query('insert into migration.history (name, sha256) values ($1, $2)', [
        step.name,
        step.sha256,
      ]);
    }
    async down(): Promise<void> {
      throw new Error('migrations go forward only');
    }
  };
}

function connection(url: string, steps: readonly NumberedMigration[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: steps.map(migrationClass),
    migrationsTableName: 'applied',
    schema: 'migration',
    migrationsTransactionMode: 'each',
    // Everything that a migration makes belongs to `owner`; the login only acts for it. Function bodies are not
    // checked against tables and functions that a later file makes.
    extra: {
      max: 1,
      options: '-c role=owner -c search_path=migration -c check_function_bodies=off',
      application_name: 'situation-table migrate',
    },
  });
}

/** A table's file also holds what the runner writes for it, which depends on the personas of the cluster. */
async function sums(ask: Ask, all: readonly Definition[]): Promise<Map<string, string>> {
  const [row] = await ask(`select string_agg(persona.rolname, ' ' order by persona.rolname) as personas
    from pg_auth_members m join pg_roles persona on persona.oid = m.roleid join pg_roles login on login.oid = m.member
    where login.rolname = 'app'`);
  const forTables = createHash('sha256').update(protectFunction).update(String(row?.['personas']));
  const beside = forTables.digest('hex').slice(0, 16);
  return new Map(
    all.map(({ path, kind, sha256 }) => [path, kind === 'table' ? `${sha256}-${beside}` : sha256]),
  );
}

async function changed(
  ask: Ask,
  source: SchemaSource | undefined,
): Promise<(Definition & { sum: string })[]> {
  const all = definitions(source);
  const wanted = await sums(ask, all);
  const [there] = await ask(`select to_regclass('migration.definition') is not null as there`);
  const rows = there?.['there'] ? await ask('select d.path, d.sha256 from migration.definition d') : [];
  const applied = new Map(rows.map((row) => [row['path'], row['sha256']]));
  return all
    .map((each) => ({ ...each, sum: wanted.get(each.path) ?? each.sha256 }))
    .filter(({ path, sum }) => applied.get(path) !== sum);
}

/** Takes away what a file of this object said before: it says everything that hangs on the object. */
const clear: Readonly<Partial<Record<Definition['kind'], string>>> = {
  function: `do $$ declare x record; begin
    for x in select f.oid::regprocedure as f, r.rolname from pg_proc f cross join aclexplode(f.proacl) a
      join pg_roles r on r.oid = a.grantee where f.oid::regproc = to_regproc('OBJECT') and r.rolname <> 'owner' loop
      execute format('revoke all on function %s from %I', x.f, x.rolname);
    end loop; end $$`,
  view: `drop view if exists OBJECT`,
  table: `do $$ declare x record; begin
    for x in select p.polname from pg_policy p where p.polrelid = 'OBJECT'::regclass loop
      execute format('drop policy %I on OBJECT', x.polname);
    end loop;
    for x in select t.tgname from pg_trigger t where t.tgrelid = 'OBJECT'::regclass and not t.tgisinternal loop
      execute format('drop trigger %I on OBJECT', x.tgname);
    end loop;
    for x in select distinct r.rolname from pg_class c
      left join pg_attribute k on k.attrelid = c.oid and k.attacl is not null
      cross join lateral (select * from aclexplode(c.relacl) union all select * from aclexplode(k.attacl)) a
      join pg_roles r on r.oid = a.grantee where c.oid = 'OBJECT'::regclass and r.rolname <> 'owner' loop
      execute format('revoke all on OBJECT from %I', x.rolname);
    end loop; end $$`,
};

/**
 * Applies one file in a transaction of its own. Policies of a table change in one step, so no request meets a
 * moment without them; whoever waits for the table is not made to wait long.
 */
async function applyDefinition(runner: QueryRunner, definition: Definition & { sum: string }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await runner.startTransaction();
    try {
      await runner.query(`set local lock_timeout = '2s'`);
      const first = clear[definition.kind];
      if (first !== undefined) await runner.query(first.replaceAll('OBJECT', definition.object));
      await runner.query(definition.sql);
      await runner.query(
        `insert into migration.definition (path, sha256) values ($1, $2)
         on conflict (path) do update set sha256 = excluded.sha256`,
        [definition.path, definition.sum],
      );
      await runner.commitTransaction();
      return;
    } catch (error) {
      await runner.rollbackTransaction();
      const busy =
        (error as { code?: string }).code === '55P03' || (error as { code?: string }).code === '40P01';
      if (!busy || attempt >= 30)
        throw new Error(`libs/database/schema/${definition.path}: ${String(error)}`, { cause: error });
      await wait(200 + Math.random() * 800);
    }
  }
}

const askerOf =
  (runner: QueryRunner): Ask =>
  async (sql, values) =>
    (await runner.query(sql, values)) as Record<string, unknown>[];

async function finish(runner: QueryRunner, source: SchemaSource | undefined): Promise<string[]> {
  const ask = askerOf(runner);
  const late = (await changed(ask, source)).filter(({ beforeTables }) => !beforeTables);
  for (const definition of late) await applyDefinition(runner, definition);
  await runner.startTransaction();
  await writeCodeData(ask);
  const lines = (await ask(catalogueLines)).map(({ line }) => line);
  await ask(
    `insert into migration.installed (version, accepts, code_names, catalogue) values ($1, $2, $3, $4)
     on conflict (one) do update set version = excluded.version, accepts = excluded.accepts,
       code_names = excluded.code_names, catalogue = excluded.catalogue`,
    [programVersion, acceptsFrom, codeNames(), lines],
  );
  await runner.commitTransaction();
  return late.map(({ path }) => path);
}

async function run(source: DataSource, options: MigrateOptions): Promise<MigrationPlan> {
  const runner = source.createQueryRunner();
  const ask = askerOf(runner);
  await ask(`select pg_catalog.pg_advisory_lock(${lock})`);
  await demandMigratable(ask, options);
  await ask(ledgerTables);
  await ask(protectFunction);
  const early = (await changed(ask, options.source)).filter(({ beforeTables }) => beforeTables);
  const pending = new Set(pendingIn(await readLedger(ask), options.source));
  const steps = numberedMigrations(options.source)
    .slice(0, options.upTo)
    .filter(({ name }) => pending.has(name));
  // From here on the recorded catalogue is not true any more: a run that is cut off is noticed by its absence.
  await ask('update migration.installed set catalogue = null');
  for (const definition of early) await applyDefinition(runner, definition);
  await runner.release();
  if (steps.length > 0) await source.runMigrations();
  const late = options.upTo === undefined ? await finish(source.createQueryRunner(), options.source) : [];
  return {
    numbered: steps.map(({ name, inTransaction }) => ({ name, inTransaction })),
    definitions: [...early.map(({ path }) => path), ...late],
  };
}

/**
 * Brings a database to this version: the numbered migrations that it has not had, the definitions that changed, and
 * the rows that come from code. One process at a time.
 * @param url the migrator's
 * @throws DatabaseUnfit where the database is newer, older than the baseline, or was changed by hand
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<MigrationPlan> {
  const source = await connection(
    url,
    numberedMigrations(options.source).slice(0, options.upTo),
  ).initialize();
  try {
    return await run(source, options);
  } finally {
    await source.destroy();
  }
}

/**
 * What `migrate` would do, without doing it.
 * @throws DatabaseUnfit where it would refuse
 */
export async function planMigration(
  url: string,
  { source = shippedSchema }: MigrateOptions = {},
): Promise<MigrationPlan> {
  const database = await connection(url, []).initialize();
  const ask: Ask = async (sql, values) => (await database.query(sql, values)) as Record<string, unknown>[];
  try {
    await demandMigratable(ask, { source });
    const pending = new Set(pendingIn(await readLedger(ask), source));
    return {
      numbered: numberedMigrations(source)
        .filter(({ name }) => pending.has(name))
        .map(({ name, inTransaction }) => ({ name, inTransaction })),
      definitions: (await changed(ask, source)).map(({ path }) => path),
    };
  } finally {
    await database.destroy();
  }
}
