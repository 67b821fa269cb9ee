import { createInterface } from 'node:readline/promises';
import process from 'node:process';
import type { ClusterState } from '#database/cluster';
import { publicParts, type Settings } from '#settings';
import { OperatorError, type CommandOptions } from '../command.js';

/** What an installation begins with: invented tables to try, or nothing but a code for its first administrator. */
export type Beginning = 'demo' | 'empty';

/**
 * What the flags ask for, if anything.
 * @throws OperatorError where a demo may not be: its accounts are printed and its clock can be moved, so it
 * lives on the embedded server and on loopback alone
 */
export function beginningAsked(given: CommandOptions, settings: Settings): Beginning | undefined {
  if (given['demo'] && given['empty']) throw new OperatorError('--demo and --empty exclude each other.');
  if (given['demo']) refuseDemo(settings);
  return given['demo'] ? 'demo' : given['empty'] ? 'empty' : undefined;
}

/** @throws OperatorError where these settings leave no room for a demo */
function refuseDemo(settings: Settings): void {
  if (settings.ownDatabase)
    throw new OperatorError(
      'The demo lives on the embedded PostgreSQL only: start without DATABASE_URL, AUTHN_URL, JOB_URL and MIGRATOR_URL.',
    );
  const parts = publicParts(settings);
  if (parts.length > 0)
    throw new OperatorError(
      `The demo's passwords are known to all, so it is served on this machine only: start without ${parts.join(', ')}.`,
    );
}

/**
 * What to begin with, from what was asked and what stands. Undefined means: it has begun, go on with it.
 * @param ask puts the question where there is a terminal
 */
export async function chooseBeginning(
  wanted: Beginning | undefined,
  state: ClusterState,
  settings: Settings,
  ask: () => Promise<Beginning>,
): Promise<Beginning | undefined> {
  if (state.halfFilled) {
    refuseDemo(settings);
    if (wanted === 'empty')
      throw new OperatorError(
        `${settings.dataDirectory} holds a demo that was never finished: name another directory in SITUATION_TABLE_DATA to begin empty.`,
      );
    return 'demo';
  }
  if (state.demo) {
    refuseDemo(settings);
    if (wanted === 'empty')
      throw new OperatorError(
        `${settings.dataDirectory} holds the demo: name another directory in SITUATION_TABLE_DATA to begin empty.`,
      );
    if (wanted !== 'demo' && !settings.demo)
      throw new OperatorError(
        `${settings.dataDirectory} holds the demo, whose passwords are known to all: start it with npm start -- --demo, or name another directory in SITUATION_TABLE_DATA.`,
      );
    return undefined;
  }
  if (state.touched) {
    if (wanted === 'demo')
      throw new OperatorError(
        `${settings.dataDirectory} holds an installation already: name another directory in SITUATION_TABLE_DATA for the demo.`,
      );
    return undefined;
  }
  if (wanted !== undefined) return wanted;
  // Where others can reach us there is no question: a demo would be refused.
  return publicParts(settings).length === 0 ? ask() : 'empty';
}

/** Asks at a terminal; without one the answer is empty, so that no machine ever waits. */
export async function askAtTerminal(): Promise<Beginning> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'empty';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const stopped = new AbortController();
  // At a question Ctrl-C is a key, not a signal.
  terminal.on('SIGINT', () => {
    stopped.abort();
  });
  try {
    const answer = await terminal.question(
      'This is the first start. Fill it with invented demo tables to try things out? [y/N] ',
      { signal: stopped.signal },
    );
    return /^(y|yes|o|oui)$/i.test(answer.trim()) ? 'demo' : 'empty';
  } catch (error) {
    if (stopped.signal.aborted) throw new OperatorError('Stopped before anything was begun.');
    throw error;
  } finally {
    terminal.close();
  }
}
