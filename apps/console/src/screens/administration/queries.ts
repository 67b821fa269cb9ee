import type { Schema } from '#api-client';
import { api, ask } from '../../api/api.js';
import { useEveryPage, usePages } from '../../api/use-pages.js';

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
const agencies = (after: { readonly after?: string }) =>
  ask(() => api.GET('/api/v1/agencies', { params: { query: { limit: 50, ...after } } }));
const tables = (after: { readonly after?: string }) =>
  ask(() => api.GET('/api/v1/tables', { params: { query: { limit: 50, ...after } } }));
const users = (after: { readonly after?: string }) =>
  ask(() => api.GET('/api/v1/users', { params: { query: { limit: 50, ...after } } }));

export const useAgencies = () => usePages<Agency>(agenciesKey, agencies);
export const useTables = () => usePages<SituationTable>(tablesKey, tables);
export const useUsers = () => usePages<User>(usersKey, users);
/** All of them, to choose from or to find one by its id; a list that is shown stays a page at a time. */
export const useEveryAgency = () => useEveryPage<Agency>([...agenciesKey, 'every'], agencies);
export const useEveryTable = () => useEveryPage<SituationTable>([...tablesKey, 'every'], tables);
export const useEveryUser = () => useEveryPage<User>([...usersKey, 'every'], users);
export const useSettingsChanges = () =>
  usePages<SettingsChange>(settingsKey, (after) =>
    ask(() => api.GET('/api/v1/settings-changes', { params: { query: { limit: 50, ...after } } })),
  );

/**
 * Names for the ids that seats, offers and invitations carry, as far as this seat may read them. Read again
 * with the lists of agencies and tables, so that one's own new one has its name.
 */
export function useNames() {
  const places = [
    ...useEveryPage<Agency>([...agenciesKey, 'endedToo'], (after) =>
      ask(() => api.GET('/api/v1/agencies', { params: { query: { limit: 50, endedToo: true, ...after } } })),
    ),
    ...useEveryPage<SituationTable>([...tablesKey, 'endedToo'], (after) =>
      ask(() => api.GET('/api/v1/tables', { params: { query: { limit: 50, endedToo: true, ...after } } })),
    ),
  ];
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (...ids: readonly (string | null)[]): string =>
    ids
      .filter((id) => id !== null)
      .map((id) => names.get(id) ?? '…')
      .join(' · ');
}
