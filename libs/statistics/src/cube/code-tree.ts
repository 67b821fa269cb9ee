/** A coded variable: its finest codes, in the order that columns number them. */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
}

/**
 * A tree of codes over one dimension: node 0 is the total, parents stand before their children.
 *
 * Several hierarchies may cover one dimension (counties, and big against small tables); they share its finest codes.
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.3.1 (hierarchical, linked tables).
 * Units: levels, 0 is the total.
 */
export interface CodeTree {
  readonly dimension: Dimension;
  readonly codes: readonly string[];
  /** −1 for the total. */
  readonly parents: Int32Array;
  readonly levels: Uint8Array;
  /** For each node the finest codes it covers, ascending by their number in the dimension. */
  readonly covers: readonly Int32Array[];
  /** For each finest code the lowest node of this tree that covers it. */
  readonly nodeOf: Int32Array;
}

/** A branch: its parts by code; a list of finest codes stands for parts without parts of their own. */
export type Branch = readonly string[] | { readonly [code: string]: Branch | null };

const totalCode = 'total';

/**
 * A hierarchy from its branches below the total.
 *
 * Error: RangeError when a finest code is missing, unknown or stands twice, or two nodes have one code.
 * Complexity: O(nodes × depth).
 */
export const codeTree = (dimension: Dimension, branches: Branch = dimension.codes): CodeTree => {
  const number = new Map(dimension.codes.map((code, at) => [code, at]));
  if (number.size !== dimension.codes.length)
    throw new RangeError(`Dimension ${dimension.name} has a code twice.`);
  const codes = [totalCode],
    parents = [-1],
    levels = [0],
    covers: number[][] = [[]];
  const nodeOf = new Int32Array(dimension.codes.length).fill(-1);
  const add = (code: string, parts: Branch | null, parent: number): void => {
    const node = codes.push(code) - 1;
    parents.push(parent);
    levels.push((levels[parent] as number) + 1);
    covers.push([]);
    if (parts !== null) {
      addAll(parts, node);
      return;
    }
    const leaf = number.get(code);
    if (leaf === undefined || nodeOf[leaf] !== -1)
      throw new RangeError(
        `Code ${code} of ${dimension.name} is ${leaf === undefined ? 'unknown' : 'there twice'}.`,
      );
    nodeOf[leaf] = node;
    for (let above = node; above >= 0; above = parents[above] as number)
      (covers[above] as number[]).push(leaf);
  };
  const addAll = (parts: Branch, parent: number): void => {
    if (Array.isArray(parts)) for (const code of parts as readonly string[]) add(code, null, parent);
    else
      for (const [code, below] of Object.entries(parts as Record<string, Branch | null>))
        add(code, below, parent);
  };
  addAll(branches, 0);
  const missing = nodeOf.indexOf(-1);
  if (missing >= 0)
    throw new RangeError(
      `Code ${dimension.codes[missing] as string} of ${dimension.name} stands under no branch.`,
    );
  if (new Set(codes).size !== codes.length)
    throw new RangeError(`A hierarchy of ${dimension.name} uses one code twice.`);
  return {
    dimension,
    codes,
    parents: Int32Array.from(parents),
    levels: Uint8Array.from(levels),
    nodeOf,
    covers: covers.map((leaves) => Int32Array.from(leaves).sort()),
  };
};

/**
 * The same tree without the nodes below a level; codes below fall to the node that covers them. Complexity:
 * O(nodes).
 */
export const coarsened = (hierarchy: CodeTree, deepest: number): CodeTree => {
  const kept = hierarchy.codes
    .map((_, node) => node)
    .filter((node) => (hierarchy.levels[node] as number) <= deepest);
  const numberOf = new Map(kept.map((node, at) => [node, at]));
  const climb = (node: number): number => {
    let at = node;
    while (!numberOf.has(at)) at = hierarchy.parents[at] as number;
    return numberOf.get(at) as number;
  };
  return {
    dimension: hierarchy.dimension,
    codes: kept.map((node) => hierarchy.codes[node] as string),
    parents: Int32Array.from(kept, (node) =>
      node === 0 ? -1 : (numberOf.get(hierarchy.parents[node] as number) as number),
    ),
    levels: Uint8Array.from(kept, (node) => hierarchy.levels[node] as number),
    covers: kept.map((node) => hierarchy.covers[node] as Int32Array),
    nodeOf: Int32Array.from(hierarchy.nodeOf, (node) => climb(node)),
  };
};

/** For each node its children. Complexity: O(nodes). */
export const childrenOf = (hierarchy: CodeTree): number[][] => {
  const children: number[][] = hierarchy.codes.map(() => []);
  hierarchy.parents.forEach((parent, node) => {
    if (parent >= 0) (children[parent] as number[]).push(node);
  });
  return children;
};
