import highsModule from 'highs';
import type { LinkedCells } from '#statistics';

const loadHighs = highsModule as unknown as typeof highsModule.default;

/** A published file: one line a cell, its name and its value or nothing. */
export const fileOf = (linked: LinkedCells, shows: (cell: number) => number | undefined): string =>
  ['cell,value', ...linked.names.map((name, cell) => `${name},${shows(cell) ?? ''}`)].join('\r\n');

const isPartOf = (name: string, parts: ReadonlyMap<string, string>): boolean =>
  [...parts].every(([dimension, code]) => name.split('|').includes(`${dimension}=${code}`));

/** Dimension → code of a published name. */
const partsOf = (name: string): Map<string, string> =>
  new Map(name === '' ? [] : name.split('|').map((part) => part.split('=') as [string, string]));

/**
 * What a reader of the file works out, by another way than the engine's: unknowns are the innermost cells of
 * each table, every published or linked margin is a sum of them, written out as a programme in text and given
 * to HiGHS as such.
 *
 * `innermost` says for each table the names of its innermost cells; codes with parts of their own are named in `under`.
 */
export const readerOf = async (
  file: string,
  tables: readonly (readonly string[])[],
  under: ReadonlyMap<string, readonly string[]>,
) => {
  const highs = await loadHighs();
  const published = file
    .split('\r\n')
    .slice(1)
    .map((line): [string, number | undefined] => {
      const at = line.lastIndexOf(',');
      return [line.slice(0, at), line.slice(at + 1) === '' ? undefined : Number(line.slice(at + 1))];
    });
  const variables = tables.map((names, table) => new Map(names.map((name, at) => [name, `x${table}_${at}`])));
  const sumsOf = (name: string): string[] => {
    const parts = partsOf(name);
    return variables.flatMap((own) => {
      const dimensions = new Set([...own.keys()].flatMap((inner) => [...partsOf(inner).keys()]));
      if (![...parts.keys()].every((dimension) => dimensions.has(dimension))) return [];
      const options = [...parts].reduce<Map<string, string>[]>(
        (all, [dimension, code]) =>
          all.flatMap((so) =>
            (under.get(`${dimension}=${code}`) ?? [code]).map((leaf) => new Map([...so, [dimension, leaf]])),
          ),
        [new Map()],
      );
      return [
        [...own]
          .filter(([inner]) => options.some((option) => isPartOf(inner, option)))
          .map(([, variable]) => variable)
          .join(' + '),
      ];
    });
  };
  const rows: string[] = [];
  const linkedNames: [string, string[]][] = published.map(([name]) => [name, sumsOf(name)]);
  linkedNames.forEach(([, sums], at) => {
    const value = published[at]![1];
    if (value !== undefined) for (const sum of sums) rows.push(`${sum} = ${value}`);
    else for (const sum of sums.slice(1)) rows.push(`${sums[0]!} - ${sum.replaceAll(' + ', ' - ')} = 0`);
  });
  const bound = (name: string, sense: 'Maximize' | 'Minimize'): number => {
    const [sum] = sumsOf(name);
    const text = `${sense}\n obj: ${sum!}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join('\n')}\nEnd`;
    const { Status: status, ObjectiveValue: value } = highs.solve(text, { output_flag: false });
    if (status === 'Unbounded' || status === 'Primal infeasible or unbounded') return Infinity;
    if (status !== 'Optimal') throw new Error(`${status} for ${name}`);
    return value;
  };
  return {
    lowest: (name: string) => bound(name, 'Minimize'),
    highest: (name: string) => bound(name, 'Maximize'),
  };
};
