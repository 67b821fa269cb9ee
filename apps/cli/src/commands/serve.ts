import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { readSettings } from '#settings';
import type { Command } from '../command.js';
import { beginningAsked } from '../serve/beginning.js';
import { prepareEmbedded, prepareOwn, type Prepared } from '../serve/prepare.js';
import { startApi } from '../serve/api-process.js';
import { npmEnded } from '../serve/npm-watch.js';

/** The folder that holds `dist`, wherever it was put. */
const checkout = fileURLToPath(new URL('../../../../../', import.meta.url));

/**
 * Resolves at the first Ctrl-C or stop signal. Later ones change nothing: a stop is under way, and each of
 * its steps has an end.
 */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(name, () => {
        resolve();
      });
    // npm start was killed: nobody is left to press Ctrl-C.
    process.once('disconnect', () => {
      resolve();
    });
    process.channel?.unref();
    void npmEnded().then(resolve);
    // What npm read for us may be gone with it: a line that nobody reads must not keep us from stopping in order.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  });
}

/** Everything that `npm start` does on a built checkout: database, migrations, checks, API; until it is stopped. */
export const serveCommand: Command = {
  says: 'start everything and serve until Ctrl-C; --demo with invented tables, --empty without',
  options: { demo: { type: 'boolean' }, empty: { type: 'boolean' } },
  async run(given) {
    const settings = readSettings(process.env, checkout);
    const beginning = beginningAsked(given, settings);
    const stopAsked = asked();
    const prepared: Prepared = settings.ownDatabase
      ? await prepareOwn(settings.ownDatabase)
      : await prepareEmbedded(settings, beginning);
    try {
      const api = await startApi(settings, prepared.urls, stopAsked, {
        ...(prepared.demo && { environment: { SITUATION_TABLE_DEMO: 'yes' } }),
      });
      if (!api) return;
      prepared.announce(api.url);
      console.log(`Situation Table serves on ${api.url}   (Ctrl-C stops it)`);
      const first = await Promise.race([
        stopAsked.then(() => 'asked' as const),
        api.ended.then(() => 'api' as const),
        prepared.ended.then(() => 'database' as const),
      ]);
      if (first !== 'asked')
        process.stderr.write(
          first === 'api'
            ? 'The API ended by itself; see above.\n'
            : `PostgreSQL ended by itself; see ${prepared.log}.\n`,
        );
      await api.stop();
      if (first !== 'asked') process.exitCode = 1;
    } finally {
      await prepared.stop();
    }
  },
};
