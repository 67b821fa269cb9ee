import { Client, type QueryResultRow } from 'pg';
import type { ViewerKey } from '#database/door';
import type { World } from '../world/world.js';

/**
 * A connection of the app's login, as whoever took the pool over would hold it: any SQL, any role that the
 * login may set.
 */
export interface Intruder {
  sql<T extends QueryResultRow>(text: string, parameters?: readonly unknown[]): Promise<T[]>;
  /**
   * What came of it: the SQLSTATE, or how many rows. In a savepoint, so that the next attack begins where
   * this one did.
   */
  tries(text: string, parameters?: readonly unknown[]): Promise<string | number>;
  close(): Promise<void>;
}

/** Begins a transaction and enters somebody's context, as a request does; without a key nothing is entered. */
export async function intrude(world: World, key?: ViewerKey): Promise<Intruder> {
  const client = new Client({ connectionString: world.database.url('app') });
  await client.connect();
  await client.query('begin');
  if (key !== undefined)
    await client.query(`select set_config('role', c.persona, true) from sec.enter(decode($1, 'hex'), $2) c`, [
      key.tokenHash,
      key.seatId,
    ]);
  return {
    sql: async <T extends QueryResultRow>(text: string, parameters: readonly unknown[] = []) =>
      (await client.query<T>(text, [...parameters])).rows,
    tries: async (text, parameters = []) => {
      await client.query('savepoint attack');
      try {
        const { rowCount } = await client.query(text, [...parameters]);
        return rowCount ?? 0;
      } catch (error) {
        await client.query('rollback to attack');
        return (error as { code?: string }).code ?? String(error);
      }
    },
    close: async () => {
      await client.query('rollback').catch(() => undefined);
      await client.end();
    },
  };
}
