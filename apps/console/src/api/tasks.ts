import type { Schema } from '#api-client';
import { api, ask } from './api.js';
import { useEveryPage, usePages } from './use-pages.js';

export type OpenTask = Schema<'OpenTask'>;

/** The first part is the kind of event by which it is told. */
export const tasksKey = ['task', 'list'] as const;

const page = (after: { readonly after?: string }) =>
  ask(() => api.GET('/api/v1/tasks', { params: { query: { limit: 50, ...after } } }));

/** What waits for the acting seat, the longest waiting first. */
export const useTasks = (enabled = true) => usePages<OpenTask>(tasksKey, page, enabled);
/** All of it, to find what is about one situation. */
export const useEveryTask = () => useEveryPage<OpenTask>([...tasksKey, 'every'], page);
