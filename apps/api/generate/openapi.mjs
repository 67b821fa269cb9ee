import { writeFileSync } from 'node:fs';
import { register } from 'node:module';

// Writes openapi.json again from the sources as they stand.
register('../../../libs/testing/run/source-loader.mjs', import.meta.url);
const { writeDocument } = await import('../src/describe.ts');
writeFileSync(new URL('../../../openapi.json', import.meta.url), await writeDocument());
