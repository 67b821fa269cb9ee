import type { Data } from '../door/data.js';
import { codeOf, endsTheRun, isOfTheRow, noteStuck, runEnds, workThrough, type Run } from './due.js';
import { inTurn } from './sweep.js';

const page = 200;

/**
 * Writes the notices that fall due by time, table by table: changed holidays, twelve hours left, overdue, the
 * weekly call. A table that fails holds up no other.
 */
export function remindTables(data: Data, isOver = runEnds()): Promise<Run> {
  return inTurn(
    () => workThrough(data, 'holidays', isOver),
    () => remindEach(data, isOver),
  );
}

async function remindEach(data: Data, isOver: () => boolean): Promise<Run> {
  const failures: string[] = [];
  const failed: string[] = [];
  let done = 0;
  for (let more = true; more && !isOver();) {
    const tables = await tablesToRemind(data, failed);
    for (const table of tables) {
      if (isOver()) break;
      try {
        done += await remind(data, table);
      } catch (error) {
        const code = codeOf(error);
        if (endsTheRun(code)) throw error;
        failures.push(code);
        failed.push(table);
        if (isOfTheRow(code)) await noteStuck(data, 'reminded', table, table, code);
      }
    }
    more = tables.length === page;
  }
  return { done, failures };
}

async function tablesToRemind(data: Data, skip: readonly string[]): Promise<string[]> {
  const rows = await data.asJob('', (queries) =>
    queries.rows<{ id: string }>('select t.table_id as id from app.tables_to_remind($1, $2) t', [skip, page]),
  );
  return rows.map(({ id }) => id);
}

async function remind(data: Data, table: string): Promise<number> {
  return data.asJob(
    '',
    async (queries) => (await queries.one<{ n: number }>('select app.remind($1) as n', [table])).n,
  );
}
