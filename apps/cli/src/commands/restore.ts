import { counted } from '#domain/text';
import { join } from 'node:path';
import { backupSigner, FileKeyProvider, KeyDestroyed, KeyUnknown } from '#crypto';
import {
  checkFiles,
  checkVersion,
  keyDumpName,
  manifestName,
  newestData,
  noteBackup,
  readKeyDump,
  readManifest,
  restoreData,
  type KeyDump,
  type RestoreTarget,
} from '#database/backup';
import { prepareCluster } from '#database/cluster';
import { connectData } from '#database/door';
import { holdsDatabase, startEmbedded } from '#database/embedded';
import { OperatorError, type Command } from '../command.js';
import { needed, operatorSettings } from '../operate/installation.js';
import { ProgressLine } from '../operate/progress.js';

/** Every key must open with today's keyring before a row is written. */
async function checkKeys(keys: FileKeyProvider, dump: KeyDump, file: string): Promise<void> {
  try {
    for await (const page of dump.pagesOfKeys())
      for (const opened of await keys.unwrapAll(page)) opened.fill(0);
  } catch (error) {
    if (error instanceof KeyDestroyed)
      throw new OperatorError(
        `${file} opens nothing any more: the epoch that its keys were wrapped under was destroyed. Take the newest key dump.`,
      );
    if (error instanceof KeyUnknown)
      throw new OperatorError(
        `${file} was made under an epoch that this keyring does not hold: it needs the keyring of that time or a newer one.`,
      );
    throw error;
  }
}

type Settings = ReturnType<typeof operatorSettings>;
interface Place {
  readonly target: RestoreTarget;
  readonly urls: { app: string; authn: string; job: string };
  stop(): Promise<void>;
}

async function emptyPlace(settings: Settings): Promise<Place> {
  if (settings.ownDatabase) {
    const superuser = needed('SUPERUSER_URL', 'as a superuser');
    await prepareCluster(superuser, {});
    return {
      target: { superuser, migrator: needed('MIGRATOR_URL', 'as the login migrator') },
      urls: settings.ownDatabase,
      stop: () => Promise.resolve(),
    };
  }
  const begun = holdsDatabase(settings.dataDirectory);
  const server = await startEmbedded(settings.dataDirectory);
  if (!begun) console.log(`A new database is made in ${settings.dataDirectory}.`);
  return {
    target: { superuser: server.url('postgres'), migrator: server.url('migrator') },
    urls: { app: server.url('app'), authn: server.url('authn'), job: server.url('job') },
    stop: () => server.stop(),
  };
}

/** Puts a backup into an empty database; what was destroyed since is deleted before anybody is served. */
export const restoreCommand: Command = {
  says: 'put a backup into an empty database: the newest of SITUATION_TABLE_BACKUPS, or --from FOLDER; --keys FILE for another key dump',
  help: `Needs: a backup of data of any age, the newest key dump, and today's keyring in SITUATION_TABLE_KEYS.
The database must be empty: name a new SITUATION_TABLE_DATA. Everything is checked before a row is written, and all of it is one transaction:
a restore that was cut off leaves an empty database and may be begun again. Sessions are not restored: everybody signs in again.`,
  options: { from: { type: 'string' }, keys: { type: 'string' } },
  async run(given) {
    const settings = operatorSettings();
    const from = typeof given['from'] === 'string' ? given['from'] : newestData(settings.backupsDirectory);
    if (from === undefined)
      throw new OperatorError(`${settings.backupsDirectory} holds no backup: name its folder with --from.`);
    const file = typeof given['keys'] === 'string' ? given['keys'] : join(from, '..', keyDumpName);
    const keys = await FileKeyProvider.open(settings.keysDirectory, [], settings.keysPassphrase);
    const sign = await backupSigner(keys);
    const manifest = readManifest(join(from, manifestName), sign);
    checkVersion(manifest);
    const dump = await readKeyDump(file, sign);
    if (dump.takenAt < manifest.takenAt)
      throw new OperatorError(
        `The key dump (${dump.takenAt}) is older than the data (${manifest.takenAt}): what was brought in between could never be opened. Take the newest key dump.`,
      );
    await checkKeys(keys, dump, file);
    await checkFiles(from, manifest);
    console.log(
      `Data of ${manifest.takenAt}, keys of ${dump.takenAt}: ${counted(dump.keys, 'key')}, each opens.`,
    );
    const line = new ProgressLine();
    const place = await emptyPlace(settings);
    try {
      const done = await restoreData(place.target, from, manifest, dump, (table, n, of) => {
        line.show(`${n} of ${counted(of, 'table')}: ${table}`);
      });
      line.end();
      const opened = await connectData({ ...place.urls, poolSize: 1 });
      await noteBackup(opened.data, 'restore', { rows: done.rows, keys: done.keys, bytes: 0 }).finally(() =>
        opened.close(),
      );
      console.log(
        `Restored ${counted(done.rows, 'row')}. Gone since and deleted again: ${counted(done.destroyedAgain, 'situation')}, ${counted(done.minimisedAgain, 'minimised situation')}, ${counted(done.screeningsLeft, 'screening')}, ${counted(done.youthItemsLeft, 'youth-justice item')}.`,
      );
    } finally {
      line.end();
      await place.stop();
      await keys.close();
    }
  },
};
