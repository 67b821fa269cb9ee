import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sessionCookieName } from '#access';
import { operations } from '../policy/operations.js';
import { expect } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { isTodays } from '#testing';
import { draft } from '../world/situation.js';
import { body, createWorld, type Actor, type Name, type World } from '../world/world.js';

/** What there is to be asked for by id. */
export interface Known {
  situations: string[];
  meetings: string[];
  screenings: string[];
}

/**
 * Not answers about a table: the stream itself, the audit (a reading changes it and wakes nobody by rule),
 * one's own account, what the whole installation shares, and figures that change once a year.
 */
const elsewhere = [
  ...['/events', '/me', '/notices', '/privacy', '/administration', '/statistics', '/codebook', '/calendar'],
  ...[
    '/agencies',
    '/holidays',
    '/users',
    '/invitations',
    '/webhooks',
    '/projector/card',
    '/tables',
    '/seats/{id}',
  ],
  ...['/openings/{id}', '/situations/{id}/who-saw'],
];
const asked = operations
  .filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1/'))
  .map(({ path }) => path.replace('/api/v1', ''))
  .filter((path) => !elsewhere.some((other) => path === other || path.startsWith(`${other}/`)));

/** What a reader sees of an answer: the body, without what is new in each answer. */
function seen(status: number, answer: unknown): string {
  if (status >= 400) return String(status);
  return JSON.stringify(answer, (key, value: unknown) => (key === 'next' ? undefined : value));
}

/** A seat with an open stream and everything that it can read. */
export class Watcher {
  woken = new Set<string>();
  private refused = new Set<string>();
  private feed = '';
  private message: IncomingMessage | undefined;

  constructor(
    readonly name: string,
    private readonly world: World,
    private readonly actor: Actor,
    private readonly table: string,
  ) {}

  async open(): Promise<void> {
    this.feed = body<{ path: string }>(await this.actor.post('/me/calendar')).path.replace('/api/v1', '');
    const { port } = this.world.server.address() as AddressInfo;
    const headers = { cookie: `${sessionCookieName}=${this.actor.token}`, seat: this.actor.seatId };
    this.message = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: '/api/v1/events', headers }, resolve).on('error', reject);
    });
    this.message.on('data', (chunk: Buffer) => {
      for (const [, kind, id] of chunk.toString().matchAll(/event: (\w+)\ndata: \{"id":"([^"]+)"\}/g))
        this.woken.add(`${kind} ${id}`);
    });
    this.message.on('error', () => undefined);
  }

  close(): void {
    this.message?.destroy();
  }

  /** Every answer that the seat gets now, by path. */
  async answers({ situations, meetings, screenings }: Known): Promise<Map<string, string>> {
    const of: Record<string, readonly string[]> = { situations, meetings, screenings };
    const paths = asked
      .flatMap((path) =>
        path.includes('{id}')
          ? (of[path.split('/')[1] ?? ''] ?? []).map((id) => path.replace('{id}', id))
          : [path],
      )
      .concat(`/tables/${this.table}`, this.feed, '/situations?stage=all')
      .filter((path) => !this.refused.has(path));
    const answers = new Map<string, string>();
    for (const path of paths) {
      const answer = await this.actor.get(path);
      // What is refused to the persona stays refused.
      if (answer.body?.code === 'permission.refused' && !path.endsWith('/holds')) this.refused.add(path);
      // A feed that is asked too often says so, and not what is in it.
      if (answer.status !== 429)
        answers.set(path, seen(answer.status, path === this.feed ? answer.text : answer.body));
    }
    return answers;
  }
}

/** The paths at which two sets of answers differ; one that was asked for once only does not count. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].flatMap(([path, answer]) =>
    before.has(path) && before.get(path) !== answer ? [path] : [],
  );
}

const seats: readonly Name[] = [
  ...(['police', 'policeColleague', 'school', 'childServices', 'housing', 'deputy', 'valley'] as const),
];
/**
 * Every seat is thousands of requests: in CI one of these four watches a long play by the day, a nightly run
 * has all.
 */
const inTurn: readonly Name[] = ['policeColleague', 'school', 'housing', 'valley'];
export const seatsOfToday: readonly Name[] = seats.filter(
  (name) => !inTurn.includes(name) || isTodays(inTurn.indexOf(name), inTurn.length),
);
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A situation under way. */
export interface Open {
  id: string;
  version: number;
}

/** A world whose seats are watched while things are done in it. */
export class Play {
  readonly known: Known = { situations: [], meetings: [], screenings: [] };
  private readonly answers = new Map<string, Map<string, string>>();

  private constructor(
    readonly world: World,
    private readonly watchers: readonly Watcher[],
  ) {}

  /** @param names the seats that watch */
  static async begin(names = seats): Promise<Play> {
    const world = await createWorld();
    await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
    const watchers = names.map(
      (name) =>
        new Watcher(name, world, world.actors[name], world.tables[name === 'valley' ? 'valley' : 'harbour']),
    );
    for (const watcher of watchers) await watcher.open();
    const play = new Play(world, watchers);
    await play.look();
    return play;
  }

  async end(): Promise<void> {
    for (const watcher of this.watchers) watcher.close();
    await this.world.close();
  }

  /** Reads everything that every seat can read; says of each what is another answer than before. */
  async look(): Promise<Map<string, readonly string[]>> {
    const changed = new Map<string, readonly string[]>();
    await Promise.all(
      this.watchers.map(async (watcher) => {
        const now = await watcher.answers(this.known);
        changed.set(watcher.name, differences(this.answers.get(watcher.name) ?? new Map(), now));
        this.answers.set(watcher.name, now);
      }),
    );
    return changed;
  }

  /** Does one thing and compares who was woken with whose answers it changed. @returns the names of both */
  async step(what: string, act: () => Promise<unknown>): Promise<string[]> {
    await this.world.database.plant('update sec.session set stepped_up_at = clock_timestamp()');
    await pause(200);
    for (const watcher of this.watchers) watcher.woken = new Set();
    await act();
    const changed = await this.look();
    // A stream gathers for 60 ms, and reading all answers takes longer.
    await pause(200);
    const found = this.watchers.map(({ name, woken }) => ({
      name,
      woken: woken.size > 0,
      changed: (changed.get(name) ?? []).length > 0,
      answers: changed.get(name),
      told: [...woken],
    }));
    expect({ what, wrong: found.filter((seat) => seat.woken !== seat.changed) }).toEqual({ what, wrong: [] });
    return found.filter(({ woken }) => woken).map(({ name }) => name);
  }

  /** Does what is not one action's work: many at once, or time that passes. */
  async meanwhile(act: () => Promise<unknown>): Promise<void> {
    await act();
    await this.look();
  }

  get clock(): () => Promise<unknown> {
    return () => runScheduledJobs(this.world.data);
  }

  async day(days: number): Promise<string> {
    const [row] = await this.world.database.plant<{ day: string }>(
      `select ((sec.domain_now() at time zone 'America/Toronto')::date + $1::int)::text as day`,
      [days],
    );
    return row!.day;
  }

  async now(): Promise<Date> {
    return (await this.world.database.plant<{ at: Date }>('select sec.domain_now() as at'))[0]!.at;
  }

  async etag(who: Name, path: string): Promise<string> {
    return String((await this.world.actors[who].get(path)).headers['etag']);
  }

  async moved(of: Open, who: Name, path: string, request: object = {}): Promise<void> {
    await this.step(path, () => this.move(of, who, path, request));
  }

  async move(of: Open, who: Name, path: string, request: object = {}): Promise<void> {
    of.version = body<Open>(
      await this.world.actors[who].post(`/situations/${of.id}/moves/${path}`, request, {
        ifMatch: of.version,
      }),
    ).version;
  }

  async written(of: Open, who: Name, path: string, request: object): Promise<string> {
    let id = '';
    await this.step(`${who} writes ${path}`, async () => {
      const answer = await this.world.actors[who].post(`/situations/${of.id}/${path}`, request);
      id = body<{ id?: string }>(answer).id ?? '';
    });
    return id;
  }

  async corrected(of: Open, who: Name, path: string, shownAt: string, request: object): Promise<void> {
    const actor = this.world.actors[who];
    const whole = body<Record<string, unknown>>(await actor.get(`/situations/${of.id}${shownAt}`));
    const row = path.split('/')[1];
    const part =
      row === undefined
        ? whole[path]
        : ((whole['rows'] ?? whole['persons']) as Open[]).find(({ id }) => id === row);
    await this.step(`${who} corrects ${path}`, async () =>
      body(await actor.put(`/situations/${of.id}/${path}`, request, { ifMatch: (part as Open).version })),
    );
  }

  /** The police's situation, at the table. */
  async brought(): Promise<Open> {
    const { police } = this.world.actors;
    const { id } = body<{ id: string }>(await police.post('/screenings', draft));
    this.known.screenings = [id];
    await this.look();
    let of: Open = { id: '', version: 1 };
    await this.step('bring-to-table', async () => {
      const answer = await police.post(
        `/screenings/${id}/bring-to-table`,
        { ownMeansExhausted: true },
        { ifMatch: 1 },
      );
      of = body<Open>(answer);
    });
    this.known.situations = [of.id];
    await this.look();
    return of;
  }

  async mark(meeting: string, ...agencies: (keyof World['agency'])[]): Promise<void> {
    for (const agency of agencies)
      body(
        await this.world.actors.deputy.put(
          `/meetings/${meeting}/attendance/${this.world.agency[agency]}`,
          { mode: 'room' },
          { ifMatch: 0 },
        ),
      );
  }

  /** An open meeting of the table. */
  async meeting(): Promise<string> {
    const { deputy } = this.world.actors;
    const { id } = body<Open>(
      await deputy.post('/meetings', { kind: 'regular', scheduledFor: (await this.now()).toISOString() }),
    );
    body(await deputy.post(`/meetings/${id}/open`, {}, { ifMatch: 1 }));
    this.known.meetings = [id];
    return id;
  }

  /** Identifiers are released while police, school and child services are in the room. */
  async released(of: Open): Promise<string> {
    const meeting = await this.meeting();
    await this.mark(meeting, 'police', 'school', 'childServices');
    await this.move(of, 'deputy', 'record-risk', points);
    await this.move(of, 'police', 'release-identifiers', { basis: 'phipa40' });
    return meeting;
  }

  async holds(officer: Name, of: Open): Promise<string> {
    const answer = await this.world.actors[officer].post('/privacy/holds', {
      situation: of.id,
      reason: 'complaint',
      reviewOn: await this.day(60),
    });
    return body<Open>(answer).id;
  }
}

export const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};
export const ending = {
  reason: 'overall-risk-lowered.connected-to-services',
  told: 'told',
  riskAfter: [],
};
