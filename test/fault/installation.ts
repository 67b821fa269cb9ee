import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { sessionCookieName } from '#access';
import { FileKeyProvider } from '#crypto';
import { giveTo, serverAccount, startEmbedded, type EmbeddedServer } from '#database/embedded';
import { migrate } from '#database/migration';
import { startApiProcess, type ApiProcess } from '../world/api-process.js';
import { buildProduct } from '../world/built.js';
import { plantSeat, plantSession, plantUser, type Planter } from '../world/planting.js';

/** What an API answered; status 0 where the line was cut or nobody listened. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  readonly milliseconds: number;
}

/** Somebody signed in, with the headers that every request of theirs carries. */
export interface Person {
  readonly userId: string;
  readonly signInName: string;
  readonly seatId: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type Api = ApiProcess;

export interface Sent {
  readonly method?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly within?: number;
}

/** One request on a connection of its own; never throws. */
export function ask(
  api: Pick<Api, 'port'>,
  path: string,
  { method, body, headers = {}, within = 20_000 }: Sent = {},
): Promise<Answered> {
  const from = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, answered: IncomingHttpHeaders = {}, text = ''): void => {
      let read: Record<string, unknown> = {};
      try {
        read = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      } catch {
        status = 0;
      }
      resolve({ status, headers: answered, body: read, milliseconds: performance.now() - from });
    };
    const text = body === undefined ? undefined : JSON.stringify(body);
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: api.port,
        path,
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        agent: false,
        timeout: within,
        headers: {
          'sec-fetch-site': 'same-origin',
          ...headers,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(text)),
          }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          done(
            response.complete ? (response.statusCode ?? 0) : 0,
            response.headers,
            Buffer.concat(parts).toString(),
          );
        });
        response.on('error', () => {
          done(0);
        });
      },
    );
    request.on('timeout', () => {
      request.destroy();
    });
    request.on('error', () => {
      done(0);
    });
    request.end(text);
  });
}

/**
 * A database of its own on the embedded server, with real writes to the disk, one table and its people; and
 * API processes over it.
 */
export class Installation {
  private server: EmbeddedServer | undefined;
  private connections: Pool | undefined;
  private readonly apis = new Set<Api>();
  readonly tableId = randomUUID();
  readonly agencies = { police: randomUUID(), school: randomUUID(), city: randomUUID() };
  private constructor(
    private readonly folder: string,
    readonly data: string,
  ) {}

  /** @param data where PostgreSQL's data is to lie; a folder of its own unless named */
  static async create(data?: string): Promise<Installation> {
    buildProduct();
    const folder = mkdtempSync('/tmp/st-fault-');
    giveTo(serverAccount(), folder);
    const made = new Installation(folder, data ?? join(folder, 'data'));
    try {
      await made.startDatabase();
      await migrate(made.running.url('migrator'));
      await (await FileKeyProvider.openOrCreate(join(folder, 'keys'))).close();
      await made.plant();
    } catch (error) {
      await made.close();
      throw error;
    }
    return made;
  }

  get running(): EmbeddedServer {
    if (!this.server) throw new Error('the database is not running');
    return this.server;
  }

  async startDatabase(): Promise<void> {
    this.server = await startEmbedded(this.data);
  }

  async stopDatabase(): Promise<void> {
    const { connections } = this;
    this.connections = undefined;
    await connections?.end().catch(() => undefined);
    await this.server?.stop();
    this.server = undefined;
  }

  /** Kills the postmaster as a crash would; its workers find out by themselves. */
  async killDatabase(): Promise<void> {
    const { pid, ended } = this.running;
    process.kill(pid, 'SIGKILL');
    await ended;
    await this.stopDatabase();
  }

  /**
   * SQL as the superuser: for planting and for looking behind the walls. Its connections stay, since many a
   * test asks forty times a second until something holds.
   */
  async sql<T>(text: string, parameters: unknown[] = []): Promise<T[]> {
    if (!this.connections) {
      this.connections = new Pool({ connectionString: this.running.url('postgres'), max: 4 });
      this.connections.on('error', () => undefined);
    }
    return (await this.connections.query(text, parameters)).rows as T[];
  }

  private async plant(): Promise<void> {
    for (const [name, id] of Object.entries(this.agencies))
      await this.sql('insert into sec.agency (id, name, sector) values ($1, $2, $3)', [
        id,
        name,
        'social-services',
      ]);
    await this.sql(`insert into sec.situation_table (id, name, region) values ($1, 'Harbour', 'East')`, [
      this.tableId,
    ]);
    for (const id of Object.values(this.agencies))
      await this.sql(
        'insert into sec.table_agency (table_id, agency_id, has_account) values ($1, $2, true)',
        [this.tableId, id],
      );
    await this.sql(`insert into sec.demo_clock (ahead) values (interval '0')`);
  }

  /** Somebody signed in with one seat; at the table where the persona has a table. */
  async enter(
    persona: 'rep' | 'coordinator' | 'auditor' | 'administrator',
    agency?: keyof Installation['agencies'],
  ): Promise<Person> {
    const planter: Planter = { plant: (text, parameters) => this.sql(text, parameters) };
    const signInName = `u${randomUUID().slice(0, 13)}`;
    const userId = await plantUser(planter, { signInName });
    const seatId = await plantSeat(planter, userId, {
      persona,
      ...(agency !== undefined && {
        table: this.tableId,
        [persona === 'rep' ? 'agency' : 'employer']: this.agencies[agency],
      }),
      since: '1 hour',
    });
    const token = await plantSession(planter, userId);
    return { userId, signInName, seatId, headers: { cookie: `${sessionCookieName}=${token}`, seat: seatId } };
  }

  /** Starts an API process and waits until it listens. @param settings over the usual environment */
  async startApi(settings: Readonly<Record<string, string>> = {}, port?: number): Promise<Api> {
    const api = await startApiProcess({
      url: (login) => this.running.url(login),
      data: this.data,
      keys: join(this.folder, 'keys'),
      port,
      settings,
    });
    this.apis.add(api);
    void api.ended.then(() => this.apis.delete(api));
    return api;
  }

  /** For every chain, where the audit is broken; empty when it is whole. */
  async brokenChains(): Promise<unknown[]> {
    return this.sql(
      'select head.chain, audit.first_broken(head.chain) as at from audit.head where audit.first_broken(head.chain) is not null',
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.apis].map((api) => api.kill('SIGKILL')));
    await this.stopDatabase();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A busy machine is no fault: what is waited for may take so many times as long as on a quiet one. */
const patience = 4;

/** Waits until a condition holds; returns how many milliseconds that took. @param within on a quiet machine */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  within = 20_000,
): Promise<number> {
  const from = performance.now();
  while (!(await condition())) {
    if (performance.now() - from > within * patience)
      throw new Error(`not within ${within * patience} ms: ${what}`);
    await pause(25);
  }
  return performance.now() - from;
}
