import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { createIntl } from 'react-intl';
import { addDays, dayIn } from '#domain/days';
import { takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

/*
 * Values that cannot be right are refused, and what is counted is said rightly. Given: a birth date after today, the zone EST, "1 days", "1 jours".
 */
describe('values', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });
  const invalid = (field: string) => ({
    status: 400,
    body: expect.objectContaining({ fields: [expect.objectContaining({ field })] }) as unknown,
  });
  const table = (timeZone: string, n = 0) =>
    world.actors.administrator.post('/tables', {
      name: `Zone ${timeZone.replaceAll(/[^A-Za-z]/g, ' ')} ${n}`.replaceAll(/ +/g, ' '),
      region: 'East',
      timeZone,
      meetingWeekday: 4,
    });

  it.each(['EST', 'EST5EDT', 'MST', 'Etc/GMT+5', 'America/Nowhere', 'GMT-5', '+05:00', 'Foo/Bar5'])(
    'refuse the zone %s',
    async (zone) => {
      expect((await table(zone)).status).toBe(400);
    },
  );

  it('take any zone of the list that PostgreSQL knows too, and keep it', async () => {
    const known = new Set(
      (await world.database.plant<{ name: string }>('select name from pg_timezone_names')).map(
        ({ name }) => name,
      ),
    );
    const both = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && known.has(zone));
    expect(both.length).toBeGreaterThan(300);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...both), fc.nat(1_000_000), async (zone, n) => {
        expect([zone, (await table(zone, n)).status]).toEqual([zone, 201]);
      }),
      { numRuns: 15 },
    );
  });

  it('refuse a birth date after today at the table, and take today’s', async () => {
    const { police } = world.actors;
    const story = await takeTo(world, 'deidentified');
    const today = dayIn('America/Toronto', Date.now());
    const person = (birthDate: string) => ({ identity: { familyName: 'Doe', givenNames: 'Ada', birthDate } });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20_000 }), async (days) => {
        const answer = await police.post(`/situations/${story.id}/tier3`, person(addDays(today, days)));
        expect(answer).toMatchObject(invalid('identity.birthDate'));
      }),
      { numRuns: 5 },
    );
    expect((await police.post(`/situations/${story.id}/tier3`, person('2026-02-30'))).status).toBe(400);
    const rows = (await police.get(`/situations/${story.id}/tier3`)).body as {
      rows: { id: string; version: number }[];
    };
    const row = rows.rows[0]!;
    const correct = (birthDate: string) =>
      police.put(`/situations/${story.id}/tier3/${row.id}`, person(birthDate), { ifMatch: row.version });
    expect(await correct(addDays(today, 1))).toMatchObject(invalid('identity.birthDate'));
    expect((await correct(today)).status).toBeLessThan(300);
  });
});

const folder = new URL('../../apps/console/src/words/', import.meta.url);
const messages = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const words = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>;
    const language = file.endsWith('.fr.json') ? 'fr' : 'en';
    return Object.entries(words).map(([id, text]) => ({ language, id, text }));
  });

/** Placeholders by name: those that a plural rule follows, and those that stand bare before a word. */
function counted(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => counted(value))];
    if (element.type === TYPE.select)
      return Object.values(element.options).flatMap(({ value }) => counted(value));
    return element.type === TYPE.tag ? counted(element.children) : [];
  });
}
const units =
  'days?|months?|hours?|minutes?|weeks?|years?|records?|rows|keys|agencies|situations|people|persons|discussions|jours?|heures?|semaines?|enregistrements?|lignes|clés|organismes|personnes';

it('no message of the console puts a bare number before a word that changes with it', () => {
  const bare = messages.filter(({ text }) => new RegExp(`\\{\\w+\\} (?:${units})(?!\\p{L})`, 'u').test(text));
  expect(bare.map(({ id, language }) => `${language} ${id}`)).toEqual([]);
});

it.each([0, 1, 2, 5])('each counted message of both languages is right for %i', (count) => {
  const wrong: string[] = [];
  for (const { language, id, text } of messages) {
    const elements = parse(text);
    const names = new Set(counted(elements));
    if (names.size === 0) continue;
    const intl = createIntl({ locale: `${language}-CA`, messages: { [id]: text } });
    const values = Object.fromEntries(
      [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, names.has(name) ? count : 'x']),
    );
    const said = String(intl.formatMessage({ id }, values));
    const singular = language === 'fr' ? count < 2 : count === 1;
    const pattern =
      language === 'fr'
        ? `\\b${count} (?:jours|heures|semaines|enregistrements|lignes|clés|organismes|personnes|discussions|situations)(?!\\p{L})`
        : `\\b${count} (?:days|months|hours|weeks|records|rows|keys|agencies|people|discussions|situations)(?!\\p{L})`;
    const plural = new RegExp(pattern, 'u');
    const single = new RegExp(
      language === 'fr'
        ? `\\b${count} (?:jour|heure|semaine|enregistrement|ligne|clé|organisme|personne|discussion|situation)(?!\\p{L})`
        : `\\b${count} (?:day|month|hour|week|record|row|key|agency|person|discussion|situation)(?!\\p{L})`,
      'u',
    );
    if (singular ? plural.test(said) : single.test(said)) wrong.push(`${language} ${id}: ${said}`);
  }
  expect(wrong).toEqual([]);
});
