import { pad, unpad } from './padding.js';
import { accountContext, type AccountPlace } from './place.js';
import { openBox, sealBox } from './sealed-box.js';

/**
 * Seals a secret of one account, such as a TOTP seed, under the key derived for `signInSecret`: it belongs to
 * no situation, and opens for that user and that kind alone.
 */
export function sealAccountSecret(key: Uint8Array, place: AccountPlace, secret: Uint8Array): Buffer {
  const padded = pad(secret);
  try {
    return sealBox(key, accountContext(place), padded);
  } finally {
    padded.fill(0);
  }
}

/** Opens what {@link sealAccountSecret} made; the caller wipes it. Throws `CiphertextMoved`. */
export function openAccountSecret(key: Uint8Array, place: AccountPlace, sealed: Uint8Array): Buffer {
  return unpad(openBox(key, accountContext(place), sealed));
}
