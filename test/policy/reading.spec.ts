import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstOfToday, tier } from '#testing';
import { canary, type Story } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';
import { refusal, type Column } from './matrix.js';
import { more, occasions, type Occasion } from './occasions.js';
import { apiWith, openDoor, type SecondApi } from './open-door.js';
import { keys, readings, rowOn } from './reading.js';
import { scopeOn, seenInSql, seenOverHttp, shouldSee, type Behind, type Seen } from './seen.js';
import { columnsOf, people, unstated, type Person } from './viewers.js';

/**
 * `npm test` looks at the stages where most can be read (every planted word is found there), at two more by
 * the day, and leaves out a second person of a kind; `npm run test:full` leaves out nothing.
 */
const full = tier !== 'short';
const always = ['screening', 'risk recorded', 'intervention'];
const others = occasions.filter(({ name }) => !always.includes(name));
const begin = firstOfToday(others.length, 2);
const today = [0, 1].map((n) => others[(begin + n) % others.length]!);
const looked = full ? occasions : occasions.filter((one) => always.includes(one.name) || today.includes(one));
const twice: readonly string[] = full ? [] : ['policeColleague', 'schoolOfficer', 'valleyCoordinator'];

let world: World;
let open: SecondApi;
const stories = new Map<string, Story>();
/** Every word that each person was answered on an occasion, with and without the first wall. */
const answered = new Map<string, string[]>();

beforeAll(async () => {
  world = await createWorld();
  open = await apiWith(world, openDoor);
  for (const occasion of looked) stories.set(occasion.name, await occasion.bring(world));
}, 120_000);
afterAll(async () => {
  await open.close();
  await world.close();
});

/** What stands behind the walls does not change while it is only looked at: asked once. */
const truths = new Map<string, readonly object[]>();
const behind: Behind = {
  database: {
    async plant<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
      const at = JSON.stringify([sql, parameters]);
      const rows = truths.get(at) ?? (await world.database.plant(sql, parameters));
      truths.set(at, rows);
      return [...rows] as T[];
    },
  },
};

/** The others are refused by the persona of their seat before any policy is asked. */
const reachesThePolicy = (person: Person): boolean => !['AU', 'AD', 'PO'].includes(person.is);

const words = (occasion: Occasion, person: Person): string[] => {
  const key = `${occasion.name}|${person.name}`;
  const found = answered.get(key) ?? [];
  answered.set(key, found);
  return found;
};

/** Each cell whose answer is not the matrix's, so that a failure names them all. */
async function wrong(
  occasion: Occasion,
  judged: 'status' | 'cells',
  ask: (person: Person) => Promise<Map<string, Seen>>,
  among: (person: Person) => boolean = () => true,
): Promise<string[]> {
  const story = stories.get(occasion.name)!;
  const found: string[] = [];
  for (const person of people(world, occasion.stage).filter(
    (each) => !twice.includes(each.name) && among(each),
  )) {
    const seen = await ask(person);
    for (const reading of [...readings, ...keys]) {
      const got = seen.get(reading.group);
      if (got === undefined) continue;
      const due = await shouldSee(behind, story, occasion, reading, person);
      const [is, should] = [got.keys.join(' '), due.join(' ')];
      const cell = `row ${rowOn(reading, occasion) ?? 'none'}, ${reading.group}, ${person.is} (${person.name})`;
      if (is !== should) found.push(`${cell}: sees [${is}], the matrix says [${should}]`);
      if (
        judged === 'status' &&
        reading.path.startsWith('/situations/$/') &&
        scopeOn(occasion, reading, person) === 'nothing' &&
        got.status !== undefined
      ) {
        const said = statuses(occasion, rowOn(reading, occasion), person);
        if (!said.includes(got.status))
          found.push(`${cell}: answered ${got.status}, the matrix says ${said.join(' or ')}`);
      }
    }
  }
  return found;
}

/** The status that the law names for a page of which nothing is seen; where no row speaks, hidden or refused. */
function statuses(occasion: Occasion, row: number | undefined, person: Person): readonly number[] {
  if (person.is === 'PO') return [403];
  if (person.is === 'AU' || person.is === 'AD') return [403];
  // A coordinator of another table is refused what the matrix refuses to every coordinator.
  if (person.is === 'XR')
    return person.name === 'valleyCoordinator' && row !== undefined
      ? [404, refusal(row, occasion.stage, 'CO')]
      : [404, ...(row === undefined && person.name === 'valleyCoordinator' ? [403] : [])];
  if (row === undefined || row === 41) return [404, 403];
  const columns: readonly Column[] = columnsOf(person, row);
  return [refusal(row, occasion.stage, columns[0] ?? (person.is as Column))];
}

describe('what everybody reads of a situation is what the matrix says', () => {
  it('and every condition that a cell states in words is stated for the tests', () => {
    expect(unstated()).toEqual([]);
  });

  describe.each(looked.map((occasion) => [occasion.name, occasion] as const))('%s:', (_, occasion) => {
    it('over HTTP', async () => {
      expect(
        await wrong(occasion, 'status', (person) =>
          seenOverHttp(person.actor, stories.get(occasion.name)!, readings, words(occasion, person)),
        ),
      ).toEqual([]);
    }, 60_000);

    it('in PostgreSQL under their own context', async () => {
      expect(
        await wrong(occasion, 'cells', (person) =>
          seenInSql(world, person, stories.get(occasion.name)!, [...readings, ...keys]),
        ),
      ).toEqual([]);
    }, 60_000);

    it('over HTTP with the first wall replaced by one that allows all', async () => {
      expect(
        await wrong(
          occasion,
          'cells',
          (person) =>
            seenOverHttp(
              open.of(person.actor),
              stories.get(occasion.name)!,
              readings,
              words(occasion, person),
            ),
          reachesThePolicy,
        ),
      ).toEqual([]);
    });
  });

  describe.each(looked.map((occasion) => [occasion.name, occasion] as const))(
    'no word of another tier in any answer, %s:',
    (_, occasion) => {
      it('over HTTP, with the first wall and without', async () => {
        const found: string[] = [];
        for (const person of people(world, occasion.stage).filter((each) => !twice.includes(each.name))) {
          const all = [...words(occasion, person), ...(await besides(person))].join('\n');
          for (const { word, group, by } of planted) {
            const scope = scopeOn(
              occasion,
              readings.find((reading) => reading.group === group)!,
              person,
            );
            // A screening's summary is its agency's own text; brought, it is the table's.
            const mayBe =
              scope === 'all' ||
              (scope === 'own' && person.agency === world.agency[by]) ||
              (group === 'summary' && person.is === 'OR' && occasion.stage === 1);
            if (all.includes(word) && !mayBe) found.push(`${person.name} was answered "${word}"`);
          }
        }
        expect(found).toEqual([]);
      });
    },
    60_000,
  );

  it('and the sweep found each word with somebody who may read it', () => {
    const all = [...answered.values()].flat().join('\n');
    expect(planted.filter(({ word }) => !all.includes(word))).toEqual([]);
  });
});

/** Every planted word, the group that it stands in and who wrote it. */
const planted = [
  { word: canary.privateNote, group: 'screening', by: 'police' },
  { word: canary.summary, group: 'summary', by: 'police' },
  { word: canary.note, group: 'notes', by: 'housing' },
  { word: canary.familyName, group: 'tier3', by: 'police' },
  { word: canary.address, group: 'tier3', by: 'police' },
  { word: more.personName, group: 'tier3', by: 'police' },
  { word: canary.full, group: 'tier4', by: 'police' },
  { word: more.full, group: 'tier4', by: 'school' },
  { word: canary.plan, group: 'plan', by: 'childServices' },
  { word: canary.safety, group: 'safetyNotes', by: 'police' },
  { word: more.safety, group: 'safetyNotes', by: 'school' },
  { word: canary.detail, group: 'reportBackDetails', by: 'childServices' },
  { word: more.detail, group: 'reportBackDetails', by: 'school' },
  { word: more.youth, group: 'youthItems', by: 'police' },
  { word: canary.consent, group: 'consentDetails', by: 'police' },
  { word: more.consent, group: 'consentDetails', by: 'school' },
] as const;

/** What else somebody may ask that could speak of a situation; asked once each. */
const asked = new Map<string, string>();
async function besides(person: Person): Promise<string[]> {
  const [meeting] = await world.database.plant<{ id: string }>(
    'select id from app.meeting where table_id = $1 limit 1',
    [world.tables.harbour],
  );
  const paths = [
    '/week',
    '/notices',
    '/meetings',
    `/meetings/${meeting!.id}/agenda`,
    `/meetings/${meeting!.id}/minutes`,
    `/meetings/${meeting!.id}/card`,
    '/administration/events',
    '/privacy/disclosures',
    '/privacy/audit?about=situations',
    '/privacy/consents',
    '/privacy/reviews',
    '/privacy/digest',
    '/statistics/own-table/years',
  ];
  for (const path of paths) {
    const key = `${person.name} ${path}`;
    if (!asked.has(key)) asked.set(key, (await person.actor.get(path)).text);
  }
  return paths.map((path) => asked.get(`${person.name} ${path}`) ?? '');
}
