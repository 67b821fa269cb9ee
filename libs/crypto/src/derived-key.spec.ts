import { expect, it } from '@jest/globals';
import { derivedKey } from './derived-key.js';
import type { KeyProvider } from './key-provider.js';

it('is derived once, and again after the provider did not give it', async () => {
  let asked = 0;
  const provider: Pick<KeyProvider, 'deriveKey'> = {
    deriveKey: async () => {
      asked += 1;
      if (asked === 1) throw new Error('the disk is away');
      return Buffer.alloc(32, asked);
    },
  };
  const key = derivedKey(provider, 'throttle');
  await expect(key()).rejects.toThrow('the disk is away');
  expect(await key()).toEqual(Buffer.alloc(32, 2));
  expect(await key()).toEqual(Buffer.alloc(32, 2));
  expect(asked).toBe(2);
});
