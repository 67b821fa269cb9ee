import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Persona } from '#domain/visibility';
import { RunningWork, type Work } from './abandoned.js';
import { ChangeListener, type Wake } from './changes.js';
import { Queries, RowMissing, Session, type Viewer, type ViewerKey } from './session.js';
import { Shares } from './shares.js';

/** The connections of one process, one pool a login. */
export interface DataSources {
  readonly app: DataSource;
  readonly authn: DataSource;
  readonly job: DataSource;
}

/** One login's connections at this moment, and how much work waits for one. */
export interface PoolFigures {
  readonly login: keyof DataSources;
  readonly most: number;
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

interface ContextRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly seat_id: string;
  readonly persona: Persona;
  readonly table_id: string | null;
  readonly agency_id: string | null;
  readonly employer_agency_id: string | null;
  readonly stepped_up_at: Date | null;
}

const hash = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const deadlock = '40P01';
const attempts = 3;

/**
 * The one door to data. Work happens inside a transaction that first enters the viewer's signed context; without it the
 * login can read nothing at all. Nothing is answered before the commit, since the audit is appended by it.
 */
export class Data {
  private readonly running = new RunningWork();
  private readonly shares: Shares;

  /**
   * @param poolSize connections of the app's login; one session, and one seat, has at most three in eight of
   * them at once
   */
  constructor(
    private readonly sources: DataSources,
    poolSize = 8,
  ) {
    this.shares = new Shares({
      atOnce: Math.max(1, Math.floor((poolSize * 3) / 8)),
      waiting: 100,
      waitMs: 5_000,
    });
  }

  /**
   * The sender of this request waits for no answer any more: its statements are cancelled, and what of it
   * waits is dropped. @param isAnswering part of the answer is out
   */
  abandon(requestId: string, isAnswering: boolean): void {
    this.running.abandon(requestId, isAnswering);
  }

  /**
   * One unit of work as one viewer.
   * @param requestId goes into the audit with everything this work does
   * @throws the database's error; 28000 without a live session, 42501 without that live seat
   */
  async as<T>(key: ViewerKey, requestId: string, work: (session: Session) => Promise<T>): Promise<T> {
    return this.entered(key, requestId, true, work);
  }

  /** The same for what runs without the person: it does not keep an idle session alive. */
  async asInBackground<T>(
    key: ViewerKey,
    requestId: string,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    return this.entered(key, requestId, false, work);
  }

  private async entered<T>(
    key: ViewerKey,
    requestId: string,
    present: boolean,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    if (!hash.test(key.tokenHash) || !uuid.test(key.seatId))
      throw Object.assign(new Error('no session'), { code: '28000' });
    // One round trip opens all of it. The values were checked to be hexadecimal, so that they can stand in the text.
    const opening =
      `begin; select set_config('situation_table.request_id', '${uuid.test(requestId) ? requestId : ''}', true); ` +
      `select set_config('role', c.persona, true), c.* from sec.enter('\\x${key.tokenHash}', '${key.seatId}', ${present}) c`;
    return this.shared([key.tokenHash, key.seatId], requestId, opening, (client, context) =>
      work(new Session(client, viewerOf(context as ContextRow))),
    );
  }

  /** In a transaction of the app's login, within the share of those who ask. */
  private shared<T>(
    keys: readonly string[],
    requestId: string,
    opening: string,
    work: (client: PoolClient, context: unknown) => Promise<T>,
  ): Promise<T> {
    return this.running.during(requestId, (unit) =>
      this.shares.take(keys, () => this.transaction(this.sources.app, opening, work, unit), unit.waits),
    );
  }

  /**
   * The question of a paired projector: no user, one function (docs/adr/projector-one-function.md).
   * @throws P0002 for a device that is not paired, or not any more
   */
  async asProjector<T>(
    tokenHash: string,
    requestId: string,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> {
    if (!hash.test(tokenHash)) throw new RowMissing();
    const opening =
      `begin; select set_config('situation_table.request_id', '${uuid.test(requestId) ? requestId : ''}', true); ` +
      `select set_config('role', c.persona, true) from sec.enter_projector('\\x${tokenHash}') c`;
    return this.shared([tokenHash], requestId, opening, (client) => work(new Queries(client)));
  }

  /** Work of the sign-in: sessions, throttles, refusals; the role can call those functions and nothing else. */
  async asAuthn<T>(requestId: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.plain(this.sources.authn, requestId, work);
  }

  /** Work of the clock: returns, minimising, sealing; the role can call those functions and nothing else. */
  async asJob<T>(requestId: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.plain(this.sources.job, requestId, work);
  }

  /** Hears which tables change, from `open` until `close`. */
  listen(wake: Wake, wakeAll: () => void): ChangeListener {
    return new ChangeListener((this.sources.app.options as { url?: string }).url, wake, wakeAll);
  }

  /** How busy the pools of this process are. */
  pools(): readonly PoolFigures[] {
    return (['app', 'authn', 'job'] as const).map((login) => {
      const { totalCount, idleCount, waitingCount, options } = poolOf(this.sources[login]);
      return {
        login,
        most: options.max,
        busy: totalCount - idleCount,
        idle: idleCount,
        waiting: waitingCount,
      };
    });
  }

  private plain<T>(
    source: DataSource,
    requestId: string,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> {
    const opening = `begin; select set_config('situation_table.request_id', '${uuid.test(requestId) ? requestId : ''}', true)`;
    return this.transaction(source, opening, (client) => work(new Queries(client)));
  }

  private async transaction<T>(
    source: DataSource,
    opening: string,
    work: (client: PoolClient, context: unknown) => Promise<T>,
    unit?: Work,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(poolOf(source), opening, work, unit);
      } catch (error) {
        // The loser of a deadlock was rolled back whole, so that it may simply be done again.
        if ((error as { code?: unknown }).code !== deadlock || attempt === attempts) throw error;
      }
    }
  }
}

/**
 * The pool itself: TypeORM's query runner gives a connection back as soon as it breaks, so that nobody else
 * could give it back in peace.
 */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { readonly master: Pool }).master;
}

async function once<T>(
  pool: Pool,
  opening: string,
  work: (client: PoolClient, context: unknown) => Promise<T>,
  unit: Work | undefined,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    unit?.begin(client);
    const results = (await client.query(opening)) as unknown as readonly { rows: readonly unknown[] }[];
    const answer = await work(client, results.at(-1)?.rows[0]);
    // Committing a transaction in which a statement failed answers ROLLBACK without an error: nothing may
    // then be acknowledged.
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return answer;
  } catch (error) {
    // A request to cancel that is on its way must not meet somebody else's statement.
    await unit?.end();
    // A connection that cannot even roll back is thrown away by the pool, with its transaction.
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure as Error;
    });
    throw error;
  } finally {
    await unit?.end();
    client.release(broken);
  }
}

function viewerOf(row: ContextRow): Viewer {
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    seatId: row.seat_id,
    persona: row.persona,
    tableId: row.table_id,
    agencyId: row.agency_id,
    employerAgencyId: row.employer_agency_id,
    steppedUpAt: row.stepped_up_at,
  };
}
