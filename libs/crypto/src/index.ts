export * from './errors.js';
export { openAccountSecret, sealAccountSecret } from './account-secret.js';
export { type AccountPlace, type FieldPlace, type KeyPlace, type KeyTier } from './place.js';
export { type DerivedPurpose, type HeldEpoch, type KeyProvider, type WrappedKey } from './key-provider.js';
export { TierKey, type NewTierKey, newTierKey, rewrapAll, withNewTierKey, withTierKey } from './tier-key.js';
export { backupSigner } from './backup-signature.js';
export { open, openText, seal } from './field.js';
export { derivedKey } from './derived-key.js';
export { hkdfSha256 } from './hkdf.js';
export { FileKeyProvider } from './file-key-provider.js';
export {
  epochMs,
  rotateKeys,
  rotationIsDue,
  type KeyStore,
  type RewrappedKey,
  type Rotation,
  type RotationSteps,
  type StoredWrappedKey,
} from './rotation.js';
export {
  checkpointDigest,
  checkpointName,
  readCheckpoint,
  shortForm,
  type ChainHead,
  type Checkpoint,
} from './audit/checkpoint.js';
export {
  CheckpointFile,
  checkpointKey,
  checkpointFiles,
  publicKeyName,
  type Written,
} from './audit/checkpoint-file.js';
export {
  isSignedBy,
  noteText,
  notesOf,
  readVerifierLine,
  signNote,
  verifierLine,
  type NoteVerifier,
  type SignedNote,
} from './audit/signed-note.js';
export { auditFormat, verifyAudit, type AuditCheck } from './audit/verify.js';
export { type AuditFault, type AuditFaultKind, type AuditFindings } from './audit/faults.js';
