import { register } from 'node:module';
import process from 'node:process';
import { buildIfStale, checkNode, installMissing } from '../../../apps/prepare.mjs';

/**
 * `npm run drill`: plays the end of a situation on an installation of its own, in a folder of its own, and
 * leaves nothing.
 */
checkNode();
installMissing();
buildIfStale();
register(new URL('../../../libs/testing/run/source-loader.mjs', import.meta.url));
const { drill } = await import('./drill.ts');
process.exitCode = await drill((line) => {
  console.log(line);
});
