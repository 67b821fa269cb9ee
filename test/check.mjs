import process from 'node:process';
import { checkNode, installMissing } from '../apps/prepare.mjs';
import { checkSources } from './steps.mjs';

/** `npm run check`: what reads the sources and runs nothing. */
checkNode();
installMissing();
process.exitCode = (await checkSources()) ? 0 : 1;
