import { CiphertextMoved } from './errors.js';

const block = 32;
const lengthBytes = 4;

/**
 * `length (4, big-endian) ‖ text ‖ zeros` up to a multiple of 32 bytes, so that a ciphertext's size tells a name from a
 * paragraph but not "Li" from "Alexandra". The length lies inside the authenticated plaintext: there is one
 * way to read it.
 */
export function pad(text: Uint8Array): Buffer {
  const padded = Buffer.alloc(Math.ceil((lengthBytes + text.length) / block) * block);
  padded.writeUInt32BE(text.length, 0);
  padded.set(text, lengthBytes);
  return padded;
}

/** The inverse of {@link pad}. Throws {@link CiphertextMoved} for a form that {@link pad} does not write. */
export function unpad(padded: Buffer): Buffer {
  if (padded.length < block || padded.length % block !== 0) throw new CiphertextMoved();
  const end = lengthBytes + padded.readUInt32BE(0);
  if (end > padded.length || padded.length - end >= block) throw new CiphertextMoved();
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new CiphertextMoved();
  return padded.subarray(lengthBytes, end);
}
