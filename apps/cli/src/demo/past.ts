import { demoShape, outcomeRecords, seededRandom, type BaseShape } from '#statistics';
import type { PastRecord } from '#database';
import { tables, type TableName } from './cast.js';

/** The year that the demo's clock begins in. Its first months are among the three years with records, so that what is concluded in it becomes part of a figure. */
export const demoYear = 2026;
/** The last month of that year whose records are past their correction window when the demo begins. */
const lastSealedMonth = 9;

/**
 * The past of the demo's six tables: about 900 records of three years, the same for everybody.
 * @param shape another base of the same generator (53 tables, for a bench) takes `tableOf` too
 */
export function pastRecords(tableIds: Readonly<Record<TableName, string>>, shape: BaseShape = demoShape(demoYear + 1)): PastRecord[] {
  const known = new Map(Object.entries(tables).map(([name, { drawnAs, region }]) => [drawnAs as string, { tableId: tableIds[name as TableName], region }]));
  return [...outcomeRecords(shape, seededRandom(shape.seed))].map((record) => {
    const place = known.get(record.table);
    if (place === undefined) throw new Error(`The demo has no table ${record.table}.`);
    const month = record.year === demoYear ? 1 + ((record.month - 1) % lastSealedMonth) : record.month;
    return { ...record, ...place, month };
  });
}
