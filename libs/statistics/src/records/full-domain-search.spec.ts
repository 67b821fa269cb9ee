import { describe, expect, it } from '@jest/globals';
import { closeness, distinctValues, equalDistance } from './class-criteria.js';
import { codeIn } from './equivalence-classes.js';
import { searchFullDomain, type SearchTask } from './full-domain-search.js';
import { attributeOf, type Attribute, HierarchyError, hierarchyOf } from './hierarchy.js';
import { discernability, geometricLoss, logGeneralisation, nonUniformEntropy } from './information-loss.js';

// ARX, src/test/…/DataProvider.java and TestAnonymization.java @aacd487 (Apache-2.0).
const age = hierarchyOf([
  ['34', '<50', '*'],
  ['45', '<50', '*'],
  ['66', '>=50', '*'],
  ['70', '>=50', '*'],
]);
const gender = hierarchyOf([
  ['male', '*'],
  ['female', '*'],
]);
const zip = (codes: readonly string[]) =>
  hierarchyOf(
    codes.map((code) => [0, 1, 2, 3, 4, 5].map((masked) => code.slice(0, 5 - masked) + '*'.repeat(masked))),
  );
const sevenRows = [
  ['34', 'male', '81667'],
  ['45', 'female', '81675'],
  ['66', 'male', '81925'],
  ['70', 'female', '81931'],
  ['34', 'female', '81931'],
  ['70', 'male', '81931'],
  ['45', 'male', '81931'],
] as const;
const zipOfSeven = hierarchyOf(
  ['81667', '81675', '81925', '81931'].map((code) =>
    [0, 1, 2, 3, 4, 5].map((masked) => code.slice(0, 5 - masked) + '*'.repeat(masked)),
  ),
);
const seven: Attribute[] = [
  attributeOf(
    'age',
    sevenRows.map(([a]) => a),
    age,
  ),
  attributeOf(
    'gender',
    sevenRows.map(([, g]) => g),
    gender,
  ),
  attributeOf(
    'zipcode',
    sevenRows.map(([, , z]) => z),
    zipOfSeven,
  ),
];
const plain = { sensitive: [], criteria: [], suppressionLimit: 0, hideSuppressed: false };
const shown = (attributes: readonly Attribute[], levels: readonly number[] | undefined): string[][] =>
  [...(attributes[0]?.codes ?? [])].map((_, row) =>
    attributes.map(
      ({ hierarchy, codes }, a) =>
        hierarchy.labels[levels?.[a] ?? 0]?.[hierarchy.groupOf[levels?.[a] ?? 0]?.[codes[row] ?? 0] ?? 0] ??
        '',
    ),
  );

describe('the optimal full-domain generalisation', () => {
  it('is ARX’s for the seven-row example, k = 2', () => {
    const found = searchFullDomain({ ...plain, attributes: seven, k: 2, loss: geometricLoss(seven) });
    expect(shown(seven, found?.levels)).toEqual([
      ['<50', '*', '816**'],
      ['<50', '*', '816**'],
      ['>=50', '*', '819**'],
      ['>=50', '*', '819**'],
      ['<50', '*', '819**'],
      ['>=50', '*', '819**'],
      ['<50', '*', '819**'],
    ]);
    expect([...(found?.classes.counts ?? [])].sort()).toEqual([2, 2, 3]);
  });

  it('is ARX’s for the seven-row example, k = 3', () => {
    const found = searchFullDomain({ ...plain, attributes: seven, k: 3, loss: geometricLoss(seven) });
    expect(shown(seven, found?.levels)).toEqual(sevenRows.map(([, g]) => ['*', g, '81***']));
  });

  it('is ARX’s for the nine rows with k = 2 and 0.6-closeness of disease by equal distance', () => {
    const rows = [
      ['47677', '29', 'gastric ulcer'],
      ['47602', '22', 'gastritis'],
      ['47678', '27', 'stomach cancer'],
      ['47905', '43', 'gastritis'],
      ['47909', '52', 'flu'],
      ['47906', '47', 'bronchitis'],
      ['47605', '30', 'bronchitis'],
      ['47673', '36', 'pneumonia'],
      ['47607', '32', 'stomach cancer'],
    ] as const;
    const ages = hierarchyOf(rows.map(([, a]) => [a, Number(a) <= 40 ? '<=40' : '>40', '*']));
    const attributes = [
      attributeOf(
        'zipcode',
        rows.map(([z]) => z),
        zip(rows.map(([z]) => z)),
      ),
      attributeOf(
        'age',
        rows.map(([, a]) => a),
        ages,
      ),
    ];
    const labels = [...new Set(rows.map(([, , d]) => d))];
    const disease = { name: 'disease', labels, codes: Uint8Array.from(rows, ([, , d]) => labels.indexOf(d)) };
    const whole = labels.map((label) => rows.filter(([, , d]) => d === label).length / rows.length);
    const found = searchFullDomain({
      ...plain,
      attributes,
      sensitive: [disease],
      criteria: [closeness('disease', 0.6, whole, equalDistance)],
      k: 2,
      loss: geometricLoss(attributes),
    });
    expect(shown(attributes, found?.levels).map((row, i) => [...row, rows[i]?.[2]])).toEqual([
      ['4767*', '<=40', 'gastric ulcer'],
      ['4760*', '<=40', 'gastritis'],
      ['4767*', '<=40', 'stomach cancer'],
      ['4790*', '>40', 'gastritis'],
      ['4790*', '>40', 'flu'],
      ['4790*', '>40', 'bronchitis'],
      ['4760*', '<=40', 'bronchitis'],
      ['4767*', '<=40', 'pneumonia'],
      ['4760*', '<=40', 'stomach cancer'],
    ]);
  });

  it('does not exist where no hierarchy goes high enough', () => {
    const flat = [
      attributeOf(
        'age',
        sevenRows.map(([a]) => a),
        hierarchyOf([['34'], ['45'], ['66'], ['70']]),
      ),
    ];
    expect(searchFullDomain({ ...plain, attributes: flat, k: 3, loss: discernability() })).toBeUndefined();
  });

  it('is the same with and without pruning, and counts fewer nodes with it', () => {
    for (const loss of [
      nonUniformEntropy(seven),
      geometricLoss(seven),
      logGeneralisation(seven),
      discernability(),
    ]) {
      const task: SearchTask = { ...plain, attributes: seven, k: 2, suppressionLimit: 0.3, loss };
      const pruned = searchFullDomain({ ...task, searchInFull: 0 }),
        full = searchFullDomain({ ...task, searchInFull: 1e9 });
      expect(pruned?.levels).toEqual(full?.levels);
      expect(full?.nodesCounted).toBe(full?.nodes);
      expect(pruned?.nodesCounted).toBeLessThan(full?.nodesCounted ?? 0);
    }
  });

  it('suppresses nobody or at least k', () => {
    const values = [...'aaaaabbbbc'],
      flat = [attributeOf('x', values, hierarchyOf([['a'], ['b'], ['c']]))];
    const task: SearchTask = {
      ...plain,
      attributes: flat,
      k: 3,
      suppressionLimit: 0.6,
      loss: nonUniformEntropy(flat),
    };
    expect(searchFullDomain(task)?.suppressed).toBe(1);
    expect(searchFullDomain({ ...task, hideSuppressed: true })?.suppressed).toBe(5);
    expect(searchFullDomain({ ...task, hideSuppressed: true, suppressionLimit: 0.4 })).toBeUndefined();
  });

  it('keeps a class of k and drops one of k − 1', () => {
    const flat = [attributeOf('x', [...'aaabbc'], hierarchyOf([['a'], ['b'], ['c']]))];
    const found = searchFullDomain({
      ...plain,
      attributes: flat,
      k: 3,
      suppressionLimit: 0.5,
      loss: nonUniformEntropy(flat),
    });
    expect([[...(found?.kept ?? [])], found?.suppressed]).toEqual([[1, 0, 0], 3]);
  });

  it('tells records apart that differ in either word of the key alone', () => {
    const wide = hierarchyOf(Array.from({ length: 60_000 }, (_, i) => [`v${i}`]));
    const same = Array.from({ length: 2000 }, () => 'v7'),
      different = same.map((_, i) => `v${i}`);
    for (const columns of [
      [same, same, different],
      [different, same, same],
    ]) {
      const attributes = columns.map((values, a) => attributeOf(`a${a}`, values, wide));
      expect(searchFullDomain({ ...plain, attributes, k: 1, loss: discernability() })?.classes.size).toBe(
        2000,
      );
    }
  });

  it('drops a class that fails its criterion', () => {
    const same = { name: 'outcome', labels: ['lowered', 'still'], codes: new Uint8Array(7) };
    expect(
      searchFullDomain({
        ...plain,
        attributes: seven,
        sensitive: [same],
        criteria: [distinctValues('outcome', 2)],
        k: 2,
        suppressionLimit: 0.99,
        loss: discernability(),
      }),
    ).toBeUndefined();
  });

  it('packs codes over two words and reads them back', () => {
    const wide = hierarchyOf(Array.from({ length: 300 }, (_, i) => [`v${i}`, '*']));
    const values = Array.from({ length: 50 }, (_, i) => `v${i * 6}`);
    const attributes = Array.from({ length: 6 }, (_, a) => attributeOf(`a${a}`, values, wide));
    const found = searchFullDomain({ ...plain, attributes, k: 1, loss: discernability() });
    expect(found?.classes.size).toBe(50);
    if (found !== undefined)
      for (let a = 0; a < 6; a++) expect(codeIn(found.classes, 3, a, found.layout)).toBe(18);
    expect(() =>
      searchFullDomain({
        ...plain,
        attributes: [...attributes, ...attributes],
        k: 1,
        loss: discernability(),
      }),
    ).toThrow(RangeError);
  });
});

describe('a hierarchy', () => {
  const codeFrom = (make: () => unknown): string | undefined => {
    try {
      make();
    } catch (error) {
      return error instanceof HierarchyError ? error.code : String(error);
    }
    return undefined;
  };
  it('must be nested, even and without repetition', () => {
    expect(
      codeFrom(() =>
        hierarchyOf([
          ['34', '30-40', '30-69'],
          ['45', '30-40', '70+'],
        ]),
      ),
    ).toBe('notNested');
    expect(
      codeFrom(() =>
        hierarchyOf([
          ['34', '*'],
          ['34', '*'],
        ]),
      ),
    ).toBe('notNested');
    expect(codeFrom(() => hierarchyOf([['34', '*'], ['45']]))).toBe('unevenLevels');
    expect(codeFrom(() => hierarchyOf([]))).toBe('empty');
    expect(codeFrom(() => attributeOf('age', ['99'], age))).toBe('unknownValue');
  });
});
