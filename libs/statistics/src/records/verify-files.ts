import { conclusionColumn, peopleKeys, type PeopleTerms } from './people-file.js';
import { recount, recountSets } from './recount.js';
import type { RiskSetsTerms } from './risk-sets-file.js';

/** What is wrong with a written file; empty when nothing is. */
export type Findings = readonly ('classBelowK' | 'tooFewValues' | 'shareTooLarge' | 'itemOrPairBelowK')[];

/**
 * Judges file A from its written bytes alone, by the independent counter: nothing is published that this did not pass.
 *
 * @throws UnreadableFileError when the bytes do not parse.
 * Source: output checking (Handbook on Statistical Disclosure Control, 2nd ed., 6), done by a second program
 * over the bytes. Units: records. Complexity: O(bytes).
 */
export const verifyPeopleFile = (chunks: Iterable<Uint8Array>, { k, guards }: PeopleTerms): Findings => {
  const { rows, smallest, guarded } = recount(chunks, peopleKeys, [conclusionColumn]);
  if (rows === 0) return [];
  const findings: Findings[number][] = [];
  if (smallest < k) findings.push('classBelowK');
  if (guarded.some(({ leastDistinct }) => leastDistinct < guards.leastDistinct))
    findings.push('tooFewValues');
  if (guarded.some(({ largestShare }) => largestShare > guards.largestShare)) findings.push('shareTooLarge');
  return findings;
};

/** Judges file B from its written bytes alone. @throws UnreadableFileError when the bytes do not parse. */
export const verifyRiskSetsFile = (chunks: Iterable<Uint8Array>, { k }: RiskSetsTerms): Findings => {
  const { rows, smallest } = recountSets(chunks, 'period', 'riskCategories');
  return rows > 0 && smallest < k ? ['itemOrPairBelowK'] : [];
};
