import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSameContent, merged, type DraftContent } from '../../apps/console/src/screens/log/merge.js';
import { draft, takeTo } from '../world/situation.js';
import { body, createWorld, type Actor, type World } from '../world/world.js';

/*
 * A page that keeps the version of before its own write takes itself for somebody else. Given: the draft of
 * the same session. Here: each write says the version that it leaves, what a console merges loses nothing,
 * and what a write is said to change is something that is read.
 * The pages themselves: test/browser/mend-a2.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

/** Writes three times, each time from the version that the write before answered, and reads nothing between. */
async function writesOn(
  actor: Actor,
  path: string,
  bodies: readonly object[],
  method: 'put' | 'patch',
): Promise<void> {
  let tag = String((await actor.get(path)).headers['etag']);
  for (const each of bodies) {
    const answer = await actor[method](path, each, { ifMatch: tag });
    body(answer);
    const { version } = answer.body as { version?: number };
    const given = answer.headers['etag'] as string | undefined;
    tag = given ?? `"v${version}"`;
    expect((await actor.get(path)).headers['etag']).toBe(tag);
  }
}

describe('a write says the version that it leaves, and the next is made from it', () => {
  it('for a draft', async () => {
    const { police } = world.actors;
    const { id } = body<{ id: string }>(await police.post('/screenings', draft));
    let version = 1;
    for (const summary of ['one', 'two', 'three']) {
      const answer = body<{ version: number }>(
        await police.put(`/screenings/${id}`, { ...draft, summary }, { ifMatch: version }),
      );
      version = answer.version;
    }
    expect(body<{ version: number }>(await police.get(`/screenings/${id}`)).version).toBe(version);
  });

  it('for a table, an agency, a profile and a meeting', async () => {
    const { administrator, deputy } = world.actors;
    const regions = ['North', 'South', 'West'].map((region) => ({ region }));
    await writesOn(administrator, `/tables/${world.tables.harbour}`, regions, 'patch');
    const names = ['One', 'Two', 'Three'].map((name) => ({ name: `Library ${name}` }));
    await writesOn(administrator, `/agencies/${world.agency.foodBank}`, names, 'patch');
    const languages = ['fr', 'en', 'fr'].map((language) => ({ language }));
    await writesOn(deputy, '/me/profile', languages, 'patch');
    const { id } = body<{ id: string }>(
      await deputy.post('/meetings', {
        kind: 'regular',
        scheduledFor: '2031-03-05T15:00:00.000Z',
        place: null,
      }),
    );
    const places = ['Library', 'School', null].map((place) => ({
      scheduledFor: '2031-03-05T15:00:00.000Z',
      place,
    }));
    await writesOn(deputy, `/meetings/${id}`, places, 'put');
  });

  it('for a plan and limited identifiers', async () => {
    const { childServices, police } = world.actors;
    const { id } = await takeTo(world, 'intervention');
    const path = `/situations/${id}/plan`;
    const [row] = body<{ rows: { id: string; version: number }[] }>(await childServices.get(path)).rows;
    let version = row?.version ?? 0;
    for (const text of ['Monday', 'Tuesday', 'Friday'])
      version = body<{ version: number }>(
        await childServices.put(`${path}/${row?.id}`, { text }, { ifMatch: version }),
      ).version;
    const other = await takeTo(world, 'deidentified');
    const tier3 = `/situations/${other.id}/tier3`;
    const [person] = body<{ rows: { id: string; version: number }[] }>(await police.get(tier3)).rows;
    version = person?.version ?? 0;
    for (const familyName of ['Ames', 'Birch', 'Cole'])
      version = body<{ version: number }>(
        await police.put(
          `${tier3}/${person?.id}`,
          { identity: { familyName, givenNames: 'Ada' } },
          { ifMatch: version },
        ),
      ).version;
  });
});

describe('going on with this page', () => {
  const words = fc.option(fc.string({ maxLength: 8 }), { nil: undefined });
  const codes = fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined });
  const content = fc
    .record({
      type: fc.constantFrom('person', 'family'),
      riskFactors: fc.subarray(['x', 'y']),
      summary: words,
      privateNote: words,
      sectors: codes,
    })
    .map(
      (each) =>
        Object.fromEntries(
          Object.entries(each).filter(([, value]) => value !== undefined),
        ) as unknown as DraftContent,
    );

  it('takes what only one side changed from that side, and returns the words that it replaces', () => {
    fc.assert(
      fc.property(content, content, content, (base, mine, theirs) => {
        const { content: both, replaced } = merged(base, mine, theirs);
        for (const name of ['type', 'riskFactors', 'summary', 'privateNote', 'sectors'] as const) {
          const same = (one: DraftContent, other: DraftContent): boolean =>
            isSameContent(
              { ...base, [name]: one[name] } as DraftContent,
              { ...base, [name]: other[name] } as DraftContent,
            );
          if (same(mine, base)) expect(same(both, theirs)).toBe(true);
          else expect(same(both, mine)).toBe(true);
          const saved = theirs[name];
          const isLost = !same(both, theirs) && !same(theirs, base);
          if (isLost && (name === 'summary' || name === 'privateNote') && saved !== undefined)
            expect(replaced).toContain(saved);
        }
      }),
    );
  });

  it('knows a content again in whatever order the server gives it back', () => {
    fc.assert(
      fc.property(content, (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as DraftContent;
        expect(isSameContent(one, turned)).toBe(true);
        expect(isSameContent(one, { ...one, summary: `${one.summary ?? ''}.` })).toBe(false);
      }),
    );
  });
});

it('what an action of the console says that it changes is something that a page reads', () => {
  const folder = new URL('../../apps/console/src/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const firsts = (form: RegExp): Set<string> =>
    new Set([...sources.matchAll(form)].map(([, first = '']) => first));
  const read = new Set([
    ...firsts(/queryKey:\s*\[\s*'([\w-]+)'/g),
    ...firsts(/Key\w* = (?:\([^)]*\) => )?\[\s*'([\w-]+)'/g),
    ...firsts(/use(?:Pages|EveryPage)(?:<[^(]*)?\(\s*\[\s*'([\w-]+)'/g),
  ]);
  const changed = [...sources.matchAll(/changes(?:: | = )\[((?:[^[\]]|\[[^\]]*\])*)\]/g)].flatMap(
    ([, keys = '']) => [...keys.matchAll(/\[\s*'([\w-]+)'/g)].map(([, first = '']) => first),
  );
  expect(changed.length).toBeGreaterThan(10);
  expect(changed.filter((first) => !read.has(first))).toEqual([]);
});
