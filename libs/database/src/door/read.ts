import type { QueryResultRow } from 'pg';
import type { Queries } from './session.js';

/** Every read by name, so that the SQL each one sends can be reviewed in one committed file (queries.sql). */
const registered = new Map<string, string>();

/** A named read: SQL text that a reviewer can paste into psql, and the shape of its rows. */
export class Read<Row extends QueryResultRow> {
  constructor(
    readonly name: string,
    readonly sql: string,
  ) {
    if (registered.has(name)) throw new Error(`two reads are named ${name}`);
    registered.set(name, sql);
  }

  rows(session: Queries, parameters: readonly unknown[]): Promise<Row[]> {
    return session.rows<Row>(this.sql, parameters);
  }

  /** @throws RowMissing */
  one(session: Queries, parameters: readonly unknown[]): Promise<Row> {
    return session.one<Row>(this.sql, parameters);
  }
}

/** All reads as one SQL text, in order of name. */
export function queriesText(): string {
  return [...registered]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sql]) => `-- ${name}\n${sql.trim()};\n`)
    .join('\n');
}
