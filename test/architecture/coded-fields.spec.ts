import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  codebook,
  codedFieldNames,
  codedFields,
  columnOf,
  fieldsIn,
  type CodedField,
} from '#domain/vocabulary';
import { cloneDatabase, type TestDatabase } from '#testing';

describe('a coded field', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  const columnsOf = async (schema: string, table: string): Promise<string[]> =>
    (
      await database.plant<{ name: string }>(
        'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2',
        [schema, table],
      )
    ).map(({ name }) => name);

  it('is a row of the database, with everything that it declares there', async () => {
    const rows = await database.plant('select * from app.coded_field order by position');
    expect(rows).toEqual(
      codedFieldNames.map((name, position) => {
        const { list, most, once, shows }: CodedField = codedFields[name];
        return {
          name,
          position,
          column_name: columnOf(name),
          list,
          many: most > 1,
          corrected: once !== true,
          shows,
        };
      }),
    );
  });

  it('has its column, and in what remains of a situation where the outcome shows it', async () => {
    const [tier2, sealed] = [await columnsOf('app', 'tier2'), await columnsOf('stats', 'sealed_record')];
    expect(codedFieldNames.filter((name) => !tier2.includes(columnOf(name)))).toEqual([]);
    expect(fieldsIn('outcome').filter((name) => !sealed.includes(columnOf(name)))).toEqual([]);
  });

  it('is every column of tier 2 but keys and version', async () => {
    const named: string[] = codedFieldNames.map((name) => columnOf(name));
    const others = (await columnsOf('app', 'tier2')).filter((column) => !named.includes(column));
    expect(others.sort()).toEqual(['situation_id', 'table_id', 'version']);
  });

  it.each(['rep', 'coordinator'])('can be written by a %s exactly where it is corrected', async (role) => {
    const rows = await database.plant<{ name: string; may: boolean }>(
      `select f.name, has_column_privilege($1, 'app.tier2', f.column_name, 'update') as may from app.coded_field f`,
      [role],
    );
    for (const { name, may } of rows)
      expect([name, may]).toEqual([
        name,
        (codedFields[name as keyof typeof codedFields] as CodedField).once !== true,
      ]);
  });

  it.each(codedFieldNames)('%s has codes, and a label in both languages where it shows', (name) => {
    expect(codebook[codedFields[name].list].length).toBeGreaterThan(0);
    if (name === 'type' || !(fieldsIn('projector') as readonly string[]).includes(name)) return;
    for (const language of ['en', 'fr'])
      expect(readFileSync(`apps/console/src/words/kit.${language}.json`, 'utf8')).toContain(
        `"kit.card.${name}"`,
      );
  });
});
