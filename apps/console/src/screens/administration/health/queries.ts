import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask } from '../../../api/api.js';
import { usePages } from '../../../api/use-pages.js';

export type AdministrationEvent = Schema<'AdministrationEventResponse'>;

export const workKey = ['administration', 'health', 'work'] as const;
const key = (what: string) => ['administration', 'health', what] as const;

export const useReady = () =>
  useQuery({ queryKey: key('ready'), queryFn: () => ask(() => api.GET('/readyz')), refetchInterval: 30_000 });
export const useWork = () =>
  useQuery({
    queryKey: workKey,
    queryFn: () => ask(() => api.GET('/api/v1/administration/work')),
    refetchInterval: 60_000,
  });
export const useKeyring = () =>
  useQuery({ queryKey: key('keyring'), queryFn: () => ask(() => api.GET('/api/v1/administration/keyring')) });
const backupKinds = ['data', 'keys', 'restore'] as const;
/** The latest of each kind: many of one kind must not push the others out. */
export const useBackups = () =>
  useQuery({
    queryKey: key('backups'),
    queryFn: async () =>
      (
        await Promise.all(
          backupKinds.map((kind) =>
            ask(() => api.GET('/api/v1/administration/backups', { params: { query: { kind, limit: 1 } } })),
          ),
        )
      ).flatMap(({ rows }) => rows),
  });
export const useChains = () =>
  usePages(key('chains'), (after) =>
    ask(() => api.GET('/api/v1/administration/chains', { params: { query: { limit: 50, ...after } } })),
  );
export const useRefusals = () =>
  usePages(key('refusals'), (after) =>
    ask(() => api.GET('/api/v1/administration/refusals', { params: { query: { limit: 20, ...after } } })),
  );
export const useEvents = () =>
  usePages(key('events'), (after) =>
    ask(() => api.GET('/api/v1/administration/events', { params: { query: { limit: 20, ...after } } })),
  );
