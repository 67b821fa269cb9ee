import { expect, test } from '@jest/globals';
import {
  attributeOf,
  type Attribute,
  type ClassCriterion,
  closeness,
  discernability,
  entropyDiversity,
  equalDistance,
  hierarchyOf,
  type InformationLoss,
  nonUniformEntropy,
  nonUniformEntropyWithSuppression,
  orderedDistance,
  searchFullDomain,
  type SensitiveColumn,
} from '#statistics';
import { outsideAnswers } from './outside-answers.js';

interface KCase {
  k: number;
  suppression_limit: number;
  metric?: string;
  T: number[];
  information_loss?: number;
  optimum?: number;
  suppressed_records: number;
  classes_kept?: number;
  classes_all?: number;
  sum_of_squared_class_sizes?: number;
}
interface DiverseCase {
  suppression_limit?: number;
  T_without_occupation?: number[];
  information_loss?: number;
  optimum?: number;
}
interface ArxAnswers {
  'adult.csv': {
    rows: number;
    qi_order: string[];
    raw: { classes: number; uniques: number; average_prosecutor_risk: number };
    k_anonymity_full_domain: KCase[];
    l_diversity_sensitive_occupation: DiverseCase[];
    t_closeness_sensitive_occupation: DiverseCase[];
  };
}

const fieldsOf = (text: string): string[][] =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'));

outsideAnswers('ARX on adult: optimal full-domain generalisation', ['arx'], (read) => {
  const { 'adult.csv': answers } = JSON.parse(read('arx/expected.json')) as ArxAnswers;
  const [header, ...rows] = fieldsOf(read('arx/adult.csv')) as [string[], ...string[][]];
  const attributes: Attribute[] = header.map((name, column) =>
    attributeOf(
      name,
      rows.map((row) => row[column] as string),
      hierarchyOf(fieldsOf(read(`arx/adult_hierarchy_${name}.csv`))),
    ),
  );
  const at = header.indexOf('occupation');
  const labels = [...new Set(rows.map((row) => row[at] as string))].sort();
  const occupation: SensitiveColumn = {
    name: 'occupation',
    labels,
    codes: Int32Array.from(rows, (row) => labels.indexOf(row[at] as string)),
  };
  const withoutOccupation = attributes.filter((_, column) => column !== at);
  const whole = labels.map((label) => rows.filter((row) => row[at] === label).length / rows.length);
  const search = (k: number, suppressionLimit: number, loss: InformationLoss, criterion?: ClassCriterion) =>
    searchFullDomain({
      attributes: criterion === undefined ? attributes : withoutOccupation,
      sensitive: criterion === undefined ? [] : [occupation],
      criteria: criterion === undefined ? [] : [criterion],
      k,
      suppressionLimit,
      loss,
      hideSuppressed: false,
    });

  test('the raw file has 19,502 classes, 15,512 of them unique, average risk 0.6466', () => {
    const raw = searchFullDomain({
      attributes: attributes.map((a) => ({
        ...a,
        hierarchy: hierarchyOf((a.hierarchy.labels[0] as string[]).map((l) => [l])),
      })),
      sensitive: [],
      criteria: [],
      k: 1,
      suppressionLimit: 0,
      loss: discernability(),
      hideSuppressed: false,
    });
    expect(header).toEqual(answers.qi_order);
    expect(rows).toHaveLength(answers.rows);
    expect(raw?.classes.size).toBe(answers.raw.classes);
    expect(raw?.classes.counts.filter((n) => n === 1)).toHaveLength(answers.raw.uniques);
    expect((raw?.classes.size ?? 0) / rows.length).toBeCloseTo(answers.raw.average_prosecutor_risk, 12);
  });

  test.each(
    answers.k_anonymity_full_domain.map(
      (answer) => [answer.k, answer.suppression_limit, answer.metric ?? 'NU-entropy', answer] as const,
    ),
  )('k = %i, suppression ≤ %d, %s: same vector, loss and suppressed records', (k, limit, metric, answer) => {
    const byEntropy = metric.startsWith('NU');
    const found = search(k, limit, byEntropy ? nonUniformEntropy(attributes) : discernability());
    expect(found?.levels).toEqual(answer.T);
    expect(found?.suppressed).toBe(answer.suppressed_records);
    expect(found?.nodesCounted).toBeLessThan(0.1 * (found?.nodes ?? 0));
    if (byEntropy) expect(found?.loss).toBeCloseTo(answer.information_loss as number, 5);
    else expect(found?.loss).toBe(answer.optimum);
    if (answer.classes_kept !== undefined)
      expect(found?.kept.filter((kept) => kept === 1)).toHaveLength(answer.classes_kept);
    if (answer.classes_all !== undefined) expect(found?.classes.size).toBe(answer.classes_all);
    if (answer.sum_of_squared_class_sizes !== undefined)
      expect(found?.classes.counts.reduce((sum, n) => sum + n * n, 0)).toBe(
        answer.sum_of_squared_class_sizes,
      );
  });

  test('entropy l-diversity of occupation, l = 5 with and without suppression; l = 100 has no solution', () => {
    const [four, none] = answers.l_diversity_sensitive_occupation as [DiverseCase, DiverseCase];
    for (const answer of [four, none]) {
      const found = search(
        1,
        answer.suppression_limit as number,
        nonUniformEntropyWithSuppression(withoutOccupation),
        entropyDiversity('occupation', 5),
      );
      expect(found?.levels).toEqual(answer.T_without_occupation);
      expect(found?.loss).toBeCloseTo(answer.information_loss as number, 5);
    }
    expect(
      search(
        1,
        0.04,
        nonUniformEntropyWithSuppression(withoutOccupation),
        entropyDiversity('occupation', 100),
      ),
    ).toBeUndefined();
  });

  test('t-closeness of occupation, t = 0.2 with k = 5: equal distance twice, ordered distance once', () => {
    answers.t_closeness_sensitive_occupation.forEach((answer, i) => {
      const distance = i < 2 ? equalDistance : orderedDistance;
      const found = search(
        5,
        answer.suppression_limit as number,
        discernability(),
        closeness('occupation', 0.2, whole, distance),
      );
      expect(found?.levels).toEqual(answer.T_without_occupation);
      expect(found?.loss).toBe(answer.optimum);
    });
  });
});
