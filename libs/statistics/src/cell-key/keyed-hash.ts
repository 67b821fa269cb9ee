/**
 * A keyed hash (HMAC-SHA256 under one secret), passed in because this library does no cryptography of its own.
 *
 * Source: RFC 2104 (HMAC), FIPS 180-4 (SHA-256). It returns at least eight bytes, the same ones for the same message.
 * Units: bytes. Complexity: O(bytes of the message).
 */
export type KeyedHash = (message: Uint8Array) => Uint8Array;

/** The first 53 bits of a hash as a uniform in [0, 1). Error: RangeError for fewer than eight bytes. */
export const uniformOf = (hash: Uint8Array): number => {
  if (hash.length < 8) throw new RangeError('A keyed hash has at least eight bytes.');
  const high =
    (((hash[0] as number) << 24) |
      ((hash[1] as number) << 16) |
      ((hash[2] as number) << 8) |
      (hash[3] as number)) >>>
    0;
  const low =
    (((hash[4] as number) << 24) |
      ((hash[5] as number) << 16) |
      ((hash[6] as number) << 8) |
      (hash[7] as number)) >>>
    0;
  // 32 + 21 bits: a double holds exactly 53.
  return (high * 2097152 + (low >>> 11)) / 9007199254740992;
};
