import { describe, expect, it } from '@jest/globals';
import { createAdapter } from './adapter.js';
import { ProblemFilter } from './answers/problem.filter.js';

/** The source that a throttle would count, for a request from loopback that claims to be forwarded for others. */
async function sourceOf(trustedProxies: readonly string[], forwardedFor: string): Promise<string> {
  const options = {
    requestTimeoutMs: 1000,
    log: () => undefined,
    fingerprintKey: new Uint8Array(32),
    trustedProxies,
  };
  const server = createAdapter(
    options,
    new ProblemFilter(
      () => undefined,
      () => Promise.resolve(),
    ),
  ).getInstance();
  server.get('/source', (request) => ({ ip: request.ip }));
  try {
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${url}/source`, { headers: { 'x-forwarded-for': forwardedFor } });
    return ((await answer.json()) as { ip: string }).ip;
  } finally {
    await server.close();
  }
}

describe('the source of a request', () => {
  it('is who connected, whatever it claims, while it is no trusted proxy', async () => {
    expect(await sourceOf([], '203.0.113.9')).toBe('127.0.0.1');
    expect(await sourceOf(['uniquelocal', '203.0.113.9'], '203.0.113.9')).toBe('127.0.0.1');
  });

  it('is whom a trusted proxy names', async () => {
    expect(await sourceOf(['loopback'], '203.0.113.9')).toBe('203.0.113.9');
    expect(await sourceOf(['127.0.0.0/8'], '203.0.113.9')).toBe('203.0.113.9');
  });

  it('is not what a client wrote before the proxy’s word', async () => {
    expect(await sourceOf(['127.0.0.1'], '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
  });
});
