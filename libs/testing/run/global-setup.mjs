import { register } from 'node:module';

/** Jest's globalSetup: one embedded PostgreSQL for the whole run, with a migrated template; see src/run-server.ts. */
export default async function setUpRun() {
  register(new URL('./source-loader.mjs', import.meta.url));
  const { startRunServer } = await import('../src/run-server.ts');
  globalThis.stopRunServer = await startRunServer();
}
