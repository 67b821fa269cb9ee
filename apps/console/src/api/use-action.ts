import {
  useMutation,
  useMutationState,
  type MutationCache,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Refused, Unreached } from './api.js';
import { TurnedBack } from './gates.js';
import { keepWords, wordsIn } from './kept-words.js';

/** The header of a POST: the same key however often the same action has to be sent. */
export interface Once {
  readonly 'Idempotency-Key': string;
}

export interface ActionOptions<Input, Result> {
  readonly onDone?: (result: Result, input: Input) => void;
  /** Called at once, before the server has answered; what it returns takes it back if the server refuses. */
  readonly onBegin?: (input: Input) => () => void;
  readonly onRefused?: (error: Error, input: Input) => void;
  /** What an action is about, where one page does many: a refusal stays said though another one follows. */
  readonly about?: (input: Input) => string;
  /** No page says what the server refuses: it is said on every page. */
  readonly isBackground?: boolean;
  /** What the action changes and is on the page now: asked for again before the next action. */
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

/**
 * Until what changed has been read again; or until a reading finds the line away, since the next action, which
 * waits its turn, is then to be counted and tried.
 */
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
 * Whatever was read before an own write is older than it: each page that is opened next reads again, and no
 * version that was read before is taken for another person's. What no write of this page changes says `meta:
 * { fixed: true }`.
 */
function outdate(client: QueryClient): void {
  void client.invalidateQueries({
    refetchType: 'none',
    predicate: ({ meta }) => meta?.['fixed'] !== true,
  });
}

/**
 * Where the page was left that would have said it, or speaks of a later action already, the refusal and its
 * words are kept for every page.
 */
function keepRefused(error: Error, input: unknown, isHere: boolean): void {
  if (error instanceof TurnedBack || error instanceof Unreached) return;
  const problem = error instanceof Refused ? error.problem : undefined;
  const why = problem === undefined ? 'overtaken' : isHere ? 'earlier' : 'refused';
  keepWords({ why, problem, words: wordsIn(input) });
}

/**
 * One thing a person does. Actions of a tab are sent one after another in the order in which they were taken;
 * while the line is away they wait and are sent again under the same key, so that nothing is lost and nothing
 * is done twice.
 */
export function useAction<Input, Result>(
  send: (input: Input, once: Once) => Promise<Result>,
  {
    onDone,
    onBegin,
    onRefused,
    about,
    isBackground = false,
    changes = [],
  }: ActionOptions<Input, Result> = {},
) {
  const router = useRouter();
  const isHere = useRef(true);
  /** The action that `error` and `pending` speak of: the one that was taken last. */
  const latest = useRef('');
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const action = useMutation<Result, Error, Sent<Input>, (() => void) | undefined>({
    mutationKey: ['action'],
    scope: { id: 'actions' },
    networkMode: 'always',
    mutationFn: ({ input, key }) =>
      givenUp.has(key) ? Promise.reject(new TurnedBack()) : send(input, { 'Idempotency-Key': key }),
    retry: (_count, error) => error instanceof Unreached,
    retryDelay: (count) => Math.min(longest, 500 * 2 ** count),
    onMutate: ({ input }) => onBegin?.(input),
    onSuccess: (result, { input }, _undo, { client }) => {
      outdate(client);
      onDone?.(result, input);
    },
    onError: (error, { input, key }, takeBack) => {
      takeBack?.();
      onRefused?.(error, input);
      // While the next page is on its way, this one is still drawn, and nobody would read what it says.
      const { location, resolvedLocation } = router.state;
      const stays = isHere.current && location.pathname === (resolvedLocation ?? location).pathname;
      const isSaidHere = stays && (latest.current === key || !(error instanceof Refused));
      if (isBackground || !isSaidHere) keepRefused(error, input, stays);
    },
    onSettled: (_result, _error, _variables, _context, { client }) => readAnew(client, changes),
  });
  return {
    do: (input: Input): void => {
      const { error, variables: before } = action;
      if (about && before && error instanceof Refused && about(before.input) !== about(input))
        keepRefused(error, before.input, true);
      latest.current = crypto.randomUUID();
      action.mutate({ input, key: latest.current });
    },
    pending: action.isPending,
    error: action.error,
    forget: action.reset,
  };
}

/**
 * How many actions wait for the server, once it has left one unanswered; those that only wait for their turn
 * are on their way.
 */
export function useWaitingActions(): number {
  const failures = useMutationState({
    filters: { mutationKey: ['action'], status: 'pending' },
    select: ({ state }) => state.failureCount,
  });
  return failures.some((count) => count > 0) ? failures.length : 0;
}
