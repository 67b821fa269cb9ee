import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask } from '../../api/api.js';
import { usePages } from '../../api/use-pages.js';
import type { Dimension } from './search.js';

export type FigureTable = Schema<'FigureTable'>;
export type ExportView = Schema<'ExportView'>;
export type Manifest = Schema<'Manifest'>;

/** Whose figures: of one's own table, or of all tables together. */
export type Scope = 'ownTable' | 'acrossTables';

const years = {
  ownTable: () => ask(() => api.GET('/api/v1/statistics/own-table/years')),
  acrossTables: () => ask(() => api.GET('/api/v1/statistics/across-tables/years')),
} as const;

/** The years that were cut, the latest first. What was cut never changes. */
export function useYears(scope: Scope) {
  return useQuery({ queryKey: ['statistics', 'years', scope], queryFn: years[scope] });
}

export interface Question {
  readonly scope: Scope;
  readonly year: number | undefined;
  readonly by: Dimension;
  readonly and?: Dimension | undefined;
}

/** One table of figures; nothing is asked while no year stands. */
export function useFigures({ scope, year = 0, by, and }: Question) {
  return useQuery({
    queryKey: ['statistics', 'figures', scope, year, by, and ?? ''],
    queryFn: () =>
      scope === 'ownTable'
        ? ask(() => api.GET('/api/v1/statistics/own-table/conclusions', { params: { query: { year } } }))
        : ask(() =>
            api.GET('/api/v1/statistics/across-tables/figures', {
              params: { query: { year, by, ...(and !== undefined && { and }) } },
            }),
          ),
    enabled: year !== 0,
    staleTime: 300_000,
  });
}

export const exportsKey = ['statistics', 'exports'] as const;

/** What was asked for, the latest first. */
export function useExports() {
  return usePages<ExportView>(exportsKey, (after) =>
    ask(() => api.GET('/api/v1/statistics/exports', { params: { query: { limit: 50, ...after } } })),
  );
}

/** What an approved file says about itself. */
export function useManifest(id: string) {
  return useQuery({
    queryKey: ['statistics', 'manifest', id],
    queryFn: () =>
      ask(() => api.GET('/api/v1/statistics/exports/{id}/manifest', { params: { path: { id } } })),
  });
}
