import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LookupAddress, lookup } from 'node:dns';
import { afterEach, describe, expect, it } from '@jest/globals';
import { guardedLookup, mayReach, post, receiverOf } from './receiver.js';
import { freshWebhookSecret, signed } from './signature.js';

const outside = { toLoopback: false };
const here = { toLoopback: true };

describe('where a webhook may go', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.8.8', 'loopback'],
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.1.1', 'link-local'],
    ['169.254.169.254', 'metadata'],
    ['100.100.100.200', 'shared, metadata'],
    ['192.0.0.192', 'metadata'],
    ['198.18.0.1', 'benchmarks'],
    ['203.0.113.9', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:8.8.8.8', 'IPv4-mapped'],
    ['::ffff:a9fe:a9fe', 'IPv4-mapped metadata'],
    ['::7f00:1', 'IPv4-compatible'],
    ['64:ff9b::a9fe:a9fe', 'NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001:0:1::1', 'Teredo'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fd00:ec2::254', 'metadata'],
    ['fc00::1', 'unique local'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['example.org', 'no address'],
  ])('not %s (%s)', (address) => {
    expect(mayReach(address, outside)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '100.63.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])('%s', (address) => {
    expect(mayReach(address, outside)).toBe(true);
  });

  it('to this machine where it is set so, and to nothing else by that', () => {
    expect([
      mayReach('127.0.0.1', here),
      mayReach('::1', here),
      mayReach('10.0.0.1', here),
      mayReach('::ffff:127.0.0.1', here),
      mayReach('::ffff:10.0.0.1', here),
    ]).toEqual([true, true, false, true, false]);
  });

  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'https://user:word@example.org/',
    'https://example.org/#x',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://10.0.0.8:8443/',
    'https://',
    'no address',
    `https://example.org/${'x'.repeat(500)}`,
  ])('is not kept: %s', (text) => {
    expect(receiverOf(text, outside)).toBeUndefined();
  });

  it('is kept: https to a name or an address of the world', () => {
    expect(receiverOf('https://example.org/hooks?x=1', outside)?.href).toBe('https://example.org/hooks?x=1');
    expect(receiverOf('https://8.8.8.8:8443/', outside)?.port).toBe('8443');
    expect(receiverOf('http://example.org/', here)).toBeUndefined();
  });
});

describe('the look-up of the very connection', () => {
  const found = (...addresses: string[]): typeof lookup =>
    ((_: string, __: object, answer: (error: null, all: LookupAddress[]) => void) => {
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as unknown as typeof lookup;
  const asked = (resolve: typeof lookup, all: boolean): Promise<unknown> =>
    new Promise((told) => {
      guardedLookup(outside, resolve)('example.org', { all }, (error, address) => {
        told(error ? (error as { code?: unknown }).code : address);
      });
    });

  it('refuses a name when one of its addresses is inside, wherever it stands', async () => {
    for (const inside of ['10.0.0.1', '::1', '169.254.169.254', '::ffff:10.0.0.1']) {
      for (const all of [true, false]) expect(await asked(found('8.8.8.8', inside), all)).toBe('EADDRESS');
    }
    expect(await asked(found(), true)).toBe('EADDRESS');
  });

  it('gives the addresses that were looked at, and no others', async () => {
    expect(await asked(found('8.8.8.8', '8.8.4.4'), false)).toBe('8.8.8.8');
    expect(await asked(found('8.8.8.8', '8.8.4.4'), true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '8.8.4.4', family: 4 },
    ]);
  });
});

describe('one post', () => {
  let server: Server | undefined;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise<unknown>((closed) => {
      if (server) server.close(closed);
      else closed(undefined);
    });
    server = undefined;
  });
  const listening = async (answer: Parameters<typeof createServer>[1]): Promise<URL> => {
    server = createServer(answer);
    await new Promise<void>((ready) => {
      server?.listen(0, '127.0.0.1', ready);
    });
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
  };
  const tried = (url: URL, route = here): Promise<unknown> =>
    post(url, {}, '{}', route).then(
      () => 'sent',
      (error: { code: unknown }) => error.code,
    );

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const url = await listening((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await tried(url)).toBe('HTTP307');
    expect(paths).toEqual(['/hook']);
  });

  it('reads nothing of an answer but its status: one without end is over at once', async () => {
    const url = await listening((_, response) => {
      response.writeHead(200);
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => {
        clearInterval(flood);
      });
    });
    const from = performance.now();
    expect(await tried(url)).toBe('sent');
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  it('waits ten seconds for an answer, no longer', async () => {
    const url = await listening(() => undefined);
    const from = performance.now();
    expect(await tried(url)).toBe('ETIMEDOUT');
    expect(performance.now() - from).toBeLessThan(14_000);
  }, 20_000);

  it('reaches nothing here unless it is set so', async () => {
    let asked = 0;
    const url = await listening((_, response) => {
      asked += 1;
      response.end();
    });
    expect(await tried(url, outside)).toBe('EADDRESS');
    expect(await tried(new URL(url.href.replace('http:', 'https:')), outside)).toBe('EADDRESS');
    expect(await tried(new URL(`https://localhost:${url.port}/`), outside)).toBe('EADDRESS');
    expect(asked).toBe(0);
    expect(await tried(url)).toBe('sent');
    expect(asked).toBe(1);
  });
});

describe('a signature', () => {
  it('is that of the specification’s own example', () => {
    expect(
      signed(
        ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        1_614_265_330,
        '{"test": 2432232314}',
      ),
    ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is one for each secret; a fresh secret has 256 bits', () => {
    const secrets = [freshWebhookSecret(), freshWebhookSecret()];
    expect(signed(secrets, 'a', 1, 'b').split(' ')).toEqual(
      secrets.map((secret) => signed([secret], 'a', 1, 'b')),
    );
    expect(Buffer.from(secrets[0]!.slice(6), 'base64')).toHaveLength(32);
  });
});
