import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayIn, type Day } from '#domain/days';
import { takeTo } from '../world/situation.js';
import { createWorld, type Actor, type Name, type World } from '../world/world.js';

/*
 * What cannot be is refused with its field: days that no calendar has, days far from any work, numbers that
 * count nothing. The fields are found in openapi.json, so that a new one without an entry here fails.
 */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly allOf?: readonly Schema[];
}
const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  components: { schemas: Record<string, Schema> };
  paths: Record<
    string,
    Record<string, { requestBody?: { content: { 'application/json': { schema: Schema } } } }>
  >;
};
interface Field {
  readonly route: string;
  readonly path: string;
  readonly schema: Schema;
}
function fieldsOf(route: string, given: Schema, path = ''): Field[] {
  const schema =
    given.$ref === undefined ? given : document.components.schemas[given.$ref.split('/').pop() ?? '']!;
  const below = (schema.allOf ?? []).flatMap((part) => fieldsOf(route, part, path));
  for (const [name, part] of Object.entries(schema.properties ?? {}))
    below.push(...fieldsOf(route, part, path === '' ? name : `${path}.${name}`));
  if (schema.items !== undefined) below.push(...fieldsOf(route, schema.items, `${path}[0]`));
  const isValue = schema.format === 'date' || schema.format === 'date-time' || schema.type === 'integer';
  return isValue ? [...below, { route, path, schema }] : below;
}
const fields = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody }]) =>
    requestBody === undefined
      ? []
      : fieldsOf(`${method} ${path.replace('/api/v1', '')}`, requestBody.content['application/json'].schema),
  ),
);

const nowhere = '00000000-0000-4000-8000-000000000000';
const term = {
  kind: 'add',
  list: 'serviceType',
  code: 'tutoring',
  content: { labelEn: 'Tutoring', labelFr: 'Tutorat', activeFrom: '2026-01-01' },
};
const tableNamed = (name: string) => ({
  name,
  region: 'East',
  timeZone: 'America/Toronto',
  meetingWeekday: 4,
});

/** By route: who sends, and what would be right in the rest of the request. */
const senders: Readonly<Record<string, readonly [Name, object]>> = {
  'post /codebook/changes': ['administrator', term],
  'put /codebook/changes/{id}': ['administrator', term.content],
  'post /demo-clock/advances': ['administrator', {}],
  'put /holidays': ['administrator', { days: [] }],
  'post /meetings': ['deputy', { kind: 'regular' }],
  'put /meetings/rule': ['deputy', { days: [4], everyWeeks: 1, time: '09:30' }],
  'put /meetings/{id}': ['deputy', {}],
  'post /privacy/early-destructions': ['policeOfficer', { situation: nowhere, consent: 'written' }],
  'post /privacy/holds': ['policeOfficer', { situation: nowhere, reason: 'accessRequest' }],
  'post /privacy/reviews/{id}/sign-off': ['policeOfficer', { outcome: 'expected' }],
  'post /seat-offers': ['administrator', { userId: nowhere, persona: 'rep' }],
  'post /seats/{id}/renewals': ['administrator', {}],
  'post /situations/{id}/consents': ['police', { state: 'given' }],
  'post /situations/{id}/tier3': ['police', { identity: { familyName: 'Doe', givenNames: 'Ada' } }],
  'put /situations/{id}/tier3/{row}': ['police', { identity: { familyName: 'Doe', givenNames: 'Ada' } }],
  'post /situations/{id}/youth-items': ['police', {}],
  'post /statistics/exports': ['auditor', {}],
  'post /tables': ['administrator', tableNamed('Impossible')],
  'patch /tables/{id}': ['administrator', {}],
  'post /tables/{id}/settings-changes': ['administrator', {}],
};

/** What is in no calendar, or in no calendar that people use. */
const noDays = fc.oneof(
  fc.constantFrom('2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0001-01-01'),
  fc.constantFrom(
    '9999-12-31',
    '1899-12-31',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    'today',
    20_260_101,
  ),
  fc.integer({ min: 2200, max: 9999 }).map((year) => `${year}-06-01`),
);
function wrongFor({ format, minimum = -Infinity, maximum = Infinity }: Schema): fc.Arbitrary<unknown> {
  if (format === 'date') return noDays;
  if (format === 'date-time') return noDays.map((day) => `${day}T12:00:00Z`);
  const below = Math.min(minimum, 1) - 1;
  return fc.oneof(
    fc.constantFrom<unknown>(1.5, minimum + 0.5, -1, below, maximum + 1, 1e21, '', 'one', true, [1]),
    fc.integer({ max: below }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n)),
  );
}

/** The request with a value at the path of a field. */
function withValue(request: object, path: string, value: unknown): object {
  const made = structuredClone(request) as Record<string, unknown>;
  const names = path.split(/\.|(?=\[)/).map((name) => (name === '[0]' ? 0 : name));
  let at: Record<string | number, unknown> = made;
  names.forEach((name, place) => {
    if (place === names.length - 1) at[name] = value;
    else at = (at[name] ??= typeof names[place + 1] === 'number' ? [] : {}) as Record<string, unknown>;
  });
  return made;
}

describe('what cannot be', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });
  const send = (actor: Actor, route: string, request: object, ifMatch: number | string = 1) => {
    const [method = '', path = ''] = route.split(' ');
    return actor[method as 'post' | 'put' | 'patch'](path.replaceAll(/\{\w+\}/g, nowhere), request, {
      ifMatch,
    });
  };

  it('is looked for in each day, time and number that a request can have', () => {
    expect(fields.length).toBeGreaterThan(25);
    expect([...new Set(fields.map(({ route }) => route))].sort()).toEqual(Object.keys(senders).sort());
  });

  it.each(fields.map((field) => [`${field.route} ${field.path}`, field] as const))(
    'is refused with its field: %s',
    async (_, { route, path, schema }) => {
      const [name, request] = senders[route]!;
      await fc.assert(
        fc.asyncProperty(wrongFor(schema), async (value) => {
          const answer = await send(world.actors[name], route, withValue(request, path, value));
          const { fields: refused = [] } = answer.body as { fields?: { field: string }[] };
          // The element of a list is named by its place, or as its list.
          const named = refused.some(({ field }) => field === path || field === path.replace(/\[0\]$/, ''));
          expect([value, answer.status, named]).toEqual([value, 400, true]);
        }),
        { numRuns: 12 },
      );
    },
  );

  it('is a day of work more than ten years away, however well it is written', async () => {
    const { administrator, deputy, police } = world.actors;
    const story = await takeTo(world, 'limited');
    const today = dayIn('UTC', Date.now());
    const at = (day: Day) => `${day}T15:00:00Z`;
    const version = async (actor: Actor, path: string) => String((await actor.get(path)).headers['etag']);
    const meeting = (
      await deputy.post('/meetings', { kind: 'regular', scheduledFor: at(addDays(today, 400)) })
    ).body as { id: string };
    const change = (await administrator.post('/codebook/changes', term)).body as { id: string };
    const rule = { days: [4], everyWeeks: 1, time: '09:30' };
    type Sent = Promise<{ status: number; body: unknown }>;
    const cases: readonly (readonly [field: string, isPastToo: boolean, send: (day: Day) => Sent])[] = [
      ['scheduledFor', false, (day) => deputy.post('/meetings', { kind: 'regular', scheduledFor: at(day) })],
      [
        'scheduledFor',
        false,
        (day) => deputy.put(`/meetings/${meeting.id}`, { scheduledFor: at(day) }, { ifMatch: 1 }),
      ],
      [
        'from',
        false,
        async (day) =>
          deputy.put(
            '/meetings/rule',
            { ...rule, from: day },
            { ifMatch: await version(deputy, '/meetings/rule') },
          ),
      ],
      [
        'anchorOn',
        true,
        async (day) =>
          deputy.put(
            '/meetings/rule',
            { ...rule, everyWeeks: 2, anchorOn: day },
            { ifMatch: await version(deputy, '/meetings/rule') },
          ),
      ],
      [
        'days[1].on',
        true,
        async (day) =>
          administrator.put(
            '/holidays',
            {
              days: [
                { on: today, name: null },
                { on: day, name: null },
              ],
            },
            { ifMatch: await version(administrator, '/holidays') },
          ),
      ],
      [
        'content.activeFrom',
        true,
        (day) =>
          administrator.post('/codebook/changes', {
            ...term,
            code: 'tutoringToo',
            content: { ...term.content, activeFrom: day },
          }),
      ],
      [
        'activeFrom',
        true,
        (day) =>
          administrator.put(
            `/codebook/changes/${change.id}`,
            { ...term.content, activeFrom: day },
            { ifMatch: 1 },
          ),
      ],
      [
        'dueOn',
        true,
        (day) => police.post(`/situations/${story.id}/consents`, { state: 'given', dueOn: day }),
      ],
      [
        'meetingAnchorOn',
        true,
        (day) => administrator.post('/tables', { ...tableNamed('Far away'), meetingAnchorOn: day }),
      ],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.integer({ min: 3661, max: 26_000 }),
        fc.boolean(),
        async ([field, isPastToo, sendDay], days, isPast) => {
          const day = addDays(today, isPastToo && isPast ? -days : days);
          const answer = await sendDay(day);
          const { code, fields: refused } = answer.body as { code: string; fields?: unknown };
          expect([field, day, answer.status, code, refused]).toEqual([
            field,
            day,
            400,
            'request.invalid',
            [{ field, rule: day < '1900-01-01' ? 'isDay' : 'isWithinTenYears' }],
          ]);
        },
      ),
      { numRuns: 60, examples: cases.map((each) => [each, 3661, false] as [typeof each, number, boolean]) },
    );
    // Ten years are no slip: each is taken then, or refused for something else.
    for (const [field, , sendDay] of cases)
      expect([field, JSON.stringify((await sendDay(addDays(today, 3650))).body)]).toEqual([
        field,
        expect.not.stringContaining('isWithinTenYears'),
      ]);
  });

  it('is a zone that PostgreSQL does not know, or one in other letters', async () => {
    const known = new Set(
      (await world.database.plant<{ name: string }>('select name from pg_timezone_names')).map(
        ({ name }) => name,
      ),
    );
    const odd = Intl.supportedValuesOf('timeZone').filter((zone) => !known.has(zone) && zone !== 'UTC');
    const wrong = [
      'EST',
      'UTC+5',
      'america/toronto',
      'AMERICA/TORONTO',
      'Canada/EASTERN',
      'utc',
      'Etc/UTC',
      ...odd,
    ];
    for (const timeZone of [
      ...wrong,
      'America/Toronto ',
      ' America/Toronto',
      'America /Toronto',
      'posixrules',
    ])
      expect([
        timeZone,
        await world.actors.administrator.post('/tables', { ...tableNamed('No such zone'), timeZone }),
      ]).toEqual([
        timeZone,
        expect.objectContaining({
          status: 400,
          body: expect.objectContaining({
            fields: [expect.objectContaining({ field: 'timeZone' })],
          }) as unknown,
        }),
      ]);
  });
});
