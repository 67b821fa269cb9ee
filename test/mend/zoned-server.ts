import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { FileKeyProvider } from '#crypto';
import { freePort } from '../fault/started.js';
import { checkout } from '../world/built.js';
import { Actor, type World } from '../world/world.js';

export interface ZonedServer {
  readonly actors: World['actors'];
  close(): Promise<void>;
}

/**
 * A second API process over a world's database, where both the process and PostgreSQL have that time zone; it shares no keyring with the world’s own API.
 * @param keys the folder of the keyring that such processes of one world share
 */
export async function serveIn(world: World, keys: string, timeZone: string): Promise<ZonedServer> {
  const { database } = world;
  await database.plant(`alter database ${database.name} set timezone = '${timeZone}'`);
  const folder = await mkdtemp(join(tmpdir(), 'zoned-'));
  await (await FileKeyProvider.openOrCreate(keys)).close();
  const port = await freePort();
  const child = spawn(process.execPath, [join(checkout, 'dist/apps/api/src/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      TZ: timeZone,
      PORT: String(port),
      DATABASE_URL: database.url('app'),
      AUTHN_URL: database.url('authn'),
      JOB_URL: database.url('job'),
      SITUATION_TABLE_DATA: join(folder, 'data'),
      SITUATION_TABLE_KEYS: keys,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk);
    });
  const ended = new Promise<false>((resolve) => {
    child.once('exit', () => {
      resolve(false);
    });
  });
  const listening = new Promise<true>((resolve) => {
    child.once('message', () => {
      resolve(true);
    });
  });
  if (!(await Promise.race([listening, ended]))) throw new Error(`The API did not start: ${said}`);
  const actors = Object.fromEntries(
    Object.entries(world.actors).map(([name, { userId, seatId, token }]) => [
      name,
      new Actor(`http://127.0.0.1:${port}`, name, userId, seatId, token),
    ]),
  );
  return {
    actors: actors as World['actors'],
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
