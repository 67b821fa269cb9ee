import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const issuer = 'Situation Table';
const period = 30;
const digits = 6;
/** Crockford's letters: no I, L, O or U, so that a code read aloud or from paper is not mistaken. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new secret of 160 bits, the length RFC 4226 §4 recommends. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

/** The address that an authenticator reads as a picture or by hand. */
export function totpAddress(secret: Uint8Array, signInName: string): string {
  return new TOTP({ issuer, label: signInName, digits, period, secret: secretOf(secret) }).toString();
}

/**
 * The step of the clock (RFC 6238) that a code belongs to, one step of drift either way; undefined when it
 * belongs to none.
 * A step is good once: whoever calls must refuse one that was used before.
 * @param now milliseconds since 1970, the wall clock's
 */
export function totpStep(secret: Uint8Array, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = new TOTP({ digits, period, secret: secretOf(secret) }).validate({
    token: code,
    timestamp: now,
    window: 1,
  });
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta;
}

function secretOf(secret: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(secret).buffer });
}

/** Ten codes of 80 bits, each good once, written XXXX-XXXX-XXXX-XXXX. */
export function freshRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => freshCode(16));
}

/** A code of 5 bits a letter, in groups of four. */
export function freshCode(length: number): string {
  const drawn = [...randomBytes(length)].map((byte) => letters[byte & 31]);
  return drawn.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** SHA-256 (hex) of a code as typed: case, spaces, hyphens and look-alike letters do not matter. */
export function hashRecoveryCode(code: string): string {
  const meant = code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return createHash('sha256').update(meant).digest('hex');
}
