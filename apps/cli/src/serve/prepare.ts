import { join } from 'node:path';
import { checkBeforeServing, prepareCluster, clusterStateOf } from '#database/cluster';
import { removeDatabase } from '#database/demo';
import { startEmbedded, type EmbeddedServer } from '#database/embedded';
import { migrate } from '#database/migration';
import type { OwnDatabase, Settings } from '#settings';
import { askAtTerminal, chooseBeginning, type Beginning } from './beginning.js';
import { seedDemo } from './seed-demo.js';
import { ApiUrls } from './api-urls.js';

/** A database that is migrated and was found safe to serve from. */
export interface Prepared {
  readonly urls: ApiUrls;
  /** Where the database's own log is, for a person to look at. */
  readonly log: string;
  readonly ended: Promise<void>;
  announce(serving: string): void;
  /** It is a demo, and the word for it was said. */
  readonly demo: boolean;
  stop(): Promise<void>;
}

/** Migrates and checks a PostgreSQL that the operator runs; stopping leaves it alone. */
export async function prepareOwn(own: OwnDatabase): Promise<Prepared> {
  if (own.migrator) await migrate(own.migrator);
  await checkBeforeServing(own);
  return {
    urls: own,
    log: 'the log of your PostgreSQL',
    ended: new Promise(() => undefined),
    announce: () => undefined,
    demo: false,
    stop: () => Promise.resolve(),
  };
}

async function fill(
  server: EmbeddedServer,
  settings: Settings,
  wanted: Beginning | undefined,
): Promise<{ readonly urls: ApiUrls; readonly demo: boolean }> {
  await migrate(server.url('migrator'));
  const state = await clusterStateOf(server.url('postgres'));
  const beginning = await chooseBeginning(wanted, state, settings, askAtTerminal);
  if (state.halfFilled) {
    console.log('The demo was cut off while it was filled: beginning again.');
    await removeDatabase(server.url('postgres'));
    await prepareCluster(server.url('postgres'), {});
    await migrate(server.url('migrator'));
  }
  if (beginning === 'demo') await seedDemo(server, settings);
  const urls = { app: server.url('app'), authn: server.url('authn'), job: server.url('job') };
  await checkBeforeServing(urls);
  return { urls, demo: state.demo || beginning === 'demo' };
}

/** Starts the embedded PostgreSQL, migrates it, fills it if it is to begin as the demo, and checks it. */
export async function prepareEmbedded(settings: Settings, wanted: Beginning | undefined): Promise<Prepared> {
  const server = await startEmbedded(settings.dataDirectory);
  try {
    const { urls, demo } = await fill(server, settings, wanted);
    return {
      urls,
      demo,
      log: join(server.directory, 'postgresql.log'),
      ended: server.ended,
      announce: server.announce,
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
