import { CiphertextMoved } from './errors.js';
import { pad, unpad } from './padding.js';
import { fieldContext, type FieldPlace } from './place.js';
import { openBox, sealBox } from './sealed-box.js';
import type { TierKey } from './tier-key.js';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Seals one field of one row. A string becomes UTF-8, in which a lone surrogate has no form and turns into U+FFFD.
 * Throws `KeyMisplaced`, `KeyWiped`.
 */
export function seal(dek: TierKey, place: FieldPlace, plaintext: Uint8Array | string): Buffer {
  const padded = pad(typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext);
  try {
    return sealBox(dek.bytesFor(place), fieldContext(place), padded);
  } finally {
    padded.fill(0);
  }
}

/** Opens what {@link seal} made for this very place. Throws `CiphertextMoved`, `KeyMisplaced`, `KeyWiped`. */
export function open(dek: TierKey, place: FieldPlace, ciphertext: Uint8Array): Buffer {
  return unpad(openBox(dek.bytesFor(place), fieldContext(place), ciphertext));
}

/** Opens a text. Throws as {@link open}, and `CiphertextMoved` when the bytes are no UTF-8. */
export function openText(dek: TierKey, place: FieldPlace, ciphertext: Uint8Array): string {
  const bytes = open(dek, place, ciphertext);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new CiphertextMoved();
  } finally {
    bytes.fill(0);
  }
}
