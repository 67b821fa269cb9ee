import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { bornAt } from '#database/embedded';
import { chainToNpm, isNpm, npmEnded } from '../../apps/cli/src/serve/npm-watch.js';
import { freePort } from '../world/api-process.js';
import { buildProduct, checkout } from '../world/built.js';

jest.setTimeout(240_000);
const startedHere: number[] = [];

/** `npm start` on a data directory, as somebody types it. */
interface Served {
  readonly npm: ChildProcess;
  readonly url: string;
  readonly data: string;
  output(): string;
}

async function npmStart(folder: string): Promise<Served> {
  const port = await freePort();
  const data = mkdtempSync(join(folder, 'data-'));
  chmodSync(data, 0o755);
  const npm = spawn('npm', ['start', '--', '--empty'], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      PORT: String(port),
      SITUATION_TABLE_DATA: data,
      npm_config_update_notifier: 'false',
    },
  });
  startedHere.push(npm.pid!);
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  const from = Date.now();
  while (!output.includes(' serves on ')) {
    if (npm.exitCode !== null || Date.now() - from > 150_000)
      throw new Error(`It did not get ready: ${output}`);
    await pause(100);
  }
  return { npm, url, data, output: () => output };
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );

/** Pids of the children of a process, and theirs. */
function below(pid: number): number[] {
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(Number)
    .filter((child) => child > 0);
  return children.flatMap((child) => [child, ...below(child)]);
}

describe('npm start', () => {
  let folder: string;
  beforeAll(() => {
    buildProduct();
    folder = mkdtempSync('/tmp/st-npm-');
    chmodSync(folder, 0o755);
  });
  afterAll(() => {
    for (const pid of startedHere.flatMap((one) => [one, ...below(one)])) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        /* it has ended, as it should */
      }
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['npm is killed outright', 'SIGKILL', 'npm'],
    ['npm is asked to end', 'SIGTERM', 'npm'],
    ['the process that npm started is killed outright', 'SIGKILL', 'child'],
  ] as const)('when %s the server and its database end within seconds', async (_how, signal, which) => {
    const served = await npmStart(folder);
    const everything = below(served.npm.pid!);
    startedHere.push(...everything);
    const born = everything.map((pid) => bornAt(pid));
    expect(await answers(served.url)).toBe(true);
    process.kill(which === 'npm' ? served.npm.pid! : everything[0]!, signal);
    const from = Date.now();
    while (Date.now() - from < 30_000 && (await answers(served.url))) await pause(100);
    expect(await answers(served.url)).toBe(false);
    expect(Date.now() - from).toBeLessThan(20_000);
    const left = (): number[] => everything.filter((pid, place) => bornAt(pid) === born[place]);
    while (Date.now() - from < 30_000 && left().length > 0) await pause(100);
    expect(left()).toEqual([]);
    // It stopped in order: the claim on the data directory is given back.
    expect(
      existsSync(join(served.data, 'running.json')) &&
        readFileSync(join(served.data, 'running.json'), 'utf8'),
    ).toBe(false);
  });
});

describe('what is watched', () => {
  it('is nothing where npm did not start us', async () => {
    const ended = await Promise.race([npmEnded({}).then(() => true), pause(1_500, false)]);
    expect(ended).toBe(false);
  });

  it('is every process up to npm, through a shell between', async () => {
    // A parent that calls itself npm, as npm does, a shell, and a grandchild that tells its own number.
    const program = `process.title = 'npm start';
      const { spawn } = require('node:child_process');
      const shell = spawn('sh', ['-c', 'sleep 20 & echo $!; wait'], { stdio: ['ignore', 'inherit', 'ignore'] });
      process.on('SIGTERM', () => { shell.kill(); process.exit(); });`;
    const fake = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    const sleeper = Number(await new Promise((resolve) => fake.stdout.once('data', resolve)));
    startedHere.push(fake.pid!, sleeper);
    const chain = chainToNpm(sleeper)!;
    expect([chain.length, chain.at(-1)!.pid]).toEqual([3, fake.pid]);
    fake.kill();
    process.kill(sleeper);
  });

  it('npm is known by how it is started, not by a name among its words', () => {
    const word = fc.stringMatching(/^[a-z0-9./:-]{1,12}$/);
    const before = fc.constantFrom('', '/usr/bin/node ', 'node --enable-source-maps ');
    fc.assert(
      fc.property(
        before,
        fc.constantFrom('npm', '/usr/bin/npm', '/lib/npm/bin/npm-cli.js', 'npx'),
        fc.array(word),
        (node, name, words) => {
          expect(isNpm([node + name, ...words].join(' '))).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('sh -c', 'node apps/start.mjs', 'vi', '/usr/bin/npmd'),
        fc.array(word),
        (command, words) => {
          expect(isNpm([command, 'npm', ...words].join(' '))).toBe(false);
        },
      ),
    );
  });
});
