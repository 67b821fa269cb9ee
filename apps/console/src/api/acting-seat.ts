import { useSyncExternalStore } from 'react';

const key = 'seat';
const listeners = new Set<() => void>();

/** The seat this tab acts from: of the tab alone, so that two tabs can act from two seats. */
export const actingSeat = {
  get: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
  set: (seat: string | undefined): void => {
    if (seat === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, seat);
    for (const listener of listeners) listener();
  },
};

export function useActingSeat(): string | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, actingSeat.get);
}
