import { childrenOf, type Dimension, type CodeTree } from './code-tree.js';

/** A linear functional of the unknown full table: coordinates ascending, whole-number coefficients. */
export interface Functional {
  readonly at: Int32Array;
  readonly by: Int32Array;
}

/** A table to be linked: its hierarchies and the counts of its cells, margins included, row-major. */
export interface CountedTable {
  readonly name: string;
  readonly hierarchies: readonly CodeTree[];
  readonly counts: ArrayLike<number>;
}

/** Σ of `parts` is `total`: one additive relation between published places. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * The cells of several tables as one linear system: a cell that stands in two tables is one cell.
 *
 * `functionals` write every cell in one common basis, so a set of cells determines another exactly when its
 * functional is a combination of theirs; `sums` say the same as equations. Nothing here depends on which
 * combinations occur in the data.
 */
export interface LinkedCells {
  /** `dimension=code` of every dimension not at its total, joined by `|`; the grand total is the empty text. */
  readonly names: readonly string[];
  readonly counts: Float64Array;
  readonly functionals: readonly Functional[];
  readonly coordinates: number;
  readonly sums: readonly Sum[];
  /** Every cell with its parts along every dimension: `sums` and what follows from them. */
  readonly lines: readonly Sum[];
  readonly tables: readonly { readonly name: string; readonly cells: Int32Array }[];
}

/**
 * Node → combination of basis nodes; the basis of a dimension is its total and all children but one (the
 * heir) of every node.
 */
interface NodeBasis {
  readonly hierarchy: CodeTree;
  readonly expansions: readonly (readonly [number, number][])[];
}

const weightOf = (tables: readonly CountedTable[], hierarchy: CodeTree, node: number): number => {
  const table = tables.find(({ hierarchies }) => hierarchies.includes(hierarchy));
  if (table === undefined) return 0;
  const at = table.hierarchies.indexOf(hierarchy);
  const stride = table.hierarchies.slice(at + 1).reduce((product, { codes }) => product * codes.length, 1);
  return table.counts[node * stride] as number;
};

const basisOf = (hierarchy: CodeTree, tables: readonly CountedTable[]): NodeBasis => {
  const children = childrenOf(hierarchy);
  const expansions: [number, number][][] = hierarchy.codes.map(() => []);
  expansions[0] = [[0, 1]];
  hierarchy.codes.forEach((_, node) => {
    const parts = children[node] as number[];
    if (parts.length === 0) return;
    // The heir is written as its parent less its siblings. The largest is rarely hidden, so few long
    // functionals are ever reduced.
    const heir = parts.reduce((best, part) =>
      weightOf(tables, hierarchy, part) > weightOf(tables, hierarchy, best) ? part : best,
    );
    for (const part of parts) {
      expansions[part] =
        part === heir
          ? [
              ...(expansions[node] as [number, number][]),
              ...parts.filter((other) => other !== heir).map((other): [number, number] => [other, -1]),
            ]
          : [[part, 1]];
    }
  });
  return { hierarchy, expansions };
};

const combined = (terms: readonly (readonly [number, number])[]): [number, number][] => {
  const sum = new Map<number, number>();
  for (const [at, by] of terms) sum.set(at, (sum.get(at) ?? 0) + by);
  return [...sum].filter(([, by]) => by !== 0);
};

/** A node's coordinates, each with how often it counts. */
type Expansions = (readonly [number, number][])[];

/**
 * Every node of a hierarchy in the basis of its dimension, through the finest codes it covers when the trees
 * differ.
 */
const expansionsIn = (basis: NodeBasis, hierarchy: CodeTree): Expansions =>
  hierarchy.codes.map((_, node) => {
    if (hierarchy === basis.hierarchy) return basis.expansions[node] as [number, number][];
    const covered = hierarchy.covers[node] as Int32Array;
    return combined(
      [...covered].flatMap(
        (leaf) => basis.expansions[basis.hierarchy.nodeOf[leaf] as number] as [number, number][],
      ),
    );
  });

const finest = (hierarchies: readonly CodeTree[]): CodeTree => {
  const best = hierarchies.reduce((a, b) => (new Set(b.nodeOf).size > new Set(a.nodeOf).size ? b : a));
  if (
    new Set(best.nodeOf).size !== best.dimension.codes.length &&
    hierarchies.some((h) => h !== best && h.codes.length > 1)
  ) {
    // Two coarse trees that do not refine each other need the finest codes as a common ground.
    const own = new Set(best.covers.map((cover) => cover.join()));
    if (hierarchies.some((h) => h.covers.some((cover) => !own.has(cover.join())))) {
      throw new RangeError(
        `No hierarchy of ${best.dimension.name} holds the finest codes, and two of them differ.`,
      );
    }
  }
  return best;
};

/**
 * Links tables over shared dimensions into one system.
 *
 * Source: P.-P. de Wolf, S. Giessing 2009, "Adjusting the τ-ARGUS modular approach to deal with linked
 * tables", for linked tables as one system; the tensor basis is this project's. Units: persons.
 * Errors: RangeError when a table's counts have the wrong length, two tables disagree on a shared cell, or
 * two dimensions share a name. Complexity: O(cells × terms), where a cell has one term a heir-free node and
 * at most ∏ children otherwise.
 */
export const linkTables = (tables: readonly CountedTable[]): LinkedCells => {
  const dimensions = dimensionsOf(tables);
  const bases = dimensions.map((dimension) =>
    basisOf(
      finest(tables.flatMap(({ hierarchies }) => hierarchies).filter((h) => h.dimension === dimension)),
      tables,
    ),
  );
  const cellNumber = new Map<string, number>(),
    coordinateNumber = new Map<string, number>();
  const names: string[] = [],
    counts: number[] = [],
    functionals: Functional[] = [],
    sums: Sum[] = [],
    lines: Sum[] = [],
    placed: { name: string; cells: Int32Array }[] = [];
  for (const { name, hierarchies, counts: values } of tables) {
    const size = hierarchies.reduce((product, { codes }) => product * codes.length, 1);
    if (values.length !== size)
      throw new RangeError(`Table ${name} has ${size} cells, not ${values.length}.`);
    const order = hierarchies.map(({ dimension }) => dimensions.indexOf(dimension));
    const expansions = hierarchies.map((hierarchy, at) =>
      expansionsIn(bases[order[at] as number] as NodeBasis, hierarchy),
    );
    const cells = new Int32Array(size),
      nodes = hierarchies.map(() => 0);
    for (let place = 0; place < size; place++) {
      nodesAt(place, hierarchies, nodes);
      const terms = termsOf(nodes, order, expansions);
      const identity = terms
        .map(([key, by]) => `${key}*${by}`)
        .sort()
        .join();
      let cell = cellNumber.get(identity);
      if (cell === undefined) {
        cell = names.length;
        cellNumber.set(identity, cell);
        names.push(nameOf(hierarchies, nodes));
        counts.push(values[place] as number);
        functionals.push(functionalOf(terms, coordinateNumber));
      } else if (counts[cell] !== values[place]) {
        throw new RangeError(
          `Tables disagree on ${names[cell] as string}: ${counts[cell] as number} and, in ${name}, ${values[place] as number}.`,
        );
      }
      cells[place] = cell;
    }
    pushSums(hierarchies, cells, sums, lines);
    placed.push({ name, cells });
  }
  return {
    names,
    counts: Float64Array.from(counts),
    functionals,
    coordinates: coordinateNumber.size,
    sums,
    lines,
    tables: placed,
  };
};

/** Each dimension of the tables once. */
const dimensionsOf = (tables: readonly CountedTable[]): Dimension[] => {
  const dimensions: Dimension[] = [];
  for (const { dimension } of tables.flatMap(({ hierarchies }) => hierarchies)) {
    const known = dimensions.find(({ name }) => name === dimension.name);
    if (known === undefined) dimensions.push(dimension);
    else if (known !== dimension) throw new RangeError(`Two dimensions are called ${dimension.name}.`);
  }
  return dimensions;
};

/** Writes into `nodes` which node of each hierarchy the cell at this place has. */
const nodesAt = (place: number, hierarchies: readonly CodeTree[], nodes: number[]): void => {
  let rest = place;
  for (let at = hierarchies.length - 1; at >= 0; at--) {
    const length = (hierarchies[at] as CodeTree).codes.length;
    nodes[at] = rest % length;
    rest = (rest - (nodes[at] as number)) / length;
  }
};

/** A cell as a sum of coordinates, each with how often it counts. */
const termsOf = (
  nodes: readonly number[],
  order: readonly number[],
  expansions: readonly Expansions[],
): [string, number][] => {
  let terms: [string, number][] = [['', 1]];
  for (const d of [...order.keys()].sort((a, b) => (order[a] as number) - (order[b] as number))) {
    const expansion = (expansions[d] as Expansions)[nodes[d] as number] as Expansions[number];
    terms = terms.flatMap(([key, by]) =>
      expansion.map(([at, times]): [string, number] => [
        at === 0 ? key : `${key}|${order[d] as number}.${at}`,
        by * times,
      ]),
    );
  }
  return terms;
};

/** The dimensions in which the cell is no total, with its codes. */
const nameOf = (hierarchies: readonly CodeTree[], nodes: readonly number[]): string =>
  hierarchies
    .map((h, at) =>
      (nodes[at] as number) === 0 ? '' : `${h.dimension.name}=${h.codes[nodes[at] as number] as string}`,
    )
    .filter((part) => part !== '')
    .join('|');

const functionalOf = (
  terms: readonly [string, number][],
  coordinateNumber: Map<string, number>,
): Functional => {
  const entries = terms
    .map(([key, by]): [number, number] => {
      let at = coordinateNumber.get(key);
      if (at === undefined) coordinateNumber.set(key, (at = coordinateNumber.size));
      return [at, by];
    })
    .sort((a, b) => a[0] - b[0]);
  return { at: Int32Array.from(entries, ([at]) => at), by: Int32Array.from(entries, ([, by]) => by) };
};

/**
 * Every cell along every dimension in which it has parts; the first of these goes to `sums`, for the others
 * follow from those.
 */
const pushSums = (hierarchies: readonly CodeTree[], cells: Int32Array, sums: Sum[], lines: Sum[]): void => {
  const children = hierarchies.map(childrenOf);
  const strides = hierarchies.map((_, at) =>
    hierarchies.slice(at + 1).reduce((product, { codes }) => product * codes.length, 1),
  );
  cells.forEach((cell, place) => {
    let first = true;
    for (let at = 0; at < hierarchies.length; at++) {
      const stride = strides[at] as number,
        node = Math.floor(place / stride) % (hierarchies[at] as CodeTree).codes.length;
      const parts = (children[at] as number[][])[node] as number[];
      if (parts.length === 0) continue;
      const among = parts.map((part) => cells[place + (part - node) * stride] as number);
      const sum: Sum = { total: cell, parts: among };
      if (!(among.length === 1 && among[0] === cell)) {
        lines.push(sum);
        if (first) sums.push(sum);
      }
      first = false;
    }
  });
};
