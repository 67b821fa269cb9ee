import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { createWorld, type World } from '../world/world.js';

let world: World;
let url: string;
beforeAll(async () => {
  world = await createWorld();
  url = `http://127.0.0.1:${(world.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await world.close();
});

const open = (path: string) =>
  fetch(`${url}${path}`, { headers: { accept: 'text/html,application/xhtml+xml' } });

describe('the console as files', () => {
  it.each(['/', '/meetings', '/situations/nothing/of/the/kind'])(
    'answers a browser that opens %s with the one page, never kept, under a policy that lets nothing inline run',
    async (path) => {
      const answer = await open(path);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/<script>|<style|\son\w+=|style=|https?:/);
      const policy = answer.headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "script-src 'self';",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe-/);
      expect(
        Object.fromEntries(
          ['x-frame-options', 'referrer-policy', 'cross-origin-opener-policy', 'x-content-type-options'].map(
            (name) => [name, answer.headers.get(name)],
          ),
        ),
      ).toEqual({
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('lets assets be kept for a year, and an asset that is not there is not the page', async () => {
    const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await open('/')).text()) ?? [];
    const asset = await fetch(`${url}${script}`);
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    const missing = await open('/assets/gone-12345678.js');
    expect([missing.status, await missing.text()]).toEqual([404, '']);
  });

  it.each([
    '/api/v1/nothing',
    '/docs/nothing',
    '/openapi.json/nothing',
    '/metrics/nothing',
    '/healthz/nothing',
  ])('is no answer for %s, even to a browser', async (path) => {
    const answer = await open(path);
    expect(answer.headers.get('content-type')).not.toMatch(/html/);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('is no answer for a program that asks for something else', async () => {
    const answer = await fetch(`${url}/meetings`, { headers: { accept: 'application/json' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringMatching(/problem\+json/),
    ]);
  });
});
