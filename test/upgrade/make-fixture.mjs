import { register } from 'node:module';
import { buildIfStale, checkNode, installMissing } from '../../apps/prepare.mjs';

/**
 * `npm run fixture`: a backup of this version's demo, from which every later version must start. Made once,
 * at the release.
 */
checkNode();
installMissing();
buildIfStale();
register(new URL('../../libs/testing/run/source-loader.mjs', import.meta.url));
const { makeFixture } = await import('./fixtures.ts');
await makeFixture((line) => {
  console.log(line);
});
