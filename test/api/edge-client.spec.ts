import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { Script } from 'node:vm';
import { sessionCookieName } from '#access';
import { createClient, type ApiClient } from '#api-client';
import { createWorld, type World } from '../world/world.js';

let world: World;
let url: string;
let police: ApiClient;
beforeAll(async () => {
  world = await createWorld();
  url = `http://127.0.0.1:${(world.server.address() as AddressInfo).port}`;
  const { seatId, token } = world.actors.police;
  police = createClient({
    baseUrl: url,
    seat: () => seatId,
    headers: { cookie: `${sessionCookieName}=${token}` },
  });
});
afterAll(async () => {
  await world.close();
});

describe('the typed client', () => {
  it('says who acts, and reads what is answered', async () => {
    const { data, error, response } = await police.GET('/api/v1/situations', {
      params: { query: { limit: 5 }, header: { Seat: world.actors.police.seatId } },
    });
    expect({ status: response.status, error, rows: data?.rows }).toEqual({
      status: 200,
      error: undefined,
      rows: [],
    });
  });

  it('gives a POST its idempotency key, and hands on a refusal with its code', async () => {
    const nothing = await fetch(`${url}/api/v1/screenings`, { method: 'POST' });
    expect(nothing.status).toBe(401);
    const { error, response } = await police.POST('/api/v1/screenings', {
      body: {} as never,
      params: { header: {} as never },
    });
    expect(response.status).toBe(400);
    expect((error as { code?: string } | undefined)?.code).toBe('request.invalid');
  });
});

describe('/docs', () => {
  it('lives under our own content security policy: nothing inline, nothing from elsewhere, no markup made from text', async () => {
    const page = await fetch(`${url}/docs`);
    const text = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/<script>|<style|\son\w+=|style=|https?:/);
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(assets).toEqual(expect.arrayContaining(['/docs/page.js', '/docs/page.css', '/openapi.json']));
    for (const path of assets) expect((await fetch(`${url}${path}`)).status).toBe(200);
    const script = await (await fetch(`${url}/docs/page.js`)).text();
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|https?:/,
    );
    expect(() => new Script(script)).not.toThrow();
  });

  it('serves the document that is committed', async () => {
    const served = (await (await fetch(`${url}/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(served.openapi).toBe('3.1.0');
    expect(Object.keys(served.paths).length).toBeGreaterThan(100);
  });
});
