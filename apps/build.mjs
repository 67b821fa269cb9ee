import { buildIfStale, checkNode } from './prepare.mjs';

checkNode();
buildIfStale();
