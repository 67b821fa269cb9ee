import { writeFileSync, readFileSync } from 'node:fs';
import { writeClient } from './write-client.mjs';

// Writes the typed client anew from openapi.json.
const document = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'));
for (const [name, text] of Object.entries(await writeClient(document))) {
  writeFileSync(new URL(`../../../libs/api-client/src/${name}`, import.meta.url), text);
}
