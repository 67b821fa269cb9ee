import { describe, expect, it, test } from '@jest/globals';
import {
  freshRecoveryCodes,
  hashRecoveryCode,
  newTotpSecret,
  totpAddress,
  totpStep,
} from './second-factor.js';
import { clearSessionCookie, freshToken, hashToken, sessionCookie, tokenHashOf } from './session-cookie.js';

describe('a code of the clock', () => {
  // RFC 6238 appendix B, SHA-1, the last six digits.
  const secret = Buffer.from('12345678901234567890');
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [2000000000, '279037', 66666666],
  ])('at %d s is %s', (seconds, code, step) => {
    expect(totpStep(secret, code, seconds * 1000)).toBe(step);
  });

  it('is known by its own step one step early or late, and not further off', () => {
    const at = 1111111109_000;
    expect(totpStep(secret, '081804', at + 30_000)).toBe(37037036);
    expect(totpStep(secret, '081804', at - 29_000)).toBe(37037036);
    expect(totpStep(secret, '081804', at + 90_000)).toBeUndefined();
  });

  it.each(['', '28708', '2870821', '28708a', ' 287082', '２８７０８２'])('is never %j', (code) => {
    expect(totpStep(secret, code, 59_000)).toBeUndefined();
  });

  it('has an address for authenticators', () => {
    expect(totpAddress(secret, 'amelie')).toMatch(
      /^otpauth:\/\/totp\/Situation%20Table:amelie\?issuer=Situation%20Table&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/,
    );
    expect(newTotpSecret()).toHaveLength(20);
  });
});

test('recovery codes are ten, different, and read as people type them', () => {
  const codes = freshRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  expect(codes.every((code) => /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true);
  expect(hashRecoveryCode('abcd-e0f1-2345-6789')).toBe(hashRecoveryCode(' ABCDEOFL 23456789'));
  expect(hashRecoveryCode('abcd-e0f1-2345-6789')).not.toBe(hashRecoveryCode('abcd-e0f1-2345-6780'));
});

describe('the session cookie', () => {
  const token = freshToken();
  it('has the prefix and attributes that hold it to this site', () => {
    expect(sessionCookie(token)).toBe(`__Host-session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`);
    expect(clearSessionCookie()).toContain('Max-Age=0');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it.each<[string, string | undefined, boolean]>([
    ['alone', `__Host-session=${token}`, true],
    ['among others', `a=b; __Host-session=${token}; c=d`, true],
    ['absent', 'a=b', false],
    ['no header', undefined, false],
    ['twice', `__Host-session=${token}; __Host-session=${freshToken()}`, false],
    ['too short', `__Host-session=${token.slice(1)}`, false],
    ['with a sign of SQL', `__Host-session=${token.slice(1)}'`, false],
    ['another name', `__host-session=${token}`, false],
  ])('is read when %s', (_, header, found) => {
    expect(tokenHashOf(header)).toBe(found ? hashToken(token) : undefined);
  });
});
