import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashPassword } from '#access';
import { Actor, body, cookiesOf } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';

const phrase = 'kettle drum and a wet umbrella';
let world: EmptyWorld;
let port: number;

beforeAll(async () => {
  world = await createEmptyWorld();
  port = Number(new URL(world.url).port);
  await world.table('Pinewood', ['Police', 'School']);
});
afterAll(async () => {
  await world.close();
});

async function newcomer(name: string): Promise<Actor> {
  const planted = await world.person(name, { persona: 'rep', table: 'Pinewood', agency: 'Police' });
  await world.database.plant('insert into sec.password (user_id, hash) values ($1, $2)', [
    planted.userId,
    await hashPassword(phrase),
  ]);
  return new Actor(world.url, { name, userId: planted.userId, seatId: planted.seatId });
}

/** The status of a request as it is written, and the whole answer. */
function raw(lines: readonly string[]): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write([...lines, 'connection: close', '', ''].join('\r\n'));
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text });
    });
  });
}

describe('the Host of a request', () => {
  const asked = async (host: string, path = '/api/v1/me'): Promise<number> =>
    (await raw([`GET ${path} HTTP/1.1`, `host: ${host}`])).status;

  it.each(['localhost', '127.0.0.1', 'LOCALHOST:1', '127.9.9.9:80', '[::1]:3000'])(
    '%s is this machine',
    async (host) => {
      expect(await asked(host)).toBe(401);
    },
  );

  it.each([
    ['/api/v1/me', 'evil.example'],
    ['/api/v1/session', 'localhost.evil.example'],
    ['/', '127.0.0.1.evil.example'],
    ['/healthz', 'evil.example:3000'],
    ['/api/v1/me', 'localhost@evil.example'],
    ['/openapi.json', '0.0.0.0'],
    ['/docs', '192.168.1.1'],
  ])('%s is not answered under %s', async (path, host) => {
    expect(await asked(host, path)).toBe(421);
  });

  it.each([
    ['http://evil.example/api/v1/me', 421],
    ['HTTP://localhost.evil.example/api/v1/me', 421],
    ['https://localhost@evil.example/api/v1/me', 421],
    ['http://localhost/api/v1/me', 401],
  ])('is that of an address in absolute form too: %s', async (address, status) => {
    expect((await raw([`GET ${address} HTTP/1.1`, 'host: localhost'])).status).toBe(status);
  });

  it('forwarded by somebody who is not trusted changes nothing', async () => {
    const { status } = await raw([
      'GET /api/v1/me HTTP/1.1',
      'host: evil.example',
      'x-forwarded-host: localhost',
      'forwarded: host=localhost',
    ]);
    expect(status).toBe(421);
  });

  it('is refused for every other name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.domain(), fc.option(fc.nat(65_535)), async (name, hostPort) => {
        expect(await asked(hostPort === null ? name : `${name}:${hostPort}`)).toBe(421);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['host', 'seat', 'origin', 'content-type', 'idempotency-key', 'if-match', 'authorization'])(
    'and a header %s that comes twice is refused',
    async (name) => {
      const { status, text } = await raw([
        'GET /api/v1/me HTTP/1.1',
        ...(name === 'host' ? [] : ['host: localhost']),
        `${name}: localhost`,
        `${name.toUpperCase()}: localhost`,
      ]);
      expect(status).toBe(400);
      expect(text).toMatch(/request\.(?:duplicateHeader|malformed)/);
    },
  );
});

describe('a parameter that no read knows', () => {
  it('is refused by every read that there is', async () => {
    const person = await world.person('Reader', { persona: 'rep', table: 'Pinewood', agency: 'Police' });
    const officer = await world.person('Officer', { persona: 'privacy', agency: 'School' });
    const coordinator = await world.person('Coordinator', {
      persona: 'coordinator',
      table: 'Pinewood',
      employer: 'School',
    });
    const administrator = await world.person('Ada', { persona: 'administrator' });
    const auditor = await world.person('Otto', { persona: 'auditor' });
    const { paths } = JSON.parse(
      await readFile(fileURLToPath(new URL('../../openapi.json', import.meta.url)), 'utf8'),
    ) as { paths: Record<string, Record<string, unknown>> };
    const reads = Object.keys(paths).filter((path) => paths[path]!['get'] !== undefined);
    expect(reads.length).toBeGreaterThan(50);
    const id = '0a7b8c9d-0000-4000-8000-000000000001';
    const wrong: string[] = [];
    for (const path of reads) {
      const address = path.replace(/\{\w+\}/g, id);
      const statuses: number[] = [];
      for (const actor of [person, officer, coordinator, administrator, auditor]) {
        const answer = await fetch(`${world.url}${address}?colour=blue`, {
          headers: { cookie: actor.cookie!, seat: actor.seatId },
          signal: AbortSignal.timeout(5_000),
        });
        await answer.body?.cancel();
        statuses.push(answer.status);
      }
      // Where no persona may read it, or a projector alone does, it is refused before its parameters are looked at.
      if (!statuses.includes(400)) wrong.push(`${path} ${statuses.join()}`);
      expect(statuses.filter((status) => status < 300)).toEqual([]);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused whatever it is called, and so is a known one twice', async () => {
    const person = await world.person('Asker', { persona: 'rep', table: 'Pinewood', agency: 'Police' });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/me', '/me/sessions', '/me/calendar', '/situations', '/meetings'),
        fc.stringMatching(/^[a-z]{1,12}$/).filter((name) => !['after', 'limit', 'stage'].includes(name)),
        async (path, name) => {
          const answer = await person.get(`${path}?zz${name}=1`);
          expect([answer.status, answer.body['code']]).toEqual([400, 'request.invalid']);
          const twice = await person.get(`${path}?after=a&after=b`);
          expect([twice.status, twice.body['code']]).toEqual([400, 'request.duplicateParameter']);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('signing out', () => {
  it('ends the session and the pages kept, and leaves the device known', async () => {
    const hana = await newcomer('Hana');
    const begun = await hana.post('/session', { signInName: 'hana', password: phrase });
    const device = cookiesOf(begun).find((line) => line.startsWith('__Host-device='));
    expect(device).toMatch(
      /^__Host-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(begun.headers['clear-site-data']).toBeUndefined();
    const left = await hana.delete('/session');
    expect([left.status, left.headers['clear-site-data']]).toEqual([204, '"cache"']);
    expect(cookiesOf(left)).toEqual(['__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax']);
  });

  it('by ending it from the list of sessions leaves this browser the same way, and no other browser', async () => {
    const [here, there] = [await newcomer('Lena'), world.stranger()];
    await here.post('/session', { signInName: 'lena', password: phrase });
    await there.post('/session', { signInName: 'lena', password: phrase });
    const { rows } = body<{ rows: { id: string; current: boolean }[] }>(await here.get('/me/sessions'));
    expect(rows.length).toBeGreaterThan(1);
    for (const { id, current } of [...rows].sort(
      (one, other) => Number(one.current) - Number(other.current),
    )) {
      const left = await here.delete(`/me/sessions/${id}`);
      expect([current, left.status, left.headers['clear-site-data'], cookiesOf(left)]).toEqual([
        current,
        204,
        current ? '"cache"' : undefined,
        current ? ['__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax'] : [],
      ]);
    }
    expect(here.cookie).toBeUndefined();
    expect((await there.get('/me')).status).toBe(401);
  });
});

describe('signing in over a session', () => {
  it('ends it, whoever’s it was; a wrong password ends nothing', async () => {
    const [ivan, joelle] = [await newcomer('Ivan'), await newcomer('Joelle')];
    await ivan.post('/session', { signInName: 'ivan', password: phrase });
    const first = ivan.cookie!;
    await ivan.post('/session', { signInName: 'joelle', password: 'some other phrase here' });
    expect(ivan.cookie).toBe(first);
    expect((await ivan.get('/me')).status).toBe(200);
    const live = async (cookie: string): Promise<number> => {
      const holder = world.stranger();
      holder.cookie = cookie;
      return (await holder.get('/me')).status;
    };
    // Over one's own, then somebody else over that one.
    await ivan.post('/session', { signInName: 'ivan', password: phrase });
    const second = ivan.cookie!;
    expect([second === first, await live(first), await live(second)]).toEqual([false, 401, 200]);
    joelle.cookie = second;
    await joelle.post('/session', { signInName: 'joelle', password: phrase });
    expect([await live(second), await live(joelle.cookie)]).toEqual([401, 200]);
    const ends = await world.database.plant<{ actor: string }>(
      `select actor from audit.event where action = 'session.end' and actor = any ($1) order by seq`,
      [[ivan.userId, joelle.userId]],
    );
    expect(ends.map(({ actor }) => actor)).toEqual([ivan.userId, ivan.userId]);
  });

  it('takes no session that somebody else chose: its token is always new', async () => {
    const mona = await newcomer('Mona');
    const planted = `__Host-session=${'a'.repeat(43)}; __Host-device=${'b'.repeat(43)}`;
    mona.cookie = planted;
    const answer = await mona.post('/session', { signInName: 'mona', password: phrase });
    expect(cookiesOf(answer).join()).not.toMatch(/a{43}|b{43}/);
    expect(cookiesOf(answer)).toHaveLength(2);
  });
});

describe('wrong codes of projectors', () => {
  it('are throttled by the person who types them, and by nobody else', async () => {
    const [one, other] = [
      await world.person('CoordinatorOne', { persona: 'coordinator', table: 'Pinewood', employer: 'Police' }),
      await world.person('CoordinatorTwo', { persona: 'coordinator', table: 'Pinewood', employer: 'School' }),
    ];
    const screen = body<{ code: string }>(await world.stranger().post('/projector/pairing')).code;
    const statuses: number[] = [];
    for (let each = 0; each < 14; each += 1)
      statuses.push((await one.post('/projector/pair', { code: `AAAA-AAA${each % 10}` })).status);
    expect(new Set(statuses.slice(0, 10))).toEqual(new Set([409]));
    expect(new Set(statuses.slice(10))).toEqual(new Set([429]));
    const stopped = await one.post('/projector/pair', { code: screen });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(10);
    expect((await other.post('/projector/pair', { code: screen })).status).toBe(200);
  });
});

describe('an address that somebody claims to come from', () => {
  it('is not believed where no proxy is trusted: all such tries are one source’s', async () => {
    await world.database.plant('delete from sec.throttle');
    await fc.assert(
      fc.asyncProperty(
        fc.ipV4(),
        fc.constantFrom('x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip'),
        async (address, name) => {
          await world.stranger().post(
            '/session',
            { signInName: 'nobody', password: phrase },
            {
              headers: { [name]: name === 'forwarded' ? `for=${address}` : address },
            },
          );
        },
      ),
      { numRuns: 12 },
    );
    const rows = await world.database.plant<{ tries: number }>('select tries from sec.throttle');
    expect(rows.map(({ tries }) => tries)).toEqual([12, 12, 12]);
  });
});

describe('HEAD, OPTIONS and other words', () => {
  it.each(['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s reads and changes nothing', async (method) => {
    const { text, status } = await raw([`${method} /api/v1/session HTTP/1.1`, 'host: localhost']);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/access-control-|^allow:/im);
  });

  it('a longer address than any of ours is refused', async () => {
    const { status } = await raw([`GET /api/v1/me?after=${'a'.repeat(17_000)} HTTP/1.1`, 'host: localhost']);
    expect(status).toBe(431);
  });
});
