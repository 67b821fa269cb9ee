import { outcomeRecords, seededRandom, type BaseShape } from '#statistics';
import type { PastRecord } from '#database/demo';
import { demoBase, demoYear } from './bases.js';
import type { Cast } from './cast.js';

/** The last month of the demo's year whose records are past their correction window when the demo begins. */
const lastSealedMonth = 9;

/**
 * The past of the cast's tables, the same for everybody.
 * @param shape the one that the cast was made for
 * @throws Error for a table that the cast has not
 */
export function pastRecords(cast: Cast, shape: BaseShape = demoBase): PastRecord[] {
  const regions = new Map(cast.tables.map(({ id, region }) => [id, region]));
  return [...outcomeRecords(shape, seededRandom(shape.seed))].map((record) => {
    const tableId = cast.tableIds[record.table];
    const region = tableId === undefined ? undefined : regions.get(tableId);
    if (tableId === undefined || region === undefined)
      throw new Error(`The demo has no table ${record.table}.`);
    const month = record.year === demoYear ? 1 + ((record.month - 1) % lastSealedMonth) : record.month;
    return { ...record, tableId, region, month };
  });
}
