import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readSettings } from '#settings';
import { findDemo, type Demo, type Guest } from '../../tour/demo.js';
import { actingNames, Tour, type ActingName } from '../../tour/playing.js';
import { npmStart, untilReady, type Started } from '../../fault/started.js';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** The folders of an installation: what an operator sets. */
export interface Folders {
  readonly data: string;
  readonly keys: string;
  readonly backups: string;
}

export interface Said {
  readonly code: number;
  readonly text: string;
}

const environmentOf = ({ data, keys, backups }: Folders): Record<string, string> => ({
  SITUATION_TABLE_DATA: data,
  SITUATION_TABLE_KEYS: keys,
  SITUATION_TABLE_BACKUPS: backups,
});

/** Runs one command as its operator does. */
export function situationTable(folders: Folders, ...words: string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(checkout, 'dist', 'apps', 'cli', 'src', 'main.js'), ...words], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...environmentOf(folders) },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += String(chunk);
    });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      resolve({ code: code ?? -1, text: text.trim() });
    });
  });
}

/** A running installation with its demo's people signed in. */
export interface Running {
  readonly tour: Tour;
  readonly demo: Demo;
  stop(): Promise<string>;
}

/** An installation that serves. @see started */
export interface Serving {
  readonly port: number;
  /** Stops it; what it printed. */
  stop(): Promise<string>;
}

/** `npm start` on these folders, until it is ready. */
export async function started(folders: Folders, words: readonly string[] = []): Promise<Serving> {
  const npm = await npmStart(checkout, folders.data, {}, undefined, words, environmentOf(folders));
  try {
    await untilReady(npm);
  } catch (error) {
    await stopped(npm);
    throw error;
  }
  return { port: npm.port, stop: () => stopped(npm) };
}

/** `npm start -- --demo` on these folders, until it is ready and the demo's people are signed in. */
export async function running(folders: Folders): Promise<Running> {
  const serving = await started(folders, ['--demo']);
  try {
    const demo = await findDemo(
      readSettings({ ...environmentOf(folders), PORT: String(serving.port) }, checkout),
    );
    const guests: Partial<Record<ActingName, Guest>> = {};
    for (const name of actingNames) guests[name] = await demo.signIn(name);
    return {
      demo,
      tour: new Tour(demo, guests as Record<ActingName, Guest>, () => undefined, '0'),
      stop: async () => {
        await demo.close();
        return serving.stop();
      },
    };
  } catch (error) {
    await serving.stop();
    throw error;
  }
}

async function stopped(npm: Started): Promise<string> {
  npm.process.kill('SIGINT');
  await npm.ended;
  return npm.output();
}
