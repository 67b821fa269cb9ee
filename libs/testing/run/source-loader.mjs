import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * Lets plain node run our TypeScript sources as they stand, with the import names of package.json; for test
 * set-up only, where jest's own transform does not reach.
 */
const checkout = new URL('../../../', import.meta.url);

export async function resolve(specifier, context, next) {
  const lib = /^#([\w-]+)(?:\/(.+))?$/.exec(specifier);
  if (lib)
    return {
      url: new URL(`libs/${lib[1]}/src/${lib[2] ? `${lib[2]}/` : ''}index.ts`, checkout).href,
      shortCircuit: true,
    };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
