import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DataSource, type MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** The folder of migrations, beside the sources in a checkout and beside the compiled files in `dist`. */
export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'migrations');

function migrationFiles(): string[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder)
    .filter((name) => /^\d{13}-[\w-]+\.(ts|js)$/.test(name))
    .sort();
}

/** A digest of every migration's text: two equal digests make the same schema. */
export function migrationsDigest(): string {
  const digest = createHash('sha256');
  for (const name of migrationFiles()) digest.update(name).update(readFileSync(join(migrationsFolder, name)));
  return digest.digest('hex');
}

async function migrationClasses(): Promise<MigrationClass[]> {
  const classes: MigrationClass[] = [];
  for (const name of migrationFiles()) {
    const exported = (await import(pathToFileURL(join(migrationsFolder, name)).href)) as Record<
      string,
      unknown
    >;
    const found = Object.values(exported).filter(
      (value): value is MigrationClass => typeof value === 'function' && /\d{13}$/.test(value.name),
    );
    if (found.length !== 1)
      throw new Error(
        `migrations/${name} must export exactly one migration class, named with its timestamp.`,
      );
    classes.push(...found);
  }
  return classes;
}

function migrations(url: string, classes: MigrationClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: classes,
    migrationsTableName: 'applied',
    schema: 'migration',
    migrationsTransactionMode: 'each',
    // Everything a migration makes belongs to `owner`: the login only lends its hands.
    extra: {
      max: 1,
      options: '-c role=owner -c search_path=migration',
      application_name: 'situation-table migrate',
    },
  });
}

/** The names of all migrations that this version knows, in their order. */
export async function knownMigrations(): Promise<string[]> {
  return (await migrationClasses()).map(({ name }) => name);
}

/**
 * Applies the migrations that a database has not had yet, each in a transaction of its own, one process at a time.
 * @param url the migrator's
 * @param first only so many, from the first on: as far as an older version had come
 * @returns the names of those applied now
 */
export async function migrate(url: string, first?: number): Promise<string[]> {
  const source = await migrations(url, (await migrationClasses()).slice(0, first)).initialize();
  const turn = source.createQueryRunner();
  try {
    // Two API processes may start together: the second waits here and then finds nothing to do. The pool has one connection, so the lock is the work's own.
    await turn.query('select pg_catalog.pg_advisory_lock(7190217401)');
    await turn.release();
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

/**
 * The names of migrations this version knows and a database has not had: none means ready to serve.
 * @param ask runs one statement on a connection of any login that may ask (app and migrator)
 */
export async function pendingMigrations(
  ask: (sql: string) => Promise<{ rows: unknown[] }>,
): Promise<string[]> {
  const { rows } = await ask('select unnest(migration.names()) as name');
  const applied = new Set((rows as { name: string }[]).map(({ name }) => name));
  return (await knownMigrations()).filter((name) => !applied.has(name));
}
