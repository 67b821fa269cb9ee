import process from 'node:process';
import { checkTypes } from './steps.mjs';

/** `npm run types`: the five compilations alone. */
process.exitCode = (await checkTypes()) ? 0 : 1;
