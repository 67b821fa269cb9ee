import { register } from 'node:module';
import process from 'node:process';
import { checkNode, installMissing } from '../../apps/prepare.mjs';

/** `npm run tour`: finds the running demo by PORT and SITUATION_TABLE_DATA and plays a meeting week on it. */
checkNode();
installMissing();
register(new URL('../../libs/testing/run/source-loader.mjs', import.meta.url));
const { tour } = await import('./tour.ts');
process.exitCode = await tour((line) => {
  console.log(line);
});
