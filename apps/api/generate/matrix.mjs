import { writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { writeMatrix } from './write-matrix.mjs';

// Writes docs/authorization-matrix.md again from the rows that the policy and the tests read.
register('../../../libs/testing/run/source-loader.mjs', import.meta.url);
const { matrixColumns, matrixRows } = await import('../../../libs/domain/src/visibility/index.ts');
writeFileSync(
  new URL('../../../docs/authorization-matrix.md', import.meta.url),
  writeMatrix(matrixRows, matrixColumns),
);
