import type { DerivedPurpose, KeyProvider } from './key-provider.js';

/**
 * A key that is derived when it is first needed, and kept. Where the provider did not give it, it is asked
 * again the next time.
 */
export function derivedKey(
  keys: Pick<KeyProvider, 'deriveKey'>,
  purpose: DerivedPurpose,
): () => Promise<Buffer> {
  let key: Promise<Buffer> | undefined;
  return () => {
    key ??= keys.deriveKey(purpose).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };
}
