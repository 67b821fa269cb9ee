import type { Data } from '../door/data.js';
import { codeOf, endsTheRun, isOfTheRow, noteStuck, runEnds, type Run } from './due.js';

/** Tables that are asked for at once. */
const page = 200;

/**
 * Seals every table whose weekly boundary has passed, and cuts the years that are over. Each table is three
 * transactions: begin marks what is due, write makes the outcome records, finish seals; so that no
 * transaction id is in both `app` and `stats`. One that was cut off goes on where it was.
 * A table that fails holds up no other; a situation whose record cannot be written is parked at its third
 * failure, and then holds up its table no more.
 * @returns how many tables were sealed, never how many situations
 */
export async function sealTables(data: Data, isOver = runEnds()): Promise<Run> {
  const failures: string[] = [];
  let done = 0;
  const unsealed: string[] = [];
  for (let more = true; more && !isOver();) {
    const tables = await tablesToSeal(data, unsealed);
    for (const table of tables) {
      if (isOver()) break;
      try {
        if (await sealTable(data, table, failures)) done += 1;
        else unsealed.push(table);
      } catch (error) {
        if (endsTheRun(codeOf(error))) throw error;
        failures.push(codeOf(error));
        unsealed.push(table);
      }
    }
    more = tables.length === page;
  }
  await cutYears(data, isOver);
  return { done, failures };
}

async function tablesToSeal(data: Data, skip: readonly string[]): Promise<string[]> {
  const rows = await data.asJob('', (queries) =>
    queries.rows<{ id: string }>('select d.table_id as id from stats.sealings_due($1, $2) d', [skip, page]),
  );
  return rows.map(({ id }) => id);
}

async function sealTable(data: Data, table: string, failures: string[]): Promise<boolean> {
  const { begun } = await data.asJob('', (queries) =>
    queries.one<{ begun: boolean }>('select app.begin_sealing($1) as begun', [table]),
  );
  if (!begun) return false;
  if (!(await writeRecords(data, table, failures))) return false;
  await data.asJob('', (queries) => queries.rows('select app.finish_sealing($1)', [table]));
  return true;
}

async function writeRecords(data: Data, table: string, failures: string[]): Promise<boolean> {
  const write = (): Promise<unknown> =>
    data.asJob('', (queries) => queries.rows('select stats.write_records($1)', [table]));
  try {
    await write();
    return true;
  } catch (error) {
    if (!isOfTheRow(codeOf(error))) throw error;
    const rows = await data.asJob('', (queries) =>
      queries.rows<{ situation_id: string; code: string }>(
        'select u.situation_id, u.code from stats.unwritable($1) u',
        [table],
      ),
    );
    // Nothing is wrong with any one of them: then it is the table itself.
    if (rows.length === 0) rows.push({ situation_id: table, code: codeOf(error) });
    let parked = false;
    for (const { situation_id: situation, code } of rows) {
      failures.push(code);
      parked = (await noteStuck(data, 'sealed', table, situation, code)) || parked;
    }
    if (!parked) return false;
  }
  const { n } = await data.asJob('', (queries) =>
    queries.one<{ n: number }>('select app.unmark_parked($1) as n', [table]),
  );
  if (n === 0) return false;
  await write();
  return true;
}

/** Each table's year is a transaction; the one over all tables ends it, so that a cut that was broken off goes on. */
async function cutYears(data: Data, isOver: () => boolean): Promise<void> {
  const years = await data.asJob('', (queries) =>
    queries.rows<{ year: number }>('select y as year from stats.years_to_cut() y'),
  );
  for (const { year } of years) {
    for (let after: string | null = null, more = true; more;) {
      if (isOver()) return;
      const { last }: { last: string | null } = await data.asJob('', (queries) =>
        queries.one<{ last: string | null }>('select stats.cut_tables($1, $2, 1) as last', [year, after]),
      );
      after = last;
      more = last !== null;
    }
    await data.asJob('', (queries) => queries.rows('select stats.end_cut($1)', [year]));
  }
}
