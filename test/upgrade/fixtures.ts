import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { programVersion } from '#database/migration';
import { situationTable, started, type Folders } from '../life/drill/product.js';

/** Where the backups of released versions are; the README there says what they contain. */
const fixturesFolder = fileURLToPath(new URL('fixtures', import.meta.url));
const ending = '.backup.json.gz';
const largest = 2 * 1024 * 1024;

/** A backup of a released version's demo, with its keyring and its people. */
export interface Fixture {
  readonly version: string;
  readonly file: string;
}

/** Every fixture, oldest file name first. */
export function fixtures(): Fixture[] {
  return readdirSync(fixturesFolder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ version: name.slice(0, -ending.length), file: join(fixturesFolder, name) }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** One file of all files of a folder: the same folder gives the same bytes. */
function pack(folder: string): Buffer {
  const files = filesBelow(folder).map((path) => [path, readFileSync(join(folder, path)).toString('base64')]);
  return gzipSync(JSON.stringify(Object.fromEntries(files)), { level: 9 });
}

/** Writes the files of a fixture into a folder, as they were when it was made. */
export function unpack({ file }: Fixture, folder: string): void {
  const files = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, string>;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), Buffer.from(content, 'base64'), { mode: 0o600 });
  }
}

/** The folders of an installation below one folder, as a fixture has them. */
export const foldersIn = (folder: string): Folders => ({
  data: join(folder, 'data'),
  keys: join(folder, 'keys'),
  backups: join(folder, 'backups'),
});

/** The demo's people and their password, beside the backup. */
export const accountsIn = (folder: string): string => join(folder, 'demo-accounts.json');

/**
 * Fills a demo, stops it, and writes a backup of it as this version's fixture.
 * @returns the file
 * @throws Error where it is larger than the repository takes
 */
export async function makeFixture(say: (line: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'st-fixture-'));
  const folders = foldersIn(folder);
  try {
    const demo = await started(folders, ['--demo']);
    say(await demo.stop());
    const { code, text } = await situationTable(folders, 'backup');
    say(text);
    if (code !== 0) throw new Error(`The backup ended with ${code}.`);
    copyFileSync(join(folders.data, 'demo-accounts.json'), accountsIn(folder));
    rmSync(folders.data, { recursive: true });
    const packed = pack(folder);
    if (packed.length > largest)
      throw new Error(`The fixture has ${packed.length} bytes; it may have ${largest}.`);
    const file = join(fixturesFolder, `${programVersion}${ending}`);
    writeFileSync(file, packed);
    say(`${file}: ${packed.length} bytes`);
    return file;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
