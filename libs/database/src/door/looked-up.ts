/**
 * A row that a page names, looked up by its id for each row of the page: joined otherwise, the planner takes
 * the page for long and reads all rows that could be named.
 * @param columns of the row, after `x.`
 */
export const lookedUp = (table: string, columns: readonly string[], id: string, alias: string): string =>
  `left join lateral (select ${columns.map((column) => `x.${column}`).join(', ')} from ${table} x where x.id = ${id} offset 0) ${alias} on true`;
