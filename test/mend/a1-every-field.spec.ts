import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, dayIn } from '#domain/days';
import { draft, takeTo, type Story } from '../world/situation.js';
import type { Answer } from '../world/actor.js';
import { body, createWorld, type Name, type World } from '../world/world.js';

/*
 * What an edit takes, it writes. Given: an edit of a vocabulary term took its first and its last day and wrote
 * neither. For every PUT and PATCH of the catalogue, each field of the body is changed alone and read again.
 */
type Fields = Readonly<Record<string, unknown>>;
interface Edit {
  readonly who: Name;
  readonly path: () => string;
  /** Where it is read again, and the part of that answer; the path itself and all of it unless given. */
  readonly read?: () => string;
  readonly part?: (answer: Found) => Found | undefined;
  readonly first: () => Fields;
  /** Another value of each field, or several fields that are only right together. */
  readonly other: () => Readonly<Record<string, Fields>>;
}
type Found = Readonly<Record<string, unknown>>;

let world: World;
let story: Story;
let early: Story;
let meeting: string;
let open: string;
const made: Record<string, string> = {};

const idOf = (answer: Answer): string => body<{ id: string }>(answer).id;
const each = (fields: Fields): Readonly<Record<string, Fields>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { [name]: value }]));
const rowsOf = async (who: Name, path: string): Promise<Found[]> =>
  body<{ rows: Found[] }>(await world.actors[who].get(path)).rows;
const row = (id: () => string) => (answer: Found) =>
  (answer['rows'] as Found[]).find((one) => one['id'] === id());
const day = (ahead: number): string => addDays(dayIn('America/Toronto', Date.now()), ahead);

beforeAll(async () => {
  world = await createWorld();
  const { administrator, police, deputy } = world.actors;
  early = await takeTo(world, 'deidentified');
  story = await takeTo(world, 'intervention');
  await world.database.plant(
    'update app.meeting set closed_at = sec.domain_now() where opened_at is not null',
  );
  open = idOf(await deputy.post('/meetings', { kind: 'emergency', scheduledFor: new Date().toISOString() }));
  body(await deputy.post(`/meetings/${open}/open`, {}, { ifMatch: 1 }));
  meeting = idOf(
    await deputy.post('/meetings', { kind: 'emergency', scheduledFor: `${day(20)}T15:00:00.000Z` }),
  );
  made['agency'] = idOf(await administrator.post('/agencies', { name: 'Library', sector: 'education' }));
  made['screening'] = idOf(await police.post('/screenings', draft));
  made['tier3'] = (await rowsOf('police', `/situations/${early.id}/tier3`))[0]!['id'] as string;
  made['tier4'] = (await rowsOf('police', `/situations/${story.id}/tier4`))[0]!['id'] as string;
  made['plan'] = (await rowsOf('childServices', `/situations/${story.id}/plan`))[0]!['id'] as string;
  made['person'] = body<{ persons: { id: string }[] }>(
    await police.get(`/situations/${early.id}`),
  ).persons[0]!.id;
  for (const [kind, code] of [
    ['add', 'tutoring'],
    ['edit', 'recreation'],
    ['retire', 'addiction'],
  ] as const)
    made[kind] = idOf(
      await administrator.post('/codebook/changes', {
        kind,
        list: 'serviceType',
        code,
        content: kind === 'retire' ? { activeTo: day(9) } : termWords(kind === 'add'),
      }),
    );
}, 90_000);
afterAll(async () => {
  await world.close();
});

const termWords = (isNew: boolean): Fields => ({
  labelEn: 'Tutoring',
  labelFr: 'Tutorat',
  ...(isNew && { activeFrom: day(1) }),
});
const otherWords: Fields = {
  labelEn: 'Lessons',
  labelFr: 'Leçons',
  definitionEn: 'With a teacher',
  definitionFr: 'Avec un enseignant',
  sameInBoth: true,
  mapsTo: 'housing',
};
const coded = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: ['alcohol.alcohol-abuse-by-person'],
} as const;
const otherCodes: Fields = {
  type: 'family',
  ageBand: '18-24',
  sex: 'male',
  interpreterNeeded: 'yes',
  riskFactors: ['alcohol.alcohol-abuse-in-home'],
  studyFlags: ['homelessness'],
  protectiveFactors: ['family-supports.strong-family-bond'],
  sectors: ['education'],
};
const situation = (of: () => Story, part: string, pick: (answer: Found) => Found | undefined) => ({
  who: 'police' as const,
  path: () => `/situations/${of().id}/${part}`,
  read: () => `/situations/${of().id}`,
  part: pick,
});

const edits: Readonly<Record<string, Edit>> = {
  'patch /agencies/{id}': {
    who: 'administrator',
    path: () => `/agencies/${made['agency']!}`,
    first: () => ({ name: 'Library', sector: 'education' }),
    other: () => each({ name: 'Reading room', sector: 'health' }),
  },
  'put /holidays': {
    who: 'administrator',
    path: () => '/holidays',
    first: () => ({ days: [{ on: day(40), name: 'A day' }] }),
    other: () => each({ days: [{ on: day(41), name: 'A day' }] }),
  },
  'patch /me/profile': {
    who: 'health',
    path: () => '/me/profile',
    first: () => ({ language: 'en', mail: { wanted: true, quietFrom: '20:00', quietUntil: '07:00' } }),
    other: () => each({ language: 'fr', mail: { wanted: true, quietFrom: '21:00', quietUntil: '07:00' } }),
  },
  'put /meetings/rule': {
    who: 'deputy',
    path: () => '/meetings/rule',
    first: () => ({ days: [4], everyWeeks: 1, time: '09:30' }),
    other: () => ({
      days: { days: [2, 4] },
      everyWeeks: { everyWeeks: 2, anchorOn: day(3) },
      anchorOn: { everyWeeks: 2, anchorOn: day(10) },
      time: { time: '10:15' },
      from: { time: '10:15', from: day(30) },
    }),
  },
  'put /meetings/{id}': {
    who: 'deputy',
    path: () => `/meetings/${meeting}`,
    first: () => ({ scheduledFor: `${day(20)}T15:00:00.000Z`, place: 'Room 1' }),
    other: () => each({ scheduledFor: `${day(21)}T15:00:00.000Z`, place: 'Room 2' }),
  },
  'put /meetings/{id}/agenda/{situation}': {
    who: 'deputy',
    path: () => `/meetings/${open}/agenda/${early.id}`,
    read: () => `/meetings/${open}/agenda`,
    part: (answer) => (answer['rows'] as Found[]).find((one) => one['situationId'] === early.id),
    first: () => ({ noted: 'moreInformation' }),
    other: () => each({ noted: null }),
  },
  'put /meetings/{id}/attendance/{agency}': {
    who: 'deputy',
    path: () => `/meetings/${open}/attendance/${world.agency.foodBank}`,
    read: () => `/meetings/${open}/attendance`,
    part: (answer) => (answer['rows'] as Found[]).find((one) => one['agencyId'] === world.agency.foodBank),
    first: () => ({ mode: 'room', basis: 'phipa40' }),
    other: () => each({ mode: 'remote', basis: 'mfippa32h' }),
  },
  'put /meetings/{id}/card': {
    who: 'deputy',
    path: () => `/meetings/${open}/card`,
    first: () => ({ situationId: early.id, withSummary: false }),
    other: () => each({ situationId: story.id, withSummary: true }),
  },
  'put /screenings/{id}': {
    who: 'police',
    path: () => `/screenings/${made['screening']!}`,
    first: () => ({ ...coded, summary: 'First', privateNote: 'First' }),
    other: () =>
      each({
        ...otherCodes,
        ownMeans: ['called'],
        persons: [{ ageBand: '0-5', sex: 'male', riskFactors: [] }],
        summary: 'Second',
        privateNote: 'Second',
      }),
  },
  'put /situations/{id}/persons/{row}': {
    ...situation(
      () => early,
      '',
      (answer) => (answer['persons'] as Found[]).find((one) => one['id'] === made['person']),
    ),
    path: () => `/situations/${early.id}/persons/${made['person']!}`,
    first: () => ({ ageBand: '0-5', sex: 'male', riskFactors: [] }),
    other: () => each({ ageBand: '6-11', sex: 'female', riskFactors: ['alcohol.alcohol-abuse-in-home'] }),
  },
  'put /situations/{id}/summary': {
    ...situation(
      () => early,
      'summary',
      (answer) => answer['summary'] as Found,
    ),
    first: () => ({ text: 'Calmer' }),
    other: () => each({ text: 'Less calm' }),
  },
  'put /situations/{id}/tier2': {
    ...situation(
      () => early,
      'tier2',
      (answer) => answer['tier2'] as Found,
    ),
    first: () => coded,
    other: () => each(otherCodes),
  },
  'put /situations/{id}/tier3/{row}': {
    who: 'police',
    path: () => `/situations/${early.id}/tier3/${made['tier3']!}`,
    read: () => `/situations/${early.id}/tier3`,
    part: row(() => made['tier3']!),
    first: () => ({ identity: { familyName: 'Doe', givenNames: 'Ada' } }),
    other: () => each({ identity: { familyName: 'Roe', givenNames: 'Ada' } }),
  },
  'put /situations/{id}/tier4/{row}': {
    who: 'police',
    path: () => `/situations/${story.id}/tier4/${made['tier4']!}`,
    read: () => `/situations/${story.id}/tier4`,
    part: row(() => made['tier4']!),
    first: () => ({ text: 'One account' }),
    other: () => each({ text: 'Another account' }),
  },
  'put /situations/{id}/plan/{row}': {
    who: 'childServices',
    path: () => `/situations/${story.id}/plan/${made['plan']!}`,
    read: () => `/situations/${story.id}/plan`,
    part: row(() => made['plan']!),
    first: () => ({ text: 'Visit on Monday' }),
    other: () => each({ text: 'Visit on Tuesday' }),
  },
  'patch /tables/{id}': {
    who: 'administrator',
    path: () => `/tables/${world.tables.valley}`,
    first: () => ({
      name: 'Valley',
      region: 'East',
      timeZone: 'America/Toronto',
      meetingDays: [4],
      meetingWeekday: 4,
      meetingEveryWeeks: 1,
      meetingTime: '09:30',
      correctionDays: 30,
    }),
    other: () => ({
      ...each({
        name: 'Hollow',
        region: 'West',
        timeZone: 'America/Vancouver',
        meetingTime: '10:00',
        correctionDays: 20,
      }),
      meetingWeekday: { meetingWeekday: 2, meetingDays: [2] },
      meetingDays: { meetingDays: [2, 4] },
      meetingEveryWeeks: { meetingEveryWeeks: 2, meetingAnchorOn: day(3) },
      meetingAnchorOn: { meetingEveryWeeks: 2, meetingAnchorOn: day(10) },
    }),
  },
  'put /tables/{id}/agencies/{agency}': {
    who: 'administrator',
    path: () => `/tables/${world.tables.harbour}/agencies/${world.agency.foodBank}`,
    read: () => `/tables/${world.tables.harbour}`,
    first: () => ({ hasAccount: false }),
    other: () => each({ hasAccount: true }),
  },
  'put /tables/{id}/suggestions': {
    who: 'administrator',
    path: () => `/tables/${world.tables.harbour}/suggestions`,
    read: () => `/tables/${world.tables.harbour}`,
    first: () => ({ group: 'alcohol', sectors: ['housing'] }),
    other: () => each({ group: 'drugs', sectors: ['health'] }),
  },
  'put /users/{id}/status': {
    who: 'administrator',
    path: () => `/users/${world.actors.housing.userId}/status`,
    read: () => `/users/${world.actors.housing.userId}`,
    first: () => ({ active: true }),
    other: () => each({ active: false }),
  },
};
/** Read back by what they open, in the stories of signing in (test/api/sign-in.spec.ts) and of mail (mail.spec.ts). */
const elsewhere = ['put /me/password', 'put /me/mail-address'];
/** One body for three kinds of change; below. */
const term = 'put /codebook/changes/{id}';

interface Catalogue {
  readonly paths: Record<string, Record<string, { requestBody?: unknown }>>;
  readonly components: { readonly schemas: Record<string, { properties: object }> };
}
const catalogue = JSON.parse(readFileSync('openapi.json', 'utf8')) as Catalogue;
const fieldsOf = new Map<string, readonly string[]>(
  Object.entries(catalogue.paths).flatMap(([path, methods]) =>
    (['put', 'patch'] as const).flatMap((method) => {
      const found = /schemas\/(\w+)/.exec(JSON.stringify(methods[method]?.requestBody ?? null));
      return found === null
        ? []
        : [
            [
              `${method} ${path.replace('/api/v1', '')}`,
              Object.keys(catalogue.components.schemas[found[1]!]!.properties),
            ] as const,
          ];
    }),
  ),
);

/** What is read again, without versions and times of writing, and the version to write on. */
async function readAgain({ who, path, read = path, part }: Edit): Promise<{ tag: string; shown: string }> {
  const answer = await world.actors[who].get(read());
  const all = body<Found>(answer);
  const found = part === undefined ? all : part(all);
  const tag =
    part === undefined ? answer.headers['etag'] : `"v${(found?.['version'] as number | undefined) ?? 0}"`;
  const shown = JSON.stringify(found, (key, value: unknown) =>
    ['version', 'cardVersion', 'meetingVersion'].includes(key) || key.endsWith('At') ? undefined : value,
  );
  return { tag: String(tag), shown };
}
async function write(name: string, edit: Edit, sent: Fields): Promise<Answer> {
  const { tag } = await readAgain(edit);
  const actor = world.actors[edit.who];
  const options = { ifMatch: tag };
  return name.startsWith('patch')
    ? actor.patch(edit.path(), sent, options)
    : actor.put(edit.path(), sent, options);
}

it('every edit of the catalogue is written here with each of its fields', () => {
  expect([...fieldsOf.keys()].sort()).toEqual([...Object.keys(edits), ...elsewhere, term].sort());
  for (const [name, edit] of Object.entries(edits))
    expect([name, Object.keys(edit.other()).sort()]).toEqual([name, [...(fieldsOf.get(name) ?? [])].sort()]);
});

describe.each(Object.entries(edits))('%s', (name, edit) => {
  it('writes each field that it takes', async () => {
    for (const [field, change] of Object.entries(edit.other())) {
      body(await write(name, edit, edit.first()));
      const { shown } = await readAgain(edit);
      body(await write(name, edit, { ...edit.first(), ...change }));
      expect([field, (await readAgain(edit)).shown]).not.toEqual([field, shown]);
    }
    body(await write(name, edit, edit.first()));
  });
});

describe('a change of a vocabulary term', () => {
  const fields: Fields = { ...otherWords, activeFrom: day(3), activeTo: day(7), group: 'a', theme: 'b' };
  it('writes the fields that it takes, and refuses by name those of another kind of change', async () => {
    expect(Object.keys(fields).sort()).toEqual([...fieldsOf.get(term)!].sort());
    const { administrator } = world.actors;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('add', 'edit', 'retire'),
        fc.subarray(Object.keys(fields), { minLength: 1, maxLength: 4 }),
        async (kind, given) => {
          const path = `/codebook/changes/${made[kind]!}`;
          const sent: Record<string, unknown> = {
            ...(kind === 'retire' ? { activeTo: day(8) } : termWords(kind === 'add')),
            ...Object.fromEntries(given.map((name) => [name, fields[name]])),
          };
          const before = await administrator.get(path);
          const answer = await administrator.put(path, sent, { ifMatch: String(before.headers['etag']) });
          const ofOther = Object.keys(sent).filter((name) =>
            kind === 'retire'
              ? name !== 'activeTo'
              : name === 'activeTo' || (name === 'activeFrom' && kind === 'edit'),
          );
          const after = body<Found>(await administrator.get(path));
          if (answer.status === 200)
            for (const [name, value] of Object.entries(sent))
              expect([name, after[name]]).toEqual([name, value]);
          else expect(after).toEqual(before.body);
          if (ofOther.length > 0) {
            const named = (answer.body as { fields?: { field: string }[] }).fields?.map(({ field }) => field);
            expect([answer.status, named?.sort()]).toEqual([400, ofOther.sort()]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
