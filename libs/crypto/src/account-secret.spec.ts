import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { openAccountSecret, sealAccountSecret } from './account-secret.js';
import { CiphertextMoved } from './errors.js';

const key = randomBytes(32);
const place = { userId: randomUUID(), kind: 'totp' };
const secret = randomBytes(20);

test('a secret of an account comes back for that account', () => {
  expect(openAccountSecret(key, place, sealAccountSecret(key, place, secret)).equals(secret)).toBe(true);
});

test.each([
  ['for another user', key, { ...place, userId: randomUUID() }],
  ['as another kind', key, { ...place, kind: 'recovery' }],
  ['under another key', randomBytes(32), place],
])('and not %s', (_name, otherKey, other) => {
  expect(() => openAccountSecret(otherKey, other, sealAccountSecret(key, place, secret))).toThrow(
    CiphertextMoved,
  );
});
