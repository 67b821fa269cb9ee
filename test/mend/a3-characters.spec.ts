import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardVersion } from '#domain/guard';
import { draft, takeTo } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

/*
 * A safety rule over whole blocks of Unicode refuses what people write and paste, and names no field.
 * Given: a soft hyphen, a family emoji and text pasted from Word were refused with a notice that named nothing.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

interface Screening {
  readonly id: string;
  readonly version: number;
  readonly content: { readonly summary: string; readonly privateNote: string };
}
interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly object[];
}

/** What the police read back after they saved this summary. */
async function savedAs(summary: string): Promise<string> {
  const { police } = world.actors;
  const { id } = body<Screening>(await police.post('/screenings', { ...draft, summary }));
  return body<Screening>(await police.get(`/screenings/${id}`)).content.summary;
}

describe('the police save a summary with', () => {
  it.each([
    ['a soft hyphen, which is removed', 'un\u00adpredictable at night', 'unpredictable at night'],
    ['a family emoji, which is kept', 'home with 👨‍👩‍👧‍👦', 'home with 👨‍👩‍👧‍👦'],
    [
      'isolates, a word joiner and a line separator out of Word, which go',
      '\u2068Mill Lane\u2069\u2060 school\u2028left twice',
      'Mill Lane school\nleft twice',
    ],
    ['a Persian non-joiner, which is kept', 'می‌خواهم', 'می‌خواهم'],
    ['a Sinhala joiner and a flag of tags, which are kept', 'ශ්‍රී 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'ශ්‍රී 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['ends of lines of Windows, which become one', 'a\r\nb', 'a\nb'],
    ['the breaks of lines and pages that Word writes, which become ends of lines', 'a\vb\fc', 'a\nb\nc'],
    ['a byte-order mark inside and stray selectors, which go', 'a\ufeffb\ufe0f\ufe0f', 'ab\ufe0f'],
  ])('%s', async (_, written, saved) => {
    expect(await savedAs(written)).toBe(saved);
  });
});

it('the housing agency, the administrator and the school save the same kinds in a note, a name and an identity', async () => {
  const { housing, administrator, school, police } = world.actors;
  const story = await takeTo(world, 'deidentified');
  body(await housing.post(`/situations/${story.id}/notes`, { text: 'calm\u00ader 👩‍🚒' }));
  const { notes } = body<{ notes: { text: string }[] }>(await school.get(`/situations/${story.id}`));
  expect(notes.at(-1)?.text).toBe('calmer 👩‍🚒');
  body(await administrator.post('/agencies', { name: '\ufeffHarbour\u00ad Library', sector: 'education' }));
  const named = await world.database.plant("select 1 from sec.agency where name = 'Harbour Library'");
  expect(named).toHaveLength(1);
  const tier3 = `/situations/${story.id}/tier3`;
  const [row] = body<{ rows: { id: string }[] }>(await police.get(tier3)).rows;
  const identity = { familyName: 'O\u200bKeefe', givenNames: 'Zoë\u2069' };
  body(await police.put(`${tier3}/${row?.id}`, { identity }, { ifMatch: 1 }));
  const { rows } = body<{ rows: { identity: object }[] }>(await police.get(tier3));
  expect(rows.at(-1)?.identity).toEqual({ familyName: 'OKeefe', givenNames: 'Zoë' });
});

it('a control and an override of direction are refused with field, place and number, in both languages', async () => {
  const { police } = world.actors;
  const content = { ...draft, summary: 'Left \u202ehome', privateNote: '👍 see\u0007' };
  const said = { en: /control character/, fr: /caractère de commande/ };
  for (const language of ['en', 'fr'] as const) {
    const answer = await police.post('/screenings', content, { language });
    const refusal = answer.body as Refusal;
    expect([answer.status, refusal.code]).toEqual([400, 'request.controlCharacter']);
    expect(refusal.detail).toMatch(said[language]);
    expect(refusal.fields).toEqual([
      { field: 'summary', rule: 'directionOverride', place: 6, character: 'U+202E' },
      { field: 'privateNote', rule: 'controlCharacter', place: 6, character: 'U+0007' },
    ]);
  }
});

it('any text is saved with everything that is seen in it, or refused at its first control or override', async () => {
  const { police } = world.actors;
  const { id } = body<Screening>(await police.post('/screenings', draft));
  let version = 1;
  const unseen = [
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u2067',
    '\u2069',
    '\u202a',
    '\ufe0f',
    '\u3164',
    '\v',
    '\f',
    '\u2028',
    '\u{e0067}',
    '\u0301',
  ];
  const refused = ['\ud83d', '\udc68', '\u0000', '\u001b', '\u0085', '\u202d', '\u202e'];
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
    { weight: 4, arbitrary: fc.constantFrom(...unseen) },
    { weight: 1, arbitrary: fc.constantFrom(...refused) },
  );
  const seen = (text: string): string =>
    text
      .replaceAll(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
      .replace(/\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu, '');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
      const text = pieces.join('');
      const privateNote = `a${text}`;
      const answer = await police.put(`/screenings/${id}`, { ...draft, privateNote }, { ifMatch: version });
      const at = [...privateNote].findIndex((character) =>
        /(?![\t\n\v\f\r])\p{Cc}|[\u202d\u202e]|\p{Surrogate}/u.test(character),
      );
      expect(answer.status).toBe(at < 0 ? 200 : 400);
      if (at >= 0) {
        expect((answer.body as Refusal).fields).toEqual([
          expect.objectContaining({ field: 'privateNote', place: at + 1 }),
        ]);
        return;
      }
      version += 1;
      const saved = body<Screening>(await police.get(`/screenings/${id}`)).content.privateNote;
      expect(seen(saved)).toBe(seen(privateNote));
      // What came back is sent again as it is: nothing of it is removed a second time.
      body(await police.put(`/screenings/${id}`, { ...draft, privateNote: saved }, { ifMatch: version }));
      version += 1;
      expect(body<Screening>(await police.get(`/screenings/${id}`)).content.privateNote).toBe(saved);
    }),
    { numRuns: 60 },
  );
});

it('beside each text that passed the guard its version is stored, and beside no text nothing', async () => {
  const { police, housing } = world.actors;
  const story = await takeTo(world, 'deidentified');
  const { id } = story;
  body(await housing.post(`/situations/${id}/notes`, { text: 'Calmer this week' }));
  const versions = async (table: string): Promise<(number | null)[]> =>
    (
      await world.database.plant<{ guard_version: number | null }>(
        `select guard_version from app.${table} where situation_id = $1`,
        [id],
      )
    ).map((row) => row.guard_version);
  expect(await versions('discussion_note')).toEqual([guardVersion, guardVersion]);
  expect(await versions('tier2_text')).toEqual([guardVersion]);
  body(await police.put(`/situations/${id}/summary`, { text: null }, { ifMatch: 1 }));
  expect(await versions('tier2_text')).toEqual([null]);
  body(await police.put(`/situations/${id}/summary`, { text: 'Calmer' }, { ifMatch: 2 }));
  expect(await versions('tier2_text')).toEqual([guardVersion]);
});

it('every text that a person can write in a request has its name on the page, in both languages', () => {
  interface Shape {
    readonly type?: string;
    readonly enum?: unknown;
    readonly format?: string;
    readonly pattern?: string;
    readonly properties?: Readonly<Record<string, Shape>>;
  }
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  const { paths, components } = read('openapi.json') as {
    paths: Readonly<Record<string, Readonly<Record<string, { requestBody?: unknown }>>>>;
    components: { schemas: Readonly<Record<string, Shape>> };
  };
  const reached = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of (JSON.stringify(part) ?? '').matchAll(/schemas\/(\w+)/g))
      if (!reached.has(name)) {
        reached.add(name);
        follow(components.schemas[name]);
      }
  };
  for (const methods of Object.values(paths))
    for (const { requestBody } of Object.values(methods)) follow(requestBody ?? null);
  const written = [...reached].flatMap((name) =>
    Object.entries(components.schemas[name]?.properties ?? {})
      .filter(([, shape]) => shape.type === 'string' && !shape.enum && !shape.format && !shape.pattern)
      .map(([property]) => property),
  );
  expect(written).toEqual(expect.arrayContaining(['summary', 'privateNote', 'text', 'familyName']));
  for (const language of ['en', 'fr']) {
    const words = read(`apps/console/src/words/refusals.${language}.json`) as Record<string, string>;
    expect(written.filter((name) => !(`refusals.name.${name}` in words))).toEqual([]);
  }
});
