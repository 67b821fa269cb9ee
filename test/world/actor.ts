import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request, { type Response, type Test } from 'supertest';
import { hashToken, sessionCookieName } from '#access';
import type { ViewerKey } from '#database/door';

/** An answer of the API. */
export type Answer = Response;

interface Options {
  /** A version, or an ETag as received. */
  readonly ifMatch?: string | number;
  /** Idempotency-Key; every POST carries a fresh one unless given. */
  readonly once?: string;
  readonly language?: 'en' | 'fr';
  /** Headers besides, which also replace those that an actor sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Identity {
  readonly name?: string;
  readonly userId?: string;
  readonly signInName?: string;
  /** The seat that each request names; none where it is empty. */
  readonly seatId?: string;
  /** The token of a session; not signed in where it is empty. */
  readonly token?: string;
}

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;
export type Method = keyof typeof methods;

/**
 * A user at a browser, signed in or not, who acts through one seat or none. A request leaves by itself, awaited or
 * not, after the expression that makes it. The session cookie of an answer replaces the one before, as in a browser.
 */
export class Actor {
  readonly name: string;
  readonly userId: string;
  readonly signInName: string;
  readonly seatId: string;
  /** The Cookie header. */
  cookie: string | undefined;

  constructor(
    private readonly server: Server | string,
    { name = '', userId = '', signInName = '', seatId = '', token = '' }: Identity = {},
  ) {
    this.name = name;
    this.userId = userId;
    this.signInName = signInName;
    this.seatId = seatId;
    this.cookie = token === '' ? undefined : `${sessionCookieName}=${token}`;
  }

  /** The token of the session; empty without one. */
  get token(): string {
    return new RegExp(`${sessionCookieName}=([^;]*)`).exec(this.cookie ?? '')?.[1] ?? '';
  }

  /** What another actor of the same user is made from. */
  get identity(): Identity {
    const { name, userId, signInName, seatId, token } = this;
    return { name, userId, signInName, seatId, token };
  }

  get key(): ViewerKey {
    return { tokenHash: hashToken(this.token), seatId: this.seatId };
  }

  get(path: string, options?: Options): Test {
    return this.send('GET', path, undefined, options);
  }
  post(path: string, body: unknown = {}, options?: Options): Test {
    return this.send('POST', path, body, options);
  }
  put(path: string, body: unknown, options?: Options): Test {
    return this.send('PUT', path, body, options);
  }
  patch(path: string, body: unknown, options?: Options): Test {
    return this.send('PATCH', path, body, options);
  }
  delete(path: string, options?: Options): Test {
    return this.send('DELETE', path, undefined, options);
  }

  /** @param body sent as JSON; undefined sends none */
  send(
    method: Method,
    path: string,
    body?: unknown,
    { ifMatch, once, language, headers }: Options = {},
  ): Test {
    const test = request(this.server)[methods[method]](`/api/v1${path}`).set('sec-fetch-site', 'same-origin');
    if (this.cookie !== undefined) void test.set('cookie', this.cookie);
    if (this.seatId !== '') void test.set('seat', this.seatId);
    if (method === 'POST') void test.set('idempotency-key', once ?? randomUUID());
    if (ifMatch !== undefined)
      void test.set('if-match', typeof ifMatch === 'number' ? `"v${ifMatch}"` : ifMatch);
    if (language !== undefined) void test.set('accept-language', language);
    if (headers !== undefined) void test.set(headers);
    if (body !== undefined) void test.type('json').send(JSON.stringify(body));
    void test.on('response', (answer: Answer) => {
      this.keepCookie(answer);
    });
    // Supertest sends what is awaited. A test of two requests at once needs the first one under way before that.
    queueMicrotask(() => {
      test.then(ignore, ignore);
    });
    return test;
  }

  private keepCookie(answer: Answer): void {
    const given = cookiesOf(answer).find((line) => line.startsWith(`${sessionCookieName}=`));
    if (given !== undefined) this.cookie = given.includes('Max-Age=0') ? undefined : given.split(';')[0];
  }
}

function ignore(): void {
  // The test that awaits the same request sees how it ended.
}

/** The Set-Cookie lines of an answer. */
export function cookiesOf({ headers }: Answer): readonly string[] {
  return ([] as string[]).concat((headers['set-cookie'] as string | string[] | undefined) ?? []);
}

/** The body of an answer that must be a success. @throws Error with what came instead */
export function body<T>(response: Answer): T {
  if (response.status >= 400) throw new Error(`${response.status} ${JSON.stringify(response.body)}`);
  return response.body as T;
}
