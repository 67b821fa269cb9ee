import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { useActingSeat } from './acting-seat.js';
import { answered, api, Refused } from './api.js';

export type Me = Schema<'MeResponse'>;
export type OwnSeat = Me['seats'][number];

export const meKey = ['me'] as const;

const mark = 'session';

/** Whether somebody signed in with this browser: says nothing of who, and spares the question where nobody did. */
export const signedIn = {
  note: (): void => {
    localStorage.setItem(mark, 'begun');
  },
  forget: (): void => {
    localStorage.removeItem(mark);
  },
  isNoted: (): boolean => localStorage.getItem(mark) !== null,
};

/** Who is signed in; null: nobody. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: () =>
      !signedIn.isNoted()
        ? Promise.resolve(null)
        : answered(api.GET('/api/v1/me')).catch((error: unknown) => {
            if (error instanceof Refused && error.problem.status === 401) {
              signedIn.forget();
              return null;
            }
            throw error;
          }),
    meta: { quiet: true },
  });
}

/** The seat that this tab acts from: the chosen one, or the only one there is. */
export function useSeat(): OwnSeat | undefined {
  const { data: me } = useMe();
  const chosen = useActingSeat();
  return me?.seats.find(({ id }) => id === chosen);
}
