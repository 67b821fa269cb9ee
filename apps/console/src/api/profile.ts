import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import type { Language } from '../words/words.js';
import { api, ask, askTagged, ifMatch, isStale } from './api.js';
import { meKey, type Me } from './me.js';
import { useAction } from './use-action.js';

export type Profile = Schema<'ProfileResponse'>;
export type MailPreferences = Schema<'MailPreferencesRequest'>;

export const profileKey = ['profile'] as const;

/** One's own profile, with the version that a change is made on. */
export function useProfile() {
  return useQuery({
    queryKey: profileKey,
    queryFn: () => askTagged(() => api.GET('/api/v1/me/profile')),
    meta: { quiet: true },
  });
}

/** Changes the profile on the version that stands now: whoever changes their own from two pages meant the later. */
async function changeProfile(queries: QueryClient, change: { readonly language?: Language }): Promise<void> {
  const { data, tag } = await askTagged(() => api.GET('/api/v1/me/profile'));
  const { language } = change;
  try {
    await ask(() =>
      api.PATCH('/api/v1/me/profile', {
        params: { header: ifMatch(tag) },
        body: { language: data.language, ...change },
      }),
    );
  } catch (error) {
    if (isStale(error)) return changeProfile(queries, change);
    throw error;
  }
  if (language !== undefined) queries.setQueryData<Me | null>(meKey, (me) => (me ? { ...me, language } : me));
  await queries.invalidateQueries({ queryKey: profileKey });
}

/**
 * Mails and other devices follow the language that is chosen on one. It waits for the line as any action
 * does, and a refusal is said.
 */
export function useSaveLanguage(): (language: Language) => void {
  const queries = useQueryClient();
  return useAction((language: Language) => changeProfile(queries, { language }), { isBackground: true }).do;
}
