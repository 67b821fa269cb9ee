import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { bornAt } from '#database/embedded';

/** A process as its parent sees it. */
interface Ancestor {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const npm = /^(?:\S*node\S*\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:npm|npx|pnpm|yarn)(?:-cli)?(?:\.[cm]?js)?(?:\s|$)/;
const everyMs = 1_000;

function look(pid: number): Ancestor | undefined {
  try {
    if (process.platform !== 'linux') {
      const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
        encoding: 'utf8',
      }).trim();
      const [, parent = '', command = ''] = /^(\d+)\s+(.*)$/s.exec(line) ?? [];
      return { pid, parent: Number(parent), command };
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return undefined;
  }
}

/** Whether a command line is npm's (or a like program's), rather than one that only names it. */
export function isNpm(command: string): boolean {
  return npm.test(command);
}

/**
 * The processes from our parent up to npm; undefined where they cannot be read, and empty where none of them is npm.
 * @param startAt the first to look at
 */
export function chainToNpm(startAt: number): readonly Ancestor[] | undefined {
  const chain: Ancestor[] = [];
  for (let pid = startAt; pid > 0 && chain.length < 32;) {
    const found = look(pid);
    if (found === undefined) return undefined;
    chain.push(found);
    if (isNpm(found.command)) return chain;
    pid = found.parent;
  }
  return [];
}

/**
 * Resolves when npm has ended, or a process between it and us: npm killed outright stops nothing that it
 * started, and a shell passes no signal on. Without this the server would serve on while its operator
 * believes that it stopped. Never resolves where npm did not start us, so that `nohup node apps/start.mjs &`
 * outlives its shell.
 */
export function npmEnded(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (environment['npm_lifecycle_event'] === undefined) return new Promise(() => undefined);
  const chain = chainToNpm(process.ppid);
  if (chain === undefined) return new Promise(() => undefined);
  const born = chain.map(({ pid }) => bornAt(pid));
  const parent = process.ppid;
  return new Promise((resolve) => {
    const check = (): void => {
      const isWhole =
        chain.length > 0 &&
        process.ppid === parent &&
        chain.every(({ pid }, place) => bornAt(pid) === born[place]);
      if (isWhole) return;
      clearInterval(timer);
      resolve();
    };
    const timer = setInterval(check, everyMs);
    timer.unref();
    check();
  });
}
