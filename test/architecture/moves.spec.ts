import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { moves, routedMoves, type Move } from '#domain/filters';
import { codebook } from '#domain/vocabulary';
import { matrixRows } from '#domain/visibility';
import { cloneDatabase, type TestDatabase } from '#testing';

const names = Object.keys(moves);
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('a move', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  it.each(routedMoves)('%s has its function in a file of its name, and the database has it', async (name) => {
    expect(existsSync(`libs/database/schema/app/functions/${snake(name)}.sql`)).toBe(true);
    const [found] = await database.plant<{ signature: string }>(
      `select to_regprocedure($1)::text as signature`,
      [`app.${snake(name)}(app.situation, text, jsonb, sec.ctx_t)`],
    );
    expect(found?.signature).not.toBeNull();
  });

  it('is a row of the database, with everything that it declares there', async () => {
    const rows = await database.plant<Record<string, unknown> & { name: string }>('select * from app.move');
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const row of rows) {
      const move: Move = moves[row.name as keyof typeof moves];
      expect([row['minutes'], row['on_agenda'], row['quiet'], row['reason_list']]).toEqual([
        move.minutes ?? null,
        move.onAgenda ?? false,
        move.quiet ?? false,
        move.reasons ?? null,
      ]);
      expect(row['takes']).toEqual(Object.keys(move.takes.fields));
    }
  });

  it.each(routedMoves)('%s serves rows of the matrix and takes its reason from a list', (name) => {
    const move: Move = moves[name];
    expect((move.rows ?? []).filter((row) => !(row in matrixRows))).toEqual([]);
    expect(move.rows?.length).toBeGreaterThan(0);
    expect('reason' in move.takes.fields).toBe(move.needs.includes('reasonGiven'));
    if (move.reasons !== undefined) expect(codebook[move.reasons].length).toBeGreaterThan(0);
    expect(move.reasons !== undefined).toBe(move.needs.includes('reasonGiven'));
  });

  it.each(routedMoves)('%s has its words in both languages', (name) => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const language of ['en', 'fr']) {
      const words = JSON.parse(
        readFileSync(`apps/console/src/words/situation.${language}.json`, 'utf8'),
      ) as Record<string, string>;
      // An answer has a form with words of its own.
      const act = name === 'answer' ? [] : [`situation.act.${name}`];
      const wanted = [`situation.step.${name}`, `situation.done.${kebab}`, ...act];
      expect(wanted.filter((id) => words[id] === undefined)).toEqual([]);
    }
  });
});
