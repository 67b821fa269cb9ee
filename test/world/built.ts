import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Builds what is out of date, for tests that start the built programs. @throws Error with what the build said */
export function buildProduct(): void {
  const built = spawnSync(process.execPath, [join(checkout, 'apps', 'build.mjs')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}
