import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draft } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

/*
 * A failed save counts as done. Here: what the API promises about it, on which the console builds
 * (test/browser/mend-a1). A save that is refused names its field and changes nothing, and a draft is brought
 * only in the version that was saved last.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly content: { readonly summary?: string; readonly privateNote?: string };
}
interface Refusal {
  readonly code: string;
  readonly fields?: readonly { readonly field: string }[];
}

const bring = (id: string, version: number) =>
  world.actors.police.post(
    `/screenings/${id}/bring-to-table`,
    { ownMeansExhausted: true },
    { ifMatch: version },
  );

it.each([
  ['a summary that turns the direction around', { summary: 'goes \u202eout' }, 'summary'],
  ['a note with a control in it', { privateNote: 'see\u0007' }, 'privateNote'],
  ['a summary that is too long', { summary: 'a'.repeat(2001) }, 'summary'],
  ['a note that is too long', { privateNote: 'a'.repeat(4001) }, 'privateNote'],
  [
    'an age band of a second person that has no form',
    { persons: [{}, { ageBand: '?' }] },
    'persons[1].ageBand',
  ],
])(
  'refuses a save of %s with its field, keeps what was saved, and brings no version before it',
  async (_, part, field) => {
    const { police } = world.actors;
    const { id } = body<Draft>(await police.post('/screenings', draft));
    body(await police.put(`/screenings/${id}`, { ...draft, summary: 'Saved last' }, { ifMatch: 1 }));
    const refused = await police.put(`/screenings/${id}`, { ...draft, ...part }, { ifMatch: 2 });
    expect(refused.status).toBe(400);
    expect((refused.body as Refusal).fields?.map((each) => each.field)).toEqual([field]);
    expect(body<Draft>(await police.get(`/screenings/${id}`))).toMatchObject({
      version: 2,
      content: { summary: 'Saved last', privateNote: draft.privateNote },
    });
    expect((await bring(id, 1)).status).toBe(412);
    const brought = body<{ id: string }>(await bring(id, 2));
    expect(
      body<{ summary: { text: string } }>(await police.get(`/situations/${brought.id}`)).summary.text,
    ).toBe('Saved last');
  },
);

it('whatever saves are refused between, what is brought is what was saved last', async () => {
  const { police } = world.actors;
  const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }).map((text) => `x${text}`);
  // Letters and spaces alone: what identifies is refused by another rule, which has its own tests.
  const good = words.map((text) => text.replace(/[^a-z ]/gi, ''));
  const bad = fc.constantFrom('\u0000', '\u001b', '\u202e', 'a'.repeat(2001));
  const saves = fc.array(fc.oneof(good, fc.tuple(good, bad)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(saves, async (each) => {
      const { id } = body<Draft>(await police.post('/screenings', { ...draft, summary: 'at first' }));
      let [version, last] = [1, 'at first'];
      for (const save of each) {
        const summary = typeof save === 'string' ? save : save.join('');
        const answer = await police.put(`/screenings/${id}`, { ...draft, summary }, { ifMatch: version });
        expect(answer.status).toBe(typeof save === 'string' ? 200 : 400);
        if (typeof save === 'string') [version, last] = [version + 1, summary];
      }
      if (version > 1) expect((await bring(id, version - 1)).status).toBe(412);
      const brought = body<{ id: string }>(await bring(id, version));
      const { summary } = body<{ summary: { text: string } }>(await police.get(`/situations/${brought.id}`));
      expect(summary.text).toBe(last);
    }),
    { numRuns: 15 },
  );
});
