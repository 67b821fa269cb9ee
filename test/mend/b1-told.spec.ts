import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestWords } from '../../apps/api/src/mail/email-texts.js';
import { prove, worldWithFreshProofs } from '../world/fresh-proofs.js';
import { body, type Actor, type World } from '../world/world.js';
import { createAgency, inAYear, invite, place } from './lone-administrator.js';

/*
 * Placing, seating, enabling and resetting are told to the coordinators and privacy officers of every table
 * that they concern, whenever they happen: once an hour to each receiver, with every act in one list.
 */
let world: World;
worldWithFreshProofs((made) => {
  world = made;
});

interface Told {
  readonly what: string;
  readonly subjectName: string | null;
  readonly byName: string | null;
  readonly agencyName: string | null;
}
const toldTo = async (actor: Actor): Promise<readonly Told[]> =>
  body<{ rows: Told[] }>(await actor.get('/table-acts?limit=50')).rows;
const notices = async (actor: Actor): Promise<number> =>
  body<{ rows: { code: string; seenAt: string | null }[] }>(await actor.get('/notices?limit=50')).rows.filter(
    ({ code, seenAt }) => code === 'table.acts' && seenAt === null,
  ).length;
const onTheHour = (): Promise<unknown> =>
  world.database.plant(
    `update sec.demo_clock set ahead = date_trunc('hour', sec.domain_now() + interval '1 hour') - clock_timestamp() + interval '1 second'`,
  );
const forget = (): Promise<unknown> => world.database.plant('delete from sec.notice');

/** Each act of an administrator about the Harbour table, and how it is told. */
const acts: Readonly<Record<string, { readonly what: string; readonly act: () => Promise<void> }>> = {
  placing: {
    what: 'joiningAsked',
    act: async () => {
      const { administrator } = world.actors;
      await place(administrator, world.tables.harbour, await createAgency(administrator, 'Newcomers'));
    },
  },
  seating: {
    what: 'seated',
    act: async () => {
      const { administrator, policeOfficer } = world.actors;
      const { signInName } = await invite(administrator, 'rep');
      const { id } = body<{ id: string }>(
        await administrator.post('/seat-offers', {
          signInName,
          persona: 'rep',
          tableId: world.tables.harbour,
          agencyId: world.agency.police,
          endsAt: inAYear(),
        }),
      );
      body(await policeOfficer.post(`/seat-offers/${id}/approval`));
    },
  },
  'an officer who is offered': {
    what: 'seatOffered',
    act: async () => {
      const { signInName } = await invite(world.actors.administrator, 'officer');
      body(
        await world.actors.administrator.post('/seat-offers', {
          signInName,
          persona: 'privacy',
          agencyId: world.agency.housing,
          endsAt: inAYear(),
        }),
      );
    },
  },
  'another administrator': {
    what: 'administratorOffered',
    act: async () => {
      const { signInName } = await invite(world.actors.administrator, 'administrator');
      body(
        await world.actors.administrator.post('/seat-offers', {
          signInName,
          persona: 'administrator',
          endsAt: inAYear(),
        }),
      );
    },
  },
  enabling: {
    what: 'enabled',
    act: async () => {
      for (const active of [false, true]) {
        const path = `/users/${world.actors.health.userId}`;
        const version = String((await world.actors.administrator.get(path)).headers['etag']);
        body(await world.actors.administrator.put(`${path}/status`, { active }, { ifMatch: version }));
      }
    },
  },
  'a reset': {
    what: 'resetStarted',
    act: async () => {
      body(await world.actors.administrator.post(`/users/${world.actors.policeColleague.userId}/resets`));
    },
  },
};

describe('what an administrator does', () => {
  it.each(Object.entries(acts))('is told: %s', async (_name, { what, act }) => {
    await onTheHour();
    await forget();
    await act();
    const { deputy, coordinator, policeOfficer, schoolOfficer, valleyCoordinator } = world.actors;
    for (const actor of [deputy, coordinator, policeOfficer, schoolOfficer]) {
      expect({ name: actor.name, notices: await notices(actor) }).toEqual({ name: actor.name, notices: 1 });
      expect((await toldTo(actor)).slice(0, 3)).toContainEqual(expect.objectContaining({ what }));
    }
    // The Valley table is concerned by another administrator, and by nothing else of these.
    expect(await notices(valleyCoordinator)).toBe(what === 'administratorOffered' ? 1 : 0);
    for (const actor of [world.actors.police, world.actors.auditor])
      expect((await actor.get('/table-acts')).status).toBe(403);
  });

  it('is told once an hour to each receiver, in any order and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 5 }),
        async (names) => {
          await onTheHour();
          await forget();
          await prove(world);
          for (const name of names) await acts[name]!.act();
          for (const actor of [world.actors.deputy, world.actors.policeOfficer]) {
            expect(await notices(actor)).toBe(1);
            const told = (await toldTo(actor)).map(({ what }) => what);
            for (const name of names) expect(told.slice(0, 4 * names.length)).toContain(acts[name]!.what);
          }
          await onTheHour();
          await acts['a reset']!.act();
          expect(await notices(world.actors.deputy)).toBe(2);
        },
      ),
      { numRuns: 4 },
    );
  }, 60_000);

  it('says who did it and to whom, and comes back as unseen when more is done in the hour', async () => {
    await onTheHour();
    await forget();
    await acts['seating']!.act();
    const [seated] = (await toldTo(world.actors.deputy)).filter(({ what }) => what === 'seated');
    expect(seated).toMatchObject({
      subjectName: 'rep',
      byName: 'policeOfficer',
      agencyName: 'Agency police',
    });
    const [row] = body<{ rows: { id: string }[] }>(await world.actors.deputy.get('/notices')).rows;
    expect((await world.actors.deputy.post(`/notices/${row!.id}/seen`)).status).toBe(204);
    expect(await notices(world.actors.deputy)).toBe(0);
    await acts['placing']!.act();
    expect(await notices(world.actors.deputy)).toBe(1);
  });

  it('is mailed to them in a sentence that names nobody', () => {
    const told = [{ code: 'table.acts', number: null, table: 'Table harbour' }];
    for (const [language, word] of [
      ['en', 'Administration placed'],
      ['fr', 'L’administration a placé'],
    ] as const) {
      const words = digestWords(language, told, new URL('https://table.example'));
      expect(words?.text).toContain(word);
      expect(words?.text).not.toMatch(/null|undefined|\{\}/);
    }
  });

  it('goes out with the emails of a coordinator and of an officer, through that one notice', async () => {
    await onTheHour();
    await forget();
    await acts['a reset']!.act();
    const { deputy, policeOfficer } = world.actors;
    const found = await world.database.plant<{ told: boolean; persona: string }>(
      `select n.persona, sec.is_told_still(n) and n.table_id = $2 as told from sec.notice n
        where n.user_id = any ($1) and n.code = 'table.acts' order by 1`,
      [[deputy.userId, policeOfficer.userId], world.tables.harbour],
    );
    expect(found).toEqual([
      { persona: 'coordinator', told: true },
      { persona: 'privacy', told: true },
    ]);
  });
});
