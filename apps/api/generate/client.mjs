import { writeFileSync, readFileSync } from 'node:fs';
import { writeClient } from './write-client.mjs';

// Writes the types of the client again from openapi.json.
const document = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'));
writeFileSync(
  new URL('../../../libs/api-client/src/schema.ts', import.meta.url),
  await writeClient(document),
);
