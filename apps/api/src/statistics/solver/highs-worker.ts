import { Worker } from 'node:worker_threads';
import type { LinearSolution, LinearSolver } from '#statistics';
import type { SolverReply, SolverRequest } from './solver-worker.js';

/** A solver in a thread of its own; `stop` ends the thread, and what it had not answered is rejected. */
export interface SolverThread extends LinearSolver {
  stop(): Promise<void>;
}

type Ask = SolverRequest extends infer One ? (One extends SolverRequest ? Omit<One, 'id'> : never) : never;

/**
 * HiGHS in a worker thread, so that an audit never blocks requests.
 *
 * Errors: every open question is rejected when the thread fails or stops. Source: HiGHS 1.15 (MIT), compiled
 * to WebAssembly.
 */
export const highsWorker = (script = new URL('./solver-worker.js', import.meta.url)): SolverThread => {
  const worker = new Worker(script);
  const waiting = new Map<
    number,
    { resolve: (solution: LinearSolution | undefined) => void; reject: (reason: Error) => void }
  >();
  let lastId = 0,
    lastProgramme = 0,
    ended: Error | undefined;
  const end = (reason: Error): void => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (reply: SolverReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) asked?.reject(new Error(reply.failure));
    else asked?.resolve(reply.solution);
  });
  worker.on('error', (reason) => {
    end(reason instanceof Error ? reason : new Error(String(reason)));
  });
  worker.on('exit', () => {
    end(new Error('The solver thread has ended.'));
  });
  const ask = (request: Ask): Promise<LinearSolution | undefined> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) {
        reject(ended);
        return;
      }
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id });
    });
  return {
    async open(contents) {
      const programme = ++lastProgramme;
      await ask({ ask: 'open', programme, contents });
      return {
        async maximise(costs, bounds) {
          const solution = await ask({ ask: 'maximise', programme, costs, bounds });
          if (solution === undefined) throw new Error('The solver thread gave no solution.');
          return solution;
        },
        async close() {
          await ask({ ask: 'close', programme });
        },
      };
    },
    async stop() {
      await worker.terminate();
    },
  };
};
