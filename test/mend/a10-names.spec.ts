import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, nameKey } from '#domain/text';
import { body, createWorld, type World } from '../world/world.js';

/*
 * Names of one line are cleaned before they are compared, and compared as a person reads them. Given: the
 * agencies "harbour police service"
 * and "Harbour  Police Service" stood beside the real one; names had line breaks and tabs.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const real = 'Harbour Police Service';
const looksLike = [
  'harbour police service',
  'Harbour  Police Service',
  ' Harbour Police Service ',
  'Harbour\tPolice\nService',
  'Harbour\u00a0Police\u2003Service',
  'Ｈarbour Police Service',
  'Harbour Po\u00adlice Service',
  'Harbour Police\u200b Service\u200d',
  // A selector of another form of the letter before it, of which there is none: it stays, and nobody sees it.
  'Harbour Police Service\u{e0100}',
  'Harbour\ufe0f Police Service\u{e01ef}',
  'HARBOUR POLICE SERVICE',
  // Drawn alike: a Cyrillic letter, a dash, a point, an apostrophe's place.
  'Harbour Police Serviсe',
  'Ηarbour Police Service',
  'Harbour-Police Service',
  'Harbour\u2010Police \u2013 Service',
  'Harbour Police Service.',
  '“Harbour Police” Service',
];
const table = { region: 'East', timeZone: 'America/Toronto', meetingWeekday: 4 };

describe.each([
  ['agencies', { sector: 'justice' }],
  ['tables', table],
] as const)('%s', (kind, rest) => {
  const create = (name: string) => world.actors.administrator.post(`/${kind}`, { ...rest, name });

  it('refuse a second name that reads like the first, and say so', async () => {
    expect((await create(real)).status).toBe(201);
    for (const name of looksLike) {
      const answer = await create(name);
      expect([name, answer.status, (answer.body as { code: string }).code]).toEqual([
        name,
        409,
        `${kind === 'agencies' ? 'agency' : 'table'}.create.nameTaken`,
      ]);
    }
    // Accents are letters of their own.
    expect((await create('Harbour Pólice Service')).status).toBe(201);
  });

  it('refuse it as a change too, and take another way to write their own name', async () => {
    const path = `/${kind}/${body<{ id: string }>(await create('Valley Services')).id}`;
    const change = async (name: string) =>
      world.actors.administrator.patch(
        path,
        { name },
        { ifMatch: String((await world.actors.administrator.get(path)).headers['etag']) },
      );
    expect((await change('harbour\tpolice service')).status).toBe(409);
    expect((await change('VALLEY  services')).status).toBeLessThan(300);
    expect(body<{ name: string }>(await world.actors.administrator.get(path)).name).toBe('VALLEY services');
  });

  it('keep one line, and refuse what is blank or a control character', async () => {
    const made = body<{ id: string }>(await create('  North\r\n\tShore  \u2003'));
    expect(body<{ name: string }>(await world.actors.administrator.get(`/${kind}/${made.id}`)).name).toBe(
      'North Shore',
    );
    for (const name of [' \t\n ', '\u2800\u2800', 'North\u0007Shore', 'North\u202eShore'])
      expect([name, (await create(name)).status]).toEqual([name, 400]);
  });

  it('never have two names that a person takes for one', async () => {
    const words = fc.array(fc.constantFrom('Rivière', 'Straße', 'Police', 'ﬁre', 'Ｗest', 'Σοφος', 'Île'), {
      minLength: 2,
      maxLength: 4,
    });
    const disguise = fc.record({
      space: fc.constantFrom(' ', '  ', '\t', '\n', '\u00a0', '\u3000', ' \u200b'),
      written: fc.constantFrom(
        (text: string) => text.replaceAll('o', 'о').replaceAll('A', 'Α'),
        (text: string) => text.replace(' ', '\u2013'),
        (text: string) => `${text}.`,
        (text: string) => text.toUpperCase(),
        (text: string) => text.toLowerCase(),
        (text: string) => text.normalize('NFD'),
        (text: string) => text.normalize('NFKC'),
        (text: string) => `\u2060${text} `,
        (text: string) => text.replaceAll('e', 'e\u{e0101}'),
        (text: string) => `${text}\u{e0043}`,
      ),
    });
    await fc.assert(
      fc.asyncProperty(words, fc.nat(1_000_000), disguise, async (chosen, id, { space, written }) => {
        const name = [...chosen, `${kind} ${id}`].join(' ');
        const first = await create(name);
        expect([201, 409]).toContain(first.status);
        expect((await create(written(name.replaceAll(' ', space)))).status).toBe(409);
      }),
      { numRuns: 15 },
    );
  });
});

it('folds in the database exactly as in the product', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(fc.constantFrom('ẞ', 'ß', 'ς', 'Σ', 'İ', 'ﬁ', 'Ａ', '\u00ad', '\u3000', ' ', 'é', 'e\u0301'), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  );
  const sample = fc.sample(texts, { numRuns: 400, seed: 10 }).map(cleanLine);
  // Every character without ink, after a letter, a picture and a flag, as it is and as it is kept.
  for (let code = 1; code <= 0x10_ffff; code += 1)
    if (
      /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code)) &&
      (code < 0xe0200 || code % 97 === 0)
    )
      for (const before of ['A', '\u{1f600}', '\u{1f3f4}']) {
        const text = `${before}${String.fromCodePoint(code)}b`;
        sample.push(text, cleanLine(text));
      }
  const keys = await world.database.plant<{ name: string; key: string }>(
    'select t.name, sec.name_key(t.name) as key from unnest($1::text[]) with ordinality t (name, place) order by t.place',
    [sample],
  );
  expect(keys.map(({ key }) => key)).toEqual(sample.map(nameKey));
});

it('cleans display names, sign-in names, rooms and identities', async () => {
  const { administrator, deputy } = world.actors;
  const user = body<{ id: string; signInName: string; displayName: string }>(
    await administrator.post('/users', {
      signInName: ' New.Comer\n',
      displayName: ' New\t Comer ',
      language: 'en',
      agencyId: world.agency.police,
    }),
  );
  const [kept] = await world.database.plant<{ sign_in_name: string; display_name: string }>(
    `select sign_in_name, display_name from sec.app_user where sign_in_name = 'new.comer'`,
  );
  expect([user.id !== '', kept]).toEqual([true, { sign_in_name: 'new.comer', display_name: 'New Comer' }]);
  const again = await administrator.post('/users', {
    signInName: 'ＮEW.COMER',
    displayName: 'Another',
    language: 'en',
    agencyId: world.agency.police,
  });
  expect((again.body as { code: string }).code).toBe('user.create.nameTaken');

  const meeting = body<{ id: string }>(
    await deputy.post('/meetings', {
      kind: 'emergency',
      scheduledFor: '2027-06-01T14:00:00Z',
      place: ' City\thall,\n room  2 ',
    }),
  );
  expect(body<{ place: string }>(await deputy.get(`/meetings/${meeting.id}`)).place).toBe(
    'City hall, room 2',
  );
});

it('lets the database refuse what did not come through the API', async () => {
  for (const name of ['Two\nlines', ' Ends', 'Two  spaces', 'A\ttab', 'harbour POLICE service'])
    await expect(
      world.database.plant(`insert into sec.agency (name, sector) values ($1, 'justice')`, [name]),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^235(?:05|14)$/) as unknown });
});
