import { spawn } from 'node:child_process';
import process from 'node:process';
import { buildIfStale, checkNode, checkout, installMissing } from '../apps/prepare.mjs';
import { checkSources } from './steps.mjs';

/**
 * `npm test`: everything that must hold before a change is shared. `--full` adds the long tests, of which the largest
 * draw a sample by a seed that changes every day; `--nightly` runs those whole.
 */
checkNode();
installMissing();
buildIfStale();

const tier = process.argv.includes('--nightly')
  ? 'nightly'
  : process.argv.includes('--full')
    ? 'full'
    : 'short';

function jest() {
  const words = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    // Many files wait for clocks, queues, browsers and killed processes: more workers than cores have something
    // to do meanwhile. The long files wait most.
    `--maxWorkers=${tier === 'short' ? 3 : 4}`,
    // Modules of files that have ended are not given back: a worker that has grown begins again, which costs
    // nothing that can be measured.
    '--workerIdleMemoryLimit=800MB',
    '--reporters=default',
    '--reporters=<rootDir>/libs/testing/run/closing-line.mjs',
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: checkout,
      env: { ...process.env, SITUATION_TABLE_TESTS: tier },
      stdio: 'inherit',
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

const [checked, tested] = await Promise.all([checkSources(), jest()]);
process.exitCode = tested && checked ? 0 : 1;
