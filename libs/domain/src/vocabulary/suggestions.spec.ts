import { expect, test } from '@jest/globals';
import { codebook } from './codebook.js';
import { sectorsByFactorGroup, suggestedSectors, suggestionRules } from './suggestions.js';

test('every group of risk factors has its sectors, and every sector is one of the codebook', () => {
  const groups = new Set(codebook.riskFactor.map((term) => term.group));
  expect(Object.keys(sectorsByFactorGroup).sort()).toEqual([...groups].sort());
  const sectors = new Set<string>(codebook.sector.map(({ code }) => code));
  expect(
    Object.values(sectorsByFactorGroup)
      .flat()
      .filter((sector) => !sectors.has(sector)),
  ).toEqual([]);
});

test('a suggestion names each group once, and nothing is suggested for an unknown one', () => {
  expect([...suggestedSectors(['alcohol', 'alcohol', 'drugs', 'unknown'], suggestionRules({}))]).toEqual([
    ['mental-health-and-addictions', ['alcohol', 'drugs']],
    ['health', ['alcohol', 'drugs']],
  ]);
});

test('a table’s own rule stands before the product’s, even one that suggests nobody', () => {
  const rules = suggestionRules({ alcohol: [], 'new-group': ['housing'] });
  expect(rules).toHaveLength(Object.keys(sectorsByFactorGroup).length + 1);
  expect([...suggestedSectors(['alcohol', 'drugs', 'new-group'], rules)]).toEqual([
    ['mental-health-and-addictions', ['drugs']],
    ['health', ['drugs']],
    ['housing', ['new-group']],
  ]);
  expect(rules.filter(({ isDefault }) => !isDefault).map(({ group }) => group)).toEqual([
    'alcohol',
    'new-group',
  ]);
});
