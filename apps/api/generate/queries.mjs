import { writeFileSync } from 'node:fs';
import { register } from 'node:module';

// Writes queries.sql anew: the SQL of every named read, so that a change of what is sent to the database shows in review.
register('../../../libs/testing/run/source-loader.mjs', import.meta.url);
const { queriesText } = await import('../../../libs/database/src/index.ts');
writeFileSync(new URL('../../../queries.sql', import.meta.url), queriesText());
