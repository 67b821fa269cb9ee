/**
 * `npm run bench -- <topic>`: runs every `test/bench/<topic>-*.mjs` on its own, in a process of its own, one after the
 * other, on what `npm run build` made. Each prints its figures beside a plain control of the same run: ratios hold from
 * machine to machine, times do not.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const topic = process.argv[2] ?? '';
const files = readdirSync(folder)
  .filter((name) => name.startsWith(`${topic}-`) && name.endsWith('.mjs'))
  .sort();
if (topic === '' || files.length === 0) {
  const topics = new Set(
    readdirSync(folder)
      .filter((name) => /-.*\.mjs$/.test(name))
      .map((name) => name.slice(0, name.indexOf('-'))),
  );
  console.error(`npm run bench -- <topic>; topics: ${[...topics].join(', ')}`);
  process.exit(2);
}
console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, load ${loadavg()[0].toFixed(1)}`,
);
let failed = false;
for (const name of files) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', join(folder, name), ...process.argv.slice(3)],
    { stdio: 'inherit' },
  );
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
