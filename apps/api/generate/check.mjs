import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import process from 'node:process';
import { everyQuery } from './every-query.mjs';
import { writeClient } from './write-client.mjs';
import { writeMatrix } from './write-matrix.mjs';

// Compares what is generated from the sources with what is committed; `npm run generate` writes it again.
register('../../../libs/testing/run/source-loader.mjs', import.meta.url);
const { writeDocument } = await import('../src/describe.ts');
const { matrixColumns, matrixRows } = await import('../../../libs/domain/src/visibility/index.ts');
const committed = (name) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

const generated = {
  'openapi.json': await writeDocument(),
  'queries.sql': await everyQuery(),
  'docs/authorization-matrix.md': writeMatrix(matrixRows, matrixColumns),
  'libs/api-client/src/schema.ts': await writeClient(JSON.parse(committed('openapi.json'))),
};
const stale = Object.keys(generated).filter((name) => generated[name] !== committed(name));
for (const name of stale) console.error(`${name} is not what the sources make: npm run generate`);
process.exit(stale.length === 0 ? 0 : 1);
