import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, ageOn, dayIn, dayOf, type Day } from '#domain/days';
import { codebook } from '#domain/vocabulary';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

/*
 * A birth date that contradicts the age that the table was shown is saved, and pointed out to the one who
 * wrote it, and to nobody else. Given: a birth date against the age band, without a word.
 */
const contradicted = ['birthDateOutsideAgeBand'];
const fixed = { numRuns: 60 };

describe('an age band', () => {
  let world: World;
  let story: Story;
  let today: Day;
  beforeAll(async () => {
    world = await createWorld();
    story = await takeTo(world, 'deidentified');
    today = dayIn('America/Toronto', Date.now());
  });
  afterAll(async () => {
    await world.close();
  });
  const identity = (birthDate?: string) => ({
    identity: { familyName: 'Doe', givenNames: 'Ada', ...(birthDate !== undefined && { birthDate }) },
  });
  const path = (row = '') => `/situations/${story.id}/tier3${row}`;
  const bornBefore = (years: number) => addMonths(today, -12 * years);
  const subject = async () =>
    body<{ rows: { id: string; version: number }[] }>(await world.actors.police.get(path())).rows[0]!;
  /** One more person of the situation, in that band. */
  const person = async (ageBand: string) => {
    const sent = await world.actors.police.post(`/situations/${story.id}/persons`, {
      ageBand,
      riskFactors: [],
    });
    return body<{ id: string }>(sent).id;
  };

  it('contradicted by the birth date is pointed out when it is given and when it is corrected', async () => {
    const { police } = world.actors;
    // The table was shown 12 to 17.
    const { id, version: first } = await subject();
    let version = first;
    const correct = async (birthDate?: string): Promise<string[]> => {
      const answer = await police.put(path(`/${id}`), identity(birthDate), { ifMatch: version });
      version += 1;
      return body<{ hints: string[] }>(answer).hints;
    };
    expect(await correct(bornBefore(41))).toEqual(contradicted);
    expect(await correct(bornBefore(15))).toEqual([]);
    expect(await correct(bornBefore(9))).toEqual(contradicted);
    expect(await correct()).toEqual([]);
    // Twelve today, and eleven tomorrow's child.
    expect(await correct(bornBefore(12))).toEqual([]);
    expect(await correct(addDays(bornBefore(12), 1))).toEqual(contradicted);
  });

  it('of an affected person is the one that counts where the identity names that person', async () => {
    const { police } = world.actors;
    const add = async (band: string, years: number) => {
      const personId = await person(band);
      const sent = await police.post(path(), { personId, ...identity(bornBefore(years)) });
      return body<{ hints: string[] }>(sent).hints;
    };
    // The subject was shown as 12 to 17.
    expect(await add('0-5', 3)).toEqual([]);
    expect(await add('0-5', 15)).toEqual(contradicted);
    expect(await add('60-plus', 15)).toEqual(contradicted);
    expect(await add('60-plus', 99)).toEqual([]);
  });

  it('is pointed out again in the answer to a repeat, and is in no receipt, event, feed or other answer', async () => {
    const { police, deputy, school } = world.actors;
    const onceKey = '4b1f7a52-0f5d-4a39-9d5c-2f1c1f3a9e77';
    const personId = await person('18-24');
    const sent = () => police.post(path(), { personId, ...identity(bornBefore(50)) }, { once: onceKey });
    const first = await sent();
    expect(body<{ hints: string[] }>(first).hints).toEqual(contradicted);
    expect((await sent()).body).toEqual(first.body);
    for (const { found } of await world.database.plant<{ found: string }>(
      `select table_schema || '.' || table_name as found from information_schema.tables
       where table_schema in ('app', 'sec', 'audit') and table_type = 'BASE TABLE'`,
    ))
      expect([
        found,
        await world.database.plant(`select from ${found} t where t::text like '%OutsideAgeBand%'`),
      ]).toEqual([found, []]);
    for (const actor of [deputy, school])
      for (const where of [`/situations/${story.id}`, '/situations', path()])
        expect(JSON.stringify((await actor.get(where)).body)).not.toContain('OutsideAgeBand');
    // Who may not write the identity is refused in the same words whatever the birth date.
    const refused = await Promise.all(
      [15, 50].map((years) => school.post(path(), identity(bornBefore(years)))),
    );
    expect(refused[0]!.status).toBeGreaterThanOrEqual(403);
    expect({ ...(refused[0]!.body as object), requestId: '' }).toEqual({
      ...(refused[1]!.body as object),
      requestId: '',
    });
  });

  it('is contradicted exactly where somebody of that age is in another band', async () => {
    const { police } = world.actors;
    const ages = codebook.ageBand.map(({ code }) => ({
      code,
      from: Number(/^\d+/.exec(code)?.[0]),
      to: code.endsWith('-plus') ? 130 : Number(/\d+$/.exec(code)?.[0]),
    }));
    const row = await subject();
    let { version } = row;
    const card = body<{ tier2: { type: string; riskFactors: string[]; version: number } }>(
      await police.get(`/situations/${story.id}`),
    ).tier2;
    let cardVersion = card.version;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ages), fc.integer({ min: 0, max: 45_000 }), async (band, days) => {
        const born = addDays(today, -days);
        const { type, riskFactors } = card;
        const codes = { type, riskFactors, ageBand: band.code };
        body(await police.put(`/situations/${story.id}/tier2`, codes, { ifMatch: cardVersion }));
        cardVersion += 1;
        const { hints } = body<{ hints: string[] }>(
          await police.put(path(`/${row.id}`), identity(born), { ifMatch: version }),
        );
        version += 1;
        const since = ageOn(born, dayOf(`${today.slice(0, 8)}01`));
        const fits = ageOn(born, today) >= band.from && since <= band.to;
        expect([band.code, born, hints]).toEqual([band.code, born, fits ? [] : contradicted]);
      }),
      fixed,
    );
  });
});
