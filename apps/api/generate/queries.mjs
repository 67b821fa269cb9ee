import { writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { everyQuery } from './every-query.mjs';

// Writes queries.sql again: the SQL of every named read, so that a change of what is sent to the database
// shows in review.
register('../../../libs/testing/run/source-loader.mjs', import.meta.url);
writeFileSync(new URL('../../../queries.sql', import.meta.url), await everyQuery());
