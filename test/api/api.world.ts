import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import { freshToken, hashToken, sessionCookieName } from '#access';
import type { Data } from '#database/door';
import type { SeatPersona } from '#domain/visibility';
import type { TestDatabase } from '#testing';
import { serveClone } from '../world/served-clone.js';

/** An answer as a client sees it; `body` is empty when there was none. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, never> & Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
}

export interface Sending {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** An ETag as received. */
  readonly ifMatch?: string;
  /** A key of one's own, to repeat a request; otherwise every POST carries a fresh one. */
  readonly onceKey?: string;
}

/** Somebody at a browser, signed in or not, acting through one seat or none. */
export class Actor {
  cookie: string | undefined;

  constructor(
    private readonly url: string,
    readonly seatId?: string,
    token?: string,
    readonly userId: string = '',
  ) {
    this.cookie = token && `${sessionCookieName}=${token}`;
  }

  async send(
    method: string,
    path: string,
    { body, headers = {}, ifMatch, onceKey }: Sending = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie !== undefined && { cookie: this.cookie }),
        ...(this.seatId !== undefined && { seat: this.seatId }),
        ...(method === 'POST' && { 'idempotency-key': onceKey ?? randomUUID() }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0];
    let parsed: unknown = {};
    try {
      parsed = JSON.parse(text);
    } catch {
      /* no body, or none of ours */
    }
    return { status: response.status, body: parsed as Answer['body'], text, headers: response.headers };
  }

  get(path: string, sending?: Sending): Promise<Answer> {
    return this.send('GET', path, sending);
  }
  post(path: string, body?: unknown, sending: Sending = {}): Promise<Answer> {
    return this.send('POST', path, { ...sending, body: body ?? {} });
  }
  put(path: string, body: unknown, sending: Sending = {}): Promise<Answer> {
    return this.send('PUT', path, { ...sending, body });
  }
  patch(path: string, body: unknown, sending: Sending = {}): Promise<Answer> {
    return this.send('PATCH', path, { ...sending, body });
  }
  delete(path: string, sending?: Sending): Promise<Answer> {
    return this.send('DELETE', path, sending);
  }
}

/** What a planted seat is; the table and the agencies are named as planted. */
export interface SeatPlan {
  readonly persona: SeatPersona;
  readonly table?: string;
  readonly agency?: string;
  readonly employer?: string;
}

/** The API over a database and keyring of its own, with ways to plant who there is. Ids of what is planted stand under its name. */
export interface ApiWorld {
  readonly url: string;
  readonly database: TestDatabase;
  readonly data: Data;
  readonly log: string[];
  readonly ids: Map<string, string>;
  id(name: string): string;
  agency(name: string, sector?: string): Promise<string>;
  /** A table with agencies that are planted when they are not there yet. */
  table(name: string, agencies: readonly string[]): Promise<string>;
  /** A person with one seat and a live session in which a proof was just given. */
  person(name: string, seat: SeatPlan): Promise<Actor>;
  /** The same person through another seat, in the same session. */
  another(name: string, seat: SeatPlan): Promise<Actor>;
  stranger(): Actor;
  close(): Promise<void>;
}

/** Starts it on a free port of loopback. @param more modules of the test, served beside the features */
export async function startApi(more: readonly Type[] = []): Promise<ApiWorld> {
  const log: string[] = [];
  const { database, data, app, close } = await serveClone(more, (line) => log.push(line));
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const ids = new Map<string, string>();
  const tokens = new Map<string, string>();
  const id = (name: string): string => {
    const found = ids.get(name);
    if (found === undefined) throw new Error(`nothing of the name ${name} was planted`);
    return found;
  };
  const seatAt = async (user: string, { persona, table, agency, employer }: SeatPlan): Promise<string> => {
    const [seat] = await database.plant<{ id: string }>(
      `insert into sec.seat (user_id, persona, table_id, agency_id, employer_agency_id) values ($1, $2, $3, $4, $5) returning id`,
      [user, persona, table ? id(table) : null, agency ? id(agency) : null, employer ? id(employer) : null],
    );
    return seat!.id;
  };
  const world: ApiWorld = {
    url,
    database,
    data,
    log,
    ids,
    id,
    close,
    async agency(name, sector = 'health') {
      const known = ids.get(name);
      if (known !== undefined) return known;
      const [row] = await database.plant<{ id: string }>(
        'insert into sec.agency (name, sector) values ($1, $2) returning id',
        [name, sector],
      );
      ids.set(name, row!.id);
      return row!.id;
    },
    async table(name, agencies) {
      const [row] = await database.plant<{ id: string }>(
        `insert into sec.situation_table (name, region) values ($1, 'North') returning id`,
        [name],
      );
      ids.set(name, row!.id);
      for (const agency of agencies) {
        await database.plant('insert into sec.table_agency (table_id, agency_id) values ($1, $2)', [
          row!.id,
          await world.agency(agency),
        ]);
      }
      return row!.id;
    },
    async person(name, seat) {
      const [user] = await database.plant<{ id: string }>(
        'insert into sec.app_user (sign_in_name, display_name) values ($1, $2) returning id',
        [name.toLowerCase(), name],
      );
      ids.set(name, user!.id);
      const token = freshToken();
      tokens.set(name, token);
      await database.plant(
        `insert into sec.session (token_hash, user_id, stepped_up_at, tiers_opened_at) values (decode($1, 'hex'), $2, clock_timestamp(), clock_timestamp())`,
        [hashToken(token), user!.id],
      );
      return new Actor(url, await seatAt(user!.id, seat), token, user!.id);
    },
    async another(name, seat) {
      return new Actor(url, await seatAt(id(name), seat), tokens.get(name), id(name));
    },
    stranger: () => new Actor(url),
  };
  return world;
}
