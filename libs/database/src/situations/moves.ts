import type { MoveName, Request } from '#domain/filters';
import type { GivenCodes, Stage } from '#domain/vocabulary';
import type { Session } from '../door/session.js';
import type { Facts } from '#domain/filters';

/** A wrapped key as it travels to the database. */
export interface StoredKey {
  readonly tier: 2 | 3 | 4;
  readonly wrapped: string;
  readonly epochId: string;
}

/** The coded part of a situation as it is brought. */
export type BroughtCodes = GivenCodes & {
  /** The version of the guard that let the summary pass. */
  readonly guardVersion: number;
  readonly persons?:
    | readonly {
        id: string;
        ageBand?: string | undefined;
        sex?: string | undefined;
        riskFactors?: readonly string[] | undefined;
      }[]
    | undefined;
};

/**
 * What judging a move needs to know, and the version it was read at. @throws RowMissing for a situation that
 * this seat may not know of
 */
export async function moveFacts(
  session: Session,
  situationId: string,
): Promise<{ version: number; facts: Facts }> {
  return session.one('select f.version, f.facts from app.move_facts($1) f', [situationId]);
}

/**
 * @throws RowMissing unless the situation is known to this seat, or was moved out of its sight by this agency
 * itself
 */
export async function requireKnown(session: Session, situationId: string): Promise<void> {
  await session.one('select 1 as known where app.known($1)', [situationId]);
}

/** Makes the move; the database judges it again, under the row's lock. */
export async function transition(
  session: Session,
  move: MoveName,
  situationId: string,
  version: number,
  request: Request,
): Promise<{ version: number; stage: Stage }> {
  return session.one('select t.version, t.stage from app.transition($1, $2, $3, $4) t', [
    move,
    situationId,
    version,
    JSON.stringify(request),
  ]);
}

export async function codeActive(session: Session, list: string, code: string): Promise<boolean> {
  return (await session.one<{ active: boolean }>('select app.code_active($1, $2) as active', [list, code]))
    .active;
}

/** Whether a situation of that number stands at this table, visible and other than this one. */
export async function numberStands(session: Session, number: string, otherThan: string): Promise<boolean> {
  return (
    (await session.maybe(
      'select 1 as found from app.situation s where s.table_id = (select (sec.ctx()).table_id) and s.number = $1 and s.id <> $2',
      [number, otherThan],
    )) !== undefined
  );
}

export async function bringToTable(
  session: Session,
  screening: { id: string; version: number },
  situationId: string,
  request: Request,
  codes: BroughtCodes,
  summary: Buffer | null,
  keys: readonly StoredKey[],
): Promise<string> {
  const row = await session.one<{ number: string }>(
    'select app.bring_to_table($1, $2, $3, $4, $5, $6, $7) as number',
    [
      screening.id,
      screening.version,
      situationId,
      JSON.stringify(request),
      JSON.stringify(codes),
      summary,
      JSON.stringify(keys),
    ],
  );
  return row.number;
}

export async function bringOnBehalf(
  session: Session,
  situationId: string,
  request: Request,
  codes: BroughtCodes,
  summary: Buffer | null,
  keys: readonly StoredKey[],
): Promise<string> {
  const row = await session.one<{ number: string }>(
    'select app.bring_on_behalf($1, $2, $3, $4, $5) as number',
    [situationId, JSON.stringify(request), JSON.stringify(codes), summary, JSON.stringify(keys)],
  );
  return row.number;
}

/**
 * The wrapped key of a tier, handed out together with its audit event; undefined when this seat may not open
 * the tier now.
 */
export async function openTier(
  session: Session,
  situationId: string,
  tier: 2 | 3 | 4,
  purpose: string,
): Promise<{ wrapped: Buffer; epochId: string } | undefined> {
  return session.maybe<{ wrapped: Buffer; epochId: string }>(
    'select k.wrapped, k.epoch_id as "epochId" from app.open_tier($1, $2, $3) k',
    [situationId, tier, purpose],
  );
}

/** Records the first time that this session saw the codes of the situations in a list. */
export async function noteReads(session: Session, situationIds: readonly string[]): Promise<void> {
  if (situationIds.length > 0) await session.rows('select app.note_reads($1)', [situationIds]);
}
