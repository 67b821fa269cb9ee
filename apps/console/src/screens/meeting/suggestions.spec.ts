import { expect, test } from '@jest/globals';
import { codebook } from '#domain/vocabulary';
import { sectorsByFactorGroup, suggestedSectors } from './suggestions.js';

test('every group of risk factors has its sectors, and every sector is one of the codebook', () => {
  const groups = new Set(codebook.riskFactor.map((term) => term.group));
  expect(Object.keys(sectorsByFactorGroup).sort()).toEqual([...groups].sort());
  const sectors = new Set<string>(codebook.sector.map(({ code }) => code));
  expect(Object.values(sectorsByFactorGroup).flat().filter((sector) => !sectors.has(sector))).toEqual([]);
});

test('a suggestion names each group once, and nothing is suggested for an unknown one', () => {
  expect([...suggestedSectors(['alcohol', 'alcohol', 'drugs', 'unknown'])]).toEqual([
    ['mental-health-and-addictions', ['alcohol', 'drugs']], ['health', ['alcohol', 'drugs']],
  ]);
});
