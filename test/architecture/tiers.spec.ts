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

  it('that holds words people typed says beside them which version of the guard let them pass', async () => {
    const typed = columns.filter(
      ({ table, column, type }) =>
        type === 'bytea' &&
        !column.startsWith('wrapped') &&
        ['T1', 'T3', 'T4', 'T2text'].includes(tierOf[table as keyof typeof tierOf]),
    );
    const guarded = new Set(
      columns
        .filter(({ column, type }) => column === 'guard_version' && type === 'smallint')
        .map(({ table }) => table),
    );
    expect(typed.length).toBeGreaterThan(9);
    expect(typed.filter(({ table }) => !guarded.has(table))).toEqual([]);
    const unread = await database.plant<{ table: string }>(
      `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'guard_version'
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and not has_column_privilege('backup', c.oid, a.attnum, 'select')`,
    );
    expect(unread).toEqual([]);
  });
});
