import process from 'node:process';
import { serve } from './serve.js';
import { readSettings, SettingFault } from './settings.js';

/** One API process over a database and keyring that are already there. */
async function main(): Promise<void> {
  const serving = await serve(readSettings(process.env), (line) => { process.stdout.write(`${line}\n`); });
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'start', url: serving.url })}\n`);
  let isEnding = false;
  const end = (): void => {
    // A second signal means that somebody will not wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    serving.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => {
  // Errors of drivers may quote an address with its password; only our own texts are written out.
  const { code } = Object(error) as { code?: unknown };
  const reason = error instanceof SettingFault ? error.message : `${error instanceof Error ? error.name : 'error'}${typeof code === 'string' ? ` ${code}` : ''}`;
  process.stderr.write(`The API did not start: ${reason}\n`);
  process.exit(1);
});
