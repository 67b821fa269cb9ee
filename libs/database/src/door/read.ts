import type { QueryResultRow } from 'pg';
import type { Queries } from './session.js';

/** Every read by name, so that the SQL each one sends can be reviewed in one committed file (queries.sql). */
const registered = new Map<string, Read<QueryResultRow>>();

/**
 * Under the policies the planner takes a table for hundreds of times smaller than it is, and would rather
 * read and sort all of it than follow an index.
 * A page that is read in the order of an index therefore rules sorting out first.
 */
const inOrder = 'set local enable_sort = off';

/** A named read: SQL text that a reviewer can paste into psql, and the shape of its rows. */
export class Read<Row extends QueryResultRow> {
  /** @param first what is set, until the end of the transaction, before it is planned */
  constructor(
    readonly name: string,
    readonly sql: string,
    readonly first?: string,
  ) {
    if (registered.has(name)) throw new Error(`two reads are named ${name}`);
    registered.set(name, this);
  }

  /** A read whose rows come in the order of an index, a page at a time. */
  static inOrder<Row extends QueryResultRow>(name: string, sql: string): Read<Row> {
    return new Read<Row>(name, sql, inOrder);
  }

  async rows(session: Queries, parameters: readonly unknown[]): Promise<Row[]> {
    if (this.first !== undefined) await session.rows(this.first);
    return session.rows<Row>(this.sql, parameters);
  }

  /** @throws RowMissing */
  one(session: Queries, parameters: readonly unknown[]): Promise<Row> {
    return session.one<Row>(this.sql, parameters);
  }
}

/** All reads, in order of name. */
export function allReads(): readonly Read<QueryResultRow>[] {
  return [...registered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
}

/** All reads as one SQL text, in order of name. */
export function queriesText(): string {
  return allReads()
    .map(({ name, sql, first }) => `-- ${name}\n${first === undefined ? '' : `${first};\n`}${sql.trim()};\n`)
    .join('\n');
}
