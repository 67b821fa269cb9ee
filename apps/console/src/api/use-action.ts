import {
  useMutation,
  useMutationState,
  type MutationCache,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { Unreached } from './api.js';
import { TurnedBack } from './gates.js';

/** The header of a POST: the same key however often the same action has to be sent. */
export interface Once {
  readonly 'Idempotency-Key': string;
}

export interface ActionOptions<Input, Result> {
  readonly onDone?: (result: Result, input: Input) => void;
  /** Called at once, before the server has answered; what it returns takes it back if the server refuses. */
  readonly onBegin?: (input: Input) => () => void;
  readonly onRefused?: (error: Error, input: Input) => void;
  /** What the action changes, asked for anew once it is done. */
  readonly changes?: readonly QueryKey[];
}

const longest = 15_000;

interface Sent<Input> {
  readonly input: Input;
  readonly key: string;
}

const givenUp = new Set<string>();

/** What waits for the server is not sent any more, though its next try may already be on the clock. */
export function giveUpWaiting(cache: MutationCache): void {
  for (const { state } of cache.findAll({ mutationKey: ['action'], status: 'pending' }))
    givenUp.add((state.variables as Sent<unknown>).key);
  cache.clear();
}

/** Until what changed has been read anew; or until a reading finds the line away, since the next action, which waits its turn, is then to be counted and tried. */
function readAnew(client: QueryClient, changes: readonly QueryKey[]): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.getQueryCache().subscribe((event) => {
      if (
        event.type === 'updated' &&
        event.action.type === 'failed' &&
        event.action.error instanceof Unreached
      )
        done();
    });
    const done = (): void => {
      stop();
      resolve();
    };
    Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey }))).then(done, done);
  });
}

/**
 * One thing a person does. Actions of a tab are sent one after another in the order in which they were taken; while the line is
 * away they wait and are sent again under the same key, so that nothing is lost and nothing is done twice.
 */
export function useAction<Input, Result>(
  send: (input: Input, once: Once) => Promise<Result>,
  { onDone, onBegin, onRefused, changes = [] }: ActionOptions<Input, Result> = {},
) {
  const action = useMutation<Result, Error, Sent<Input>, (() => void) | undefined>({
    mutationKey: ['action'],
    scope: { id: 'actions' },
    networkMode: 'always',
    mutationFn: ({ input, key }) =>
      givenUp.has(key) ? Promise.reject(new TurnedBack()) : send(input, { 'Idempotency-Key': key }),
    retry: (_count, error) => error instanceof Unreached,
    retryDelay: (count) => Math.min(longest, 500 * 2 ** count),
    onMutate: ({ input }) => onBegin?.(input),
    onSuccess: (result, { input }) => {
      onDone?.(result, input);
    },
    onError: (error, { input }, takeBack) => {
      takeBack?.();
      onRefused?.(error, input);
    },
    onSettled: (_result, _error, _variables, _context, { client }) => readAnew(client, changes),
  });
  return {
    do: (input: Input): void => {
      action.mutate({ input, key: crypto.randomUUID() });
    },
    pending: action.isPending,
    error: action.error,
    forget: action.reset,
  };
}

/** How many actions wait for the server, once it has left one unanswered; those that only wait for their turn are on their way. */
export function useWaitingActions(): number {
  const failures = useMutationState({
    filters: { mutationKey: ['action'], status: 'pending' },
    select: ({ state }) => state.failureCount,
  });
  return failures.some((count) => count > 0) ? failures.length : 0;
}
