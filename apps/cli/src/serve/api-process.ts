import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Settings } from '#settings';
import { OperatorError } from '../command.js';
import type { ApiUrls } from './api-urls.js';

/**
 * The API in a process of its own: the same that a container runs, so that what is tried here is what is
 * operated there.
 */
export interface ApiProcess {
  readonly url: string;
  readonly ended: Promise<void>;
  /** Lets running requests end, then ends the process. */
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../../../api/src/main.js', import.meta.url));
/**
 * A smaller young generation (Node's default is 16 MB a half): the heap that starting filled is collected
 * instead of kept, 10 to 20 MB less when idle. What it costs a request is in docs/performance.md.
 */
export const nodeOptions: readonly string[] = ['--enable-source-maps', '--max-semi-space-size=2'];
/** What only the operator's commands may know. */
const withheld = [
  'MIGRATOR_URL',
  'MIGRATOR_URL_FILE',
  'SUPERUSER_URL',
  'SUPERUSER_URL_FILE',
  'BACKUP_URL',
  'BACKUP_URL_FILE',
  'DATABASE_URL_FILE',
  'AUTHN_URL_FILE',
  'JOB_URL_FILE',
];

/** How this API differs from the one that the settings describe. */
interface ApiDifferences {
  /** Its log is not shown. */
  readonly quiet?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

function environmentFor(settings: Settings, urls: ApiUrls, otherwise: ApiDifferences): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: urls.app,
    AUTHN_URL: urls.authn,
    JOB_URL: urls.job,
    SITUATION_TABLE_DATA: settings.dataDirectory,
    SITUATION_TABLE_KEYS: settings.keysDirectory,
    SITUATION_TABLE_BACKUPS: settings.backupsDirectory,
    SITUATION_TABLE_CHECKPOINTS: settings.checkpointsDirectory,
    ...otherwise.environment,
  };
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !withheld.includes(name)));
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [name, milliseconds] of [
    ['SIGTERM', 15_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(name);
    const waited = new AbortController();
    await Promise.race([
      ended,
      pause(milliseconds, undefined, { signal: waited.signal }).catch(() => undefined),
    ]);
    waited.abort();
  }
}

/**
 * Starts the API and waits until it listens.
 * @param given up on when this resolves first; then undefined is returned
 * @throws OperatorError when it ends before it listens; it has said why itself
 */
export async function startApi(
  settings: Settings,
  urls: ApiUrls,
  stopAsked: Promise<void>,
  otherwise: ApiDifferences = {},
): Promise<ApiProcess | undefined> {
  const child = spawn(process.execPath, [...nodeOptions, program], {
    env: environmentFor(settings, urls, otherwise),
    stdio: ['ignore', otherwise.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    // Ctrl-C at the terminal reaches us alone: we stop the API first and the database after it. Should we be
    // killed, the closed channel ends it.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const listening = new Promise<string>((resolve) => {
    child.once('message', (message) => {
      resolve((message as { listening: string }).listening);
    });
  });
  const stop = (): Promise<void> => end(child, ended);
  const url = await Promise.race([listening, ended.then(() => null), stopAsked.then(() => undefined)]);
  if (url === null) throw new OperatorError('The API did not start; its reason stands above.');
  if (url === undefined) {
    await stop();
    return undefined;
  }
  return { url, ended, stop };
}
