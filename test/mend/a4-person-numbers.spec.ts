import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draft } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

/*
 * "Person 2" is a number that people use: it follows the order in which persons were entered, is the same for
 * every seat, and nobody who is entered later changes it. Given: it followed random ids, so that a person
 * added later could become person 1.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

interface Person {
  readonly id?: string;
  readonly ageBand: string | null;
  readonly sex: string | null;
}
const known = ({ ageBand, sex }: Person): string => `${ageBand} ${sex}`;
const persons = fc.record({
  ageBand: fc.constantFrom('0-5', '12-17'),
  sex: fc.constantFrom('male', 'female'),
  riskFactors: fc.constant([]),
});

async function bring(entered: readonly object[]): Promise<string> {
  const { police } = world.actors;
  const { id } = body<{ id: string }>(await police.post('/screenings', { ...draft, persons: entered }));
  return body<{ id: string }>(
    await police.post(`/screenings/${id}/bring-to-table`, { ownMeansExhausted: true }, { ifMatch: 1 }),
  ).id;
}
const shown = async (who: 'police' | 'school' | 'coordinator', id: string): Promise<readonly Person[]> =>
  body<{ persons: Person[] }>(await world.actors[who].get(`/situations/${id}`)).persons;
const add = async (id: string, person: object): Promise<string> =>
  body<{ id: string }>(await world.actors.police.post(`/situations/${id}/persons`, person)).id;

it('persons keep the order in which they were entered, with the ones of the draft first, on every seat’s card', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(persons, { minLength: 1, maxLength: 6 }),
      fc.array(persons, { maxLength: 4 }),
      async (drafted, added) => {
        const id = await bring(drafted);
        const wanted = drafted.map(known);
        for (const person of [undefined, ...added]) {
          if (person !== undefined) {
            await add(id, person);
            wanted.push(known(person));
          }
          for (const who of ['police', 'school', 'coordinator'] as const)
            expect((await shown(who, id)).map(known)).toEqual(wanted);
        }
      },
    ),
    { numRuns: 8 },
  );
});

it('persons who are added at once get a number each, and keep it when one is corrected', async () => {
  const id = await bring([{ ageBand: '0-5', sex: 'male', riskFactors: [] }]);
  const person = { ageBand: '12-17', sex: 'female', riskFactors: [] };
  await Promise.all(Array.from({ length: 5 }, () => add(id, person)));
  const places = await world.database.plant<{ place: number }>(
    'select place from app.affected_person where situation_id = $1 order by place',
    [id],
  );
  expect(places.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
  const before = (await shown('school', id)).map((each) => each.id);
  const second = before[1]!;
  body(
    await world.actors.police.put(
      `/situations/${id}/persons/${second}`,
      { ageBand: '0-5', sex: 'male', riskFactors: [] },
      { ifMatch: 1 },
    ),
  );
  expect((await shown('school', id)).map((each) => each.id)).toEqual(before);
});
