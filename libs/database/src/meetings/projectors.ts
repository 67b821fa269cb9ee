import type { CodesIn } from '#domain/vocabulary';
import type { Queries, Session } from '../door/session.js';

/** Lets a device wait to be paired. @returns the pause in milliseconds that asking makes */
export async function beginPairing(
  queries: Queries,
  tokenHash: string,
  codeHash: string,
  source: string,
): Promise<number> {
  return (
    await queries.one<{ wait: number }>(
      `select sec.begin_pairing(decode($1, 'hex'), decode($2, 'hex'), decode($3, 'hex')) as wait`,
      [tokenHash, codeHash, source],
    )
  ).wait;
}

/** Counts a code that somebody types before it is judged. @returns seconds to wait, 0 to go on */
export async function beginPair(authn: Queries, tokenHash: string): Promise<number> {
  return (await authn.one<{ wait: number }>(`select sec.begin_pair(decode($1, 'hex')) as wait`, [tokenHash]))
    .wait;
}

/** The code was right: the count begins again. */
export async function passPair(authn: Queries, tokenHash: string): Promise<void> {
  await authn.rows(`select sec.pass_pair(decode($1, 'hex'))`, [tokenHash]);
}

/** @returns the projector's id @throws P0001 `projector.codeUnknown` */
export async function pairProjector(session: Session, codeHash: string): Promise<string> {
  return (await session.one<{ id: string }>(`select app.pair_projector(decode($1, 'hex')) as id`, [codeHash]))
    .id;
}

/** @returns how many were ended */
export async function endProjectors(session: Session): Promise<number> {
  return (await session.one<{ ended: number }>('select app.end_projectors() as ended', [])).ended;
}

interface ProjectedPerson {
  readonly ageBand: string | null;
  readonly sex: string | null;
  readonly riskFactors: string[];
}
interface ProjectedTerm {
  readonly list: string;
  readonly code: string;
  readonly labelEn: string;
  readonly labelFr: string;
  readonly categoryEn: string | null;
  readonly categoryFr: string | null;
}
/**
 * The card of the open meeting; `situation_id`, sealed summary and key are for opening the summary here, and
 * go no further.
 */
export interface ProjectorCardRow {
  readonly table_id: string;
  readonly shaded: boolean;
  readonly situation_id: string | null;
  readonly number: string;
  readonly stage: string;
  readonly codes: CodesIn<'projector'>;
  readonly persons: ProjectedPerson[];
  readonly originating_sector: string;
  readonly terms: ProjectedTerm[];
  readonly summary: Buffer | null;
  readonly wrapped: Buffer | null;
  readonly epoch_id: string | null;
}

/** Undefined when no meeting is open. */
export async function projectorCard(queries: Queries): Promise<ProjectorCardRow | undefined> {
  return queries.maybe<ProjectorCardRow>('select c.* from app.projector_card() c');
}
