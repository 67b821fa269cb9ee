/**
 * Why a keyring cannot be used. `owner` and `permissions`: another account could read it. `busy`: another
 * process is changing it.
 */
export type KeyringFault = 'missing' | 'owner' | 'permissions' | 'format' | 'version' | 'busy' | 'passphrase';

const explained: Readonly<Record<KeyringFault, string>> = {
  missing: 'its folder or its file is not there',
  owner: 'another account owns it',
  permissions: 'other accounts can reach it (the folder must have mode 0700, the file 0600)',
  format: 'the file is no whole keyring',
  version: 'another version of this program wrote it',
  busy: 'another process is changing it',
  passphrase: 'it is sealed under a passphrase that is missing or another one',
};

/**
 * What went wrong with a key or a ciphertext. Never carries a value, a key or an id: such errors reach logs.
 * `cause` is left out on purpose for the same reason.
 */
export abstract class CryptoError extends Error {
  abstract readonly code:
    'ciphertextMoved' | 'keyDestroyed' | 'keyUnknown' | 'keyMisplaced' | 'keyWiped' | 'keyringUnreadable';
}

/**
 * The ciphertext was altered, or stands in another place than the one it was made for. AES-GCM cannot tell
 * the two apart.
 */
export class CiphertextMoved extends CryptoError {
  override readonly name = 'CiphertextMoved';
  readonly code = 'ciphertextMoved';
  constructor() {
    super('The ciphertext does not belong to this place or was altered.');
  }
}

/** The epoch key was destroyed on purpose: nothing wrapped under it will ever open again. */
export class KeyDestroyed extends CryptoError {
  override readonly name = 'KeyDestroyed';
  readonly code = 'keyDestroyed';
  constructor() {
    super('The key was destroyed.');
  }
}

/** This keyring never held that epoch: most likely the wrong keyring for this database. */
export class KeyUnknown extends CryptoError {
  override readonly name = 'KeyUnknown';
  readonly code = 'keyUnknown';
  constructor() {
    super('This keyring never held the epoch that the key was wrapped under.');
  }
}

/** A text was about to be sealed or opened under the key of another situation or tier. */
export class KeyMisplaced extends CryptoError {
  override readonly name = 'KeyMisplaced';
  readonly code = 'keyMisplaced';
  constructor() {
    super('The key belongs to another situation or tier.');
  }
}

/** The key was used after its request ended: its bytes are zero by now, and sealing under zeros would hide nothing. */
export class KeyWiped extends CryptoError {
  override readonly name = 'KeyWiped';
  readonly code = 'keyWiped';
  constructor() {
    super('The key was already wiped.');
  }
}

/** The keyring is missing, readable to others, not understood, or held by another process. */
export class KeyringUnreadable extends CryptoError {
  override readonly name = 'KeyringUnreadable';
  readonly code = 'keyringUnreadable';
  constructor(readonly fault: KeyringFault) {
    super(`The keyring cannot be used: ${explained[fault]}.`);
  }
}
