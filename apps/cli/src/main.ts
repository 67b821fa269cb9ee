import process from 'node:process';
import { parseArgs } from 'node:util';
import { AlreadyRunning, BootRefused } from '#database';
import { SettingsError } from '#settings';
import { OperatorError, type Command } from './command.js';
import { migrateCommand } from './commands/migrate.js';
import { rolesCommand } from './commands/roles.js';
import { serveCommand } from './commands/serve.js';

/** Every word of the command line; one line a command. */
const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  migrate: migrateCommand,
  roles: rolesCommand,
};

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return ['Usage: situation-table COMMAND [options]', '', ...Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`), ''].join('\n');
}

const expected = [OperatorError, SettingsError, AlreadyRunning, BootRefused];

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command “${name}”.\n\n${usage()}`);
    return 2;
  }
  try {
    await command.run(parseArgs({ args: rest, options: command.options, strict: true }).values as Record<string, string | boolean | undefined>);
    return 0;
  } catch (error) {
    const known = expected.some((kind) => error instanceof kind) || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${known ? (error as Error).message : (error as Error).stack ?? String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
