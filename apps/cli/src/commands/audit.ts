import { counted } from '#domain/text';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import {
  checkpointFiles,
  notesOf,
  publicKeyName,
  readVerifierLine,
  verifyAudit,
  type NoteVerifier,
  type SignedNote,
} from '#crypto';
import { exportAudit, noteAuditExport } from '#database/audit';
import { OperatorError, type Command, type CommandOptions } from '../command.js';
import { withInstallation } from '../operate/installation.js';
import { ProgressLine, size } from '../operate/progress.js';

function fileOf(given: CommandOptions, option: string): string {
  const named = given[option];
  if (typeof named !== 'string' || named === '') throw new OperatorError(`Name the file: --${option} FILE.`);
  return resolve(named);
}

/** The checkpoints of a folder, or of one file of them, oldest first. */
function* notesIn(path: string): Generator<SignedNote> {
  const files = !existsSync(path) ? [] : statSync(path).isDirectory() ? checkpointFiles(path) : [path];
  for (const file of files) yield* notesOf(readFileSync(file, 'utf8').split('\n'));
}

/** Writes the whole audit, with its checkpoints, into one file that can be checked anywhere. */
export const auditExportCommand: Command = {
  says: 'write the whole audit and its checkpoints to one file, --to FILE, that can be checked on another machine',
  help: `Who opened what, by ids: no names and nothing of what was opened. The file is this account's alone. Give it to whoever checks it, together with
${publicKeyName} of SITUATION_TABLE_CHECKPOINTS; better, that key was given to them when the installation began.`,
  options: { to: { type: 'string' } },
  async run(given) {
    const to = fileOf(given, 'to');
    await withInstallation(async ({ settings, data, url }) => {
      await noteAuditExport(data);
      const line = new ProgressLine();
      const events = await exportAudit(
        url('backup'),
        to,
        () => notesIn(settings.checkpointsDirectory),
        (bytes) => {
          line.show(size(bytes));
        },
      );
      line.end();
      console.log(
        `${counted(events, 'event')}: ${to}\nPublic key: ${join(settings.checkpointsDirectory, publicKeyName)}`,
      );
    });
  },
};

function keyIn(path: string): NoteVerifier {
  if (!existsSync(path))
    throw new OperatorError(`There is no public key at ${path}: name it with --key FILE.`);
  try {
    return readVerifierLine(readFileSync(path, 'utf8'));
  } catch {
    throw new OperatorError(`${path} holds no public key of checkpoints.`);
  }
}

/** Checks an exported audit, without a database and without a keyring. */
export const auditVerifyCommand: Command = {
  says: 'check an exported audit, --from FILE, with the public key, --key FILE; names the first event that is not as it was',
  help: `Needs no database, no keyring and no network. What it can show grows with what lies outside the server's reach:
  --key FILE          ${publicKeyName}, from your own copy; without it the one beside the export
  --checkpoints PATH  a copy of the folder of checkpoints from elsewhere, or one file of it, in place of those in the export
  --printed "…"       the short form from a printed agenda, which must be among the checkpoints
It ends with 1 when anything is wrong.`,
  options: {
    from: { type: 'string' },
    key: { type: 'string' },
    checkpoints: { type: 'string' },
    printed: { type: 'string' },
  },
  async run(given) {
    const from = fileOf(given, 'from');
    if (!existsSync(from)) throw new OperatorError(`There is no file ${from}.`);
    const verifier = keyIn(
      typeof given['key'] === 'string' ? given['key'] : join(dirname(from), publicKeyName),
    );
    const elsewhere = typeof given['checkpoints'] === 'string' ? given['checkpoints'] : undefined;
    if (elsewhere !== undefined && !existsSync(elsewhere))
      throw new OperatorError(`There is no file or folder ${elsewhere}.`);
    const line = new ProgressLine();
    const lines = createInterface({
      input: createReadStream(from, { highWaterMark: 1 << 18 }),
      crlfDelay: Infinity,
    });
    const found = await verifyAudit(lines, {
      verifier,
      progress: (n) => {
        line.show(counted(n, 'event'));
      },
      ...(typeof given['printed'] === 'string' ? { printed: given['printed'] } : {}),
      ...(elsewhere === undefined ? {} : { checkpoints: notesIn(elsewhere) }),
    });
    line.end();
    console.log(
      `${counted(found.events, 'event')} of ${counted(found.chains, 'chain')}, ${counted(found.checkpoints, 'checkpoint')}${found.lastCheckpointAt === null ? '' : `, the last of ${found.lastCheckpointAt}`}.`,
    );
    if (found.faults.length > 0)
      throw new OperatorError(
        `Not as it was written:\n${found.faults.map(({ kind, says }) => `  ${kind}: ${says}`).join('\n')}`,
      );
    console.log(
      found.checkpoints === 0
        ? 'Each chain is whole in itself. There is no checkpoint, so that one rewritten from its start would not show.'
        : 'Nothing is altered, missing or reordered, and every checkpoint agrees.',
    );
  },
};
