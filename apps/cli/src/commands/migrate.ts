import { counted } from '#domain/text';
import process from 'node:process';
import { DatabaseUnfit, migrate, planMigration, type MigrationPlan } from '#database/migration';
import { readSetting } from '#settings';
import { OperatorError, type Command } from '../command.js';

function report({ numbered, definitions }: MigrationPlan, verb: string): string {
  const lines = [
    ...numbered.map(({ name, inTransaction }) =>
      inTransaction ? `  ${name}` : `  ${name} (outside a transaction, resumable)`,
    ),
    ...definitions.map((path) => `  ${path}`),
  ];
  if (lines.length === 0) return 'The database is at this version already.';
  const what = `${counted(numbered.length, 'migration')} and ${counted(definitions.length, 'definition')}`;
  return `${verb} ${what}:\n${lines.join('\n')}`;
}

/** Brings your own PostgreSQL to this version; the embedded one is migrated by `serve`. */
export const migrateCommand: Command = {
  says: 'bring the database of MIGRATOR_URL to this version; --plan prints what would run',
  options: { plan: { type: 'boolean' } },
  async run({ plan }) {
    const url = readSetting(process.env, 'MIGRATOR_URL');
    if (!url)
      throw new OperatorError(
        'MIGRATOR_URL is not set: it names your PostgreSQL as the login migrator. (The embedded PostgreSQL is migrated at each start.)',
      );
    try {
      console.log(
        plan === true
          ? report(await planMigration(url), 'Would apply')
          : report(await migrate(url), 'Applied'),
      );
    } catch (error) {
      if (error instanceof DatabaseUnfit) throw new OperatorError(error.message);
      throw error;
    }
  },
};
