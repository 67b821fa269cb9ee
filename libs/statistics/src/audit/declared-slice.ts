import type { OpenedLattice } from './lattice-audit.js';

/**
 * What a dashboard gets of a table: every cell of it, row-major over the codes of its dimensions; `null` is
 * not shown.
 */
export interface DeclaredSlice {
  readonly dimensions: readonly { readonly name: string; readonly codes: readonly string[] }[];
  readonly values: readonly (number | null)[];
}

/**
 * The whole declared table as published: always the same shape and order, whatever is hidden in it, and no
 * counts, keys or noise.
 *
 * A total is one of the cells and was published as such; nothing is added up here.
 * Source: the closure principle of I. Dinur, K. Nissim 2003: what can be asked is what was audited before
 * opening, so there is nothing to choose. Units: persons. Errors: RangeError for a table that the vintage was
 * not opened with. Complexity: O(cells).
 */
export const declaredSlice = (
  { linked, tables, published }: Pick<OpenedLattice, 'linked' | 'tables' | 'published'>,
  name: string,
): DeclaredSlice => {
  const at = tables.findIndex((table) => table.name === name),
    own = linked.tables[at];
  if (own === undefined) throw new RangeError(`The vintage was not opened with a table ${name}.`);
  const { hierarchies } = (tables[at] as OpenedLattice['tables'][number]).cube;
  return {
    dimensions: hierarchies.map(({ dimension, codes }) => ({ name: dimension.name, codes })),
    values: Array.from(own.cells, (cell) =>
      Number.isNaN(published[cell]) ? null : (published[cell] as number),
    ),
  };
};
