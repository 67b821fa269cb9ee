import { createHmac } from 'node:crypto';
import type { KeyProvider } from './key-provider.js';

/**
 * Signs what a backup says of itself, with a key that only this installation's keyring gives; hexadecimal,
 * HMAC with SHA-256.
 */
export async function backupSigner(provider: KeyProvider): Promise<(content: string) => string> {
  const key = await provider.deriveKey('backup');
  return (content) => createHmac('sha256', key).update(content).digest('hex');
}
