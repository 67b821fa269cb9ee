import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Response, type Test } from 'supertest';
import { freshToken, hashToken, sessionCookieName } from '#access';
import type { ViewerKey } from '#database/door';
import type { MailRoute } from '../../apps/api/src/platform/mail-route.js';
import { serveClone, type ServedClone } from './served-clone.js';

/** The agencies of the Harbour table, with their sectors; the food bank has no account there. */
const agencies = {
  police: 'justice',
  school: 'education',
  health: 'health',
  childServices: 'child-youth-and-family-services',
  housing: 'housing',
  foodBank: 'social-services',
  city: 'social-services',
  valleyPolice: 'justice',
} as const;
export type Agency = keyof typeof agencies;

/** One person for each part that the matrix knows. The chair is employed by the police, the deputy by the city. */
const people = {
  police: ['rep', 'harbour', 'police'],
  policeColleague: ['rep', 'harbour', 'police'],
  school: ['rep', 'harbour', 'school'],
  health: ['rep', 'harbour', 'health'],
  childServices: ['rep', 'harbour', 'childServices'],
  housing: ['rep', 'harbour', 'housing'],
  chair: ['coordinator', 'harbour', 'police'],
  deputy: ['coordinator', 'harbour', 'city'],
  valley: ['rep', 'valley', 'valleyPolice'],
  valleyChair: ['coordinator', 'valley', 'valleyPolice'],
  policeOfficer: ['privacy', null, 'police'],
  schoolOfficer: ['privacy', null, 'school'],
  auditor: ['auditor', null, null],
  secondAuditor: ['auditor', null, null],
  administrator: ['administrator', null, null],
  secondAdministrator: ['administrator', null, null],
} as const;
export type Name = keyof typeof people;

export interface Options {
  readonly ifMatch?: string | number;
  /** Idempotency-Key; a fresh one unless given. */
  readonly once?: string;
  readonly language?: 'en' | 'fr';
}

/** Somebody signed in, acting through one seat over HTTP. */
export class Actor {
  constructor(
    private readonly server: Server | string,
    readonly name: string,
    readonly userId: string,
    readonly seatId: string,
    readonly token: string,
  ) {}

  get key(): ViewerKey {
    return { tokenHash: hashToken(this.token), seatId: this.seatId };
  }

  get(path: string, options: Options = {}): Test {
    return this.dressed(request(this.server).get(`/api/v1${path}`), options);
  }

  post(path: string, body: object = {}, options: Options = {}): Test {
    return this.dressed(request(this.server).post(`/api/v1${path}`), options)
      .set('idempotency-key', options.once ?? randomUUID())
      .send(body);
  }

  put(path: string, body: object, options: Options = {}): Test {
    return this.dressed(request(this.server).put(`/api/v1${path}`), options).send(body);
  }

  patch(path: string, body: object, options: Options = {}): Test {
    return this.dressed(request(this.server).patch(`/api/v1${path}`), options).send(body);
  }

  delete(path: string, options: Options = {}): Test {
    return this.dressed(request(this.server).delete(`/api/v1${path}`), options);
  }

  private dressed(test: Test, { ifMatch, language }: Options): Test {
    void test
      .set('cookie', `${sessionCookieName}=${this.token}`)
      .set('seat', this.seatId)
      .set('sec-fetch-site', 'same-origin');
    if (ifMatch !== undefined)
      void test.set('if-match', typeof ifMatch === 'number' ? `"v${ifMatch}"` : ifMatch);
    if (language !== undefined) void test.set('accept-language', language);
    return test;
  }
}

/** A database, a keyring and an API of a test file's own, with two tables and a person for each part. */
export interface World extends ServedClone {
  readonly server: Server;
  readonly tables: Readonly<Record<'harbour' | 'valley', string>>;
  readonly agency: Readonly<Record<Agency, string>>;
  readonly actors: Readonly<Record<Name, Actor>>;
  /** One more person with a seat like another's. */
  enter(
    name: string,
    like: { persona: string; table: 'harbour' | 'valley' | null; agency: Agency | null },
  ): Promise<Actor>;
  /** Moves domain time, as a demo does. */
  ahead(interval: string): Promise<void>;
}

export interface WorldOptions {
  /** Modules of the test's own, or that replace a provider. */
  readonly more?: readonly (Type | DynamicModule)[];
  readonly hearers?: 'everyoneSeated' | 'agenciesAsked' | 'nobody';
  /** Where the API's log lines go; nowhere unless given. */
  readonly log?: (line: string) => void;
  readonly change?: (app: NestFastifyApplication) => void;
  /** How mail leaves, for tests that start the queue. */
  readonly mail?: MailRoute;
}

export async function createWorld({
  more = [],
  hearers = 'everyoneSeated',
  log = () => undefined,
  change,
  mail,
}: WorldOptions = {}): Promise<World> {
  const served = await serveClone(more as readonly Type[], log, change, mail);
  const { database, app } = served;
  const server = app.getHttpServer() as Server;

  const agency = Object.fromEntries(Object.keys(agencies).map((name) => [name, randomUUID()])) as Record<
    Agency,
    string
  >;
  const tables = { harbour: randomUUID(), valley: randomUUID() };
  for (const [name, sector] of Object.entries(agencies))
    await database.plant('insert into sec.agency (id, name, sector) values ($1, $2, $3)', [
      agency[name as Agency],
      `Agency ${name}`,
      sector,
    ]);
  for (const [name, id] of Object.entries(tables)) {
    await database.plant(
      'insert into sec.situation_table (id, name, region, who_hears_t3) values ($1, $2, $3, $4)',
      [id, `Table ${name}`, 'East', hearers],
    );
  }
  for (const [name, id] of Object.entries(agency)) {
    const table = name === 'valleyPolice' ? tables.valley : tables.harbour;
    await database.plant(
      'insert into sec.table_agency (table_id, agency_id, has_account) values ($1, $2, $3)',
      [table, id, name !== 'foodBank'],
    );
  }
  await database.plant(`insert into sec.demo_clock (ahead) values (interval '0')`);

  const enter: World['enter'] = async (name, like) => {
    const [userId, seatId, token] = [randomUUID(), randomUUID(), freshToken()];
    const place = like.agency === null ? null : agency[like.agency];
    const coordinator = like.persona === 'coordinator';
    await database.plant('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $3)', [
      userId,
      `${name.toLowerCase()}-${userId.slice(0, 8)}`,
      name,
    ]);
    await database.plant(
      "insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id, starts_at) values ($1, $2, $3, $4, $5, $6, now() - interval '1 hour')",
      [
        seatId,
        userId,
        like.persona,
        like.table === null ? null : tables[like.table],
        coordinator ? null : place,
        coordinator ? place : null,
      ],
    );
    await database.plant(
      `insert into sec.session (token_hash, user_id, stepped_up_at, tiers_opened_at) values (decode($1, 'hex'), $2, clock_timestamp(), clock_timestamp())`,
      [hashToken(token), userId],
    );
    return new Actor(server, name, userId, seatId, token);
  };
  const actors: Partial<Record<Name, Actor>> = {};
  for (const [name, [persona, table, place]] of Object.entries(people))
    actors[name as Name] = await enter(name, { persona, table, agency: place });

  return {
    ...served,
    server,
    tables,
    agency,
    actors: actors as Record<Name, Actor>,
    enter,
    ahead: async (interval) => {
      await database.plant('update sec.demo_clock set ahead = ahead + $1::interval', [interval]);
    },
  };
}

/** The body of an answer that must be a success; else what came instead. */
export function body<T>(response: Response): T {
  if (response.status >= 400) throw new Error(`${response.status} ${JSON.stringify(response.body)}`);
  return response.body as T;
}
