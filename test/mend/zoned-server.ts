import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyProvider } from '#crypto';
import { Actor } from '../world/actor.js';
import { startApiProcess } from '../world/api-process.js';
import type { World } from '../world/world.js';

export interface ZonedServer {
  readonly actors: World['actors'];
  close(): Promise<void>;
}

/**
 * A second API process over a world's database, where both the process and PostgreSQL have that time zone; it
 * shares no keyring with the world’s own API.
 * @param keys the folder of the keyring that such processes of one world share
 */
export async function serveIn(world: World, keys: string, timeZone: string): Promise<ZonedServer> {
  const { database } = world;
  await database.plant(`alter database ${database.name} set timezone = '${timeZone}'`);
  const folder = await mkdtemp(join(tmpdir(), 'zoned-'));
  await (await FileKeyProvider.openOrCreate(keys)).close();
  const api = await startApiProcess({
    url: database.url,
    data: join(folder, 'data'),
    keys,
    settings: { TZ: timeZone },
  });
  const url = `http://127.0.0.1:${api.port}`;
  const actors = Object.fromEntries(
    Object.entries(world.actors).map(([name, { identity }]) => [name, new Actor(url, identity)]),
  );
  return {
    actors: actors as World['actors'],
    close: async () => {
      await api.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
