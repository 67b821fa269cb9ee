import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

/** Who holds a data directory: the process, and what tells it from a later process with the same number. */
export interface Holder {
  readonly pid: number;
  readonly bornAt: string;
  readonly since: string;
  readonly serving?: string;
}

/** A second start on a data directory that is in use. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(
    directory: string,
    readonly holder: Holder,
  ) {
    super(
      `Situation Table is already running on ${directory} (process ${holder.pid}, since ${holder.since}${holder.serving ? `, ${holder.serving}` : ''}). ` +
        `Stop it with Ctrl-C where it was started (or: kill ${holder.pid}), or start a second one with its own SITUATION_TABLE_DATA and PORT.`,
    );
  }
}

/**
 * When a process was born, or undefined when there is none: numbers are used again, so a number alone proves
 * nothing.
 */
export function bornAt(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** A held claim; `announce` adds where we serve, which a second start then reads out. */
export interface Claim {
  announce(serving: string): void;
  release(): void;
}

/**
 * Claims a data directory for this process through one file, made whole and linked into place, so that of two
 * starts at once exactly one gets it.
 * @throws AlreadyRunning when a living process holds it; what a killed process left behind is replaced
 */
export function claim(file: string, directory: string): Claim {
  mkdirSync(dirname(file), { recursive: true });
  const mine: Holder = {
    pid: process.pid,
    bornAt: bornAt(process.pid) ?? '',
    since: new Date().toISOString(),
  };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600, flag: 'wx' });
  try {
    for (let round = 0; ; round += 1) {
      try {
        linkSync(draft, file);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || round === 5) throw error;
        const holder = holderOf(file);
        if (holder && bornAt(holder.pid) === holder.bornAt) throw new AlreadyRunning(directory, holder);
        const stale = `${draft}.stale`;
        try {
          renameSync(file, stale);
        } catch {
          /* another start was quicker: the next round meets its claim */
        }
        const taken = holderOf(stale);
        if (taken && bornAt(taken.pid) === taken.bornAt) renameSync(stale, file);
        rmSync(stale, { force: true });
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    announce: (serving) => {
      writeFileSync(draft, JSON.stringify({ ...mine, serving }), { mode: 0o600, flag: 'wx' });
      renameSync(draft, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
