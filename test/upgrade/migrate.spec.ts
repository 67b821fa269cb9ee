import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { checkBeforeServing } from '#database/cluster';
import {
  catalogueOf,
  migrate,
  numberedMigrations,
  planMigration,
  programVersion,
  shippedSchema,
} from '#database/migration';
import { cloneDatabase, type TestDatabase } from '#testing';
import { SchemaFiles } from './schema-files.js';

let database: TestDatabase;
let files: SchemaFiles;
beforeEach(async () => {
  database = await cloneDatabase();
  files = new SchemaFiles();
});
afterEach(async () => {
  files.remove();
  await database.drop();
});

const migrator = (): string => database.url('migrator');
const serve = (): Promise<void> =>
  checkBeforeServing({ app: database.url('app'), authn: database.url('authn'), job: database.url('job') });

describe('the catalogue of a new database', () => {
  it('is as committed (otherwise: npm run catalogue)', async () => {
    const committed = readFileSync(join(shippedSchema.definitions, 'catalogue.txt'), 'utf8');
    expect((await catalogueOf(migrator())).join('\n') + '\n').toBe(committed);
  });

  it('is reached again after a definition was changed and changed back', async () => {
    const before = await catalogueOf(migrator());
    files.edit('schema/app/tables/tier2.sql', (sql) => sql.replace(/^grant select .*$/m, ''));
    files.edit('schema/sec/functions/domain_now.sql', (sql) => sql.replace('$$', () => '$$ -- Changed.\n'));
    const { definitions } = await migrate(migrator(), { source: files });
    expect(definitions).toEqual(['sec/functions/domain_now.sql', 'app/tables/tier2.sql']);
    expect(await catalogueOf(migrator())).not.toEqual(before);
    await migrate(migrator());
    expect(await catalogueOf(migrator())).toEqual(before);
  });

  it('is said to be that of this program', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(programVersion).toBe(manifest.version);
  });
});

describe('a plan', () => {
  it('names what would run and runs nothing', async () => {
    expect(await planMigration(migrator())).toEqual({ numbered: [], definitions: [] });
    files.write('migrations/9001-a-column.sql', 'alter table sec.agency add column tomorrow text;');
    files.write(
      'migrations/9002-an-index.sql',
      '-- outside a transaction, resumable\ncreate index concurrently if not exists agency_tomorrow on sec.agency (tomorrow);',
    );
    files.edit('schema/app/functions/code_active.sql', (sql) => `-- Tomorrow's.\n${sql}`);
    expect(await planMigration(migrator(), { source: files })).toEqual({
      numbered: [
        { name: '9001-a-column', inTransaction: true },
        { name: '9002-an-index', inTransaction: false },
      ],
      definitions: ['app/functions/code_active.sql'],
    });
    expect(await planMigration(migrator())).toEqual({ numbered: [], definitions: [] });
    await serve();
  });
});

describe('a migration outside a transaction', () => {
  it('that was cut off is run again from its start, and nothing is served meanwhile', async () => {
    files.write('migrations/9001-a-column.sql', 'alter table sec.agency add column tomorrow text;');
    const resumable = (second: string): string =>
      `-- outside a transaction, resumable
create index concurrently if not exists agency_tomorrow on sec.agency (tomorrow);
-- next statement
${second}`;
    files.write('migrations/9002-an-index.sql', resumable('select 1 / 0;'));
    await expect(migrate(migrator(), { source: files })).rejects.toThrow('division by zero');
    await expect(serve()).rejects.toThrow('was cut off');
    files.write('migrations/9002-an-index.sql', resumable(`update sec.agency set tomorrow = 'x';`));
    const { numbered } = await migrate(migrator(), { source: files });
    expect(numbered.map(({ name }) => name)).toEqual(['9002-an-index']);
    expect(await catalogueOf(migrator())).toContainEqual(expect.stringContaining('agency_tomorrow'));
  });
});

describe('a definition', () => {
  it('waits for a transaction that uses its table, and makes no later reader wait for long', async () => {
    const reader = new Client({ connectionString: database.url('postgres') });
    await reader.connect();
    await reader.query('begin');
    await reader.query('select from app.tier2');
    files.edit('schema/app/tables/tier2.sql', (sql) => `-- Tomorrow's.\n${sql}`);
    const migrating = migrate(migrator(), { source: files });
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      const from = performance.now();
      await database.plant('select from app.tier2');
      waits.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    await reader.query('commit');
    await reader.end();
    expect((await migrating).definitions).toEqual(['app/tables/tier2.sql']);
    // The migrator gives up its place in the queue after two seconds and tries again.
    expect(Math.max(...waits)).toBeLessThan(20_000);
  });
});

describe('a database that does not fit the program is refused with what to do', () => {
  it('newer than the program', async () => {
    files.write('migrations/9001-a-column.sql', 'alter table sec.agency add column tomorrow text;');
    await migrate(migrator(), { source: files });
    await expect(migrate(migrator())).rejects.toThrow(
      /newer than this program.*Use that version or a newer one/,
    );
    await database.plant(`update migration.installed set accepts = '99.0.0'`);
    await expect(serve()).rejects.toThrow(/accepts programs from version 99.0.0 on.*Start that version/);
  });

  it('newer, but said to accept this program: served', async () => {
    files.write('migrations/9001-a-column.sql', 'alter table sec.agency add column tomorrow text;');
    await migrate(migrator(), { source: files });
    await serve();
  });

  it('older than the baseline', async () => {
    await database.plant(
      `insert into migration.applied (timestamp, name) values (1764000001000, 'SecurityContext1764000001000')`,
    );
    const sentence = /before version 0.2.0.*Start with an empty data directory/;
    await expect(migrate(migrator())).rejects.toThrow(sentence);
    await expect(serve()).rejects.toThrow(sentence);
  });

  it('with a migration whose text was edited since', async () => {
    const first = numberedMigrations()[0]!.name;
    files.edit(`migrations/${first}.sql`, (sql) => `${sql}-- edited\n`);
    await expect(migrate(migrator(), { source: files })).rejects.toThrow(
      `The migration ${first} was applied to this database with another text`,
    );
  });

  it.each([
    [
      'a function',
      'create or replace function app.known(p_situation uuid) returns boolean language sql as $$ select true $$',
    ],
    ['a policy', 'create policy opened_by_hand on app.tier3 for select to rep using (true)'],
    ['row-level security', 'alter table app.tier4 no force row level security'],
    ['a right', 'grant select on app.tier_key to rep'],
    ['a column', 'alter table sec.agency add column by_hand text'],
    ['a constraint', 'alter table app.situation drop constraint situation_stage'],
    ['a trigger', 'alter table app.tier2 disable trigger check_tier2; drop trigger check_tier2 on app.tier2'],
  ])('with %s changed by hand', async (_what, sql) => {
    await database.plant(sql);
    const sentence = /changed by hand since the last migration.*(Undo the change|row-level security)/is;
    await expect(migrate(migrator())).rejects.toThrow(sentence);
    await expect(serve()).rejects.toThrow(/changed by hand|Row-level security is not enabled/);
  });

  it('without one of the moves or codes of the program', async () => {
    await database.plant(
      `update migration.installed set code_names = array_remove(code_names, 'move:assign')`,
    );
    await expect(serve()).rejects.toThrow(
      /does not know 1 of this program's moves and codes, move:assign first/,
    );
    await migrate(migrator());
    await serve();
  });

  it('while a restore into it is unfinished', async () => {
    await database.plant('create table migration.restoring ()');
    await expect(serve()).rejects.toThrow(
      /restore into this database was cut off. Run the same restore command again/,
    );
  });
});

describe('rows that come from code', () => {
  it('are brought up to date, and a term that was edited in the product stays as it was', async () => {
    await database.plant(`update app.move set takes = '{}' where name = 'assign'`);
    await database.plant(
      `insert into codebook.version (version, name, first_signed_by, second_signed_by)
         select 2, 'two', null, null where false`,
    );
    const [term] = await database.plant<{ id: string; label_en: string }>(
      `select id, label_en from codebook.term where list = 'riskFactor' order by position limit 1`,
    );
    await migrate(migrator());
    const [move] = await database.plant<{ takes: string[] }>(
      `select takes from app.move where name = 'assign'`,
    );
    expect(move!.takes.length).toBeGreaterThan(0);
    const terms = await database.plant('select label_en from codebook.term where id = $1', [term!.id]);
    expect(terms).toEqual([{ label_en: term!.label_en }]);
  });
});
