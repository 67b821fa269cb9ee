import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { Actor } from './actor.js';
import { plantSeat, plantSession, plantUser } from './planting.js';
import { serveClone, type ServedClone, type ServeOptions } from './served-clone.js';

export { Actor, body } from './actor.js';

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

/**
 * One person for each part that the matrix knows. The coordinator is employed by the police, the deputy by the
 * city.
 */
const people = {
  police: ['rep', 'harbour', 'police'],
  policeColleague: ['rep', 'harbour', 'police'],
  school: ['rep', 'harbour', 'school'],
  health: ['rep', 'harbour', 'health'],
  childServices: ['rep', 'harbour', 'childServices'],
  housing: ['rep', 'harbour', 'housing'],
  coordinator: ['coordinator', 'harbour', 'police'],
  deputy: ['coordinator', 'harbour', 'city'],
  valley: ['rep', 'valley', 'valleyPolice'],
  valleyCoordinator: ['coordinator', 'valley', 'valleyPolice'],
  policeOfficer: ['privacy', null, 'police'],
  schoolOfficer: ['privacy', null, 'school'],
  auditor: ['auditor', null, null],
  secondAuditor: ['auditor', null, null],
  administrator: ['administrator', null, null],
  secondAdministrator: ['administrator', null, null],
} as const;
export type Name = keyof typeof people;

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

export interface WorldOptions extends ServeOptions {
  readonly identifierRecipients?: 'everyoneSeated' | 'agenciesAsked' | 'nobody';
}

/** Starts it with everybody in it. A test whose people are few and its own is cheaper with `createEmptyWorld`. */
export async function createWorld({
  identifierRecipients = 'everyoneSeated',
  ...options
}: WorldOptions = {}): Promise<World> {
  const served = await serveClone(options);
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
      'insert into sec.situation_table (id, name, region, identifier_recipients) values ($1, $2, $3, $4)',
      [id, `Table ${name}`, 'East', identifierRecipients],
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
    const signInName = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`;
    const userId = await plantUser(database, { signInName, displayName: name });
    const place = like.agency === null ? null : agency[like.agency];
    const seatId = await plantSeat(database, userId, {
      persona: like.persona,
      table: like.table === null ? null : tables[like.table],
      [like.persona === 'coordinator' ? 'employer' : 'agency']: place,
      since: '1 hour',
    });
    return new Actor(server, {
      name,
      userId,
      signInName,
      seatId,
      token: await plantSession(database, userId),
    });
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
