import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TOTP } from 'otpauth';
import { hashPassword } from '#access';
import { scheduledJobs } from '#database/jobs';
import { draft } from '../world/situation.js';
import { ask, Installation, until, type Answered, type Api, type Person } from './installation.js';

jest.setTimeout(300_000);
const phrase = 'kettle drum and a wet umbrella';
const hours = 7;

/** Runs before anything else of a process: all it asks the time of is so many hours off. */
const preload = `const off = Number(process.env.TEST_CLOCK_OFF_HOURS) * 3_600_000, Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length === 0) super(Real.now() + off); else super(...given); }
  static now() { return Real.now() + off; }
};`;

/*
 * Three processes on one database: one whose clock is right, one that is seven hours ahead, one that is seven
 * behind. What their clock jumped to makes no difference, since all that is decided by time is decided by the
 * database's.
 */
let folder: string;
let home: Installation;
let apis: readonly [right: Api, ahead: Api, behind: Api];
let police: Person;
beforeAll(async () => {
  folder = mkdtempSync('/tmp/st-clock-');
  writeFileSync(join(folder, 'clock.cjs'), preload);
  home = await Installation.create();
  police = await home.enter('rep', 'police');
  const off = (by: number): Promise<Api> =>
    home.startApi({
      NODE_OPTIONS: `--require ${join(folder, 'clock.cjs')}`,
      TEST_CLOCK_OFF_HOURS: String(by),
    });
  apis = [await home.startApi(), await off(hours), await off(-hours)];
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (to: Api, key: string = randomUUID()): Promise<Answered> =>
  ask(to, '/api/v1/screenings', { body: draft, headers: { ...police.headers, 'idempotency-key': key } });
const statuses = async (send: (api: Api) => Promise<Answered>): Promise<number[]> =>
  (await Promise.all(apis.map(send))).map(({ status }) => status);
const list =
  (person: Person) =>
  (api: Api): Promise<Answered> =>
    ask(api, '/api/v1/situations', { headers: person.headers });
async function withPassword(): Promise<{ person: Person; name: string }> {
  const person = await home.enter('rep', 'police');
  await home.sql('insert into sec.password (user_id, hash) values ($1, $2)', [
    person.userId,
    await hashPassword(phrase),
  ]);
  return { person, name: person.signInName };
}
const signIn = (api: Api, name: string, password = phrase): Promise<Answered> =>
  ask(api, '/api/v1/session', { body: { signInName: name, password } });

describe('an API whose clock jumped', () => {
  it('is really off: the control', async () => {
    const offBy = await Promise.all(
      apis.map(async (api) => {
        await list(police)(api);
        await until('logged', () => api.output().includes('"time":'));
        const times = [...api.output().matchAll(/"time":"([^"]+)"/g)].map(([, time]) => Date.parse(time!));
        return Math.round((times.at(-1)! - Date.now()) / 3_600_000) + 0;
      }),
    );
    expect(offBy).toEqual([0, hours, -hours]);
  });

  it('neither ends a session nor lengthens it', async () => {
    const person = await home.enter('rep', 'police');
    expect(await statuses(list(person))).toEqual([200, 200, 200]);
    await home.sql(
      `update sec.session set last_seen_at = clock_timestamp() - interval '31 minutes' where user_id = $1`,
      [person.userId],
    );
    expect(await statuses(list(person))).toEqual([401, 401, 401]);
    const { person: newcomer, name } = await withPassword();
    for (const api of apis) expect((await signIn(api, name)).status).toBe(200);
    const lasting = await home.sql<{ minutes: number }>(
      'select round(extract(epoch from expires_at - clock_timestamp()) / 60)::int as minutes from sec.session where user_id = $1',
      [newcomer.userId],
    );
    expect([...new Set(lasting.map(({ minutes }) => Math.round(minutes / 10) * 10))]).toEqual([720]);
  });

  it('has throttles in common with the others, and none that lasts', async () => {
    const { name } = await withPassword();
    for (let each = 0; each < 15; each += 1)
      expect((await signIn(apis[each % 3]!, name, 'some other phrase here')).status).toBe(401);
    for (const api of apis) {
      const from = performance.now();
      expect((await signIn(api, name, 'some other phrase here')).status).toBe(401);
      // Eleven more than five, all in all, pause for 275 ms wherever the next one comes.
      expect(performance.now() - from).toBeGreaterThan(270);
    }
    expect((await signIn(apis[1], name)).status).toBe(200);
  });

  it('takes no second factor, since codes are of another time; what it was shown shuts nobody out where the clock is right', async () => {
    const { person } = await withPassword();
    const [right, ahead, behind] = apis;
    const stepUp = (api: Api, headers: Record<string, string>, code: string): Promise<Answered> =>
      ask(api, '/api/v1/session/proof', { body: { code }, headers });
    const begun = await ask(right, '/api/v1/me/second-factor', {
      body: {},
      headers: { ...person.headers, 'idempotency-key': randomUUID() },
    });
    expect(begun.status).toBeLessThan(300);
    const secret = /secret=([A-Z2-7]+)/.exec(JSON.stringify(begun.body))![1]!;
    const totp = new TOTP({ secret });
    await home.sql(
      'update sec.totp set sealed_secret = pending_secret, pending_secret = null, last_step = 0 where user_id = $1',
      [person.userId],
    );
    for (const [api, off] of [
      [ahead, hours],
      [behind, -hours],
    ] as const) {
      expect((await stepUp(api, person.headers, totp.generate())).status).toBeGreaterThanOrEqual(400);
      expect(
        (await stepUp(api, person.headers, totp.generate({ timestamp: Date.now() + off * 3_600_000 })))
          .status,
      ).toBeGreaterThanOrEqual(400);
    }
    expect((await stepUp(right, person.headers, totp.generate())).status).toBe(200);
  });

  it('does once what is sent with one key to all of them', async () => {
    const key = randomUUID();
    const answers = [await write(apis[1], key), await write(apis[2], key), await write(apis[0], key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    const [kept] = await home.sql<{ hours: number }>(
      'select extract(epoch from expires_at - clock_timestamp()) / 3600 as hours from sec.idempotency where key = $1',
      [key],
    );
    expect(Math.round(Number(kept!.hours))).toBe(24);
  });

  it('breaks no order of the audit and dates nothing by itself', async () => {
    const [before] = await home.sql<{ seq: string }>(
      'select coalesce(max(seq), 0) as seq from audit.event where chain = $1',
      [home.tableId],
    );
    for (let each = 0; each < 12; each += 1) expect((await write(apis[each % 3]!)).status).toBe(201);
    const events = await home.sql<{ off: string; at_us: string }>(
      `select at_us, abs(at_us / 1000000.0 - extract(epoch from clock_timestamp())) as off from audit.event where chain = $1 and seq > $2 order by seq`,
      [home.tableId, before!.seq],
    );
    expect(events.length).toBeGreaterThanOrEqual(12);
    expect(events.filter(({ off }) => Number(off) > 60)).toEqual([]);
    expect(events.map(({ at_us: at }) => Number(at))).toEqual(
      events.map(({ at_us: at }) => Number(at)).sort((a, b) => a - b),
    );
    expect(await home.brokenChains()).toEqual([]);
    expect(
      await home.sql(
        `select from app.screening where abs(extract(epoch from created_at - clock_timestamp())) > 600`,
      ),
    ).toEqual([]);
  });

  it('rolls no keys and puts the jobs of the clock once a minute, as the others do', async () => {
    const minutesOf = (): Promise<{ name: string; minutes: number; jobs: number }[]> =>
      home.sql(`select name, count(distinct date_trunc('minute', created_on))::int as minutes, count(*)::int as jobs
      from queue.job where name like 'scheduled.%' group by 1`);
    const before = new Map((await minutesOf()).map(({ name, minutes }) => [name, minutes]));
    await until(
      'each has been put in two more minutes',
      async () => {
        const now = await minutesOf();
        return (
          now.length === scheduledJobs.length + 1 &&
          now.every(({ name, minutes }) => minutes >= (before.get(name) ?? 0) + 2)
        );
      },
      280_000,
    );
    expect((await minutesOf()).filter(({ minutes, jobs }) => jobs !== minutes)).toEqual([]);
    await until(
      'none that was put is left waiting',
      async () =>
        (
          await home.sql(
            `select from queue.job where name like 'scheduled.%' and state in ('created', 'retry') and created_on < now() - interval '1 minute'`,
          )
        ).length === 0,
      120_000,
    );
    expect(await home.sql(`select from queue.job where start_after > now() + interval '10 minutes'`)).toEqual(
      [],
    );
    expect(await home.sql(`select from queue.job where state = 'failed'`)).toEqual([]);
    for (const api of apis) expect((await ask(api, '/readyz')).body).toMatchObject({ status: 'ready' });
  });
});

/* The database's clock cannot be moved alone on one machine; what it would find after it was set back by hours is what is written here: rows of its own future. */
describe('a database whose clock was set back', () => {
  it('ends the sessions that were used in its future, instead of lengthening them', async () => {
    const person = await home.enter('rep', 'police');
    await home.sql(
      `update sec.session set created_at = now() + interval '3 hours', last_seen_at = now() + interval '3 hours', expires_at = now() + interval '15 hours' where user_id = $1`,
      [person.userId],
    );
    expect(await statuses(list(person))).toEqual([401, 401, 401]);
    // A clock that is only being slewed signs nobody out.
    await home.sql(
      `update sec.session set created_at = now(), last_seen_at = now() + interval '20 seconds', expires_at = now() + interval '12 hours' where user_id = $1`,
      [person.userId],
    );
    expect(await statuses(list(person))).toEqual([200, 200, 200]);
  });

  it('lets nobody wait longer', async () => {
    const { name } = await withPassword();
    await home.sql('delete from sec.throttle');
    for (let each = 0; each < 6; each += 1) await signIn(apis[0], name, 'some other phrase here');
    await home.sql(`update sec.throttle set since = clock_timestamp() + interval '3 hours', tries = 1000`);
    const from = performance.now();
    expect((await signIn(apis[0], name)).status).toBe(200);
    // Waiting until the clock is where it was would take three hours.
    expect(performance.now() - from).toBeLessThan(60_000);
    const [ahead] = await home.sql<{ rows: number }>(
      `select count(*)::int as rows from sec.throttle where since > clock_timestamp() + interval '1 minute'`,
    );
    expect(ahead!.rows).toBe(0);
  });
});
