import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { freshToken, hashToken, sessionCookieName } from '#access';
import { FileKeyProvider } from '#crypto';
import { giveTo, serverAccount, startEmbedded, type EmbeddedServer } from '#database/embedded';
import { migrate } from '#database/migration';
import { buildProduct } from '../world/built.js';

const program = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

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
  readonly seatId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An API process of its own, as an operator runs it over a database that is already there. */
export interface Api {
  readonly port: number;
  readonly pid: number;
  readonly ended: Promise<void>;
  kill(name: NodeJS.Signals): Promise<void>;
  output(): string;
}

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

/** A database of its own on the embedded server, with real writes to the disk, one table and its people; and API processes over it. */
export class Installation {
  private server: EmbeddedServer | undefined;
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

  /** SQL as the superuser: for planting and for looking behind the walls. */
  async sql<T>(text: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.running.url('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, parameters)).rows as T[];
    } finally {
      await client.end().catch(() => undefined);
    }
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

  async enter(persona: 'rep' | 'coordinator', agency: keyof Installation['agencies']): Promise<Person> {
    const [userId, seatId, token] = [randomUUID(), randomUUID(), freshToken()];
    const place = this.agencies[agency];
    await this.sql('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $2)', [
      userId,
      `u${userId.slice(0, 13)}`,
    ]);
    await this.sql(
      `insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id, starts_at) values ($1, $2, $3, $4, $5, $6, now() - interval '1 hour')`,
      [
        seatId,
        userId,
        persona,
        this.tableId,
        persona === 'rep' ? place : null,
        persona === 'coordinator' ? place : null,
      ],
    );
    await this.sql(
      `insert into sec.session (token_hash, user_id, stepped_up_at, tiers_opened_at) values (decode($1, 'hex'), $2, clock_timestamp(), clock_timestamp())`,
      [hashToken(token), userId],
    );
    return { userId, seatId, headers: { cookie: `${sessionCookieName}=${token}`, seat: seatId } };
  }

  /** Starts an API process and waits until it listens. @param settings over the usual environment */
  async startApi(settings: Readonly<Record<string, string>> = {}, port?: number): Promise<Api> {
    const chosen = port ?? (await freePort());
    const { running } = this;
    const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', program], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      cwd: '/',
      env: {
        PATH: process.env['PATH'],
        PORT: String(chosen),
        DATABASE_URL: running.url('app'),
        AUTHN_URL: running.url('authn'),
        JOB_URL: running.url('job'),
        SITUATION_TABLE_DATA: this.data,
        SITUATION_TABLE_KEYS: join(this.folder, 'keys'),
        ...settings,
      },
    });
    let output = '';
    const errors: string[] = [];
    child.stdout?.on('data', (chunk) => {
      output = (output + String(chunk)).slice(-1_000_000);
    });
    child.stderr?.on('data', (chunk) => {
      errors.push(String(chunk));
    });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
    });
    const listening = new Promise<true>((resolve) => {
      child.once('message', () => {
        resolve(true);
      });
    });
    const api: Api = {
      port: chosen,
      pid: child.pid ?? 0,
      ended,
      output: () => output + errors.join(''),
      kill: async (name) => {
        child.kill(name);
        await ended;
        this.apis.delete(api);
      },
    };
    if ((await Promise.race([listening, ended])) !== true)
      throw new Error(`The API did not start: ${api.output()}`);
    this.apis.add(api);
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

/** Waits until a condition holds; returns how many milliseconds that took. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  within = 20_000,
): Promise<number> {
  const from = performance.now();
  while (!(await condition())) {
    if (performance.now() - from > within) throw new Error(`not within ${within} ms: ${what}`);
    await pause(25);
  }
  return performance.now() - from;
}
