import process from 'node:process';
import { parseArgs } from 'node:util';
import { CryptoError } from '#crypto';
import { BackupRefused } from '#database/backup';
import { BootRefused } from '#database/cluster';
import { AlreadyRunning, UnusableDirectory } from '#database/embedded';
import { SettingsError } from '#settings';
import { OperatorError, type Command } from './command.js';
import { auditExportCommand, auditVerifyCommand } from './commands/audit.js';
import { backupCommand } from './commands/backup.js';
import { rotateCommand } from './commands/keys.js';
import { migrateCommand } from './commands/migrate.js';
import { restoreCommand } from './commands/restore.js';
import { retentionCommand } from './commands/retention.js';
import { rolesCommand } from './commands/roles.js';
import { serveCommand } from './commands/serve.js';

/** Every command, by its one or two words. */
const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  migrate: migrateCommand,
  roles: rolesCommand,
  backup: backupCommand,
  restore: restoreCommand,
  'keys rotate': rotateCommand,
  'retention run': retentionCommand,
  'audit export': auditExportCommand,
  'audit verify': auditVerifyCommand,
};

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'Usage: situation-table COMMAND [options]',
    '',
    ...Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`),
    '',
    'COMMAND --help tells more. It ends with 0 when it is done, 1 when it was refused or failed, 2 when it was not understood.',
    '',
  ].join('\n');
}

function helpOf(name: string, { says, help, options }: Command): string {
  const words = Object.entries(options).map(
    ([option, { type }]) => `[--${option}${type === 'string' ? ' …' : ''}]`,
  );
  return [
    `Usage: situation-table ${[name, ...words].join(' ')}`,
    '',
    `It will ${says}.`,
    ...(help === undefined ? [] : ['', help]),
    '',
  ].join('\n');
}

const expected = [
  OperatorError,
  SettingsError,
  AlreadyRunning,
  UnusableDirectory,
  BootRefused,
  BackupRefused,
  CryptoError,
];

async function main(words: readonly string[]): Promise<number> {
  const [first, second] = words;
  const isPair = second !== undefined && Object.hasOwn(commands, `${first} ${second}`);
  const name = isPair ? `${first} ${second}` : first;
  const rest = words.slice(isPair ? 2 : 1);
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command “${name}”.\n\n${usage()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    process.stdout.write(helpOf(name, command));
    return 0;
  }
  try {
    await command.run(
      parseArgs({ args: rest, options: command.options, strict: true }).values as Record<
        string,
        string | boolean | undefined
      >,
    );
    return 0;
  } catch (error) {
    const misunderstood = String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    const known = misunderstood || expected.some((kind) => error instanceof kind);
    process.stderr.write(`${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    return misunderstood ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
