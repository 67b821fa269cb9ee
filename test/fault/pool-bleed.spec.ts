import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sessionCookieName } from '#access';
import { Chance } from '../policy/random-moves.js';
import { draft, takeTo } from '../world/situation.js';
import { createWorld, type Actor, type Name, type World } from '../world/world.js';

/**
 * How many requests are sent, how many of them are to be given up in mid-answer (some end before), and how
 * many run at once on the pool.
 */
const count = Number(process.env['BLEED_REQUESTS'] ?? 6_400);
const givenUp = 0.19;
const atOnce = 64;
const seed = Number(process.env['BLEED_SEED'] ?? 20_261_122);

let world: World;
let paths: string[];
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const askers: readonly Name[] = [
  'police',
  'policeColleague',
  'school',
  'health',
  'childServices',
  'housing',
  'coordinator',
  'deputy',
  'valley',
  'valleyCoordinator',
  'policeOfficer',
  'auditor',
  'administrator',
];
const writers: readonly Name[] = ['police', 'school', 'health', 'valley'];

beforeAll(async () => {
  world = await createWorld();
  const [deep, heard, brought] = [
    await takeTo(world, 'intervention'),
    await takeTo(world, 'limited'),
    await takeTo(world, 'deidentified'),
  ];
  const mine = await takeTo(world, 'screening');
  paths = [
    ...[deep, heard, brought].flatMap(({ id }) =>
      ['', '/tier3', '/tier4', '/ledger', '/plan', '/safety-notes', '/consents/details'].map(
        (page) => `/situations/${id}${page}`,
      ),
    ),
    `/screenings/${mine.id}`,
    '/situations?stage=all',
    '/me/profile',
    '/seats',
    '/agencies',
    '/tables',
  ];
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await world.close();
});

/** The answer without the id that is each request's own; undefined when it was given up before it was whole. */
function ask(
  actor: Actor,
  method: 'GET' | 'POST',
  path: string,
  body: object | undefined,
  giveUpAfter: number | undefined,
): Promise<string | undefined> {
  const { port } = world.server.address() as AddressInfo;
  return new Promise((resolve) => {
    const headers = {
      cookie: `${sessionCookieName}=${actor.token}`,
      seat: actor.seatId,
      'sec-fetch-site': 'same-origin',
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    };
    const going = request(
      { agent, host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers },
      (answer) => {
        let text = '';
        answer
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            text += chunk;
          })
          .on('error', () => resolve(undefined))
          .on('end', () => resolve(`${answer.statusCode ?? 0} ${text.replace(/"requestId":"[^"]*"/, '')}`));
      },
    );
    going.on('error', () => resolve(undefined));
    going.end(body === undefined ? undefined : JSON.stringify(body));
    if (giveUpAfter !== undefined) setTimeout(() => going.destroy(), giveUpAfter);
  });
}

describe('many people on few connections', () => {
  it(`no answer of ${count} is another person's, though 15 % or more are given up half-way`, async () => {
    const alone = new Map<string, string>();
    for (const name of askers)
      for (const path of paths)
        alone.set(
          `${name} ${path}`,
          (await ask(world.actors[name], 'GET', path, undefined, undefined)) ?? 'nothing',
        );
    // The answers tell the people apart, or the comparison would see nothing.
    expect(new Set(askers.map((name) => paths.map((path) => alone.get(`${name} ${path}`)).join())).size).toBe(
      askers.length,
    );

    const chance = new Chance(seed);
    const mixed: string[] = [];
    let [whole, aborted, sent] = [0, 0, 0];
    const one = async (): Promise<void> => {
      while (sent < count) {
        sent++;
        const giveUpAfter = chance.in(givenUp) ? chance.next() * 12 : undefined;
        if (chance.in(0.06)) {
          const writer = chance.one(writers);
          const answer = await ask(
            world.actors[writer],
            'POST',
            '/screenings',
            { ...draft, privateNote: `note of ${writer}` },
            giveUpAfter,
          );
          if (answer === undefined) aborted++;
          else if (!answer.startsWith('201')) mixed.push(`${writer} writes: ${answer}`);
          else whole++;
          continue;
        }
        const [name, path] = [chance.one(askers), chance.one(paths)];
        const answer = await ask(world.actors[name], 'GET', path, undefined, giveUpAfter);
        if (answer === undefined) aborted++;
        else if (answer !== alone.get(`${name} ${path}`))
          mixed.push(
            `${name} ${path}: ${answer.slice(0, 200)}, alone ${alone.get(`${name} ${path}`)?.slice(0, 200) ?? ''}`,
          );
        else whole++;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));

    expect(mixed).toEqual([]);
    expect(whole + aborted).toBe(count);
    expect(aborted).toBeGreaterThanOrEqual(count * 0.15);
    expect(whole).toBeGreaterThan(count * 0.75);
    process.stdout.write(
      `pool bleed: ${count} requests, ${aborted} given up (${((aborted / count) * 100).toFixed(1)} %)\n`,
    );
  }, 600_000);

  it('what was written in between bears the names of those who wrote it, and so does every event', async () => {
    const strangers = await world.database.plant(
      `select k.id from app.screening k where not exists (select from sec.seat where seat.user_id = k.created_by and seat.agency_id = k.agency_id and seat.table_id = k.table_id)`,
    );
    expect(strangers).toEqual([]);
    const events = await world.database.plant(
      `select e.chain, e.seq from audit.event e where e.actor is not null and e.seat is not null and not exists (
         select from sec.seat join sec.session on session.id = e.session_id and session.user_id = seat.user_id
          where seat.id = e.seat and seat.user_id = e.actor and seat.persona = e.persona and seat.agency_id is not distinct from e.agency
            and (seat.table_id is null or seat.table_id = e.chain))`,
    );
    expect(events).toEqual([]);
    const [held] = await world.database.plant<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(held?.n).toBe(0);
    expect(
      (
        await world.database.plant<{ at: string | null }>('select audit.first_broken($1) as at', [
          world.tables.harbour,
        ])
      )[0]?.at,
    ).toBeNull();
  });
});
