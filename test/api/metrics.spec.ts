import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { Queue } from '#database/queue';
import { createApi } from '../../apps/api/src/api.js';
import { canary, takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

interface Metric {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A reader of its own for the text format 0.0.4: a line of it that is none is an error. */
function parse(text: string): Metric[] {
  const typed = new Set<string>();
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const type = /^# TYPE (\w+) (?:counter|gauge|histogram)$/.exec(line)?.[1];
      if (type !== undefined) typed.add(type);
      if (/^# (?:HELP \w+ \S.*|TYPE \w+ (?:counter|gauge|histogram))$/.test(line)) return [];
      const found =
        /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\]|\\.)*",?)*)\})? (-?\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(line);
      if (found === null) throw new Error(`no line of the format: ${line}`);
      const [, name = '', labels = '', value] = found;
      if (![name, name.replace(/_(?:bucket|sum|count)$/, '')].some((one) => typed.has(one)))
        throw new Error(`no type was given for ${name}`);
      return [
        {
          name,
          labels: Object.fromEntries(
            [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, content]) => [key, content]),
          ),
          value: Number(value),
        },
      ];
    });
}

const read = (world: World, headers: Record<string, string> = {}): Promise<Response> =>
  request(world.server)
    .get('/metrics')
    .set(headers)
    .then((response) => response);

/** The lag is told since the last reading: there must be a few beats to tell of. */
const severalBeats = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 150);
  });

describe('the metrics', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const metrics = async (): Promise<Metric[]> => parse((await read(world)).text);

  it('count requests by template and class of status, in cumulative classes of latency', async () => {
    const of = async (): Promise<Metric[]> =>
      (await metrics()).filter(
        ({ name, labels }) =>
          name.startsWith('situation_table_request_duration_seconds') &&
          labels['route'] === '/api/v1/situations/:id',
      );
    for (let each = 0; each < 3; each += 1) await world.actors.police.get(`/situations/${randomUUID()}`);
    const missed = (await of()).filter(({ labels }) => labels['status'] === '4xx');
    const buckets = missed.filter(({ name }) => name.endsWith('_bucket'));
    expect(buckets.map(({ labels }) => labels['le']).at(-1)).toBe('+Inf');
    expect(buckets.map(({ value }) => value)).toEqual(
      [...buckets.map(({ value }) => value)].sort((one, other) => one - other),
    );
    expect([buckets.at(-1)?.value, missed.find(({ name }) => name.endsWith('_count'))?.value]).toEqual([
      3, 3,
    ]);
    expect(missed.find(({ name }) => name.endsWith('_sum'))?.value).toBeGreaterThan(0);
  });

  it('tell of pools, streams, lag, memory, audit and database', async () => {
    await takeTo(world, 'deidentified');
    const { port } = world.server.address() as AddressInfo;
    const { token, seatId } = world.actors.school;
    const streams = async (): Promise<number | undefined> =>
      (await metrics()).find(({ name }) => name === 'situation_table_event_streams')?.value;
    const until = async (wanted: number): Promise<void> => {
      for (let each = 0; each < 100 && (await streams()) !== wanted; each += 1)
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      expect(await streams()).toBe(wanted);
    };
    await until(0);
    const open = get({
      port,
      host: '127.0.0.1',
      path: '/api/v1/events',
      headers: { cookie: `__Host-session=${token}`, seat: seatId },
    });
    open.on('error', () => undefined);
    await until(1);
    open.destroy();
    await until(0);
    await severalBeats();
    const found = await metrics();
    const valueOf = (name: string, labels: Record<string, string> = {}): number | undefined =>
      found.find(
        (one) =>
          one.name === `situation_table_${name}` &&
          Object.entries(labels).every(([key, value]) => one.labels[key] === value),
      )?.value;
    expect(valueOf('database_up')).toBe(1);
    expect(valueOf('audit_events')).toBeGreaterThan(0);
    expect(valueOf('audit_newest_age_seconds')).toBeLessThan(60);
    expect(valueOf('resident_memory_bytes')).toBeGreaterThan(30_000_000);
    expect(valueOf('event_loop_lag_seconds', { quantile: '0.5' })).toBeLessThan(1);
    for (const login of ['app', 'authn', 'job']) {
      expect(valueOf('pool_waiting', { login })).toBe(0);
      expect(valueOf('pool_connections', { login, state: 'busy' })).toBeGreaterThanOrEqual(0);
    }
  });

  it('are those that docs/operate.md lists, and no others', async () => {
    const operate = readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8');
    const table = /^\| `situation_table_…` .*\n(?:\|.*\n)+/m.exec(operate)?.[0] ?? '';
    const listed = table
      .split('\n')
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name));
    await severalBeats();
    const told = (await read(world)).text.matchAll(/^# TYPE situation_table_(\w+) /gm);
    // No job is in the queue of this world, so that nothing is told of them here.
    expect([...new Set([...told].map(([, name]) => name)).add('jobs')].sort()).toEqual(listed.sort());
  });

  it('have no label with a person, a table, an agency, an id, or anything that was typed', async () => {
    const story = await takeTo(world, 'intervention');
    await world.actors.police.get(`/situations?after=${canary.note}`);
    await request(world.server).get(`/api/v1/calendar/${'S'.repeat(43)}/meetings.ics`);
    await request(world.server).get('/nowhere/canary-address');
    await request(world.server).get('/api/v1/%zz');
    const { text } = await read(world);
    const forbidden = [
      story.id,
      ...Object.values(world.agency),
      ...Object.values(world.tables),
      ...Object.values(world.actors).flatMap(({ userId, seatId, name }) => [userId, seatId, `${name}-`]),
      ...Object.values(canary),
      'S'.repeat(43),
      'canary-address',
      'Agency ',
      'Table ',
    ];
    for (const word of forbidden) expect(text).not.toContain(String(word));
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const allowed =
      /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|other|[1-5]xx|cut|none|\/[\w/:.-]*|app|authn|job|busy|idle|waiting|sent|givenUp|destruction|seal|digest|backup|keyDump|checkpoint|parked|\+Inf|[\d.]+)$/;
    expect(
      parse(text)
        .flatMap(({ labels }) => Object.values(labels))
        .filter((value) => !allowed.test(value)),
    ).toEqual([]);
  });

  it('without a token are for this machine alone: not through a proxy, not under another name', async () => {
    expect((await read(world)).headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    const nowhere = await request(world.server).get('/nowhere');
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 x' },
    ] as Record<string, string>[]) {
      const answer = await read(world, headers);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([
        nowhere.status,
        (nowhere.body as { code: string }).code,
      ]);
    }
    for (const host of ['table.example', '127.0.0.1.example'])
      expect((await read(world, { host })).status).toBe(421);
  });

  it.each([
    ['a proxy before it and no token', undefined, new URL('https://table.example'), [404, 404, 404]],
    ['a token', 'a token of mine, long enough'.replaceAll(' ', '-'), undefined, [404, 200, 404]],
  ] as const)(
    'with %s are for whoever sends the token, or nobody',
    async (_, metricsToken, publicUrl, wanted) => {
      const app = await createApi(
        { publicUrl, metricsToken, requestTimeoutMs: 5_000, log: () => undefined },
        { ...world, queue: new Queue(undefined) },
      );
      await app.listen(0, '127.0.0.1');
      try {
        const asked = [
          {},
          { authorization: `Bearer ${metricsToken ?? ''}` },
          { authorization: `Bearer ${metricsToken ?? ''}x` },
        ] as Record<string, string>[];
        const statuses = [];
        for (const headers of asked)
          statuses.push((await request(app.getHttpServer()).get('/metrics').set(headers)).status);
        expect(statuses).toEqual(wanted);
      } finally {
        await app.close();
      }
    },
  );
});
