import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfStale, checkNode, checkout, installMissing } from './prepare.mjs';

// Building takes a while, in which nothing else is noticed: npm may be gone after it.
const startedBy = process.ppid;
checkNode();
installMissing(false);
buildIfStale();
if (process.ppid !== startedBy && process.env.npm_lifecycle_event !== undefined) process.exit(1);

const serving = spawn(
  process.execPath,
  ['--enable-source-maps', join(checkout, 'dist/apps/cli/src/main.js'), 'serve', ...process.argv.slice(2)],
  {
    // The channel closes when we are killed, and the child then stops as if asked.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
);
// Ctrl-C reaches the child too, which takes a second signal for the same one.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => serving.kill(name));
serving.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
