import type { PoolClient, QueryResultRow } from 'pg';
import type { Persona } from '#domain/visibility';

/** Who asks: the SHA-256 (hex) of the session's token and the one seat that acts. */
export interface ViewerKey {
  readonly tokenHash: string;
  readonly seatId: string;
}

/** Who asks, and under which request id the audit will find it. */
export interface Asking extends ViewerKey {
  readonly requestId: string;
}

/** Who the database found to be asking; what the signed context of the transaction says. */
export interface Viewer {
  readonly sessionId: string;
  readonly userId: string;
  readonly seatId: string;
  readonly persona: Persona;
  readonly tableId: string | null;
  readonly agencyId: string | null;
  readonly employerAgencyId: string | null;
  readonly steppedUpAt: Date | null;
}

/** A row that is not there, or not for this viewer: the two are the same. Carries the SQLSTATE of "no data found". */
export class RowMissing extends Error {
  override readonly name = 'RowMissing';
  readonly code = 'P0002';
}

/**
 * SQL under one set of rights inside one transaction. One client runs one query at a time: await each.
 * @typeParam R the row as selected; columns keep the names the SQL gives them
 */
export class Queries {
  constructor(private readonly client: PoolClient) {}

  /** All rows; an undefined parameter is a mistake of ours and throws before anything is sent. */
  async rows<R extends QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    if (parameters.some((parameter) => parameter === undefined))
      throw new TypeError('a parameter of a query is undefined');
    return (await this.client.query<R>(sql, [...parameters])).rows;
  }

  /** The only row, or undefined. */
  async maybe<R extends QueryResultRow>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<R | undefined> {
    return (await this.rows<R>(sql, parameters))[0];
  }

  /** The only row. @throws RowMissing */
  async one<R extends QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<R> {
    const row = await this.maybe<R>(sql, parameters);
    if (row === undefined) throw new RowMissing();
    return row;
  }

  /** How many rows a change touched. */
  async change(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    if (parameters.some((parameter) => parameter === undefined))
      throw new TypeError('a parameter of a query is undefined');
    return (await this.client.query(sql, [...parameters])).rowCount ?? 0;
  }
}

/** The unit of work of one viewer: everything in it is one transaction under that viewer's own rights. */
export class Session extends Queries {
  constructor(
    client: PoolClient,
    readonly viewer: Viewer,
  ) {
    super(client);
  }
}
