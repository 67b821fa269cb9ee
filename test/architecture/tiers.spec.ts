import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tierOf, tiers } from '#domain/visibility';
import { cloneDatabase, type TestDatabase } from '#testing';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

describe('every SQL table of a situation', () => {
  let database: TestDatabase;
  let columns: Column[];
  beforeAll(async () => {
    database = await cloneDatabase();
    columns =
      await database.plant<Column>(`select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = 'app' and c.relkind in ('r', 'p') order by 1, a.attnum`);
  });
  afterAll(async () => {
    await database.drop();
  });

  it('has exactly one tier, and no tier is written for a table that is gone', () => {
    expect([...new Set(columns.map(({ table }) => table))].sort()).toEqual(Object.keys(tierOf).sort());
    for (const tier of Object.values(tierOf)) expect(tiers).toContain(tier);
  });

  it('that holds identities or free words holds them sealed', () => {
    const sealed = new Set(['T1', 'T3', 'T4', 'T2text']);
    const plain = columns.filter(
      ({ table, column, type }) =>
        column !== 'epoch_id' &&
        sealed.has(tierOf[table as keyof typeof tierOf]) &&
        /^(text|character|json|jsonb|date|xml)/.test(type),
    );
    expect(plain.map(({ table, column, type }) => `${table}.${column} ${type}`)).toEqual([]);
  });
});
