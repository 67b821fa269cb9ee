import process from 'node:process';
import { readSetting } from '#settings';
import { migrate } from '#database';
import { OperatorError, type Command } from '../command.js';

/** Brings your own PostgreSQL to this version; the embedded one is migrated by `serve`. */
export const migrateCommand: Command = {
  says: 'bring the database of MIGRATOR_URL to this version',
  options: {},
  async run() {
    const url = readSetting(process.env, 'MIGRATOR_URL');
    if (!url)
      throw new OperatorError(
        'MIGRATOR_URL is not set: it names your PostgreSQL as the login migrator. (The embedded PostgreSQL is migrated at each start.)',
      );
    const applied = await migrate(url);
    console.log(
      applied.length === 0
        ? 'The database is at this version already.'
        : `Applied ${applied.length} migration(s):\n${applied.map((name) => `  ${name}`).join('\n')}`,
    );
  },
};
