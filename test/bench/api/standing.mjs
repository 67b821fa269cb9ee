/**
 * What the benches over HTTP stand on: a database of their own, processes of what was built, requests over
 * kept connections.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { FileKeyProvider } from '#crypto';
import { startEmbedded } from '#database/embedded';
import { migrate } from '#database/migration';

export const apiProgram = fileURLToPath(new URL('../../../dist/apps/api/src/main.js', import.meta.url));
/** Node’s own options for the API: those that `situation-table serve` starts it with. */
export { nodeOptions as apiOptions } from '../../../dist/apps/cli/src/serve/api-process.js';
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** An empty, migrated database with its keyring; what must be closed at the end is added to `opened`. */
export async function newDatabase(opened) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  opened.push(() => {
    // As root the database stands elsewhere, under a user of its own, and only its address is in the folder.
    const address = join(folder, 'data', 'postgresql-is-at');
    if (existsSync(address)) rmSync(readFileSync(address, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  const server = await startEmbedded(join(folder, 'data'));
  opened.push(() => server.stop());
  await migrate(server.url('migrator'));
  const keys = await FileKeyProvider.openOrCreate(join(folder, 'keys'));
  const environment = {
    DATABASE_URL: server.url('app'),
    AUTHN_URL: server.url('authn'),
    JOB_URL: server.url('job'),
    SITUATION_TABLE_DATA: join(folder, 'data'),
    SITUATION_TABLE_KEYS: join(folder, 'keys'),
    PORT: '0',
  };
  return { server, keys, environment };
}

/** Starts a program and waits until it says where it listens. */
export function start(program, environment, options = []) {
  const child = spawn(process.execPath, [...options, program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', ({ listening }) => {
      resolve({ child, base: listening });
    });
    child.once('exit', (code) => {
      reject(new Error(`${program} ended with ${code}`));
    });
  });
}

/** Ends a process that `start` started, and waits for it. */
export const stop = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
  });

export function send(agent, base, method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const asked = request(
      base + path,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
        },
      },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() });
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/** The headers of a signed-in seat. */
export const dressed = ({ token, seat }, more = {}) => ({
  cookie: `__Host-session=${token}`,
  seat,
  'sec-fetch-site': 'same-origin',
  ...more,
});

/** The resident memory of a process now, in MiB, and its highest so far (Linux only). */
export function residentMemory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: of('VmRSS'), highest: of('VmHWM') };
}

/**
 * How long a process has held a processor, in milliseconds (Linux only): load from elsewhere does not
 * lengthen it much.
 */
export function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
