import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Installing and building on demand, before any package can be relied on: nothing here but node itself. */
export const checkout = fileURLToPath(new URL('..', import.meta.url));
const built = ['apps/api', 'apps/cli', 'apps/console', 'libs', 'migrations'];
const stamp = join(checkout, 'dist', 'built-from');

function run(says, command, words, environment = {}) {
  console.log(says);
  const done = spawnSync(command, words, {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (done.status === 0) return;
  console.error(
    done.error
      ? `${command} could not be run: ${done.error.message}`
      : `${[command, ...words].join(' ')} failed.`,
  );
  process.exit(1);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * True when every package the lock file asks for is there in that version; optional ones may be missing,
 * those for development if they are not needed.
 */
function isInstalled(withDevelopment) {
  const wanted = packagesOf(join(checkout, 'package-lock.json'));
  const found = packagesOf(join(checkout, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, dev, peer }]) =>
      path === '' ||
      optional ||
      devOptional ||
      (dev && !withDevelopment) ||
      (peer && !found[path]) ||
      (found[path]?.version === version && existsSync(join(checkout, path))),
  );
}

/** Installs what the lock file asks for, without any package's install script, if something of it is missing. */
export function installMissing(withDevelopment = true) {
  if (isInstalled(withDevelopment)) return;
  run('Installing packages …', 'npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit']);
}

function filesBelow(folder) {
  const found = [];
  for (const entry of readdirSync(join(checkout, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesBelow(path));
    else if (!entry.name.includes('.spec.')) found.push(path);
  }
  return found;
}

/** A digest of all that the build reads: contents, not times, which a copy or a checkout changes. */
function sourceDigest() {
  const digest = createHash('sha256').update(process.version.split('.')[0]);
  const files = [
    ...built.filter((folder) => existsSync(join(checkout, folder))).flatMap(filesBelow),
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  for (const file of files.sort()) digest.update(`${file}\0`).update(readFileSync(join(checkout, file)));
  return digest.digest('hex');
}

/** Removes what an earlier build made from sources that are gone: a migration left over would be applied. */
function removeLeftovers(folder = 'dist') {
  for (const entry of readdirSync(join(checkout, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    const source = path.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts');
    // The console's build empties its own folder.
    if (path === 'dist/apps/console') continue;
    if (entry.isDirectory()) removeLeftovers(path);
    else if (/\.js(\.map)?$/.test(entry.name) && !existsSync(join(checkout, source)))
      rmSync(join(checkout, path));
  }
}

/** True when `dist` is what these sources make. */
function isBuilt(digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Compiles into `dist` if the sources are others than those it was made from. */
export function buildIfStale() {
  const digest = sourceDigest();
  if (isBuilt(digest)) return;
  installMissing();
  mkdirSync(join(checkout, 'dist'), { recursive: true });
  rmSync(stamp, { force: true });
  removeLeftovers();
  run('Building …', process.execPath, [
    join(checkout, 'node_modules/typescript-7/bin/tsc'),
    '-p',
    'tsconfig.build.json',
  ]);
  // SQL is read as it stands, beside the compiled code.
  for (const folder of ['migrations', 'libs/database/schema']) {
    rmSync(join(checkout, 'dist', folder), { recursive: true, force: true });
    cpSync(join(checkout, folder), join(checkout, 'dist', folder), { recursive: true });
  }
  run(
    'Building the console …',
    process.execPath,
    [
      join(checkout, 'node_modules/vite/bin/vite.js'),
      'build',
      '-c',
      'apps/console/vite.config.ts',
      '--logLevel',
      'warn',
    ],
    // Whatever the shell or a test says: React's development build is half as large again, and talks.
    { NODE_ENV: 'production' },
  );
  writeFileSync(stamp, digest);
}

/** Refuses a Node.js that is too old before anything fails in a stranger way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed.`);
  process.exit(1);
}
