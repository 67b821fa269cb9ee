import type { SeatPersona } from '#domain/visibility';
import { Actor } from './actor.js';
import { plantSeat, plantSession, plantUser } from './planting.js';
import { serveClone, type ServedClone, type ServeOptions } from './served-clone.js';

/** What a planted seat is; the table and the agencies are named as planted. */
export interface SeatPlan {
  readonly persona: SeatPersona;
  readonly table?: string;
  readonly agency?: string;
  /** The agency that employs a coordinator. */
  readonly employer?: string;
}

/**
 * The API over an empty database, with ways to plant the people of a test. Ids of what is planted are found
 * by its name.
 */
export interface EmptyWorld extends ServedClone {
  readonly log: string[];
  readonly ids: Map<string, string>;
  id(name: string): string;
  agency(name: string, sector?: string): Promise<string>;
  /** A table with agencies that are planted when they are not there yet. */
  table(name: string, agencies: readonly string[]): Promise<string>;
  /** A person with one seat and a session in which the password was just given. */
  person(name: string, seat: SeatPlan): Promise<Actor>;
  /** The same person through another seat, in the same session. */
  another(name: string, seat: SeatPlan): Promise<Actor>;
  /** A browser in which nobody is signed in. */
  stranger(): Actor;
}

export async function createEmptyWorld(options: Omit<ServeOptions, 'log'> = {}): Promise<EmptyWorld> {
  const log: string[] = [];
  const served = await serveClone({ ...options, log: (line) => log.push(line) });
  const { url, database } = served;
  const ids = new Map<string, string>();
  const tokens = new Map<string, string>();
  const id = (name: string): string => {
    const found = ids.get(name);
    if (found === undefined) throw new Error(`nothing of the name ${name} was planted`);
    return found;
  };
  const named = (name: string | undefined): string | null => (name === undefined ? null : id(name));
  const world: EmptyWorld = {
    ...served,
    log,
    ids,
    id,
    async agency(name, sector = 'health') {
      const known = ids.get(name);
      if (known !== undefined) return known;
      const [row] = await database.plant<{ id: string }>(
        'insert into sec.agency (name, sector) values ($1, $2) returning id',
        [name, sector],
      );
      ids.set(name, row!.id);
      return row!.id;
    },
    async table(name, agencies) {
      const [row] = await database.plant<{ id: string }>(
        `insert into sec.situation_table (name, region) values ($1, 'North') returning id`,
        [name],
      );
      ids.set(name, row!.id);
      for (const agency of agencies) {
        await database.plant('insert into sec.table_agency (table_id, agency_id) values ($1, $2)', [
          row!.id,
          await world.agency(agency),
        ]);
      }
      return row!.id;
    },
    async person(name, seat) {
      const userId = await plantUser(database, { signInName: name.toLowerCase(), displayName: name });
      ids.set(name, userId);
      tokens.set(name, await plantSession(database, userId));
      return world.another(name, seat);
    },
    async another(name, { persona, table, agency, employer }) {
      const userId = id(name);
      const seatId = await plantSeat(database, userId, {
        persona,
        table: named(table),
        agency: named(agency),
        employer: named(employer),
      });
      return new Actor(url, { name, userId, seatId, token: tokens.get(name)! });
    },
    stranger: () => new Actor(url),
  };
  return world;
}
