import { spawn } from 'node:child_process';
import { register } from 'node:module';
import { watch } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { clearTimeout, setTimeout } from 'node:timers';
import { buildIfStale, checkNode, checkout, installMissing } from './prepare.mjs';

/**
 * `npm run dev`: the demo on the embedded server, the API from its sources, restarted when one changes, and the
 * console by Vite, which reloads the page. Data is kept in `.situation-table/dev`.
 */
checkNode();
installMissing();
buildIfStale();

const loader = new URL('../libs/testing/run/source-loader.mjs', import.meta.url).href;
const registerLoader = `data:text/javascript,import{register}from'node:module';register(${JSON.stringify(loader)})`;
register(loader);
const { readSettings } = await import('../libs/settings/src/index.ts');
const { createServer } = await import('vite');
const { prepareEmbedded } = await import('../dist/apps/cli/src/serve/prepare.js');

const data = join(checkout, '.situation-table', 'dev');
const settings = readSettings(
  { ...process.env, SITUATION_TABLE_DATA: data, SITUATION_TABLE_KEYS: `${data}-keys` },
  checkout,
);
const prepared = await prepareEmbedded(settings, 'demo');
const environment = {
  ...process.env,
  DATABASE_URL: prepared.urls.app,
  AUTHN_URL: prepared.urls.authn,
  JOB_URL: prepared.urls.job,
  SITUATION_TABLE_DATA: settings.dataDirectory,
  SITUATION_TABLE_KEYS: settings.keysDirectory,
  SITUATION_TABLE_BACKUPS: settings.backupsDirectory,
  SITUATION_TABLE_CHECKPOINTS: settings.checkpointsDirectory,
  SITUATION_TABLE_DEMO: 'true',
  PORT: String(settings.port),
};

let api;
let changedAt = Date.now();
function startApi() {
  const starting = spawn(process.execPath, ['--import', registerLoader, 'apps/api/src/main.ts'], {
    cwd: checkout,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  starting.once('message', ({ listening }) => {
    console.log(`API on ${listening} after ${((Date.now() - changedAt) / 1000).toFixed(1)} s`);
  });
  api = starting;
}

let waiting;
function restartApi() {
  clearTimeout(waiting);
  changedAt = Date.now();
  waiting = setTimeout(() => {
    const ending = api;
    ending.once('exit', startApi);
    // What is under way is given up: nobody but its developer is connected.
    if (ending.exitCode === null) ending.kill('SIGKILL');
    else startApi();
  }, 50);
}

startApi();
for (const folder of ['apps/api/src', 'libs'])
  watch(join(checkout, folder), { recursive: true }, (_event, name) => {
    if (/\.ts$/.test(String(name)) && !/\.spec\.ts$/.test(String(name))) restartApi();
  });

const vite = await createServer({
  configFile: join(checkout, 'apps/console/vite.config.ts'),
  server: { proxy: { '/api': `http://127.0.0.1:${settings.port}` } },
});
await vite.listen();
vite.printUrls();

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  await vite.close();
  api.kill();
  await prepared.stop();
  process.exit(0);
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void end());
