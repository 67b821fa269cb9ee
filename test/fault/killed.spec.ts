import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { drawn } from '#testing';
import { draft } from '../world/situation.js';
import { ask, Installation, until, type Answered, type Api, type Person } from './installation.js';

const rounds = drawn({ full: 8, nightly: 20 });
const writersEach = 4;
jest.setTimeout(600_000);

/** What a writer asked for: repeated with the same key until it is answered. */
interface Wish {
  readonly kind: 'screening' | 'bring' | 'withdraw';
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly match?: string;
}

/** One person who screens, brings and withdraws, one after another, and remembers all that was acknowledged. */
class Writer {
  readonly screenings = new Set<string>();
  readonly brought = new Map<string, string>();
  readonly withdrawn = new Set<string>();
  /** Every acknowledged wish with its id, to be asked again at the end. */
  readonly kept: { wish: Wish; id: string }[] = [];
  open: Wish | undefined;
  private readonly toBring: string[] = [];
  private readonly toWithdraw: string[] = [];
  constructor(readonly person: Person) {}

  private next(): Wish {
    const key = randomUUID();
    const situation = this.toWithdraw.length > 2 ? this.toWithdraw.shift() : undefined;
    if (situation !== undefined)
      return {
        kind: 'withdraw',
        path: `/situations/${situation}/moves/withdraw`,
        body: { reason: 'ownMeans' },
        key,
        match: '"v1"',
      };
    const screening = this.toBring.length > 3 ? this.toBring.shift() : undefined;
    if (screening !== undefined)
      return {
        kind: 'bring',
        path: `/screenings/${screening}/bring-to-table`,
        body: { ownMeansExhausted: true },
        key,
        match: '"v1"',
      };
    return { kind: 'screening', path: '/screenings', body: draft, key };
  }

  send(api: Api, wish: Wish): Promise<Answered> {
    return ask(api, `/api/v1${wish.path}`, {
      body: wish.body,
      headers: {
        ...this.person.headers,
        'idempotency-key': wish.key,
        ...(wish.match !== undefined && { 'if-match': wish.match }),
      },
    });
  }

  /** Makes the next wish, or the one left unanswered; false when it stays so. */
  async step(api: Api): Promise<boolean> {
    const wish = (this.open ??= this.next());
    const { status, body } = await this.send(api, wish);
    if (status === 0 || status === 503) return false;
    if (status !== 200 && status !== 201) throw new Error(`${wish.kind}: ${status} ${JSON.stringify(body)}`);
    const id = String(body['id']);
    this.open = undefined;
    this.kept.push({ wish, id });
    if (wish.kind === 'screening') {
      if (this.screenings.has(id)) throw new Error('one id for two screenings');
      this.screenings.add(id);
      this.toBring.push(id);
    } else if (wish.kind === 'bring') {
      if (this.brought.has(id)) throw new Error('one id for two situations');
      this.brought.set(id, String(body['number']));
      this.screenings.delete(wish.path.split('/')[2] ?? '');
      this.toWithdraw.push(id);
    } else this.withdrawn.add(id);
    return true;
  }
}

describe('kill -9 under write load, two API processes on one database', () => {
  let home: Installation;
  let apis: Api[];
  let writers: Writer[];
  beforeAll(async () => {
    home = await Installation.create();
    apis = [await home.startApi(), await home.startApi()];
    writers = [];
    for (let each = 0; each < 2 * writersEach; each += 1)
      writers.push(new Writer(await home.enter('rep', each % 2 === 0 ? 'police' : 'school')));
  });
  afterAll(async () => {
    await home.close();
  });

  it(`loses and doubles nothing in ${rounds} rounds`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      let isOver = false;
      const writing = writers.map(async (writer, each) => {
        while (!isOver) if (!(await writer.step(apis[(each + round) % 2] as Api))) await pause(20);
      });
      await pause(300 + 35 * (round % 7));
      const [first, second] = apis as [Api, Api];
      // In turn: one process, the postmaster, both processes, everything at once.
      const dead = [[first], [], [first, second], [second]][round % 4] as Api[];
      const postmaster = round % 4 === 1 || round % 4 === 3;
      await Promise.all([
        ...dead.map((api) => api.kill('SIGKILL')),
        ...(postmaster ? [home.killDatabase()] : []),
      ]);
      isOver = true;
      await Promise.all(writing);
      if (postmaster) await home.startDatabase();
      apis = await Promise.all(apis.map((api) => (dead.includes(api) ? home.startApi({}, api.port) : api)));
      // What was not answered is asked again with the same key, of the other process.
      await Promise.all(
        writers.map(async (writer, each) => {
          if (writer.open !== undefined)
            await until('answered after the kill', () => writer.step(apis[(each + round + 1) % 2] as Api));
        }),
      );
    }

    const acknowledged = writers.flatMap((writer) => writer.kept);
    for (const writer of writers) {
      for (const { wish, id } of writer.kept.slice(-5))
        expect((await writer.send(apis[0] as Api, wish)).body['id']).toBe(id);
    }
    const screenings = (await home.sql<{ id: string }>('select id from app.screening')).map(({ id }) => id);
    const situations = await home.sql<{ id: string; number: string; stage: string }>(
      'select id, number, stage from app.situation',
    );
    expect(screenings.sort()).toEqual(writers.flatMap((writer) => [...writer.screenings]).sort());
    expect(situations.map(({ id, number }) => `${id} ${number}`).sort()).toEqual(
      writers.flatMap((writer) => [...writer.brought].map(([id, number]) => `${id} ${number}`)).sort(),
    );
    expect(
      situations
        .filter(({ stage }) => stage === 'withdrawn')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(writers.flatMap((writer) => [...writer.withdrawn]).sort());
    expect(await home.brokenChains()).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(rounds * 5);
    console.log(`${rounds} rounds: ${acknowledged.length} acknowledged writes, 0 lost, 0 doubled`);
  });
});
