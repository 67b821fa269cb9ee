import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { queriesText } from '#database/door';
import { writeDocument } from '../../apps/api/src/describe.js';
import { writeClient } from '../../apps/api/generate/write-client.mjs';

const root = process.cwd();

describe('what is generated is as committed (else: npm run generate)', () => {
  it('openapi.json', async () => {
    expect(await writeDocument()).toBe(readFileSync(join(root, 'openapi.json'), 'utf8'));
  });

  it('queries.sql', () => {
    expect(queriesText()).toBe(readFileSync(join(root, 'queries.sql'), 'utf8'));
  });

  it('the typed client', async () => {
    const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as object;
    expect(await writeClient(document)).toBe(
      readFileSync(join(root, 'libs/api-client/src/schema.ts'), 'utf8'),
    );
  });
});
