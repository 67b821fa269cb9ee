import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { startEdge, type EdgeServer } from './edge.fixture.js';

const id = '0190c0de-0000-7000-8000-00000000abcd';
const canary = 'Zzyzx-Canary-Tremblay';
let server: EdgeServer;

beforeAll(async () => {
  server = await startEdge({ requestTimeoutMs: 1200 });
});
afterAll(async () => {
  await server.close();
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
  text: string;
  headers: Headers;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, init);
  const text = await response.text();
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    /* an answer without a JSON body */
  }
  return { status: response.status, body, text, headers: response.headers };
}

async function post(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> {
  return ask('/api/v1/edge-notes', {
    method: 'POST',
    body: body as NonNullable<RequestInit['body']>,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Sends bytes as they are and returns what comes back until the server cuts the line. */
async function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(bytes);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(
    Object.keys(answer.body)
      .filter((key) => key !== 'fields')
      .sort(),
  ).toEqual(['code', 'detail', 'next', 'requestId', 'status', 'title', 'type']);
  expect(answer.body['requestId']).toBe(answer.headers.get('x-request-id'));
  expect(answer.text).not.toContain(canary);
}

describe('bodies', () => {
  it('takes a good one', async () => {
    const answer = await post('{"words":"tout va bien, naïve — 🙂","weight":3,"parts":[{"tone":"calm"}]}');
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 201, body: { length: 24 } });
  });

  const words = (value: string): string => `{"words":${JSON.stringify(value)}}`;
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  it.each<[string, string | Uint8Array, number, string]>([
    ['unknown field', `{"words":"a","${canary}":1}`, 400, 'request.invalid'],
    ['missing field', '{}', 400, 'request.invalid'],
    ['mistyped field', `{"words":["${canary}"]}`, 400, 'request.invalid'],
    ['mistyped number', `{"words":"a","weight":"${canary}"}`, 400, 'request.invalid'],
    ['number out of range', '{"words":"a","weight":11}', 400, 'request.invalid'],
    ['number beyond all', '{"words":"a","weight":1e999}', 400, 'request.invalid'],
    ['code unknown inside a list', `{"words":"a","parts":[{"tone":"${canary}"}]}`, 400, 'request.invalid'],
    [
      'unknown field inside a list',
      `{"words":"a","parts":[{"tone":"calm","${canary}":true}]}`,
      400,
      'request.invalid',
    ],
    ['a list where an object belongs', '[]', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['a bare text', `"${canary}"`, 400, 'request.invalid'],
    ['operators in place of a text', '{"words":{"$ne":null}}', 400, 'request.invalid'],
    ['no body', '', 400, 'request.invalid'],
    ['not JSON', `{"words":${canary}}`, 400, 'request.malformed'],
    ['two values', '{"words":"a"}{}', 400, 'request.malformed'],
    ['byte order mark', '\uFEFF{"words":"a"}', 400, 'request.malformed'],
    ['duplicate field', `{"words":"a","words":"${canary}"}`, 400, 'request.duplicateKey'],
    ['duplicate field spelled with escapes', '{"words":"a","\\u0077ords":"b"}', 400, 'request.duplicateKey'],
    [
      'duplicate field deep inside',
      '{"words":"a","parts":[{"tone":"calm","tone":"calm"}]}',
      400,
      'request.duplicateKey',
    ],
    ['__proto__', '{"words":"a","__proto__":{"weight":1}}', 400, 'request.forbiddenKey'],
    ['__proto__ with escapes', '{"words":"a","\\u005f_proto__":{}}', 400, 'request.forbiddenKey'],
    ['constructor', '{"words":"a","constructor":{"prototype":{}}}', 400, 'request.forbiddenKey'],
    ['nine levels', `{"words":${nested(8)}}`, 400, 'request.tooDeep'],
    ['thirty thousand levels', nested(30_000), 400, 'request.tooDeep'],
    [
      'bad UTF-8',
      new Uint8Array([...Buffer.from('{"words":"'), 0xc3, 0x28, ...Buffer.from('"}')]),
      400,
      'request.badEncoding',
    ],
    [
      'overlong UTF-8',
      new Uint8Array([...Buffer.from('{"words":"'), 0xc0, 0xaf, ...Buffer.from('"}')]),
      400,
      'request.badEncoding',
    ],
    ['half of a character', '{"words":"\\ud800"}', 400, 'request.badEncoding'],
    ['NUL', '{"words":"a\\u0000b"}', 400, 'request.controlCharacter'],
    ['NUL in a name', '{"words":"a","b\\u0000":1}', 400, 'request.controlCharacter'],
    ['bidi override', words('a\u202Eb'), 400, 'request.controlCharacter'],
    ['left-to-right override', words('a\u202Db'), 400, 'request.controlCharacter'],
    ['start of heading', words('a\u0001b'), 400, 'request.controlCharacter'],
    ['delete', words('a\u007fb'), 400, 'request.controlCharacter'],
    ['next line, of the second block of controls', words('a\u0085b'), 400, 'request.controlCharacter'],
    ['an empty Braille cell', words('\u2800'), 400, 'request.invalid'],
    ['nothing but what is not seen', words('\u200b\u00ad\ufeff\u3164'), 400, 'request.invalid'],
    ['escape', words('a\u001bb'), 400, 'request.controlCharacter'],
    ['too large', words('a'.repeat(70_000)), 413, 'request.tooLarge'],
    ['longer than the field', words('a'.repeat(2001)), 400, 'request.invalid'],
  ])('refuses: %s', async (_, body, status, code) => {
    expectProblem(await post(body), status, code);
  });

  it.each<[string, string, boolean]>([
    ['a day', '"day":"2024-02-29"', true],
    ['no day, on purpose', '"day":null', true],
    ['a day that is not', '"day":"2023-02-29"', false],
    ['a day before all', '"day":"1899-12-31"', false],
    ['a day after all', '"day":"2101-01-01"', false],
    ['a day with a time', '"day":"2024-02-29T00:00"', false],
    ['a moment', '"at":"2026-11-22T22:30:00.5Z"', true],
    ['a moment somewhere', '"at":"2026-11-22T22:30:00-05:00"', false],
    ['a moment at 25 h', '"at":"2026-11-22T25:00:00Z"', false],
    ['null where none may be', '"at":null', false],
    ['an id', `"other":"${id}"`, true],
    ['no id', '"other":"1"', false],
    ['a part', '"part":{"tone":"calm"}', true],
    ['a part that is a list', '"part":[{"tone":"calm"}]', false],
    ['a part that is a text', '"part":"calm"', false],
    ['parts that are texts', '"parts":["calm"]', false],
    ['parts that are one', '"parts":{"tone":"calm"}', false],
    ['parts of parts', '"parts":[[{"tone":"calm"}]]', false],
    ['too many parts', `"parts":[${Array(4).fill('{"tone":"calm"}').join(',')}]`, false],
    ['codes', '"letters":["a","c"]', true],
    ['a code twice', '"letters":["a","a"]', false],
    ['an unknown code', '"letters":["z"]', false],
    ['a code alone', '"letters":"a"', false],
    ['truth', '"sure":false', true],
    ['truth as text', '"sure":"true"', false],
    ['truth as a number', '"sure":1', false],
    ['a fraction', '"weight":1.5', false],
    ['minus zero', '"weight":-0', true],
    ['a number as text', '"weight":"1"', false],
  ])('fields: %s', async (_, field, fine) => {
    expect((await post(`{"words":"a",${field}}`)).status).toBe(fine ? 201 : 400);
  });

  it('refuses a text of spaces', async () => {
    expectProblem(await post(words(' \n ')), 400, 'request.invalid');
  });

  it('takes a request without fields with or without a body, and nothing else in place of it', async () => {
    const plain = (body?: string): Promise<Answer> =>
      ask('/api/v1/edge-notes/plain', {
        method: 'POST',
        ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
      });
    for (const body of [undefined, '', '{}']) expect((await plain(body)).status).toBe(204);
    for (const body of ['null', '[]', '[{}]', '""', '0', 'true', '{"a":1}'])
      expectProblem(await plain(body), 400, 'request.invalid');
  });

  it.each<[string, string, number]>([
    ['a soft hyphen', 'a\u00adb', 2],
    ['isolates of direction', '\u2066a\u2069b', 2],
    ['a right-to-left mark', 'a\u200Fb', 2],
    ['a zero-width space', 'a\u200Bb', 2],
    ['a word joiner', 'a\u2060b', 2],
    ['tags without a flag', 'a\u{E0041}b', 2],
    ['ends of lines of Windows', 'a\r\nb', 3],
  ])('removes %s', async (_, text, length) => {
    expect((await post(words(text))).body).toEqual({ length });
  });

  it.each<[string, string]>([
    ['a family', '👨‍👩‍👧'],
    ['a joiner between letters', 'a\u200Db'],
    ['a non-joiner', 'می‌خواهم'],
    ['a flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ])('keeps %s', async (_, text) => {
    expect((await post(words(text))).body).toEqual({ length: text.length });
  });

  it('names field, place and character of what is refused, never a name that it does not know', async () => {
    const answer = await post(
      `{"words":"👍a\\u202eb","parts":[{"tone":"calm"},{"tone":"\\u0007"}],"${canary}":"ab\\u0000"}`,
    );
    expectProblem(answer, 400, 'request.controlCharacter');
    expect(answer.body['fields']).toEqual([
      { field: 'words', rule: 'directionOverride', place: 3, character: 'U+202E' },
      { field: 'parts[1].tone', rule: 'controlCharacter', place: 1, character: 'U+0007' },
      { field: '*', rule: 'controlCharacter', place: 3, character: 'U+0000' },
    ]);
    const inQuery = await ask('/api/v1/edge-notes?state=a%E2%80%AE');
    expect(inQuery.body['fields']).toEqual([
      { field: 'state', rule: 'directionOverride', place: 2, character: 'U+202E' },
    ]);
  });

  it('keeps line ends and tabs, accents and emoji', async () => {
    expect((await post(words('a\n\tb\r\né 🙂'))).status).toBe(201);
  });

  it('names the path and rule of a field, never what was sent', async () => {
    const answer = await post(
      `{"weight":"${canary}","parts":[{"tone":"calm"},{"tone":"${canary}","${canary}":1}]}`,
    );
    expectProblem(answer, 400, 'request.invalid');
    expect(answer.body['fields']).toEqual(
      expect.arrayContaining([
        { field: 'words', rule: 'isString' },
        { field: 'weight', rule: 'isInt' },
        { field: 'parts[1].tone', rule: 'isIn' },
        { field: 'parts[1].*', rule: 'unknown' },
      ]),
    );
  });

  it.each<[string, Record<string, string>]>([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['several parts', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['XML', { 'content-type': 'application/xml' }],
    ['another character set', { 'content-type': 'application/json; charset=utf-16' }],
    ['compressed', { 'content-encoding': 'gzip' }],
    ['a type that is none', { 'content-type': 'json' }],
    ['an almost right type', { 'content-type': 'application/jsonp' }],
  ])('refuses a body that is %s', async (_, headers) => {
    expectProblem(await post('{"words":"a"}', headers), 415, 'request.unsupportedType');
  });
});

describe('addresses', () => {
  it.each<[string, string, number, string]>([
    ['unknown route', `/api/v1/${canary}`, 404, 'request.notFound'],
    ['undecodable path', '/api/v1/edge-notes/%E0%A4%A', 400, 'request.badAddress'],
    ['over-long part', `/api/v1/edge-notes/${'a'.repeat(300)}`, 400, 'request.badAddress'],
    ['not an id', `/api/v1/edge-notes/${canary}`, 404, 'request.notFound'],
    ['SQL in an id', "/api/v1/edge-notes/1'%20or%20'1'='1", 404, 'request.notFound'],
    ['NUL in an id', '/api/v1/edge-notes/a%00b', 400, 'request.controlCharacter'],
    ['bidi in a parameter', '/api/v1/edge-notes?state=a%E2%80%AE', 400, 'request.controlCharacter'],
    ['undecodable parameter', '/api/v1/edge-notes?state=%ff', 400, 'request.badAddress'],
    ['parameter twice', '/api/v1/edge-notes?limit=1&limit=2', 400, 'request.duplicateParameter'],
    ['unknown parameter', `/api/v1/edge-notes?${canary}=1`, 400, 'request.invalid'],
    ['__proto__', '/api/v1/edge-notes?__proto__=1', 400, 'request.forbiddenKey'],
    ['nested parameter', '/api/v1/edge-notes?state[$ne]=1', 400, 'request.invalid'],
    ['SQL in a parameter', "/api/v1/edge-notes?state='%20or%201=1--", 400, 'request.invalid'],
    ['page too large', '/api/v1/edge-notes?limit=51', 400, 'request.invalid'],
    ['page of nothing', '/api/v1/edge-notes?limit=0', 400, 'request.invalid'],
    ['page of letters', `/api/v1/edge-notes?limit=${canary}`, 400, 'request.invalid'],
  ])('refuses: %s', async (_, path, status, code) => {
    expectProblem(await ask(path), status, code);
  });

  it('reads good parameters', async () => {
    expect((await ask('/api/v1/edge-notes?limit=50&state=open')).body).toEqual({ limit: 50, state: 'open' });
  });
});

describe('problems', () => {
  it.each<[string, number, string]>([
    ['refusal', 409, 'request.conflict'],
    ['notFound', 404, 'request.notFound'],
    ['forbidden', 403, 'permission.refused'],
    ['fault', 500, 'service.failed'],
    ['sql: 28000', 401, 'session.needed'],
    ['sql: 42501', 404, 'request.notFound'],
    ['sql: P0002', 404, 'request.notFound'],
    ['sql: 40001', 409, 'request.collided'],
    ['sql: 23505', 409, 'request.conflict'],
    ['sql: 22P02', 400, 'request.invalid'],
    ['sql: 57014', 503, 'service.busy'],
    ['sql: 57P01', 503, 'service.unavailable'],
    ['sql: 23514', 500, 'service.failed'],
    ['sql: P0001 request.stale', 412, 'request.stale'],
    ['sql: P0001 Marie Tremblay', 500, 'service.failed'],
  ])('%s', async (how, status, code) => {
    const answer = await ask(`/api/v1/edge-failures?how=${encodeURIComponent(how)}`);
    expectProblem(answer, status, code);
    expect(answer.text).not.toMatch(/Tremblay|duplicate key|Principale/);
    if (status === 503) expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('says 412 for a serialization failure when a version was sent', async () => {
    const answer = await ask('/api/v1/edge-failures?how=sql%3A%2040001', { headers: { 'if-match': '"v1"' } });
    expectProblem(answer, 412, 'request.stale');
  });

  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'Introuvable'],
    ['en', 'Not found'],
    ['fr;q=0.1,en;q=0.2', 'Not found'],
    ['de', 'Not found'],
    ['fr;q=0', 'Not found'],
  ])('answers %s in its language', async (accepted, title) => {
    const answer = await ask('/api/v1/nowhere', { headers: { 'accept-language': accepted } });
    expect(answer.body['title']).toBe(title);
    expect(answer.headers.get('content-language')).toBe(title === 'Introuvable' ? 'fr' : 'en');
  });
});

describe('versions', () => {
  const change = (headers: Record<string, string>): Promise<Answer> =>
    ask(`/api/v1/edge-notes/${id}`, {
      method: 'PUT',
      body: '{"words":"a","weight":2}',
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('gives an ETag, answers 304 to whoever has it, and takes a change made on it', async () => {
    const tag = (await ask(`/api/v1/edge-notes/${id}`)).headers.get('etag') ?? '';
    expect(tag).toBe('"v3"');
    expect((await ask(`/api/v1/edge-notes/${id}`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await change({ 'if-match': tag })).body).toEqual({ id, weight: 2 });
  });

  it('refuses a change without, with a stale, or with a malformed version', async () => {
    expectProblem(await change({}), 428, 'request.ifMatchMissing');
    expectProblem(await change({ 'if-match': '"v2"' }), 412, 'request.stale');
    expectProblem(await change({ 'if-match': '*' }), 400, 'request.ifMatchMalformed');
    expectProblem(await change({ 'if-match': `"${canary} "` }), 400, 'request.ifMatchMalformed');
    expectProblem(await change({ 'if-match': '"v3", "v4"' }), 400, 'request.ifMatchMalformed');
  });
});

describe('other sites', () => {
  it.each<[string, Record<string, string>, number]>([
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['only Origin, another', { origin: 'https://elsewhere.example' }, 403],
    ['only Origin, null', { origin: 'null' }, 403],
    ['the browser says same-origin', { 'sec-fetch-site': 'same-origin' }, 201],
    ['no browser', {}, 201],
  ])('a change when %s', async (_, headers, status) => {
    expect((await post('{"words":"a"}', headers)).status).toBe(status);
  });

  it('are told nothing by CORS', async () => {
    const answer = await ask('/api/v1/edge-notes', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(404);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('headers, probes and logs', () => {
  it.each(['/healthz', '/api/v1/nowhere', '/api/v1/edge-notes/%E0%A4%A'])(
    '%s carries the headers of every answer',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*require-trusted-types-for 'script'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('is alive and ready', async () => {
    expect((await ask('/healthz')).body).toEqual({ status: 'alive' });
    expect((await ask('/readyz')).body).toEqual({ status: 'ready', jobs: 'off' });
  });

  it('says over TLS that it stays so', async () => {
    const secure = await startEdge({ publicUrl: new URL('https://table.example.org') });
    try {
      expect((await fetch(`${secure.url}/healthz`)).headers.get('strict-transport-security')).toMatch(
        /^max-age=\d{8}/,
      );
      const change = (origin: string): Promise<Response> =>
        fetch(`${secure.url}/api/v1/edge-notes`, {
          method: 'POST',
          body: '{"words":"a"}',
          headers: { 'content-type': 'application/json', origin },
        });
      expect((await change('https://table.example.org')).status).toBe(201);
      expect((await change('https://elsewhere.example.org')).status).toBe(403);
    } finally {
      await secure.close();
    }
  });

  it('logs the allowed words only', async () => {
    server.log.length = 0;
    await ask(`/api/v1/edge-notes/${id}?x=${canary}`);
    await ask('/api/v1/edge-failures?how=fault');
    const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const requests = lines.filter((line) => line['level'] === undefined);
    expect(requests.map((line) => Object.keys(line))).toEqual(
      requests.map(() => ['time', 'method', 'route', 'status', 'ms', 'requestId', 'userId']),
    );
    expect(requests[0]?.['route']).toBe('/api/v1/edge-notes/:id');
    expect(lines.find((line) => line['level'] === 'fault')).toMatchObject({ kind: 'TypeError' });
    expect(server.log.join('\n')).not.toMatch(new RegExp(`${canary}|${id}|Tremblay`));
  });
});

describe('slow and broken senders', () => {
  it('gives up on a body that does not come', async () => {
    const answer = await raw(
      'POST /api/v1/edge-notes HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"wor',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"request.timeout"');
  });

  it('refuses what is not HTTP, and headers without end', async () => {
    expect(await raw('GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"request\.malformed"/);
    expect(await raw(`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });
});
