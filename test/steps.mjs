import { spawn } from 'node:child_process';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { checkout } from '../apps/prepare.mjs';

/**
 * Runs one step with its output kept together, so that steps side by side can be read.
 * @returns whether it passed
 */
export function step(name, words, environment = {}) {
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
      const passed = code === 0;
      console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${Math.round((Date.now() - from) / 1000)} s)`);
      if (!passed) process.stdout.write(Buffer.concat(output));
      resolve(passed);
    });
  });
}

// The native compiler. The JavaScript one stays for the tools that call it from a program.
const tsc = ['node_modules/typescript-7/bin/tsc', '--noEmit', '--singleThreaded'];

/** Compiled once with node's types and, apart from them, what must not be able to name them or runs in a browser. */
export async function checkTypes() {
  const results = [await step('types', tsc)];
  for (const part of ['libs/domain', 'libs/statistics', 'apps/console', 'test/browser'])
    results.push(await step(`types of ${part} alone`, [...tsc, '-p', part]));
  return results.every(Boolean);
}

/** Two linters: the native one for the rules, ESLint for who imports whom. Neither keeps a cache. */
async function lint() {
  const results = [
    await step('lint', [
      'node_modules/oxlint/bin/oxlint',
      '-c',
      'oxlint.config.js',
      '--report-unused-disable-directives',
      '--deny-warnings',
    ]),
    await step('import rules', [
      // Trees of whole files are dropped as fast as they are made: with a small nursery a fifth of the time
      // is spent on moving them.
      '--max-semi-space-size=64',
      'node_modules/eslint/bin/eslint.js',
      'apps',
      'libs',
    ]),
  ];
  return results.every(Boolean);
}

function format() {
  return step('formatter', [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    ...formatted,
  ]);
}

async function leftovers() {
  const results = [
    await step('unused files, exports and packages', ['node_modules/knip/bin/knip.js', '--no-progress']),
    await step('generated files', ['--no-warnings', 'apps/api/generate/check.mjs']),
  ];
  return results.every(Boolean);
}

const formatted = ['apps/**/*.{ts,tsx,mjs,css}', 'libs/**/*.{ts,mjs}', 'test/**/*.{ts,mjs}', '*.{js,json}'];

/**
 * Everything that reads the sources and runs nothing: types, lint, import rules, formatter, unused exports,
 * generated files.
 * Two at a time, and as much in the one row as in the other.
 */
export async function checkSources() {
  const rows = [
    checkTypes().then(async (ok) => (await format()) && ok),
    lint().then(async (ok) => (await leftovers()) && ok),
  ];
  return (await Promise.all(rows)).every(Boolean);
}
