import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfStale, checkout } from '../../apps/prepare.mjs';
import { faults } from './faults.mjs';

/**
 * Plants each fault of `faults.mjs` in a copy of the checkout and runs its test there: `npm run plants [--
 * part of a name]`.
 * Ends with 1 if a fault cannot be planted, if its test passes with it, or fails without it.
 */
const passes = (folder, test) =>
  spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--maxWorkers=1',
      '--runTestsByPath',
      test,
    ],
    { cwd: folder, env: { ...process.env, SITUATION_TABLE_TESTS: 'full' }, stdio: 'ignore' },
  ).status === 0;

buildIfStale();
const wanted = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'st-plants-'));
const missed = [];
try {
  const left = new Set(['node_modules', '.git', 'pictures']);
  cpSync(checkout, folder, {
    recursive: true,
    filter: (path) => !left.has(path.slice(checkout.length).replace(/^[/\\]/, '')),
  });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const whole = new Map();
  for (const { name, file, find, replace, test } of faults) {
    if (!name.includes(wanted)) continue;
    if (!whole.has(test)) whole.set(test, passes(folder, test));
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const applies = before.split(find).length === 2;
    let verdict = 'cannot be planted';
    if (!whole.get(test)) verdict = 'its test fails without it';
    else if (applies) {
      writeFileSync(
        path,
        before.replace(find, () => replace),
      );
      verdict = passes(folder, test) ? 'NOT caught' : 'caught';
      writeFileSync(path, before);
    }
    console.log(`${verdict}  ${name}  (${test})`);
    if (verdict !== 'caught') missed.push(name);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(missed.length === 0 ? 'Every fault was caught.' : `${missed.length} fault(s) were not caught.`);
process.exitCode = missed.length === 0 ? 0 : 1;
