/**
 * Which sectors usually help with which group of risk factors, until a table says otherwise: a rule that
 * everybody can read, never a score. It only says whom to ask first; the table decides.
 */
export const sectorsByFactorGroup: Readonly<Record<string, readonly string[]>> = {
  alcohol: ['mental-health-and-addictions', 'health'],
  'antisocial-negative-behaviour': ['justice', 'child-youth-and-family-services'],
  'basic-needs': ['social-services', 'health'],
  'cognitive-functioning': ['health', 'social-services'],
  'crime-victimization': ['justice', 'social-services'],
  'criminal-involvement': ['justice'],
  drugs: ['mental-health-and-addictions', 'health'],
  'elder-abuse': ['health', 'justice'],
  'emotional-violence': ['social-services', 'child-youth-and-family-services'],
  gambling: ['mental-health-and-addictions'],
  gangs: ['justice', 'education'],
  housing: ['housing', 'social-services'],
  'mental-health': ['mental-health-and-addictions', 'health'],
  missing: ['justice', 'child-youth-and-family-services'],
  'missing-school': ['education', 'child-youth-and-family-services'],
  'negative-peers': ['education', 'child-youth-and-family-services'],
  parenting: ['child-youth-and-family-services'],
  'physical-health': ['health'],
  'physical-violence': ['justice', 'child-youth-and-family-services'],
  poverty: ['social-services'],
  'self-harm': ['mental-health-and-addictions', 'health'],
  'sexual-violence': ['justice', 'health'],
  'social-environment': ['social-services', 'housing'],
  suicide: ['mental-health-and-addictions', 'health'],
  supervision: ['child-youth-and-family-services'],
  'threat-to-public-health-and-safety': ['justice', 'health'],
  unemployment: ['social-services'],
};

/** Which sectors are suggested for a situation that has a risk factor of this group. */
export interface SuggestionRule {
  readonly group: string;
  readonly sectors: readonly string[];
  /** Whether it is the product's own rule and not one that the table has set. */
  readonly isDefault: boolean;
}

/**
 * The rules of a table: its own where it has set one, the product's otherwise, by group.
 * @param own sectors by group, as the table keeps them
 */
export function suggestionRules(own: Readonly<Record<string, readonly string[]>>): readonly SuggestionRule[] {
  const groups = [...new Set([...Object.keys(sectorsByFactorGroup), ...Object.keys(own)])].sort();
  return groups.map((group) => ({
    group,
    sectors: own[group] ?? sectorsByFactorGroup[group] ?? [],
    isDefault: own[group] === undefined,
  }));
}

/** For each sector, the groups of the situation's factors for which it is suggested. */
export function suggestedSectors(
  groups: readonly string[],
  rules: readonly Pick<SuggestionRule, 'group' | 'sectors'>[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const group of new Set(groups)) {
    for (const sector of rules.find((rule) => rule.group === group)?.sectors ?? [])
      found.set(sector, [...(found.get(sector) ?? []), group]);
  }
  return found;
}
