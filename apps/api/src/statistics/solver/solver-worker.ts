import { parentPort } from 'node:worker_threads';
import type { LinearProgramme, LinearSolution, OpenProgramme } from '#statistics';
import { highsHere } from './highs-programme.js';

export type SolverRequest = { readonly id: number; readonly programme: number } & (
  | { readonly ask: 'open'; readonly contents: LinearProgramme }
  | {
      readonly ask: 'maximise';
      readonly costs: ReadonlyMap<number, number>;
      readonly bounds: ReadonlyMap<number, readonly [number, number]> | undefined;
    }
  | { readonly ask: 'close' }
);

export type SolverReply = { readonly id: number } & (
  { readonly solution?: LinearSolution } | { readonly failure: string }
);

const solver = highsHere();
const open = new Map<number, OpenProgramme>();

const answer = async (request: SolverRequest): Promise<LinearSolution | undefined> => {
  switch (request.ask) {
    case 'open':
      open.set(request.programme, await (await solver).open(request.contents));
      return undefined;
    case 'maximise': {
      const programme = open.get(request.programme);
      if (programme === undefined) throw new Error('That programme is not open.');
      return programme.maximise(request.costs, request.bounds);
    }
    case 'close':
      await open.get(request.programme)?.close();
      open.delete(request.programme);
      return undefined;
  }
};

parentPort?.on('message', (request: SolverRequest) => {
  answer(request).then(
    (solution) => {
      parentPort?.postMessage({
        id: request.id,
        ...(solution === undefined ? {} : { solution }),
      } satisfies SolverReply);
    },
    (failure: unknown) => {
      parentPort?.postMessage({
        id: request.id,
        failure: failure instanceof Error ? failure.message : String(failure),
      } satisfies SolverReply);
    },
  );
});
