import { counted } from '#domain/text';
import { join } from 'node:path';
import { dumpData, keyDumpName, noteBackup, renewKeyDump } from '#database/backup';
import { OperatorError, type Command } from '../command.js';
import { withInstallation } from '../operate/installation.js';
import { ProgressLine, size } from '../operate/progress.js';

/** Copies the data without keys, and beside it the key dump in the place of the one before. */
export const backupCommand: Command = {
  says: 'copy the data, and the wrapped keys beside it, to SITUATION_TABLE_BACKUPS; while it serves, or stopped',
  help: `Writes two things:
  data-<time>/  everything but keys, in one snapshot; keep as many as you like
  keys.dump     the wrapped keys, and what was destroyed; each new one takes the place of the one before
Neither opens anything without the keyring, which you keep in other hands. A backup that is cut off is removed by the next one.`,
  options: { 'keys-only': { type: 'boolean' } },
  async run(given) {
    await withInstallation(async ({ settings, data, sign, url }) => {
      const line = new ProgressLine();
      const backups = settings.backupsDirectory;
      if (!given['keys-only']) {
        const done = await dumpData(url('backup'), backups, sign, (table, n, of) => {
          line.show(`${n} of ${counted(of, 'table')}: ${table}`);
        });
        line.end();
        await noteBackup(data, 'data', { rows: done.rows, keys: 0, bytes: done.bytes });
        console.log(
          `Data: ${done.folder} (${counted(done.rows, 'row')} of ${counted(done.manifest.tables.length, 'table')}, ${size(done.bytes)})`,
        );
      }
      // After the data, so that every situation of the data has its key in the dump.
      const keys = await renewKeyDump(data, backups, sign);
      if (keys === undefined)
        throw new OperatorError(
          `${backups} is not there: run situation-table backup once without --keys-only.`,
        );
      console.log(`Keys: ${join(backups, keyDumpName)} (${counted(keys, 'wrapped key')})`);
    });
  },
};
