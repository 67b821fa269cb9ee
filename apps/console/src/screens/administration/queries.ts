import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask } from '../../api/api.js';
import { usePages } from '../../api/use-pages.js';

export type Seat = Schema<'SeatResponse'>;
export type Offer = Schema<'OfferResponse'>;
export type Invitation = Schema<'InvitationResponse'>;
export type Agency = Schema<'AgencyResponse'>;
export type SituationTable = Schema<'TableResponse'>;
export type TableWithAgencies = Schema<'TableWithAgenciesResponse'>;
export type SettingsChange = Schema<'SettingsChangeResponse'>;
export type User = Schema<'UserResponse'>;

export const seatsKey = ['administration', 'seats'] as const;
export const offersKey = ['administration', 'offers'] as const;
export const invitationsKey = ['administration', 'invitations'] as const;
export const agenciesKey = ['administration', 'agencies'] as const;
export const tablesKey = ['administration', 'tables'] as const;
export const settingsKey = ['administration', 'settings-changes'] as const;
export const usersKey = ['administration', 'users'] as const;

export const useSeats = () =>
  usePages<Seat>(seatsKey, (after) =>
    ask(() => api.GET('/api/v1/seats', { params: { query: { limit: 50, ...after } } })),
  );
export const useOffers = () =>
  usePages<Offer>(offersKey, (after) =>
    ask(() => api.GET('/api/v1/seat-offers', { params: { query: { limit: 50, ...after } } })),
  );
export const useInvitations = () =>
  usePages<Invitation>(invitationsKey, (after) =>
    ask(() => api.GET('/api/v1/invitations', { params: { query: { limit: 50, ...after } } })),
  );
export const useAgencies = () =>
  usePages<Agency>(agenciesKey, (after) =>
    ask(() => api.GET('/api/v1/agencies', { params: { query: { limit: 50, ...after } } })),
  );
export const useTables = () =>
  usePages<SituationTable>(tablesKey, (after) =>
    ask(() => api.GET('/api/v1/tables', { params: { query: { limit: 50, ...after } } })),
  );
export const useUsers = () =>
  usePages<User>(usersKey, (after) =>
    ask(() => api.GET('/api/v1/users', { params: { query: { limit: 50, ...after } } })),
  );
export const useSettingsChanges = () =>
  usePages<SettingsChange>(settingsKey, (after) =>
    ask(() => api.GET('/api/v1/settings-changes', { params: { query: { limit: 50, ...after } } })),
  );

/** Names for the ids that seats, offers and invitations carry, as far as this seat may read them. */
export function useNames() {
  const { data } = useQuery({
    queryKey: ['administration', 'names'],
    queryFn: async () => {
      const [agencies, tables] = await Promise.all([
        ask(() => api.GET('/api/v1/agencies', { params: { query: { limit: 50, endedToo: true } } })),
        ask(() => api.GET('/api/v1/tables', { params: { query: { limit: 50, endedToo: true } } })),
      ]);
      return new Map([...agencies.rows, ...tables.rows].map(({ id, name }) => [id, name]));
    },
    staleTime: 60_000,
  });
  return (...ids: readonly (string | null)[]): string =>
    ids
      .filter((id) => id !== null)
      .map((id) => data?.get(id) ?? '…')
      .join(' · ');
}
