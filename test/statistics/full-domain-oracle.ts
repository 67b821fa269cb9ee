/**
 * The optimal generalisation by other code: every record's labels as text, every node of the lattice counted from the
 * records, losses from their definitions. Slow, and shares nothing with the engine but the words.
 */
export interface OracleTask {
  /** rows[record][attribute] = index of a value; trees[attribute][value] = labels by level. */
  readonly rows: readonly (readonly number[])[];
  readonly trees: readonly (readonly (readonly string[])[])[];
  readonly sensitive: readonly number[];
  readonly k: number;
  readonly leastDistinct: number;
  readonly largestShare: number;
  readonly suppressionLimit: number;
  readonly hideSuppressed: boolean;
  readonly loss: 'entropy' | 'discernability' | 'logGeneralisation';
}

export interface OracleNode {
  readonly levels: readonly number[];
  readonly loss: number;
  readonly suppressed: number;
}

const vectors = (heights: readonly number[]): number[][] =>
  heights.reduce<number[][]>(
    (all, height) =>
      all.flatMap((start) => Array.from({ length: height + 1 }, (_, level) => [...start, level])),
    [[]],
  );

const labelOf = (task: OracleTask, record: number, attribute: number, level: number): string =>
  task.trees[attribute]?.[task.rows[record]?.[attribute] ?? 0]?.[level] ?? '';

/** What one generalisation gives; undefined when it suppresses more than is allowed. */
export const oracleNode = (task: OracleTask, levels: readonly number[]): OracleNode | undefined => {
  const classes = new Map<string, number[]>();
  task.rows.forEach((_, record) => {
    const key = JSON.stringify(levels.map((level, a) => labelOf(task, record, a, level)));
    classes.set(key, [...(classes.get(key) ?? []), record]);
  });
  const publishable = (members: readonly number[]): boolean => {
    const shares = new Map<number, number>();
    for (const record of members)
      shares.set(task.sensitive[record] ?? 0, (shares.get(task.sensitive[record] ?? 0) ?? 0) + 1);
    return (
      members.length >= task.k &&
      shares.size >= task.leastDistinct &&
      Math.max(...shares.values()) <= task.largestShare * members.length
    );
  };
  const shown = [...classes.values()].filter(publishable).sort((a, b) => b.length - a.length);
  const hidden = new Set([...classes.values()].filter((members) => !publishable(members)).flat());
  while (task.hideSuppressed && hidden.size > 0 && hidden.size < task.k) {
    const smallest = shown.pop();
    if (smallest === undefined) break;
    for (const record of smallest) hidden.add(record);
  }
  if (hidden.size > task.suppressionLimit * task.rows.length || hidden.size === task.rows.length)
    return undefined;
  return { levels, suppressed: hidden.size, loss: lossOf(task, levels, hidden, [...classes.values()]) };
};

const lossOf = (
  task: OracleTask,
  levels: readonly number[],
  hidden: ReadonlySet<number>,
  classes: readonly (readonly number[])[],
): number => {
  const records = task.rows.map((_, record) => record);
  if (task.loss === 'discernability') return classes.reduce((sum, members) => sum + members.length ** 2, 0);
  return levels.reduce((sum, level, a) => {
    if (task.loss === 'entropy') {
      return (
        sum +
        records.reduce((bits, record) => {
          const same = (at: number): number =>
            records.filter((other) => labelOf(task, other, a, at) === labelOf(task, record, a, at)).length;
          return bits - Math.log2(same(0) / same(level));
        }, 0)
      );
    }
    const tree = task.trees[a] ?? [];
    const cost = records.reduce((total, record) => {
      const stands = tree.filter((labels) => labels[level] === labelOf(task, record, a, level)).length;
      return (
        total + (hidden.has(record) ? 1 : tree.length < 2 ? 0 : Math.log(stands) / Math.log(tree.length))
      );
    }, 0);
    return sum + cost / records.length / levels.length;
  }, 0);
};

/** The least loss over the whole lattice, undefined when no node is allowed. */
export const oracleOptimum = (task: OracleTask): OracleNode | undefined =>
  vectors(task.trees.map((tree) => (tree[0]?.length ?? 1) - 1))
    .map((levels) => oracleNode(task, levels))
    .reduce<OracleNode | undefined>(
      (best, node) => (node !== undefined && (best === undefined || node.loss < best.loss) ? node : best),
      undefined,
    );
