import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths, Schema } from '#api-client';
import { api, ask, ifMatch, orNothing } from './api.js';
import type { Once } from './use-action.js';
import { useVersionConflict } from './use-version-conflict.js';

type MovePath = Extract<keyof paths, `/api/v1/situations/{id}/moves/${string}`>;
/** The moves by the last part of their address: `record-risk`, `assign`. */
export type MoveName = MovePath extends `/api/v1/situations/{id}/moves/${infer Name}` ? Name : never;
type Content<P extends MovePath> = paths[P]['post'] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : Record<string, never>;
type MoveBody<Name extends MoveName> = Content<`/api/v1/situations/{id}/moves/${Name}`>;

export type SituationView = Schema<'SituationView'>;

/**
 * Whether an agency accepted to intervene and still does: what the intervening agencies share is asked for by
 * nobody else.
 */
export function isIntervening(
  { stage, assignments = [] }: Pick<SituationView, 'stage' | 'assignments'>,
  agencyId: string | undefined,
): boolean {
  return (
    (stage === 'planning' || stage === 'intervention') &&
    assignments.some(({ agency, state }) => agency.id === agencyId && state === 'accepted')
  );
}

/** One move of one situation with what it carries. */
export type MoveInput = {
  [Name in MoveName]: { readonly move: Name; readonly body?: MoveBody<Name> };
}[MoveName];

const readSituation = (id: string) =>
  ask(() => api.GET('/api/v1/situations/{id}', { params: { path: { id } } }));

export const situationKey = (id: string) => ['situation', id] as const;

/** A situation with everything that this seat may see of it now. */
export function useSituation(id: string | undefined) {
  return useQuery({
    queryKey: situationKey(id ?? ''),
    queryFn: () => readSituation(id ?? ''),
    enabled: id !== undefined,
  });
}

type Post = (
  path: string,
  request: { params: object; body: object },
) => Promise<{ data?: Schema<'MovedAnswer'>; error?: unknown; response: Response }>;

/** All moves have one shape; the type of each body was checked where the input was made. */
function send(id: string, version: number, { move, body = {} }: MoveInput, once: Once) {
  const post = api.POST as unknown as Post;
  return ask(() =>
    post(`/api/v1/situations/{id}/moves/${move}`, {
      params: { path: { id }, header: { ...ifMatch(version), ...once } },
      body,
    }),
  );
}

export interface MoveOptions {
  /** Shows what the move will do before the server has answered; what it returns takes it back. */
  readonly onBegin?: (input: MoveInput) => () => void;
  readonly onDone?: (moved: Schema<'MovedAnswer'>, input: MoveInput) => void;
}

/** What was done to a situation since the version on which a move was wanted. */
export interface MovedMeanwhile {
  readonly situation: SituationView;
  readonly steps: readonly Schema<'StepView'>[];
}

/**
 * Makes moves of one situation from the version that this page shows; the next one starts from what the move
 * before it answered.
 * Where somebody else was first, `overtaken` holds the move beside what was done meanwhile.
 */
export function useMove(
  situation: Pick<SituationView, 'id' | 'version'> | undefined,
  { onDone, onBegin }: MoveOptions = {},
) {
  const queries = useQueryClient();
  const id = situation?.id ?? '';
  const versionSeen = (): number =>
    Math.max(queries.getQueryData<SituationView>(situationKey(id))?.version ?? 0, situation?.version ?? 0);
  return useVersionConflict<MoveInput, MovedMeanwhile, Schema<'MovedAnswer'>>(
    (input, once) => send(id, versionSeen(), input, once),
    {
      read: async () => {
        const version = versionSeen();
        const [now, timeline] = await Promise.all([
          readSituation(id),
          orNothing(ask(() => api.GET('/api/v1/situations/{id}/timeline', { params: { path: { id } } }))),
        ]);
        // Each version but a minimised one's has its step.
        return { situation: now, steps: timeline?.rows.slice(version - now.version) ?? [] };
      },
      changes: [situationKey(id), ['situations'], ['week'], ['task']],
      ...(onBegin !== undefined && { onBegin }),
      onDone: (moved, input) => {
        queries.setQueryData<SituationView>(situationKey(id), (now) =>
          now === undefined
            ? now
            : { ...now, version: moved.version, stage: moved.stage as SituationView['stage'] },
        );
        onDone?.(moved, input);
      },
    },
  );
}
