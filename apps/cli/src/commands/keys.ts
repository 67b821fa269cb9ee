import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rotateKeys } from '#crypto';
import { dumpKeys, keyDumpName, noteBackup, StoredKeys } from '#database';
import type { Command } from '../command.js';
import { withInstallation } from '../operate/installation.js';
import { ProgressLine } from '../operate/progress.js';

/** What the clock does every week, at once. */
export const rotateCommand: Command = {
  says: 'begin an epoch: wrap every key anew, write the key dump, destroy the epochs before',
  help: `The clock does it every seven days. From then on nothing opens what was destroyed before, in no backup and no copy of the disk; and no
key dump from before. One that was cut off is finished by the next. Where SITUATION_TABLE_BACKUPS exists its key dump is written anew, and
while that fails the old epochs stand.`,
  options: {},
  async run() {
    await withInstallation(async ({ settings, data, keys, sign }) => {
      const line = new ProgressLine();
      const done = await rotateKeys(keys, new StoredKeys(data), {
        progress: (n) => { line.show(`${n} keys wrapped anew`); },
        beforeDestroying: async () => {
          if (!existsSync(settings.backupsDirectory)) return;
          const dumped = await dumpKeys(data, join(settings.backupsDirectory, keyDumpName), sign);
          await noteBackup(data, 'keys', { rows: 0, keys: dumped, bytes: 0 });
        },
      });
      line.end();
      console.log(`Epoch ${done.epochId} has begun: ${done.rewrapped} keys wrapped anew, ${done.destroyed} earlier epoch(s) destroyed.`);
      if (!existsSync(settings.backupsDirectory)) console.log(`No key dump was written: there is no ${settings.backupsDirectory}.`);
    });
  },
};
