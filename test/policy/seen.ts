import type { Actor, World } from '../world/world.js';
import type { Story } from '../world/situation.js';
import { cell, matrix, type MatrixStage } from './matrix.js';
import type { Occasion } from './occasions.js';
import { rowOn, type Reading } from './reading.js';
import { columnsOf, expected, type Person } from './viewers.js';

/**
 * What somebody saw of one group: the keys of its rows, sorted; and the status of the page, if it has one of
 * its own.
 */
export interface Seen {
  readonly keys: readonly string[];
  readonly status?: number;
}

/** What looks behind the walls: a test's own database, or the tour's demo. */
export interface Behind {
  readonly database: Pick<World['database'], 'plant'>;
}
/** The situation, or until it is brought the screening. */
export type Named = Pick<Story, 'id'>;
/** When it is looked at. */
export type When = Pick<Occasion, 'stage' | 'minimised'>;

interface Truth {
  readonly key: string;
  readonly agency_id: string | null;
}

/**
 * What is there and what of it the matrix shows to a person: built from the file and from what stands behind
 * the walls, never from an answer.
 */
export async function shouldSee(
  world: Behind,
  story: Named,
  occasion: When,
  reading: Reading,
  person: Person,
): Promise<readonly string[]> {
  const scope = scopeOn(occasion, reading, person);
  if (scope === 'nothing') return [];
  const rows = await world.database.plant<{ key: string; agency_id: string | null }>(reading.truth, [
    story.id,
  ]);
  return keysOf(
    rows.filter(
      (row: Truth) => scope === 'all' || reading.wholeForOwn === true || row.agency_id === person.agency,
    ),
  );
}

export function scopeOn(occasion: When, reading: Reading, person: Person): 'all' | 'own' | 'nothing' {
  const row = rowOn(reading, occasion);
  if (row === undefined) return 'nothing';
  const scope = expected(row, occasion.stage, person);
  if (
    reading.named?.includes(person.name) === true &&
    matrix.rows.get(row)?.stages.includes(occasion.stage) === true &&
    columnsOf(person, row).some((column) => /named/.test(cell(row, column).text))
  )
    return 'all';
  if (scope === 'nothing' && reading.byDoing === true && does(row, occasion.stage, person)) return 'all';
  const { beyond } = reading;
  if (beyond !== undefined && columnsOf(person, row).every((column) => beyond.test(cell(row, column).text)))
    return 'nothing';
  return scope;
}

function does(row: number, stage: MatrixStage, person: Person): boolean {
  return columnsOf(person, row).some(
    (column) =>
      cell(row, column).rights.has('X') &&
      !(typeof stage === 'number' && cell(row, column).exceptions.has(stage)),
  );
}

/** Asks over HTTP. One answer serves every group that is a part of the same page. */
export async function seenOverHttp(
  actor: Actor,
  story: Named,
  readings: readonly Reading[],
  everything: string[],
): Promise<Map<string, Seen>> {
  const answers = new Map<string, { status: number; body: Readonly<Record<string, unknown>> }>();
  const seen = new Map<string, Seen>();
  for (const reading of readings) {
    const path = reading.path.replace('$', story.id);
    let answer = answers.get(path);
    if (answer === undefined) {
      const { status, body, text } = await actor.get(path);
      answer = { status, body: body as Readonly<Record<string, unknown>> };
      answers.set(path, answer);
      everything.push(text);
    }
    seen.set(reading.group, {
      keys: answer.status === 200 ? [...reading.pick(answer.body, story.id)].sort() : [],
      status: answer.status,
    });
  }
  return seen;
}

/**
 * Asks PostgreSQL itself, under the person's own entered context, as whoever holds the pool could. A refusal
 * is nothing seen.
 */
export async function seenInSql(
  world: World,
  person: Person,
  story: Story,
  readings: readonly Reading[],
): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  await world.data.as(person.actor.key, '', async (session) => {
    for (const reading of readings) {
      if (reading.sql === undefined) continue;
      await session.rows('savepoint asking');
      try {
        seen.set(reading.group, {
          keys: keysOf(await session.rows<{ key: string }>(reading.sql, [story.id])),
        });
      } catch (error) {
        const { code } = error as { code?: string };
        if (!['42501', 'P0002', 'P0001', '28000'].includes(code ?? '')) throw error;
        await session.rows('rollback to asking');
        seen.set(reading.group, { keys: [] });
      }
    }
  });
  return seen;
}

function keysOf(rows: readonly { readonly key: string }[]): string[] {
  return rows.map(({ key }) => key).sort();
}
