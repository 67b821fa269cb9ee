import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { KeyringUnreadable } from './errors.js';
import { FileKeyProvider } from './file-key-provider.js';

const passphrase = 'seven boats at anchor in the fog';
const place = { tableId: randomUUID(), situationId: randomUUID(), tier: 3 } as const;
let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sealed-keyring-')), 'keys');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof KeyringUnreadable ? error.fault : error),
  );
const written = async () =>
  JSON.parse(await readFile(join(folder, 'keyring.json'), 'utf8')) as Record<string, unknown>;

test('a keyring under a passphrase opens with it alone, and shows neither a key nor an epoch', async () => {
  const made = await FileKeyProvider.openOrCreate(folder, new Date(), passphrase);
  const key = randomBytes(32);
  const stored = await made.wrap(key, place);
  const opened = await FileKeyProvider.open(folder, [await made.currentEpoch()], passphrase);
  expect((await opened.unwrap(stored, place)).equals(key)).toBe(true);
  expect(Object.keys(await written()).sort()).toEqual([
    'format',
    'parameters',
    'sealed',
    'sealing',
    'version',
  ]);
  expect(await readFile(join(folder, 'keyring.json'), 'utf8')).not.toContain(await made.currentEpoch());
  expect(await faultOf(FileKeyProvider.open(folder))).toBe('passphrase');
  expect(await faultOf(FileKeyProvider.open(folder, [], `${passphrase}.`))).toBe('passphrase');
});

test('a change keeps it sealed, and one from before the passphrase is sealed by its next change', async () => {
  const plain = await FileKeyProvider.openOrCreate(folder);
  const before = await plain.currentEpoch();
  const sealing = await FileKeyProvider.open(folder, [], passphrase);
  expect(await sealing.currentEpoch()).toBe(before);
  expect((await written())['sealing']).toBe('none');
  const after = await sealing.beginEpoch();
  expect((await written())['sealing']).toBe('scrypt');
  await sealing.destroyEpoch(before);
  expect(await (await FileKeyProvider.open(folder, [after], passphrase)).currentEpoch()).toBe(after);
  expect(await faultOf(plain.currentEpoch())).toBe('passphrase');
});

test('a byte changed in it is refused, and a passphrase that is too short too', async () => {
  await FileKeyProvider.openOrCreate(folder, new Date(), passphrase);
  const file = await written();
  const sealed = Buffer.from(String(file['sealed']), 'base64');
  sealed.writeUInt8(sealed.readUInt8(40) ^ 1, 40);
  await writeFile(
    join(folder, 'keyring.json'),
    JSON.stringify({ ...file, sealed: sealed.toString('base64') }),
    { mode: 0o600 },
  );
  expect(await faultOf(FileKeyProvider.open(folder, [], passphrase))).toBe('passphrase');
  await writeFile(
    join(folder, 'keyring.json'),
    JSON.stringify({ ...file, parameters: { salt: 'AAAA', cost: 2 ** 30 } }),
    { mode: 0o600 },
  );
  expect(await faultOf(FileKeyProvider.open(folder, [], passphrase))).toBe('format');
  await expect(FileKeyProvider.open(folder, [], 'too short')).rejects.toThrow(RangeError);
});
