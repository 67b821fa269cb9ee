import type { CodeOf } from '#domain/vocabulary';

type OutcomeType = CodeOf<'situationType'>;
export type AgeBand = CodeOf<'ageBand'>;
export type Sex = CodeOf<'sex'>;
type OutcomeStatus = 'concluded' | 'rejected' | 'returned' | 'withdrawn';
export type ConclusionGroup = CodeOf<'conclusionGroup'>;
export type RiskAfter = CodeOf<'riskAfter'>;

/** A service that was named and how far it came. */
export interface MobilizedService {
  readonly service: string;
  readonly mobilization: string;
}

/**
 * The de-identified row that remains of a situation (statistics.md S1): coded columns only, `null` is N/A.
 *
 * Rows that were rejected, returned or withdrawn keep what the register keeps and are `null` in lead and assisting
 * sectors, risk factors, study flags, protective factors, services and risk after. Sectors, factors, flags and services
 * are codes of a versioned codebook, so they are text and not a closed union.
 */
export interface OutcomeRecord {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly month: number;
  readonly table: string;
  readonly region: string;
  readonly status: OutcomeStatus;
  readonly type: OutcomeType;
  /** N/A where the situation is a neighbourhood or an environment. */
  readonly ageBand: AgeBand | null;
  readonly sex: Sex | null;
  readonly originatingSector: string;
  readonly leadSector: string | null;
  readonly assistingSectors: readonly string[] | null;
  /** N/A where returned or withdrawn. */
  readonly conclusionGroup: ConclusionGroup | null;
  readonly conclusionReason: string | null;
  readonly riskFactors: readonly string[] | null;
  readonly studyFlags: readonly string[] | null;
  readonly protectiveFactors: readonly string[] | null;
  readonly services: readonly MobilizedService[] | null;
  readonly riskAfter: RiskAfter | null;
}
