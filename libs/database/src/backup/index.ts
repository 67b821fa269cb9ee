export { dumpData, newestData } from './dump.js';
export { dumpKeys, keyDumpName, noteBackup, readKeyDump, renewKeyDump, type KeyDump } from './key-dump.js';
export { BackupRefused, manifestName, readManifest, type Sign } from './manifest.js';
export { checkFiles, checkVersion, restoreData, type Restored, type RestoreTarget } from './restore.js';
