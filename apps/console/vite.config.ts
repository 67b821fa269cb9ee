import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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

/** The console is files: no server of its own, nothing from another origin, every asset named by its contents. */
const config = defineConfig({
  plugins: [compressed],
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: [
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
      // "use client" means something to servers that render; there is none here.
      onLog: (level, log, print) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log); },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

// Vite takes its configuration as the default export.
// eslint-disable-next-line no-restricted-exports
export default config;
