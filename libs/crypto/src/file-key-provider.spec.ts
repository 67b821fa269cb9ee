import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CiphertextMoved, KeyDestroyed, KeyringUnreadable, KeyUnknown } from './errors.js';
import { openText, seal } from './field.js';
import { FileKeyProvider } from './file-key-provider.js';
import type { KeyPlace } from './place.js';
import type { WrappedKey } from './key-provider.js';
import { newTierKey, rewrapAll, withNewTierKey, withTierKey } from './tier-key.js';

const keyPlace: KeyPlace = { tableId: randomUUID(), situationId: randomUUID(), tier: 4 };
const place = { ...keyPlace, field: 'tier4.note', rowId: randomUUID() };
let base: string;
let folder: string;
let file: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'keyring-'));
  folder = join(base, 'keys');
  file = join(folder, 'keyring.json');
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof KeyringUnreadable ? error.fault : error),
  );

describe('the keyring file', () => {
  test('is made once, owner-only, with one epoch', async () => {
    const first = await FileKeyProvider.openOrCreate(folder);
    const before = await readFile(file);
    const second = await FileKeyProvider.openOrCreate(folder);
    expect(await second.currentEpoch()).toBe(await first.currentEpoch());
    expect((await readFile(file)).equals(before)).toBe(true);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['keyring.json']);
  });

  test('is made once when many start at the same time', async () => {
    const providers = await Promise.all(
      Array.from({ length: 8 }, () => FileKeyProvider.openOrCreate(folder)),
    );
    const epochs = await Promise.all(providers.map((provider) => provider.currentEpoch()));
    expect(new Set(epochs).size).toBe(1);
  });

  test('is refused when missing, and not made by open', async () => {
    expect(await faultOf(FileKeyProvider.open(folder))).toBe('missing');
    expect(await readdir(base)).toEqual([]);
  });

  test.each([0o755, 0o710, 0o701, 0o740])('is refused in a folder of mode %o', async (mode) => {
    await FileKeyProvider.openOrCreate(folder);
    await chmod(folder, mode);
    expect(await faultOf(FileKeyProvider.open(folder))).toBe('permissions');
    expect(await faultOf(FileKeyProvider.openOrCreate(folder))).toBe('permissions');
  });

  test.each([0o644, 0o640, 0o604, 0o620])('is refused at mode %o, also while in use', async (mode) => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    await chmod(file, mode);
    expect(await faultOf(FileKeyProvider.open(folder))).toBe('permissions');
    expect(await faultOf(provider.currentEpoch())).toBe('permissions');
    expect(await faultOf(provider.beginEpoch())).toBe('permissions');
  });

  const asRoot = process.geteuid?.() === 0 ? test : test.skip;
  asRoot('is refused when another account owns it', async () => {
    await FileKeyProvider.openOrCreate(folder);
    await chown(file, 12345, 12345);
    expect(await faultOf(FileKeyProvider.open(folder))).toBe('owner');
  });

  test('is refused as a symbolic link', async () => {
    await FileKeyProvider.openOrCreate(folder);
    const elsewhere = join(base, 'elsewhere.json');
    await writeFile(elsewhere, await readFile(file), { mode: 0o600 });
    await rm(file);
    await symlink(elsewhere, file);
    expect(await faultOf(FileKeyProvider.open(folder))).toBe('format');
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 200), 'format'],
    ['empty', () => '', 'format'],
    ['of a later version', (text: string) => text.replace('"version": 1', '"version": 2'), 'version'],
    [
      'sealed in a way not known',
      (text: string) => text.replace('"sealing": "none"', '"sealing": "argon2"'),
      'version',
    ],
    [
      'without its current epoch',
      (text: string) => text.replace(/"currentEpochId": "[^"]+"/, '"currentEpochId": "x"'),
      'format',
    ],
  ])('is refused when %s, and the refusal quotes nothing of it', async (_name, damage, fault) => {
    await FileKeyProvider.openOrCreate(folder);
    await writeFile(file, damage(await readFile(file, 'utf8')), { mode: 0o600 });
    const error: unknown = await FileKeyProvider.open(folder).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(KeyringUnreadable);
    expect(error).toMatchObject({
      fault,
      message: expect.stringMatching(/^The keyring cannot be used: [a-z ]+\.$/),
    });
    expect((error as Error).cause).toBeUndefined();
  });

  test('is not changed while another process holds it, and a dead holder does not block for ever', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const lock = join(folder, 'keyring.lock');
    await writeFile(lock, '');
    expect(await faultOf(provider.beginEpoch())).toBe('busy');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect(await faultOf(provider.beginEpoch())).toBe('none');
  }, 20_000);
});

describe('the keyring of a database', () => {
  test('must hold every epoch in use', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const old = await provider.currentEpoch();
    const next = await provider.beginEpoch();
    expect(await (await FileKeyProvider.open(folder, [old, next])).currentEpoch()).toBe(next);
    await expect(FileKeyProvider.open(folder, [next, randomUUID()])).rejects.toThrow(KeyUnknown);
    await provider.destroyEpoch(old);
    await expect(FileKeyProvider.open(folder, [old, next])).rejects.toThrow(KeyDestroyed);
  });
});

describe('a wrapped key', () => {
  test('opens what it sealed, in another process too', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const { stored, sealed } = await withNewTierKey(provider, keyPlace, (key) => ({
      stored: { wrapped: key.wrapped, epochId: key.epochId },
      sealed: seal(key.dek, place, 'a note'),
    }));
    const later = await FileKeyProvider.open(folder);
    expect(await withTierKey(later, keyPlace, stored, (dek) => openText(dek, place, sealed))).toBe('a note');
  });

  test('does not open for another table, situation, tier or epoch', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const key = await newTierKey(provider, keyPlace);
    const next = await provider.beginEpoch();
    const others: KeyPlace[] = [
      { ...keyPlace, tableId: randomUUID() },
      { ...keyPlace, situationId: randomUUID() },
      { ...keyPlace, tier: 3 },
    ];
    for (const other of others) await expect(provider.unwrap(key, other)).rejects.toThrow(CiphertextMoved);
    await expect(provider.unwrap({ ...key, epochId: next }, keyPlace)).rejects.toThrow(CiphertextMoved);
    await expect(provider.unwrap({ ...key, epochId: randomUUID() }, keyPlace)).rejects.toThrow(KeyUnknown);
  });

  test('is wiped after its work, also when the work fails', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const escaped = await withNewTierKey(provider, keyPlace, (key) => key);
    expect(() => seal(escaped.dek, place, 'x')).toThrow('wiped');
    let kept = escaped.dek;
    await expect(
      withTierKey(provider, keyPlace, escaped, (dek) => {
        kept = dek;
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(() => seal(kept, place, 'x')).toThrow('wiped');
  });
});

describe('epochs', () => {
  test('a destroyed epoch opens nothing, here and in every other process; a rewrapped key still opens', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const other = await FileKeyProvider.open(folder);
    const old = await provider.currentEpoch();
    const lost = await newTierKey(provider, keyPlace);
    const next = await provider.beginEpoch();
    expect(await other.currentEpoch()).toBe(next);
    const [saved] = (await rewrapAll(other, [{ ...lost, place: keyPlace }])) as [WrappedKey];
    expect(saved.epochId).toBe(next);

    await provider.destroyEpoch(old);
    await provider.destroyEpoch(old);
    for (const anyone of [provider, other, await FileKeyProvider.open(folder)]) {
      await expect(anyone.unwrap(lost, keyPlace)).rejects.toThrow(KeyDestroyed);
      expect(await anyone.unwrap(saved, keyPlace)).toHaveLength(32);
    }
    expect(await readFile(file, 'utf8')).toContain(old);
    await expect(provider.destroyEpoch(next)).rejects.toThrow(RangeError);
    await expect(provider.destroyEpoch(randomUUID())).rejects.toThrow(KeyUnknown);
  });

  test('the key of a destroyed epoch is nowhere in the folder', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const written = JSON.parse(await readFile(file, 'utf8')) as { epochs: { key: string }[] };
    const [key] = written.epochs.map((epoch) => epoch.key);
    const old = await provider.currentEpoch();
    await provider.beginEpoch();
    expect(await readFile(file, 'utf8')).toContain(key);
    await provider.destroyEpoch(old);
    for (const name of await readdir(folder))
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(key);
  });

  test('changes from two processes at once are both kept', async () => {
    const one = await FileKeyProvider.openOrCreate(folder);
    const two = await FileKeyProvider.open(folder);
    await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? one : two).beginEpoch()));
    expect((JSON.parse(await readFile(file, 'utf8')) as { epochs: unknown[] }).epochs).toHaveLength(11);
  });

  test('uses that overlap with changes never meet a wiped key', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const bytes = randomBytes(32);
    const stored = await provider.wrap(bytes, keyPlace);
    const uses = Array.from({ length: 60 }, async (_, index) => {
      if (index % 10 === 0) await provider.beginEpoch();
      if (index % 15 === 0) await provider.close();
      return (await provider.unwrap(stored, keyPlace)).equals(bytes);
    });
    expect(await Promise.all(uses)).toEqual(uses.map(() => true));
  });
});

describe('a derived key', () => {
  test('is the same for one purpose in every process and epoch, and another for each other purpose and installation', async () => {
    const provider = await FileKeyProvider.openOrCreate(folder);
    const cursor = await provider.deriveKey('pageCursor');
    await provider.beginEpoch();
    expect((await (await FileKeyProvider.open(folder)).deriveKey('pageCursor')).equals(cursor)).toBe(true);
    expect((await provider.deriveKey('statistics')).equals(cursor)).toBe(false);
    const elsewhere = await FileKeyProvider.openOrCreate(join(base, 'other'));
    expect((await elsewhere.deriveKey('pageCursor')).equals(cursor)).toBe(false);
    expect(cursor).toHaveLength(32);
  });
});
