import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import type { Login } from '#database/cluster';
import { checkout } from './built.js';

/** An API process of its own, as an operator runs it over a database that is already there. */
export interface ApiProcess {
  readonly port: number;
  readonly pid: number;
  readonly ended: Promise<void>;
  kill(name: NodeJS.Signals): Promise<void>;
  /** What it has written so far, errors last. */
  output(): string;
}

interface ProcessPlan {
  readonly url: (login: Login) => string;
  /** The folder of PostgreSQL's data, beside which the program keeps its files. */
  readonly data: string;
  readonly keys: string;
  /** A free one unless given. */
  readonly port?: number | undefined;
  /** Over the usual environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A port of loopback on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/**
 * The one way in which tests start the built API. @returns when it listens @throws Error with what it wrote
 * where it ends before
 */
export async function startApiProcess({
  url,
  data,
  keys,
  port,
  settings = {},
}: ProcessPlan): Promise<ApiProcess> {
  const chosen = port ?? (await freePort());
  const program = join(checkout, 'dist/apps/api/src/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      PORT: String(chosen),
      DATABASE_URL: url('app'),
      AUTHN_URL: url('authn'),
      JOB_URL: url('job'),
      SITUATION_TABLE_DATA: data,
      SITUATION_TABLE_KEYS: keys,
      ...settings,
    },
  });
  let output = '';
  const errors: string[] = [];
  child.stdout?.on('data', (chunk) => {
    output = (output + String(chunk)).slice(-1_000_000);
  });
  child.stderr?.on('data', (chunk) => {
    errors.push(String(chunk));
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const listening = new Promise<true>((resolve) => {
    child.once('message', () => {
      resolve(true);
    });
  });
  const written = (): string => output + errors.join('');
  if ((await Promise.race([listening, ended])) !== true)
    throw new Error(`The API did not start: ${written()}`);
  return {
    port: chosen,
    pid: child.pid ?? 0,
    ended,
    output: written,
    kill: async (name) => {
      child.kill(name);
      await ended;
    },
  };
}
