import type { Session } from '../door/session.js';

/** What a change says of a term; left out is empty. Days are `YYYY-MM-DD`. */
export interface TermContent {
  readonly labelEn?: string | null;
  readonly labelFr?: string | null;
  readonly definitionEn?: string | null;
  readonly definitionFr?: string | null;
  /** The word is the same in both languages, and somebody says so. */
  readonly sameInBoth?: boolean;
  readonly group?: string | null;
  readonly theme?: string | null;
  readonly mapsTo?: string | null;
  readonly activeFrom?: string | null;
  readonly activeTo?: string | null;
}

/** A term that is to be added, edited or retired; `tableId` for a local one. */
export interface TermChange {
  readonly kind: 'add' | 'edit' | 'retire';
  readonly list: string;
  readonly code: string;
  readonly tableId: string | null;
  readonly content: TermContent;
}

/**
 * Proposes a change and returns its id. Errors: P0001 `codebook.change.*`; P0002 where the term is unknown;
 * 42501 for another table's terms.
 */
export async function proposeChange(session: Session, change: TermChange): Promise<string> {
  const { id } = await session.one<{ id: string }>(
    'select codebook.propose($1, $2, $3, $4, $5::jsonb) as id',
    [change.kind, change.list, change.code, change.tableId, JSON.stringify(change.content)],
  );
  return id;
}

/**
 * Writes the whole content of an open change again; earlier signatures fall. Errors: as `proposeChange`; 40001
 * on a stale version.
 */
export async function reviseChange(
  session: Session,
  id: string,
  version: number,
  content: TermContent,
): Promise<void> {
  await session.rows('select codebook.revise($1, $2, $3::jsonb)', [id, version, JSON.stringify(content)]);
}

/** Takes an open change off the list. Errors: P0001 `codebook.change.decidedAlready`; 40001; P0002. */
export async function discardChange(session: Session, id: string, version: number): Promise<void> {
  await session.rows('select codebook.discard($1, $2)', [id, version]);
}

/**
 * Signs an open change; the second administrator's signature publishes it and returns the new version of the
 * codebook, null otherwise.
 * Errors: P0001 `codebook.publish.*`, `codebook.change.*`; 40001; P0002; 42501 for anybody but an administrator.
 */
export async function signChange(session: Session, id: string, version: number): Promise<number | null> {
  const { published } = await session.one<{ published: number | null }>(
    'select codebook.sign($1, $2) as published',
    [id, version],
  );
  return published;
}
