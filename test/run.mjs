import { spawn } from 'node:child_process';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { buildIfStale, checkNode, checkout, installMissing } from '../apps/prepare.mjs';

/** `npm test`: everything that must hold before a change is shared. `--full` adds the long tests. */
checkNode();
installMissing();
buildIfStale();

/** Runs one step with its output kept together, so that steps side by side can be read. */
function step(name, words, environment = {}) {
  const from = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: checkout,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('exit', (code) => {
      console.log(
        `${code === 0 ? 'passed' : 'FAILED'}  ${name}  (${Math.round((Date.now() - from) / 1000)} s)`,
      );
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

function jest(full) {
  // On two cores Jest runs every file in one process, where modules of files that have ended are not given back: 160 files came to 4 GB, the usual limit.
  const words = [
    '--max-old-space-size=8192',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--reporters=default',
    '--reporters=<rootDir>/libs/testing/run/closing-line.mjs',
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: checkout,
      env: { ...process.env, ...(full ? { SITUATION_TABLE_TESTS: 'full' } : {}) },
      stdio: 'inherit',
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

const tsc = 'node_modules/typescript/bin/tsc';
/** Compiled once with node's types and, apart from them, what must not be able to name them or runs in a browser. */
async function types() {
  const whole = await step('types', [tsc, '--noEmit']);
  const parts = [];
  for (const part of ['libs/domain', 'libs/statistics', 'apps/console', 'test/browser'])
    parts.push(await step(`types of ${part} alone`, [tsc, '--noEmit', '-p', part]));
  return whole && parts.every(Boolean);
}

const checks = await Promise.all([
  types(),
  step('lint and import rules', ['node_modules/eslint/bin/eslint.js', '.']),
]);
const tested = await jest(process.argv.includes('--full'));
process.exitCode = tested && checks.every(Boolean) ? 0 : 1;
