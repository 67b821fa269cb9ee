import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { transformFile } from '@swc/core';
import { FileKeyProvider } from './file-key-provider.js';
import type { KeyPlace } from './place.js';
import { newTierKey } from './tier-key.js';

const keyPlace: KeyPlace = { tableId: randomUUID(), situationId: randomUUID(), tier: 3 };
const source = fileURLToPath(new URL('.', import.meta.url));
let base: string;
let folder: string;

/** A process of its own that dies by SIGKILL at the named point of a change, as in a power cut. */
const crasher = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
const [point, folder, change] = process.argv.slice(2);
const files = createRequire(import.meta.url)('node:fs/promises');
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => {}); };
const { open, rename } = files;
const isDraft = (path) => String(path).endsWith('.draft');
files.open = async (path, ...rest) => {
  const file = await open(path, ...rest);
  if (point === 'written, not synced' && isDraft(path)) file.sync = die;
  if (point === 'half written' && isDraft(path)) {
    const { writeFile } = file;
    file.writeFile = async (bytes) => { await writeFile.call(file, bytes.subarray(0, 100)); return die(); };
  }
  return file;
};
files.rename = async (...paths) => {
  if (point === 'before rename') return die();
  await rename(...paths);
  if (point === 'after rename') return die();
};
syncBuiltinESMExports();
const { FileKeyProvider } = await import('./file-key-provider.js');
const provider = await FileKeyProvider.openOrCreate(folder);
if (change === 'begin') await provider.beginEpoch();
process.exit(0);
`;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'keyring-crash-'));
  await writeFile(join(base, 'package.json'), '{"type":"module"}');
  for (const name of await readdir(source)) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const { code } = await transformFile(join(source, name), {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    await writeFile(join(base, name.replace(/\.ts$/, '.js')), code);
  }
  await writeFile(join(base, 'crasher.js'), crasher);
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = join(base, randomUUID(), 'keys');
  await mkdir(join(folder, '..'));
});

async function crash(point: string, change: 'create' | 'begin'): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [join(base, 'crasher.js'), point, folder, change], {
    stdio: 'inherit',
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_code, by) => {
      resolve(by);
    });
  });
  // The dead process left its lock; thirty seconds pass.
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'keyring.lock'), longAgo, longAgo).catch(() => undefined);
  return signal;
}

const points = ['half written', 'written, not synced', 'before rename', 'after rename'];

describe('a process killed in the middle of a change', () => {
  test.each(points)(
    '%s: the old keyring or the new one stands, whole, and every stored key opens',
    async (point) => {
      const provider = await FileKeyProvider.openOrCreate(folder);
      const old = await provider.currentEpoch();
      const key = await newTierKey(provider, keyPlace);

      expect(await crash(point, 'begin')).toBe('SIGKILL');
      const restarted = await FileKeyProvider.openOrCreate(folder);
      expect(await restarted.unwrap(key, keyPlace)).toHaveLength(32);
      expect((await restarted.currentEpoch()) === old).toBe(point !== 'after rename');

      await restarted.beginEpoch();
      expect(await readdir(folder)).toEqual(['keyring.json']);
    },
  );

  test.each(points)('%s at the first start: the next start makes or finds one keyring', async (point) => {
    expect(await crash(point, 'create')).toBe('SIGKILL');
    const provider = await FileKeyProvider.openOrCreate(folder);
    await provider.beginEpoch();
    expect(await readdir(folder)).toEqual(['keyring.json']);
  });

  test('a draft left by a crash, with keys in it, is gone once an epoch is destroyed', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const old = await provider.currentEpoch();
    const written = JSON.parse(await readFile(join(folder, 'keyring.json'), 'utf8')) as {
      epochs: { key: string }[];
    };
    const secret = written.epochs.map((epoch) => epoch.key).join();
    expect(await crash('before rename', 'begin')).toBe('SIGKILL');
    expect((await readdir(folder)).some((name) => name.endsWith('.draft'))).toBe(true);

    await provider.beginEpoch();
    await provider.destroyEpoch(old);
    for (const name of await readdir(folder))
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(secret);
  });

  test('without a planted crash the same process ends well', async () => {
    expect(await crash('nowhere', 'begin')).toBeNull();
  });
});
