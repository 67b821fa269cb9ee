import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { defineConfig, type Plugin } from 'vite';

const lib = (path: string): string => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

const assets = new URL('../../dist/apps/console/assets/', import.meta.url);

/** Compresses once at the build what would else be compressed at every visit. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
      const bytes = readFileSync(new URL(name, assets));
      writeFileSync(new URL(`${name}.br`, assets), brotliCompressSync(bytes));
      writeFileSync(new URL(`${name}.gz`, assets), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** A message as the browser gets it: read, or a string where there is nothing to be filled in. */
function read(message: string): unknown {
  const parts = parse(message);
  return parts.length === 1 && parts[0]?.type === TYPE.literal ? parts[0].value : parts;
}

/** Reads at the build what is to be filled into each message, so that no parser is fetched. */
const words: Plugin = {
  name: 'words',
  enforce: 'pre',
  transform: {
    filter: { id: /src\/words\/.*\.json$/ },
    handler: (code) => ({
      code: JSON.stringify(
        Object.fromEntries(
          Object.entries(JSON.parse(code) as Record<string, string>).map(([id, message]) => [
            id,
            read(message),
          ]),
        ),
      ),
      map: null,
    }),
  },
};

/** The console is files: no server of its own, nothing from another origin, every asset named by its contents. */
const config = defineConfig({
  plugins: [words, compressed],
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: [
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: fileURLToPath(new URL('src/words/read-messages.ts', import.meta.url)),
      },
      { find: '#api-client', replacement: lib('api-client/src/index.ts') },
      { find: /^#domain\/(.*)$/, replacement: lib('domain/src/$1/index.ts') },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/apps/console', import.meta.url)),
    emptyOutDir: true,
    // A data: address would need its own permission in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    target: 'es2022',
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // The domain computes and does nothing else: what of it the console does not use, such as the whole
      // codebook, stays out.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/domain\/src\//, sideEffects: false }] },
      // What every page needs comes in one file: smaller than its pieces, and asked for once.
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            // The parts of forms are small, and nearly every form has most of them.
            {
              name: 'fields',
              test: /\/kit\/(button-row|checkbox|checkbox-group|choice|choices|error-summary|field|radio-group|select|text-area|text-field)\.tsx?$/,
            },
          ],
        },
        // Each page fetches the list of all files: 42 bits tell two builds of one file from each other, and
        // are shorter.
        chunkFileNames: 'assets/[name]-[hash:7].js',
      },
      // "use client" means something to servers that render; there is none here.
      onLog: (level, log, print) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
    },
  },
});

// Vite takes its configuration as the default export.
// oxlint-disable-next-line no-restricted-exports
export default config;
