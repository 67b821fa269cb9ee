/** Thrown for input that no release can be made of; `code` says why. */
export class HierarchyError extends Error {
  constructor(
    readonly code: 'notNested' | 'unknownValue' | 'unevenLevels' | 'empty',
    message: string,
  ) {
    super(message);
    this.name = 'HierarchyError';
  }
}

/**
 * A value generalisation hierarchy: level 0 are the values themselves, the last level is the coarsest.
 *
 * `groupOf[level][value]` is the group of a value, `labels[level][group]` its label, `up[level][group]` the group's own
 * group one level higher. Source: Samarati 2001, "Protecting respondents' identities in microdata release".
 * Units: levels, 0 is the finest.
 */
export interface Hierarchy {
  readonly labels: readonly (readonly string[])[];
  readonly groupOf: readonly Int32Array[];
  readonly up: readonly Int32Array[];
  readonly codeOf: ReadonlyMap<string, number>;
}

export const heightOf = (hierarchy: Hierarchy): number => hierarchy.labels.length - 1;

/**
 * A hierarchy from rows `value, level 1, level 2, …`, the form in which ARX and others keep them.
 *
 * @throws HierarchyError `notNested` when two values share a group and part again above it; `unevenLevels`; `empty`.
 * Complexity: O(values × levels).
 */
export const hierarchyOf = (rows: readonly (readonly string[])[]): Hierarchy => {
  const levels = rows[0]?.length ?? 0;
  if (levels === 0) throw new HierarchyError('empty', 'a hierarchy needs at least one value');
  const labels: string[][] = [],
    groupOf: Int32Array[] = [],
    up: Int32Array[] = [];
  for (let level = 0; level < levels; level++) {
    const codes = new Map<string, number>();
    const groups = new Int32Array(rows.length);
    rows.forEach((row, value) => {
      const label = row[level];
      if (label === undefined || row.length !== levels)
        throw new HierarchyError(
          'unevenLevels',
          `value ${row[0] ?? ''} has ${row.length} levels, not ${levels}`,
        );
      let code = codes.get(label);
      if (code === undefined) codes.set(label, (code = codes.size));
      groups[value] = code;
    });
    labels.push([...codes.keys()]);
    groupOf.push(groups);
    if (level > 0) up.push(mapUp(groupOf[level - 1] as Int32Array, groups, labels[level - 1] as string[]));
  }
  const names = labels[0] as string[];
  if (names.length !== rows.length)
    throw new HierarchyError('notNested', 'a value stands twice in the hierarchy');
  return { labels, groupOf, up, codeOf: new Map(names.map((name, code) => [name, code])) };
};

const mapUp = (below: Int32Array, above: Int32Array, labels: readonly string[]): Int32Array => {
  const up = new Int32Array(labels.length).fill(-1);
  below.forEach((group, value) => {
    const target = above[value] as number;
    if (up[group] !== -1 && up[group] !== target) {
      throw new HierarchyError(
        'notNested',
        `group ${labels[group] ?? ''} falls into two groups one level higher`,
      );
    }
    up[group] = target;
  });
  return up;
};

/** A quasi-identifier: one code a record into level 0 of its hierarchy. */
export interface Attribute {
  readonly name: string;
  readonly hierarchy: Hierarchy;
  readonly codes: Int32Array | Uint16Array | Uint8Array;
}

/**
 * Encodes a column of values.
 * @throws HierarchyError `unknownValue` when a value is not at level 0.
 */
export const attributeOf = (name: string, values: readonly string[], hierarchy: Hierarchy): Attribute => {
  const codes = new Uint16Array(values.length);
  values.forEach((value, row) => {
    const code = hierarchy.codeOf.get(value);
    if (code === undefined) throw new HierarchyError('unknownValue', `${name} has no value ${value}`);
    codes[row] = code;
  });
  return { name, hierarchy, codes };
};
