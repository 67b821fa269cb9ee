import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The SQL that makes the database: the numbered history, and the current definition of each object. */
export interface SchemaSource {
  /** Numbered migrations, `NNNN-what-it-does.sql`. */
  readonly history: string;
  /** One file an object, `<schema>/<functions|views|tables>/<name>.sql`. */
  readonly definitions: string;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/** What this program ships, beside the sources in a checkout and beside the compiled files in `dist`. */
export const shippedSchema: SchemaSource = {
  history: join(root, 'migrations'),
  definitions: join(root, 'libs', 'database', 'schema'),
};

/** One step of the numbered history. */
export interface NumberedMigration {
  /** The file's name without its ending, as the database records it. */
  readonly name: string;
  readonly number: number;
  readonly sha256: string;
  /** The statements, one after the other; a single one unless the step runs outside a transaction. */
  readonly statements: readonly string[];
  /** False where the file says `-- outside a transaction, resumable`: its statements may each be run again. */
  readonly inTransaction: boolean;
}

/** The current definition of one function, view, table's policies, or the rows that belong to the program. */
export interface Definition {
  /** The path below the folder of definitions, as the database records it. */
  readonly path: string;
  readonly sha256: string;
  readonly sql: string;
  readonly kind: 'schemas' | 'function' | 'view' | 'table' | 'data';
  /** `schema.name` of what the file defines. */
  readonly object: string;
  /** True for what a column, a check or an index of a table calls. */
  readonly beforeTables: boolean;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const statementMark = /^-- next statement$/m;

/** The numbered history in its order. */
export function numberedMigrations({ history }: SchemaSource = shippedSchema): readonly NumberedMigration[] {
  if (!existsSync(history)) return [];
  return readdirSync(history)
    .filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(history, file), 'utf8');
      const inTransaction = !/^-- outside a transaction, resumable$/m.test(sql);
      return {
        name: file.replace(/\.sql$/, ''),
        number: Number(file.slice(0, 4)),
        sha256: digest(sql),
        statements: inTransaction ? [sql] : sql.split(statementMark),
        inTransaction,
      };
    });
}

const kinds = { functions: 'function', views: 'view', tables: 'table' } as const;
/** Functions come before what calls them in a policy or a trigger, rows last. */
const order: readonly Definition['kind'][] = ['schemas', 'function', 'view', 'table', 'data'];

function definitionOf(folder: string, path: string): Definition {
  const sql = readFileSync(join(folder, path), 'utf8');
  const [schema = '', place = '', file = ''] = path.split('/');
  const kind = file === '' ? (place === 'data.sql' ? 'data' : 'schemas') : kinds[place as keyof typeof kinds];
  if (kind === undefined) throw new Error(`${path} is in no folder of functions, views or tables.`);
  return {
    path,
    sql,
    kind,
    sha256: digest(sql),
    object: kind === 'schemas' ? 'schemas' : `${schema}.${(file || place).replace(/\.sql$/, '')}`,
    beforeTables: sql.startsWith('-- applied: before tables\n'),
  };
}

/** The current definitions, in the order in which they are applied. */
export function definitions({ definitions: folder }: SchemaSource = shippedSchema): readonly Definition[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.sql'))
    .map((path) => definitionOf(folder, path))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.path < b.path ? -1 : 1));
}

/** A digest of everything that makes the schema: two equal digests make the same database. */
export function schemaSourceDigest(source: SchemaSource = shippedSchema): string {
  const all = [...numberedMigrations(source), ...definitions(source)];
  return digest(all.map((each) => `${'path' in each ? each.path : each.name} ${each.sha256}`).join('\n'));
}
