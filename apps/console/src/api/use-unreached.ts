import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Unreached } from './api.js';

/** Whether the server did not answer when it was last asked. */
export function useIsUnreached(): boolean {
  const cache = useQueryClient().getQueryCache();
  const reading = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => cache.getAll().some(({ state }) => state.fetchFailureReason instanceof Unreached),
  );
  const acting = useIsMutating({
    mutationKey: ['action'],
    predicate: ({ state }) => state.failureReason instanceof Unreached,
  });
  return reading || acting > 0;
}
