import type { Data } from '../door/data.js';

/** Tables that are asked for at once. */
const page = 200;

/**
 * Seals every table whose weekly boundary has passed, and cuts the years that are over. Each table is three transactions: begin marks what is due,
 * write makes the outcome records, finish seals; so that no transaction id is in both `app` and `stats`. One that was cut off goes on where it was.
 * A table that fails holds up no other.
 * @returns how many tables were sealed
 * @throws the first table's error, after all were tried
 */
export async function sealTables(data: Data): Promise<number> {
  const failures: unknown[] = [];
  let sealed = 0;
  for (let after: string | null = null, more = true; more;) {
    const tables: readonly string[] = await tablesToSeal(data, after);
    for (const table of tables) {
      try {
        if (await sealTable(data, table)) sealed += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    after = tables.at(-1) ?? null;
    more = tables.length === page;
  }
  await data.asJob('', (queries) => queries.rows('select stats.cut_years_due()'));
  if (failures.length > 0) throw failures[0];
  return sealed;
}

async function tablesToSeal(data: Data, after: string | null): Promise<string[]> {
  const rows = await data.asJob('', (queries) =>
    queries.rows<{ id: string }>('select d.table_id as id from stats.tables_to_seal($1, $2) d order by 1', [
      after,
      page,
    ]),
  );
  return rows.map(({ id }) => id);
}

async function sealTable(data: Data, table: string): Promise<boolean> {
  const { begun } = await data.asJob('', (queries) =>
    queries.one<{ begun: boolean }>('select app.begin_sealing($1) as begun', [table]),
  );
  if (!begun) return false;
  for (const step of ['stats.write_records', 'app.finish_sealing'])
    await data.asJob('', (queries) => queries.rows(`select ${step}($1)`, [table]));
  return true;
}
