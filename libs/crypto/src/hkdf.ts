import { hkdfSync } from 'node:crypto';

/** HKDF with SHA-256. `length` in bytes, at most 8,160. Source: RFC 5869. */
export function hkdfSha256(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}
