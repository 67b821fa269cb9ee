import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { draft } from '../world/situation.js';
import { follow } from './following.js';
import { ask, Installation, until, type Api, type Person } from './installation.js';

jest.setTimeout(120_000);

const documented = Object.keys(
  (JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as { paths: object })
    .paths,
).map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
/** What a line may say, by its kind: everything else is a word too many. */
const allowed = [
  ['time', 'method', 'route', 'status', 'ms', 'requestId', 'userId'],
  ['time', 'method', 'route', 'status', 'cut', 'ms', 'requestId', 'userId'],
  ['time', 'level', 'requestId', 'kind', 'state', 'at'],
  ['time', 'level', 'requestId', 'kind', 'at'],
  ['time', 'level', 'part', 'says'],
  ['time', 'level', 'what', 'code'],
  ['time', 'level', 'url'],
].map((names) => names.sort().join());

/** The same secret as a log might hold it. */
function guises(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('utf16le'),
  ];
}

/** Bytes that are no request, and what was answered. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end(text);
    });
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(heard);
    });
  });
}

describe('what an API process writes', () => {
  let home: Installation;
  let api: Api;
  let police: Person;
  const canaries = new Map<string, string>();
  const canary = (where: string): string => {
    const made = `canary-${where}-${randomBytes(12).toString('hex')}`;
    canaries.set(where, made);
    return made;
  };
  const lines = (): Record<string, unknown>[] =>
    api
      .output()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const leaks = (text: string): string[] =>
    [...canaries]
      .filter(([, secret]) => guises(secret).some((guise) => text.includes(guise)))
      .map(([where]) => where);

  beforeAll(async () => {
    home = await Installation.create();
    police = await home.enter('rep', 'police');
    api = await home.startApi({ REQUEST_TIMEOUT_MS: '1000' });
  });
  afterAll(async () => {
    await home.close();
  });

  it('is one line of JSON a request, with the template and none of what was sent', async () => {
    canaries.set('session', police.headers['cookie']?.split('=')[1] ?? '');
    const sent = { ...police.headers, 'idempotency-key': randomUUID() };
    const made = await ask(api, '/api/v1/screenings', {
      body: { ...draft, summary: canary('body') },
      headers: sent,
    });
    expect(made.status).toBe(201);
    canaries.set('row', String(made.body['id']));
    const { body: feed } = await ask(api, '/api/v1/me/calendar', { body: {}, headers: sent });
    canaries.set('feed', String(feed['path']).split('/')[4] ?? '');
    const asked: [string, Parameters<typeof ask>[2]][] = [
      [String(feed['path']), {}],
      [`/api/v1/calendar/${canary('guess')}/meetings.ics`, {}],
      [`/api/v1/screenings/${canaries.get('row') ?? ''}`, { headers: police.headers }],
      [`/api/v1/situations?after=${canary('query')}`, { headers: police.headers }],
      [`/api/v1/situations/${canary('path')}`, { headers: police.headers }],
      [`/nowhere/${canary('nowhere')}`, {}],
      [`/api/v1/%zz${canary('address')}`, {}],
      [`/docs/${canary('docs')}`, { headers: { accept: 'text/html' } }],
      [
        '/api/v1/situations',
        {
          headers: {
            ...police.headers,
            'user-agent': canary('agent'),
            referer: `https://${canary('referer')}.example/`,
            authorization: `Bearer ${canary('bearer')}`,
            'x-forwarded-for': canary('forwarded'),
            'x-request-id': canary('requestId'),
          },
        },
      ],
      ['/api/v1/session', { body: { signInName: canary('name'), password: canary('password') } }],
      ['/api/v1/screenings', { body: { [canary('field')]: 1 }, headers: sent }],
    ];
    for (const [path, options] of asked) await ask(api, path, options);
    await until(
      'a line for each',
      () => lines().filter(({ method }) => method !== undefined).length === asked.length + 2,
    );
    const written = lines();
    expect(written.find(({ route }) => route === '/api/v1/calendar/:secret/meetings.ics')).toMatchObject({
      method: 'GET',
      status: 200,
      userId: null,
    });
    expect(
      written.find(({ route, method }) => route === '/api/v1/screenings' && method === 'POST'),
    ).toMatchObject({ status: 201, userId: police.userId });
  });

  it('speaks too of what never became a request, and of who left before the answer', async () => {
    const heard = await Promise.all([
      raw(api.port, `${canary('verb')} / HTTP/1.1\r\n\r\n`),
      raw(
        api.port,
        `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${canary('long')}${'x'.repeat(40_000)}\r\n\r\n`,
      ),
    ]);
    expect(heard.map((text) => text.slice(9, 12)).sort()).toEqual(['400', '431']);
    const stream = await follow(api, police);
    await until('ready', () => stream.kinds.includes('ready'));
    stream.close();
    await until('the stream’s line', () =>
      lines().some(({ route, cut }) => route === '/api/v1/events' && cut === true),
    );
    expect(
      lines()
        .filter(({ method, route }) => method === null && route === null)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([400, 431]);
  });

  it('tells of a fault its kind and where in the code, not what it was about', async () => {
    await home.stopDatabase();
    expect(
      (
        await ask(api, `/api/v1/situations/${randomUUID()}`, {
          headers: { ...police.headers, 'user-agent': canary('down') },
        })
      ).status,
    ).toBe(503);
    expect(
      (
        await ask(api, '/api/v1/session', {
          body: { signInName: canary('downname'), password: canary('downpassword') },
        })
      ).status,
    ).toBe(503);
    await home.startDatabase();
    // A fault of ours: the function that lists a person's seats is gone.
    await home.sql('alter function sec.account_seats(bytea) rename to account_seats_gone');
    const other = await home.enter('rep', 'school');
    canaries.set('other session', other.headers['cookie']?.split('=')[1] ?? '');
    await until(
      'a fault',
      async () => (await ask(api, '/api/v1/situations', { headers: other.headers })).status === 500,
    );
    await home.sql('alter function sec.account_seats_gone(bytea) rename to account_seats');
    expect(lines().find(({ level }) => level === 'fault')).toMatchObject({ state: '42883' });
  });

  it('nothing of that is a canary, and every line is of a kind that we know', async () => {
    await pause(200);
    const output = api.output();
    expect(canaries.size).toBeGreaterThan(20);
    for (const [where, secret] of canaries)
      for (const guise of guises(secret)) expect(leaks(`${output} ${guise}`)).toContain(where);
    expect(leaks(output)).toEqual([]);
    expect(
      [...new Set(lines().map((line) => Object.keys(line).sort().join()))].filter(
        (names) => !allowed.includes(names),
      ),
    ).toEqual([]);
    const known = new Set([...documented, '/', '/*', null]);
    expect(
      [
        ...new Set(lines().flatMap((line) => ('route' in line ? [line['route'] as string | null] : []))),
      ].filter((route) => !known.has(route)),
    ).toEqual([]);
  });
});
