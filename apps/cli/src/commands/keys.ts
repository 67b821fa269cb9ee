import { counted } from '#domain/text';
import { rotateKeys } from '#crypto';
import { renewKeyDump } from '#database/backup';
import { StoredKeys } from '#database/keys';
import { OperatorError, type Command } from '../command.js';
import { withInstallation } from '../operate/installation.js';
import { ProgressLine } from '../operate/progress.js';

/** What a scheduled job does every week, at once. */
export const rotateCommand: Command = {
  says: 'begin an epoch: wrap every key again, write the key dump, destroy the epochs before',
  help: `A scheduled job does it every seven days. From then on nothing opens what was destroyed before, in no backup and no copy of the disk; and no
key dump from before. One that was cut off is finished by the next. Where SITUATION_TABLE_BACKUPS exists its key dump is written again, and
while that fails the old epochs stand.`,
  options: {},
  async run() {
    await withInstallation(async ({ settings, data, keys, sign }) => {
      const line = new ProgressLine();
      const store = new StoredKeys(data);
      let dumped: number | undefined;
      const done = await store.alone(() =>
        rotateKeys(keys, store, {
          progress: (n) => {
            line.show(`${counted(n, 'key')} wrapped again`);
          },
          beforeDestroying: async () => {
            dumped = await renewKeyDump(data, settings.backupsDirectory, sign);
          },
        }),
      );
      if (done === undefined)
        throw new OperatorError(
          'Another process is wrapping the keys: try again when it is done, or in ten minutes if it was killed.',
        );
      line.end();
      console.log(
        `Epoch ${done.epochId} has begun: ${counted(done.rewrapped, 'key')} wrapped again, ${counted(done.destroyed, 'earlier epoch')} destroyed.`,
      );
      console.log(
        dumped === undefined
          ? `No key dump was written: there is no ${settings.backupsDirectory}.`
          : `Key dump: ${counted(dumped, 'key')}.`,
      );
    });
  },
};
