import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { checkout } from '../../apps/prepare.mjs';
import { generated, recipes } from './recipes.mjs';

/**
 * Tries each recipe of docs/contribute.md: `npm run recipes [-- part of a name]`. Each patch is applied to a clean copy of the
 * current commit, the generated files are written again, and types and the patch's own tests run there. Ends with 1 if
 * a patch does not apply, a step fails, or more files were written by hand than the recipe says.
 */
const copy = mkdtempSync(join(tmpdir(), 'st-recipes-'));

/** Runs a program in the copy; what it prints is shown only when it fails. */
function run(program, words) {
  const done = spawnSync(program, words, { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.status !== 0) console.log(done.stdout ?? '', done.stderr ?? '', done.error?.message ?? '');
  return { passed: done.status === 0, output: done.stdout ?? '' };
}

/** Packages are linked one by one, so that caches below node_modules stay the copy's own. */
function linkPackages() {
  const [from, to] = [join(checkout, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (name !== '.cache' && name !== '.vite-temp') symlinkSync(join(from, name), join(to, name));
}

function clean() {
  run('git', ['reset', '--quiet', '--hard']);
  run('git', ['clean', '--quiet', '-d', '--force']);
}

/** What was written by hand, as git counts it: everything that differs from the commit but the generated files. */
function writtenByHand() {
  run('git', ['add', '--all']);
  const names = run('git', ['diff', '--cached', '--name-only']).output.split('\n').filter(Boolean);
  const byHand = names.filter((name) => !generated.includes(name));
  const stat = run('git', ['diff', '--cached', '--stat', '--', ...byHand]).output;
  return { byHand, stat };
}

const jest = ['run', '--silent', 'jest', '--', '--maxWorkers=1', '--runTestsByPath'];

const steps = ({ tests, looks }) => [
  ['generated files', 'npm', ['run', '--silent', 'generate']],
  ['types', 'npm', ['run', '--silent', 'types']],
  ['build', process.execPath, ['apps/build.mjs']],
  ['tests', 'npm', [...jest, ...tests]],
  ...(looks === undefined ? [] : [['looks', 'npm', [...jest, 'test/browser/bars.spec.ts', '-t', looks]]]),
];

function tryRecipe(recipe) {
  const { patch, most } = recipe;
  if (!existsSync(join(checkout, 'test', 'recipes', patch))) return 'its patch is missing';
  if (!run('git', ['apply', '-C1', '--index', join(checkout, 'test', 'recipes', patch)]).passed)
    return 'its patch does not apply';
  for (const [name, program, words] of steps(recipe)) {
    const from = Date.now();
    const { passed } = run(program, words);
    console.log(`  ${passed ? 'passed' : 'FAILED'}  ${name}  (${Math.round((Date.now() - from) / 1000)} s)`);
    if (!passed) return `its ${name} failed`;
  }
  const { byHand, stat } = writtenByHand();
  console.log(stat);
  return byHand.length > most ? `${byHand.length} files by hand, at most ${most} are meant` : undefined;
}

const wanted = process.argv[2] ?? '';
const tried = recipes.filter(({ name }) => name.includes(wanted));
const failures = [];
try {
  const cloned = spawnSync('git', ['clone', '--quiet', '--shared', checkout, copy], { stdio: 'inherit' });
  if (cloned.status !== 0) throw new Error('The current commit could not be copied.');
  linkPackages();
  for (const recipe of tried) {
    console.log(`${recipe.name} (at most ${recipe.most} files by hand)`);
    const failure = tryRecipe(recipe);
    if (failure !== undefined) failures.push(`${recipe.name}: ${failure}`);
    clean();
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
for (const failure of failures) console.log(`FAILED  ${failure}`);
if (tried.length === 0) failures.push(`No recipe is named ${wanted}.`);
console.log(failures.length === 0 ? 'Every recipe holds.' : `${failures.length} recipe(s) failed.`);
process.exitCode = failures.length === 0 ? 0 : 1;
