import process from 'node:process';
import { BootRefused, checkBeforeServing, isDemo } from '#database/cluster';
import { CryptoError } from '#crypto';
import { publicParts, readSettings, SettingsError, type Settings } from '#settings';
import { serve } from './serve.js';

/**
 * Tells where we listen: over the channel to `situation-table serve` when that started us, else as a line of
 * the log.
 */
function announce(url: string): void {
  if (process.send) process.send({ listening: url });
  else process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'start', url })}\n`);
}

/** @throws SettingsError for a demo that others could reach, or of which nobody said that it is one */
function refuseShownDemo(settings: Settings): void {
  const parts = publicParts(settings);
  if (parts.length > 0)
    throw new SettingsError([
      `This database is a demo, whose passwords are known to all: it is served on this machine only, without ${parts.join(', ')}.`,
    ]);
  if (!settings.demo)
    throw new SettingsError([
      'This database is a demo, whose passwords are known to all: it is served only with SITUATION_TABLE_DEMO=yes.',
    ]);
}

/** One API process over a database that is already there. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, process.cwd());
  const { ownDatabase: urls } = settings;
  if (!urls)
    throw new SettingsError([
      'DATABASE_URL, AUTHN_URL and JOB_URL are missing. (npm start brings a database of its own.)',
    ]);
  await checkBeforeServing(urls);
  if (await isDemo(urls.app)) refuseShownDemo(settings);
  const serving = await serve(settings, urls, (line) => {
    process.stdout.write(`${line}\n`);
  });
  let isEnding = false;
  const end = (): void => {
    // A second signal means that somebody will not wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    serving.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  // Whoever started us was killed: nobody is left to stop us.
  process.on('disconnect', end);
  announce(settings.publicUrl?.origin ?? serving.url);
  // Whoever reads this output runs the server: there is nobody else yet whom it could be told.
  if (serving.setUpCode !== undefined) {
    process.stdout.write(
      `There is no administrator yet. The one-time code that makes the first one, good for 24 hours: ${serving.setUpCode}\n`,
    );
  }
  if (serving.secondSetUpCode !== undefined) {
    process.stdout.write(
      `The one-time code that makes a second administrator, another person, good for 24 hours: ${serving.secondSetUpCode}\n`,
    );
  }
}

main().catch((error: unknown) => {
  // Errors of drivers may quote an address with its password; only our own texts are written out.
  const { code } = Object(error) as { code?: unknown };
  const taken =
    code === 'EADDRINUSE'
      ? 'another program serves on that port already: stop it, or choose another PORT'
      : undefined;
  const ours =
    error instanceof SettingsError || error instanceof BootRefused || error instanceof CryptoError
      ? error.message
      : taken;
  process.stderr.write(
    `The API did not start: ${ours ?? `${error instanceof Error ? error.name : 'error'}${typeof code === 'string' ? ` ${code}` : ''}`}\n`,
  );
  process.exit(1);
});
