import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Story } from '../world/situation.js';
import { createWorld, type Actor, type World } from '../world/world.js';
import { cell, refusal, type Column } from './matrix.js';
import { furtherOccasions, occasions, type Occasion } from './occasions.js';
import { apiWith, openDoor, type SecondApi } from './open-door.js';
import { columnsOf, expected, people, type Person } from './viewers.js';
import { moveWritings } from './told-moves.js';
import { contentWritings, type Rows, type Writing } from './writing.js';

let world: World;
let open: SecondApi;
const stories = new Map<string, { story: Story; rows: Rows }>();
const writings = [...moveWritings, ...contentWritings];
const used = [...occasions, ...furtherOccasions].filter(({ name }) =>
  writings.some(({ on }) => on.includes(name)),
);

beforeAll(async () => {
  world = await createWorld();
  open = await apiWith(world, openDoor);
  for (const occasion of used) {
    const story = await occasion.bring(world);
    stories.set(occasion.name, { story, rows: await rowsOf(story) });
  }
}, 120_000);
afterAll(async () => {
  await open.close();
  await world.close();
});

async function rowsOf(story: Story): Promise<Rows> {
  const first = async (table: string): Promise<string> =>
    (
      await world.database.plant<{ id: string }>(
        `select id from app.${table} where situation_id = $1 order by id limit 1`,
        [story.id],
      )
    )[0]?.id ?? randomUUID();
  const full = await world.database.plant<{ id: string; agency_id: string }>(
    'select id, agency_id from app.tier4 where situation_id = $1',
    [story.id],
  );
  return {
    person: await first('affected_person'),
    tier3: await first('tier3'),
    plan: await first('plan'),
    tier4: Object.fromEntries(full.map((row) => [row.agency_id, row.id])),
  };
}

/** Whether the matrix gives the right: the words of the file, and what it leaves to the story. */
function may(writing: Writing, person: Person): boolean {
  return (
    columnsOf(person, writing.row).some((column) => writing.says.test(cell(writing.row, column).text)) &&
    (writing.also?.(person) ?? true) &&
    !(writing.notOwnAgency === true && person.name === 'coordinator')
  );
}

/** What the law answers to whoever has no right. */
function refusals(writing: Writing, occasion: Occasion, person: Person): readonly number[] {
  if (person.is === 'AU' || person.is === 'AD' || person.is === 'PO') return [403];
  if (person.is === 'XR') return [404];
  if (writing.notOwnAgency === true && person.name === 'coordinator') return [409];
  const columns: readonly Column[] = columnsOf(person, writing.row);
  const [column] = columns;
  if (column === undefined) return [404];
  const said = cell(writing.row, column);
  if (said.refused !== null) return [refusal(writing.row, occasion.stage, column)];
  const sees =
    expected(writing.row, occasion.stage, person) !== 'nothing' ||
    [10, 12, 14, 16, 20, 26].includes(writing.row);
  return [sees ? 403 : 404];
}

async function ask(
  actor: Actor,
  writing: Writing,
  person: Person,
  at: { id: string; version: number; rows: Rows },
  body: object,
): Promise<{ status: number; code: string }> {
  const row = writing.row$?.(at.rows, person) ?? randomUUID();
  const path = writing.path.replace('{id}', at.id).replace('{row}', row);
  // Rows of content have versions of their own, and nobody has corrected them yet.
  const options = { ifMatch: writing.method === 'put' ? 1 : at.version };
  const answer =
    writing.method === 'post' ? await actor.post(path, body, options) : await actor.put(path, body, options);
  return { status: answer.status, code: String((answer.body as { code?: unknown }).code) };
}

/** PostgreSQL alone, in a transaction that is never committed: done, or why not. */
async function tried(writing: Writing, person: Person, story: Story, rows: Rows): Promise<string> {
  class Undone extends Error {}
  const [sql, parameters] = writing.sql(story, rows, writing.body(world, person), person);
  try {
    await world.data.as(person.actor.key, '', async (session) => {
      const made = await session.rows(sql, parameters);
      throw new Undone(made.length > 0 ? 'done' : 'nothing changed');
    });
    return 'unreachable';
  } catch (error) {
    if (error instanceof Undone) return error.message;
    return `${(error as { code?: string }).code ?? ''} ${(error as Error).message}`;
  }
}
const refusedInSql =
  /^(nothing changed|42501|P0002|P0001 (move\.(notYourRole|notOwnAgency)|permission\.refused))/;

describe.each(used.map((occasion) => [occasion.name, occasion] as const))(
  'who may do what to a situation, %s:',
  (name, occasion) => {
    const here = writings.filter(({ on }) => on.includes(name));

    it('whoever has no right is refused as the matrix says, or as if there were nothing', async () => {
      const found: string[] = [];
      const { story, rows } = stories.get(name)!;
      for (const writing of here) {
        for (const person of people(world, occasion.stage).filter((each) => !may(writing, each))) {
          const got = await ask(
            person.actor,
            writing,
            person,
            { id: story.id, version: story.version, rows },
            writing.body(world, person),
          );
          const due = refusals(writing, occasion, person);
          if (due.includes(got.status)) continue;
          // Refused to a whole persona before anything is read: hidden is then the same as absent, and that
          // is what 404 promises.
          const absent =
            due.includes(404) && got.status === 403
              ? await ask(
                  person.actor,
                  writing,
                  person,
                  { id: randomUUID(), version: story.version, rows },
                  writing.body(world, person),
                )
              : undefined;
          if (absent?.status === got.status && absent.code === got.code) continue;
          found.push(
            `row ${writing.row}, ${writing.name}, ${person.is} (${person.name}): ${got.status} ${got.code}, the matrix says ${due.join(' or ')}`,
          );
        }
      }
      expect(found).toEqual([]);
    }, 60_000);

    it('PostgreSQL alone does it for whoever has the right and for nobody else', async () => {
      const found: string[] = [];
      const { story, rows } = stories.get(name)!;
      for (const writing of here) {
        for (const person of people(world, occasion.stage)) {
          const got = await tried(writing, person, story, rows);
          const right = may(writing, person);
          const ok = right
            ? got === 'done' ||
              /P0001 (move\.(leadProposed|roundOpen|roleFree|leadHandedOver|roleHandedOver|assistingHandedOver|originatorGone)|hold\.askedAlready)/.test(
                got,
              ) ||
              /^23505/.test(got)
            : refusedInSql.test(got);
          if (!ok)
            found.push(
              `row ${writing.row}, ${writing.name}, ${person.is} (${person.name}): ${got}, the matrix says ${right ? 'yes' : 'no'}`,
            );
        }
      }
      expect(found).toEqual([]);
    }, 60_000);

    it('with the first wall open, nobody else gets further', async () => {
      const found: string[] = [];
      const { story, rows } = stories.get(name)!;
      for (const writing of here) {
        for (const person of people(world, occasion.stage).filter(
          (each) => !may(writing, each) && !['AU', 'AD', 'PO'].includes(each.is),
        )) {
          const got = await ask(
            open.of(person.actor),
            writing,
            person,
            { id: story.id, version: story.version, rows },
            writing.body(world, person),
          );
          if (![403, 404].includes(got.status) && !/^move\.not(YourRole|OwnAgency)$/.test(got.code))
            found.push(
              `row ${writing.row}, ${writing.name}, ${person.is} (${person.name}): ${got.status} ${got.code}`,
            );
        }
      }
      expect(found).toEqual([]);
    }, 60_000);

    it('whoever has the right is not refused for who they are', async () => {
      const found: string[] = [];
      const { story, rows } = stories.get(name)!;
      for (const writing of here) {
        const body =
          'spoilt' in writing
            ? writing.spoilt
            : contentWritings.includes(writing) && writing.method === 'post'
              ? 'as it is'
              : undefined;
        if (body === undefined) continue;
        for (const person of people(world, occasion.stage).filter((each) => may(writing, each))) {
          const sent =
            body === 'as it is' ? writing.body(world, person) : { ...writing.body(world, person), ...body };
          const got = await ask(
            person.actor,
            writing,
            person,
            { id: story.id, version: story.version, rows },
            sent,
          );
          const ok =
            body === 'as it is'
              ? got.status < 300 || got.status === 409 || got.status === 400
              : got.status === 409 && got.code !== 'move.notYourRole';
          if (!ok)
            found.push(
              `row ${writing.row}, ${writing.name}, ${person.is} (${person.name}): ${got.status} ${got.code}`,
            );
        }
      }
      expect(found).toEqual([]);
    });
  },
);
