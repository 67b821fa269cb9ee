import type { Schema } from '#api-client';
import { api, ask } from '../../../api/api.js';
import { usePages } from '../../../api/use-pages.js';

export type TermList = Schema<'ListView'>;
export type Term = Schema<'TermView'>;
export type Change = Schema<'ChangeView'>;
export type Content = Schema<'TermContentInput'>;
export type Kind = 'add' | 'edit' | 'retire';

export const changesKey = ['administration', 'codebook-changes'] as const;

/** Changes that are proposed and not yet published. */
export const useChanges = () =>
  usePages<Change>(changesKey, (after) =>
    ask(() =>
      api.GET('/api/v1/codebook/changes', { params: { query: { state: 'proposed', limit: 50, ...after } } }),
    ),
  );
