import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CiphertextMoved } from './errors.js';

/** Bytes of a key, of a nonce and of a tag. */
export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
const formatVersion = 1;
const headLength = 1 + nonceLength;

/** The raw cipher, kept apart so that published vectors can be run against exactly what seals. */
export function encryptAesGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  plaintext: Uint8Array,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(context);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The inverse of {@link encryptAesGcm}. Throws {@link CiphertextMoved} unless every byte is authentic. */
export function decryptAesGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  sealed: Uint8Array,
): Buffer {
  if (sealed.length < tagLength) throw new CiphertextMoved();
  // A fixed tag length matters: node accepts tags of 4 bytes otherwise, and those can be forged.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const unchecked = decipher.update(sealed.subarray(0, sealed.length - tagLength));
  try {
    decipher.final();
  } catch {
    unchecked.fill(0);
    throw new CiphertextMoved();
  }
  return unchecked;
}

/**
 * Seals bytes as `version (1) ‖ nonce (12, random) ‖ ciphertext ‖ tag (16)`.
 * Random 96-bit nonces are safe for 2^32 texts under one key (NIST SP 800-38D §8.3); a tier of a situation
 * has some dozens.
 * The version byte is authenticated too.
 */
export function sealBox(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array): Buffer {
  const head = Buffer.concat([Buffer.of(formatVersion), randomBytes(nonceLength)]);
  return Buffer.concat([head, encryptAesGcm(key, head.subarray(1), versioned(context), plaintext)]);
}

/**
 * The inverse of {@link sealBox}. Throws {@link CiphertextMoved} for anything that this key and context did
 * not seal.
 */
export function openBox(key: Uint8Array, context: Uint8Array, box: Uint8Array): Buffer {
  if (box.length < headLength + tagLength || box[0] !== formatVersion) throw new CiphertextMoved();
  return decryptAesGcm(key, box.subarray(1, headLength), versioned(context), box.subarray(headLength));
}

function versioned(context: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(formatVersion), context]);
}
