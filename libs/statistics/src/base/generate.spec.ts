import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { codebook, type ListName } from '#domain/vocabulary';
import { seededRandom } from './draw.js';
import { outcomeRecords } from './generate.js';
import { ages, sexes } from './marginals.js';
import type { OutcomeRecord } from './outcome-record.js';
import { riskCategoryMarginals } from './risk-marginals.js';
import { baseShapes, type BaseShape, demoShape } from './shapes.js';

const draw = (shape: BaseShape): OutcomeRecord[] => [...outcomeRecords(shape, seededRandom(shape.seed))];
const share = (rows: readonly OutcomeRecord[], is: (row: OutcomeRecord) => boolean): number =>
  rows.filter(is).length / rows.length;
const sizesOf = (rows: readonly OutcomeRecord[]): Iterable<number> => {
  const sizes = new Map<string, number>();
  for (const { table } of rows) sizes.set(table, (sizes.get(table) ?? 0) + 1);
  return sizes.values();
};
const categoryOf = (factor: string): string => factor.slice(0, factor.indexOf('.'));
const register = draw(baseShapes.register);
const concluded = register.filter((row) => row.status === 'concluded');

describe('a generated base', () => {
  it('is the same for the same seed and another for another', () => {
    const once = JSON.stringify(draw(baseShapes.small));
    expect(JSON.stringify(draw(baseShapes.small))).toBe(once);
    expect(JSON.stringify(draw({ ...baseShapes.small, seed: 1 }))).not.toBe(once);
  });

  it('of 25,000 is the one that the documents speak of', () => {
    const digest = createHash('sha256');
    for (const record of register) digest.update(JSON.stringify(record));
    expect(digest.digest('hex').slice(0, 16)).toBe('39cb8a4eefb80455');
  });

  it('has the rows, tables and regions of its shape', () => {
    expect(draw(baseShapes.small)).toHaveLength(60);
    expect(draw(baseShapes.year)).toHaveLength(2200);
    expect(register).toHaveLength(25_000);
    expect(new Set(register.map((row) => row.table)).size).toBe(53);
    expect(new Set(register.map((row) => row.region)).size).toBe(7);
    const demo = draw(demoShape(2026));
    expect(demo).toHaveLength(900);
    expect(new Set(demo.map((row) => row.table)).size).toBe(6);
    expect(new Set(demo.map((row) => row.year))).toEqual(new Set([2023, 2024, 2025]));
  });

  it('follows the ages, sexes, acceptance and outcome of Kenora and Hastings', () => {
    const persons = register.filter((row) => row.ageBand !== null);
    for (const [age, expected] of Object.entries(ages))
      expect(Math.abs(share(persons, (row) => row.ageBand === age) - expected)).toBeLessThan(0.02);
    for (const [sex, expected] of Object.entries(sexes))
      expect(Math.abs(share(persons, (row) => row.sex === sex) - expected)).toBeLessThan(0.01);
    expect(Math.abs(share(register, (row) => row.status === 'concluded') - 37 / 41)).toBeLessThan(0.01);
    expect(
      Math.abs(share(concluded, (row) => row.riskAfter === 'reduced' || row.riskAfter === 'gone') - 0.76),
    ).toBeLessThan(0.01);
  });

  it('follows the risk categories in both published denominators', () => {
    const discussions: Record<string, number> = {},
      factors: Record<string, number> = {};
    let all = 0;
    for (const { riskFactors } of concluded) {
      for (const category of new Set(riskFactors?.map(categoryOf)))
        discussions[category] = (discussions[category] ?? 0) + 1;
      for (const factor of riskFactors ?? []) {
        factors[categoryOf(factor)] = (factors[categoryOf(factor)] ?? 0) + 1;
        all++;
      }
    }
    for (const [category, { ofDiscussions }] of Object.entries(riskCategoryMarginals)) {
      expect(Math.abs((discussions[category] ?? 0) / concluded.length - ofDiscussions)).toBeLessThan(0.025);
    }
    const kenora = {
      'mental-health': 14,
      'criminal-involvement': 11,
      drugs: 10,
      alcohol: 9,
      housing: 9,
      'antisocial-negative-behaviour': 8,
      'negative-peers': 6,
    };
    for (const [category, percent] of Object.entries(kenora))
      expect(Math.abs((100 * (factors[category] ?? 0)) / all - percent)).toBeLessThan(0.8);
  });

  it('names one to eight factors and sometimes more, and correlates them with age', () => {
    const counts = concluded.map((row) => row.riskFactors?.length ?? 0);
    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBeGreaterThan(8);
    const missing = (age: string): number =>
      share(
        concluded.filter((row) => row.ageBand === age),
        (row) => row.riskFactors?.some((factor) => categoryOf(factor) === 'missing') ?? false,
      );
    expect(missing('12-17')).toBeGreaterThan(3 * missing('40-59'));
  });

  it('uses the codes of the codebook and no other', () => {
    const known = (list: ListName): Set<string> => new Set(codebook[list].map(({ code }) => code));
    const used = (list: ListName, codes: Iterable<string | null | undefined>): void => {
      const strange = [...codes].filter((code) => typeof code === 'string' && !known(list).has(code));
      expect({ list, strange }).toEqual({ list, strange: [] });
    };
    used('riskFactor', new Set(register.flatMap((row) => row.riskFactors ?? [])));
    used('studyFlag', new Set(register.flatMap((row) => row.studyFlags ?? [])));
    used('protectiveFactor', new Set(register.flatMap((row) => row.protectiveFactors ?? [])));
    used(
      'serviceType',
      new Set(register.flatMap((row) => row.services?.map(({ service }) => service) ?? [])),
    );
    used(
      'mobilization',
      new Set(register.flatMap((row) => row.services?.map(({ mobilization }) => mobilization) ?? [])),
    );
    used('conclusionReason', new Set(register.map((row) => row.conclusionReason)));
    used(
      'sector',
      new Set(
        register.flatMap((row) => [row.originatingSector, row.leadSector, ...(row.assistingSectors ?? [])]),
      ),
    );
    used('situationType', new Set(register.map((row) => row.type)));
    expect(Object.keys(riskCategoryMarginals).sort()).toEqual([...known('riskCategory')].sort());
  });

  it('leaves N/A what the register redacts', () => {
    for (const row of register) {
      const redacted = [
        row.leadSector,
        row.assistingSectors,
        row.riskFactors,
        row.studyFlags,
        row.protectiveFactors,
        row.services,
        row.riskAfter,
      ];
      if (row.status === 'concluded') expect(redacted).not.toContain(null);
      else expect(redacted.every((field) => field === null)).toBe(true);
      if (row.ageBand === null) expect(['neighbourhood', 'environmental']).toContain(row.type);
    }
  });

  it('sizes tables unevenly: the largest holds several times the median', () => {
    const sizes = [...sizesOf(register)].sort((a, b) => a - b);
    expect(sizes.at(-1) as number).toBeGreaterThan(3 * (sizes[26] as number));
  });
});
