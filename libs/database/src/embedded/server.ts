import { existsSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareCluster } from '../cluster/prepare-cluster.js';
import { serverAccount, type Account } from './account.js';
import { binariesFor } from './binaries.js';
import { claim, type Claim } from './claim.js';
import { clearLeftovers, createCluster, startCluster, type Postgres, type Settings } from './cluster.js';
import { embeddedPasswords, socketUrl, superuser, type EmbeddedLogin } from './logins.js';
import { preparePlaces, type Places } from './places.js';
import { whyUnusable } from './unusable.js';

/** The database that the product keeps everything in. */
export const databaseName = 'situation_table';

/** A running embedded PostgreSQL, with its roles and its empty or migrated database. */
export interface EmbeddedServer {
  /** The data directory as named; files of ours beside the database belong here. */
  readonly directory: string;
  /** The postmaster's process number. */
  readonly pid: number;
  /** A connection URL for a login; the product's database unless another is named. */
  url(login: EmbeddedLogin, database?: string): string;
  /** Adds where we serve to what a second start on the same directory is told. */
  announce(serving: string): void;
  /** Resolves when the server is gone, asked or not. */
  readonly ended: Promise<void>;
  /** Stops it cleanly and gives the data directory free; a second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * The URL with which a login signs in to the server that runs on a data directory, for another process of its operator.
 * @param dataDirectory must hold an embedded server
 */
export function embeddedUrl(dataDirectory: string, login: EmbeddedLogin): string {
  const places = preparePlaces(dataDirectory, serverAccount());
  return socketUrl(places.socket, databaseName, login, embeddedPasswords(places.logins)[login]);
}

/** Whether a data directory holds an embedded server's database, running or not. */
export function holdsDatabase(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, 'postgresql')) || existsSync(join(dataDirectory, 'postgresql-is-at'));
}

/**
 * The URL with which the superuser signs in to the server that runs on a data directory: for looking behind
 * the walls of a demo, as its owner can.
 * @param dataDirectory must hold an embedded server
 */
export function superuserUrl(dataDirectory: string): string {
  return embeddedUrl(dataDirectory, superuser);
}

/** A socket's folder outside the data directory goes with the server; it stays where something else is in it. */
function clearAway(places: Places): void {
  if (dirname(places.socket) === dirname(places.cluster)) return;
  try {
    rmdirSync(places.socket);
  } catch {
    /* it is made again at the next start */
  }
}

async function startClaimed(
  places: Places,
  account: Account,
  held: Claim,
  settings: Settings,
): Promise<EmbeddedServer> {
  const binaries = binariesFor(account, places.root);
  const passwords = embeddedPasswords(places.logins);
  createCluster(binaries, places, account, passwords[superuser]);
  await clearLeftovers(places.cluster);
  const postgres: Postgres = await startCluster(binaries, places, account, settings);
  const url = (login: EmbeddedLogin, database = databaseName): string =>
    socketUrl(places.socket, database, login, passwords[login]);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= postgres.stop().finally(() => {
      clearAway(places);
      held.release();
    }));
  try {
    // At every start: a newer version may know one role more.
    await prepareCluster(url(superuser), passwords);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    directory: places.root,
    pid: postgres.pid,
    url,
    announce: held.announce,
    ended: postgres.ended,
    stop,
  };
}

/**
 * Starts PostgreSQL on a data directory, making what is missing. Recovery after a crash is PostgreSQL's own:
 * every acknowledged commit is there.
 * @param settings PostgreSQL settings over our own; tests turn fsync off
 * @throws AlreadyRunning when a living process works on that directory
 * @throws UnusableDirectory when it is full, read-only or not ours to write
 */
export async function startEmbedded(dataDirectory: string, settings: Settings = {}): Promise<EmbeddedServer> {
  try {
    const account = serverAccount();
    const places = preparePlaces(dataDirectory, account);
    const held = claim(join(places.root, 'running.json'), places.root);
    try {
      return await startClaimed(places, account, held, settings);
    } catch (error) {
      held.release();
      throw error;
    }
  } catch (error) {
    throw whyUnusable(dataDirectory, error);
  }
}
