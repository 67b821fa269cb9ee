import type { ClassCriterion } from './class-criteria.js';
import {
  classesOf,
  type EquivalenceClasses,
  keyLayoutOf,
  type KeyLayout,
  rollUp,
  type SensitiveColumn,
  withoutAttributes,
  Workspace,
} from './equivalence-classes.js';
import { type Attribute, heightOf } from './hierarchy.js';
import type { InformationLoss } from './information-loss.js';

export interface SearchTask {
  readonly attributes: readonly Attribute[];
  readonly sensitive: readonly SensitiveColumn[];
  readonly criteria: readonly ClassCriterion[];
  /** Least number of records in a published class. */
  readonly k: number;
  /** Largest share of records that may be suppressed, 0 … 1. */
  readonly suppressionLimit: number;
  readonly loss: InformationLoss;
  /** The number of suppressed records must itself be 0 or at least k: the smallest class left is dropped too. */
  readonly hideSuppressed: boolean;
  /** Lattices up to this many nodes are searched in full, larger ones with pruning; the optimum is the same. */
  readonly searchInFull?: number;
}

export interface SearchResult {
  readonly levels: readonly number[];
  readonly loss: number;
  readonly suppressed: number;
  readonly classes: EquivalenceClasses;
  readonly kept: Uint8Array;
  readonly layout: KeyLayout;
  readonly nodes: number;
  readonly nodesCounted: number;
}

interface Judged {
  readonly kept: Uint8Array;
  readonly suppressed: number;
}

/** Records in classes below k: a lower bound of what must be suppressed, whatever else is asked of a class. */
const recordsBelow = (k: number, { size, counts }: EquivalenceClasses): number => {
  let below = 0;
  for (let i = 0; i < size; i++) {
    const n = counts[i] as number;
    if (n < k) below += n;
  }
  return below;
};

/** Which classes may be published: at least k records and every criterion; then the number of the rest is looked at. */
const judge = (classes: EquivalenceClasses, task: SearchTask): Judged => {
  const { size, counts } = classes,
    kept = new Uint8Array(size);
  let suppressed = 0;
  for (let i = 0; i < size; i++) {
    const n = counts[i] as number;
    if (n >= task.k) kept[i] = 1;
    else suppressed += n;
  }
  const offsets = offsetsOf(task);
  for (const { sensitive, holds } of task.criteria) {
    const place = offsets.of.get(sensitive);
    if (place === undefined) throw new RangeError(`no sensitive column ${sensitive}`);
    for (let i = 0; i < size; i++) {
      if (
        kept[i] === 0 ||
        holds(classes.sensitive, i * offsets.total + place.from, place.width, counts[i] as number)
      )
        continue;
      kept[i] = 0;
      suppressed += counts[i] as number;
    }
  }
  if (task.hideSuppressed && suppressed > 0) suppressed = dropSmallest(classes, kept, suppressed, task.k);
  return { kept, suppressed };
};

/**
 * Drops the smallest classes until the suppressed are at least k: a handful of suppressed records would be
 * people again.
 */
const dropSmallest = (
  { size, counts }: EquivalenceClasses,
  kept: Uint8Array,
  suppressed: number,
  k: number,
): number => {
  let dropped = suppressed;
  while (dropped < k) {
    let smallest = -1;
    for (let i = 0; i < size; i++) {
      if (kept[i] === 1 && (smallest < 0 || (counts[i] as number) < (counts[smallest] as number)))
        smallest = i;
    }
    if (smallest < 0) return dropped;
    kept[smallest] = 0;
    dropped += counts[smallest] as number;
  }
  return dropped;
};

const offsetsOf = ({
  sensitive,
}: SearchTask): { total: number; of: Map<string, { from: number; width: number }> } => {
  const of = new Map<string, { from: number; width: number }>();
  let total = 0;
  for (const { name, labels } of sensitive) {
    of.set(name, { from: total, width: labels.length });
    total += labels.length;
  }
  return { total, of };
};

/** A prefix is looked at only where it can spare at least this many nodes. */
const worthLooking = 6;

/**
 * Tells whether anything above a node can hold: with the levels of the attributes before `at` as they are and
 * all others at their top, are few enough records in classes below k? If not, no node between has few enough
 * either (the subset property: LeFevre, DeWitt, Ramakrishnan 2005). Says yes where a top level still tells
 * groups apart.
 */
class Prospect {
  private readonly known = new Map<string, boolean>();
  private readonly spared: readonly number[];

  constructor(
    private readonly task: SearchTask,
    private readonly order: readonly number[],
    private readonly layout: KeyLayout,
    private readonly room: Workspace,
    private readonly limit: number,
  ) {
    this.spared = order.map((_, at) =>
      order.slice(at).reduce((nodes, a) => nodes * (heightOf(this.hierarchyOf(a)) + 1), 1),
    );
  }

  private hierarchyOf(attribute: number): Attribute['hierarchy'] {
    return (this.task.attributes[attribute] as Attribute).hierarchy;
  }

  mayHold(levels: readonly number[], classes: EquivalenceClasses, at: number): boolean {
    if ((this.spared[at] as number) < worthLooking) return true;
    const rest = this.order.slice(at);
    if (rest.some((a) => this.hierarchyOf(a).labels.at(-1)?.length !== 1)) return true;
    const prefix = this.order
      .slice(0, at)
      .map((a) => levels[a])
      .join(' ');
    const before = this.known.get(prefix);
    if (before !== undefined) return before;
    const holds =
      recordsBelow(this.task.k, withoutAttributes(classes, rest, this.layout, this.room)) <= this.limit;
    this.known.set(prefix, holds);
    return holds;
  }
}

/**
 * The generalisation of least loss under which enough records stand in classes that may be published; `undefined` when
 * none does.
 *
 * Every node of the lattice is reached once, from the node below it in its last raised attribute, whose
 * classes are rolled up. With pruning a node is left out, and all above it, when even the floor of its loss
 * is not below the best found: a branch and bound that loses no optimum. Ties go to fewer suppressed records,
 * then to the lower levels in the order of the attributes.
 *
 * Source: Samarati 2001 (the lattice); LeFevre et al. 2005, "Incognito" (the subset property); Kohlmayer et
 * al. 2012, "Flash" (pruning by monotony); Handbook on Statistical Disclosure Control, 2nd ed., 3.4.3 (global
 * recoding, local suppression). Units: records.
 * Complexity: O(records × attributes + Σ classes of the nodes counted); memory O(classes × height of the lattice).
 */
export const searchFullDomain = (task: SearchTask): SearchResult | undefined => {
  const { attributes, loss } = task;
  const records = attributes[0]?.codes.length ?? 0;
  if (records === 0) return undefined;
  const layout = keyLayoutOf(attributes, task.sensitive),
    room = new Workspace();
  const heights = attributes.map(({ hierarchy }) => heightOf(hierarchy));
  const nodes = heights.reduce((product, height) => product * (height + 1), 1);
  // Attributes of many values first: their prefixes fail early, and the largest part of the lattice is never counted.
  const order = attributes
    .map((_, a) => a)
    .sort(
      (a, b) =>
        (attributes[b] as Attribute).hierarchy.codeOf.size -
        (attributes[a] as Attribute).hierarchy.codeOf.size,
    );
  const prune = nodes > (task.searchInFull ?? 5_000);
  const limit = task.suppressionLimit * records;
  const prospect = new Prospect(task, order, layout, room, limit);
  let best: Omit<SearchResult, 'nodes' | 'nodesCounted'> | undefined,
    counted = 0;

  const better = (value: number, suppressed: number, levels: readonly number[]): boolean => {
    if (best === undefined || value < best.loss) return true;
    if (value > best.loss || suppressed > best.suppressed) return false;
    if (suppressed < best.suppressed) return true;
    const differs = levels.findIndex((level, a) => level !== best?.levels[a]);
    return differs >= 0 && (levels[differs] as number) < (best.levels[differs] as number);
  };
  const visit = (levels: readonly number[], classes: EquivalenceClasses, from: number): void => {
    counted++;
    if (recordsBelow(task.k, classes) <= limit) {
      const { kept, suppressed } = judge(classes, task);
      if (suppressed <= limit && suppressed < records) {
        const value = loss.of({ levels, classes, layout, kept, suppressed });
        if (better(value, suppressed, levels))
          best = { levels, loss: value, suppressed, classes, kept, layout };
      }
    }
    if (prune && best !== undefined && loss.floor(levels, classes) > best.loss) return;
    for (let at = from; at < order.length; at++) {
      const a = order[at] as number,
        level = levels[a] as number;
      if (prune && !prospect.mayHold(levels, classes, at)) return;
      if (level === heights[a]) continue;
      const raised = levels.with(a, level + 1);
      if (prune && best !== undefined && loss.floor(raised, undefined) > best.loss) continue;
      const up = (attributes[a] as Attribute).hierarchy.up[level] as Int32Array;
      visit(raised, rollUp(classes, a, up, layout, room), at);
    }
  };
  visit(
    attributes.map(() => 0),
    classesOf(attributes, task.sensitive, layout, room),
    0,
  );
  return best === undefined
    ? undefined
    : { ...(best as Omit<SearchResult, 'nodes' | 'nodesCounted'>), nodes, nodesCounted: counted };
};
