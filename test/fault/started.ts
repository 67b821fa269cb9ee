import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from '../world/api-process.js';

/** An `npm start` under way. */
export interface Started {
  readonly process: ChildProcess;
  readonly port: number;
  output(): string;
  readonly ended: Promise<number | null>;
}

/** Starts the checkout in `folder` on a data directory, with nothing of our own environment. */
export async function npmStart(
  folder: string,
  data: string,
  as: { uid?: number; gid?: number },
  port?: number,
  words: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const chosen = port ?? (await freePort());
  const child = spawn(process.execPath, [join(folder, 'apps', 'start.mjs'), ...words], {
    ...as,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      PORT: String(chosen),
      SITUATION_TABLE_DATA: data,
      ...more,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    output += String(chunk);
  });
  return {
    process: child,
    port: chosen,
    output: () => output,
    ended: new Promise((resolve) => {
      child.once('exit', resolve);
    }),
  };
}

/** Waits until it serves. @returns the milliseconds that this took */
export async function untilReady(started: Started): Promise<number> {
  const from = Date.now();
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${started.port}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    // It answers a moment before it says so.
    if (status === 200 && started.output().includes(' serves on ')) return Date.now() - from;
    if (started.process.exitCode !== null || Date.now() - from > 180_000)
      throw new Error(`It did not get ready: ${started.output()}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
