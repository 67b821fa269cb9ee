import { codeIn, type EquivalenceClasses, type KeyLayout } from './equivalence-classes.js';
import type { Attribute } from './hierarchy.js';

/** One generalisation, seen by a loss: levels by attribute, its classes, and which of them are kept. */
interface Generalised {
  readonly levels: readonly number[];
  readonly classes: EquivalenceClasses;
  readonly layout: KeyLayout;
  /** 1 where the class is published. */
  readonly kept: Uint8Array;
  readonly suppressed: number;
}

/**
 * What a generalisation costs. `floor` must not exceed the loss of any generalisation at least as coarse: it is what
 * lets a search leave out part of a lattice and still find the optimum.
 */
export interface InformationLoss {
  readonly floor: (levels: readonly number[], classes: EquivalenceClasses | undefined) => number;
  readonly of: (node: Generalised) => number;
}

type PerLevel = readonly (readonly number[])[];
const sumOver = (table: PerLevel, levels: readonly number[]): number => {
  let sum = 0;
  for (let a = 0; a < levels.length; a++)
    sum += (table[a] as readonly number[])[levels[a] as number] as number;
  return sum;
};

const countsAt = ({ hierarchy, codes }: Attribute, level: number): Float64Array => {
  const counts = new Float64Array((hierarchy.labels[level] as readonly string[]).length);
  const groups = hierarchy.groupOf[level] as Int32Array;
  for (let row = 0; row < codes.length; row++) {
    const group = groups[codes[row] as number] as number;
    counts[group] = (counts[group] as number) + 1;
  }
  return counts;
};

const entropyByLevel = (attributes: readonly Attribute[]): PerLevel =>
  attributes.map((attribute) => {
    const values = countsAt(attribute, 0);
    return attribute.hierarchy.groupOf.map((groups, level) => {
      const above = countsAt(attribute, level);
      let sum = 0;
      for (let value = 0; value < values.length; value++) {
        const n = values[value] as number;
        if (n > 0) sum += n * Math.log2((above[groups[value] as number] as number) / n);
      }
      return sum;
    });
  });

/**
 * Non-uniform entropy, monotone: what is lost by generalisation, suppression not counted. Units: bits.
 * Source: De Waal, Willenborg 1999, "Information loss through global recoding and local suppression"; as ARX
 * measures it. Complexity: O(records × levels) once, then O(attributes) a node.
 */
export const nonUniformEntropy = (attributes: readonly Attribute[]): InformationLoss => {
  const table = entropyByLevel(attributes);
  const loss = (levels: readonly number[]): number => sumOver(table, levels);
  return { floor: loss, of: ({ levels }) => loss(levels) };
};

/**
 * The same with what suppression takes: the entropy of the suppressed records' generalised values. As in ARX
 * (non-monotone).
 */
export const nonUniformEntropyWithSuppression = (attributes: readonly Attribute[]): InformationLoss => {
  const table = entropyByLevel(attributes);
  return {
    floor: (levels) => sumOver(table, levels),
    of: ({ levels, classes, layout, kept, suppressed }) => {
      let loss = sumOver(table, levels);
      if (suppressed === 0) return loss;
      attributes.forEach(({ hierarchy }, a) => {
        const counts = new Float64Array((hierarchy.labels[levels[a] as number] as readonly string[]).length);
        for (let i = 0; i < classes.size; i++) {
          if (kept[i] === 1) continue;
          const code = codeIn(classes, i, a, layout);
          counts[code] = (counts[code] as number) + (classes.counts[i] as number);
        }
        for (const n of counts) if (n > 0) loss += n * Math.log2(suppressed / n);
      });
      return loss;
    },
  };
};

/**
 * Monotone discernability: the sum of squared class sizes, suppressed classes included. Source: Bayardo,
 * Agrawal 2005; as in ARX (DM*).
 */
export const discernability = (): InformationLoss => {
  const squares = (classes: EquivalenceClasses | undefined): number => {
    let sum = 0;
    if (classes !== undefined)
      for (let i = 0; i < classes.size; i++) sum += (classes.counts[i] as number) ** 2;
    return sum;
  };
  return { floor: (_, classes) => squares(classes), of: ({ classes }) => squares(classes) };
};

/** Share of each attribute's values that a published value stands for, by level and group: 1/values … 1. */
const shares = (attributes: readonly Attribute[]): readonly (readonly Float64Array[])[] =>
  attributes.map(({ hierarchy }) => {
    const values = (hierarchy.labels[0] as readonly string[]).length;
    return hierarchy.groupOf.map((groups, level) => {
      const share = new Float64Array((hierarchy.labels[level] as readonly string[]).length);
      for (const group of groups) share[group] = (share[group] as number) + 1 / values;
      return share;
    });
  });

/** Mean over records of a cost by published value, one number for each attribute and level. */
const meanCost = (
  attributes: readonly Attribute[],
  cost: (share: number, values: number) => number,
): PerLevel => {
  const byGroup = shares(attributes);
  return attributes.map((attribute, a) =>
    attribute.hierarchy.labels.map((_, level) => {
      const counts = countsAt(attribute, level),
        share = (byGroup[a] as readonly Float64Array[])[level] as Float64Array;
      let sum = 0;
      counts.forEach((n, group) => {
        sum += n * cost(share[group] as number, attribute.hierarchy.codeOf.size);
      });
      return sum / Math.max(1, attribute.codes.length);
    }),
  );
};

/** Per kept record, the same costs; a suppressed record costs 1 in every attribute. */
const keptCost = (node: Generalised, attribute: number, costs: Float64Array): number => {
  let sum = 0,
    records = 0;
  for (let i = 0; i < node.classes.size; i++) {
    const n = node.classes.counts[i] as number;
    records += n;
    sum += n * (node.kept[i] === 1 ? (costs[codeIn(node.classes, i, attribute, node.layout)] as number) : 1);
  }
  return sum / Math.max(1, records);
};

/**
 * Our objective: mean over records and attributes of log(values a published value stands for) / log(all
 * values), and 1 for a suppressed record; 0 … 1. `weights` say how much an attribute matters. Taking
 * logarithms makes the first halving of a domain cost as much as the last. Source: generalised loss metric,
 * Iyengar 2002, on a logarithmic scale.
 */
export const logGeneralisation = (
  attributes: readonly Attribute[],
  weights: readonly number[] = attributes.map(() => 1),
): InformationLoss => {
  const cost = (share: number, values: number): number =>
    values < 2 ? 0 : Math.log(Math.max(1, share * values)) / Math.log(values);
  const all = weights.reduce((a, b) => a + b, 0);
  const table = meanCost(attributes, cost).map((row, a) =>
    row.map((mean) => (mean * (weights[a] as number)) / all),
  );
  const byGroup = shares(attributes).map((levels, a) =>
    levels.map((share) => share.map((s) => cost(s, (attributes[a] as Attribute).hierarchy.codeOf.size))),
  );
  return {
    floor: (levels) => sumOver(table, levels),
    of: (node) =>
      attributes.reduce(
        (sum, _, a) =>
          sum +
          (keptCost(
            node,
            a,
            (byGroup[a] as readonly Float64Array[])[node.levels[a] as number] as Float64Array,
          ) *
            (weights[a] as number)) /
            all,
        0,
      ),
  };
};

/**
 * Generalised loss metric with geometric mean over attributes, as ARX takes it by default: each attribute's
 * mean share of its domain, 0 at the values themselves and 1 when suppressed. Source: Iyengar 2002; ARX
 * `MetricMDNMLoss`.
 */
export const geometricLoss = (attributes: readonly Attribute[]): InformationLoss => {
  const byGroup = shares(attributes),
    table = meanCost(attributes, (share) => share);
  const scaled = (value: number, a: number): number => {
    const least = 1 / (attributes[a] as Attribute).hierarchy.codeOf.size;
    return least === 1 ? 0 : Math.max(0, (value - least) / (1 - least));
  };
  const mean = (values: readonly number[]): number =>
    values.reduce((product, value) => product * (value + 1) ** (1 / values.length), 1) - 1;
  return {
    floor: (levels) =>
      mean(levels.map((level, a) => scaled((table[a] as readonly number[])[level] as number, a))),
    of: (node) =>
      mean(
        node.levels.map((level, a) =>
          scaled(keptCost(node, a, (byGroup[a] as readonly Float64Array[])[level] as Float64Array), a),
        ),
      ),
  };
};
