import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const home = resolve('apps/api/src');
const features = readdirSync(home).filter((name) => statSync(join(home, name)).isDirectory());

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

describe('a feature imports no other feature', () => {
  it.each(features)('%s', (feature) => {
    const strays = sourcesOf(join(home, feature)).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
        .map(([, specifier]) => relative(home, resolve(file, '..', specifier!)))
        .filter((target) => !target.startsWith(`${feature}/`) && !target.startsWith('platform/'))
        .map((target) => `${relative(home, file)} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it('libs do not import features', () => {
    const strays = sourcesOf(resolve('libs')).filter(
      (file) => !file.includes('.spec.') && /from '[^']*\/apps\//.test(readFileSync(file, 'utf8')),
    );
    expect(strays).toEqual([]);
  });
});
