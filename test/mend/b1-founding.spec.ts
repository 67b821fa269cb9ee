import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freshCode, hashRecoveryCode } from '#access';
import { issueSecondSetUpCode, issueSetUpCode } from '#database/identity';
import { Actor, body, type Answer } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';
import { draft } from '../world/situation.js';

/*
 * A new installation: two administrators by two set-up codes, a table that is founded on one day by people
 * who are seen face to face, and the first situation, which waits for the confirmed list.
 */
const phrase = 'kettle drum and a wet umbrella';
const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
let world: EmptyWorld;
let ada: Actor;
let bo: Actor;
let table: string;
const officers = new Map<string, Actor>();

beforeAll(async () => {
  world = await createEmptyWorld();
}, 60_000);
afterAll(async () => {
  await world.close();
});

const idOf = (answer: Answer): string => answer.body['id'] as unknown as string;
const codeOf = (answer: Answer): unknown => answer.body['code'];
const etag = async (actor: Actor, path: string): Promise<string> => (await actor.get(path)).headers['etag']!;

async function arrive(signInName: string): Promise<Actor> {
  const nobody = world.stranger();
  expect((await nobody.post('/session', { signInName, password: phrase })).status).toBe(200);
  const me = await nobody.get('/me');
  const [seat] = me.body['seats'] as unknown as { id: string }[];
  const actor = new Actor(world.url, {
    name: signInName,
    userId: me.body['userId'] as unknown as string,
    seatId: seat?.id ?? '',
    token: nobody.token,
  });
  return actor;
}

interface Invited {
  readonly token: string;
  readonly invitationId: string;
}

async function invited(signInName: string, agencyId: string | null): Promise<Invited> {
  return (await ada.post('/users', { signInName, displayName: signInName, language: 'en', agencyId }))
    .body as unknown as Invited;
}

async function digitsOf(token: string): Promise<string> {
  return (await world.stranger().post('/joining/digits', { token })).body['digits'] as unknown as string;
}

async function seat(persona: string, signInName: string, more: object): Promise<string> {
  return idOf(await ada.post('/seat-offers', { signInName, persona, endsAt: inAYear, ...more }));
}

async function agencyWithOfficer(name: string): Promise<string> {
  const agencyId = idOf(await ada.post('/agencies', { name, sector: 'health' }));
  const path = `/tables/${table}`;
  await ada.put(`${path}/agencies/${agencyId}`, { hasAccount: true }, { ifMatch: await etag(ada, path) });
  const signInName = `${name.toLowerCase()}-officer`;
  const { token, invitationId } = await invited(signInName, agencyId);
  await seat('privacy', signInName, { agencyId });
  const digits = await digitsOf(token);
  expect(codeOf(await ada.post(`/invitations/${invitationId}/face-to-face`, { digits }))).toBe(
    'invitation.confirm.samePerson',
  );
  expect((await bo.post(`/invitations/${invitationId}/face-to-face`, { digits })).status).toBe(200);
  expect((await world.stranger().post('/joining', { token, password: phrase })).status).toBe(204);
  officers.set(name, await arrive(signInName));
  return agencyId;
}

async function personOf(
  name: string,
  agencyId: string,
  persona: 'rep' | 'coordinator',
  which = '',
): Promise<Actor> {
  const signInName = `${name.toLowerCase()}-${persona}${which}`;
  const { token, invitationId } = await invited(signInName, agencyId);
  const officer = officers.get(name)!;
  const { code } = (await officer.post(`/invitations/${invitationId}/codes`)).body as unknown as {
    code: string;
  };
  expect((await world.stranger().post('/joining', { token, code, password: phrase })).status).toBe(204);
  const offer = await seat(persona, signInName, {
    tableId: table,
    ...(persona === 'rep' ? { agencyId } : { employerAgencyId: agencyId }),
  });
  expect((await officer.post(`/seat-offers/${offer}/approval`)).status).toBe(201);
  return arrive(signInName);
}

/** The table whose list each has still to read, as their page asks for it. */
const listsOf = (...actors: Actor[]): Promise<(string | undefined)[]> =>
  Promise.all(
    actors.map(async (actor) => {
      const { seats } = body<{ seats: { listToSee: boolean; tableToSee: { id: string } | null }[] }>(
        await actor.get('/me'),
      );
      const own = seats[0]!;
      expect(own.listToSee).toBe(own.tableToSee !== null);
      return own.tableToSee?.id;
    }),
  );
const see = async (actor: Actor, listHash: unknown, at = table): Promise<Answer> =>
  actor.post(`/tables/${at}/founding/seen`, { listHash });

const bring = async (rep: Actor): Promise<Answer> => {
  const screening = await rep.post('/screenings', { ...draft, persons: [] });
  return rep.post(
    `/screenings/${idOf(screening)}/bring-to-table`,
    { ownMeansExhausted: true },
    { ifMatch: '"v1"' },
  );
};
const founding = async (actor: Actor): Promise<Record<string, unknown>> =>
  (await actor.get(`/tables/${table}/founding`)).body as unknown as Record<string, unknown>;
const confirm = async (actor: Actor, listHash?: string): Promise<Answer> =>
  actor.post(`/tables/${table}/founding/confirmations`, {
    listHash: listHash ?? (await founding(actor))['listHash'],
  });

describe('an installation', () => {
  it('makes two administrators by two codes, and no third', async () => {
    const [first, second] = [freshCode(20), freshCode(20)];
    expect(await world.data.asAuthn('', (authn) => issueSetUpCode(authn, hashRecoveryCode(first)))).toBe(
      true,
    );
    expect(
      await world.data.asAuthn('', (authn) => issueSecondSetUpCode(authn, hashRecoveryCode(second))),
    ).toBe(true);
    const setUp = async (code: string, signInName: string): Promise<number> =>
      (
        await world
          .stranger()
          .post('/set-up', { code, signInName, displayName: signInName, language: 'en', password: phrase })
      ).status;
    expect(await setUp(second, 'bo')).toBe(204);
    expect(await setUp(second, 'again')).toBe(409);
    expect(await setUp(first, 'ada')).toBe(204);
    expect(
      await world.data.asAuthn('', (authn) => issueSecondSetUpCode(authn, hashRecoveryCode(second))),
    ).toBe(false);
    expect(await setUp(second, 'third')).toBe(409);
    [ada, bo] = [await arrive('ada'), await arrive('bo')];
    // Where only one is left, whoever runs the server makes a second one again.
    await world.database.plant(`update sec.app_user set status = 'disabled' where sign_in_name = 'bo'`);
    expect(
      await world.data.asAuthn('', (authn) => issueSecondSetUpCode(authn, hashRecoveryCode(second))),
    ).toBe(true);
    await world.database.plant(`update sec.app_user set status = 'active' where sign_in_name = 'bo'`);
    expect(await setUp(second, 'third')).toBe(409);
  });
});

describe('a table that is being founded', () => {
  let police: string;
  let school: string;
  let rep: Actor;
  let coordinator: Actor;

  it('is filled on one day, with nothing but its own people’s words', async () => {
    table = idOf(
      await ada.post('/tables', {
        name: 'Pinewood',
        region: 'North',
        timeZone: 'America/Toronto',
        meetingWeekday: 4,
      }),
    );
    police = await agencyWithOfficer('Police');
    school = await agencyWithOfficer('School');
    rep = await personOf('Police', police, 'rep');
    coordinator = await personOf('School', school, 'coordinator');
    expect(await founding(rep)).toMatchObject({
      isFounding: true,
      coordinatorConfirmed: false,
      officersConfirmed: 0,
      agencies: expect.arrayContaining([
        expect.objectContaining({ name: 'Police', people: expect.any(Array) }),
      ]),
    });
  }, 60_000);

  it('shows each of its seats and officers who sits there, before their first work', async () => {
    const [policeOfficer, schoolOfficer] = [officers.get('Police')!, officers.get('School')!];
    const all = [rep, coordinator, policeOfficer, schoolOfficer];
    expect(await listsOf(...all)).toEqual([table, table, table, table]);
    expect(await founding(policeOfficer)).toMatchObject({ isFounding: true, listToSee: true });
    const { listHash } = await founding(rep);
    for (const actor of [rep, policeOfficer]) expect((await see(actor, listHash)).status).toBe(204);
    expect(codeOf(await see(policeOfficer, listHash))).toBe('table.founding.listSeen');
    expect((await see(ada, listHash)).status).toBe(403);
    expect(await listsOf(...all)).toEqual([undefined, table, undefined, table]);
  });

  it('brings no situation before the list is confirmed by a coordinator and two officers', async () => {
    expect(codeOf(await bring(rep))).toBe('table.founding.unconfirmed');
    expect((await confirm(rep)).status).toBe(403);
    expect((await confirm(ada)).status).toBe(403);
    expect((await confirm(coordinator)).status).toBe(200);
    expect((await confirm(officers.get('Police')!)).status).toBe(200);
    expect(codeOf(await bring(rep))).toBe('table.founding.unconfirmed');
    expect((await confirm(officers.get('School')!)).body).toMatchObject({
      officersConfirmed: 2,
      independentPair: true,
      confirmedByMe: true,
    });
    // The list was read with the confirmation.
    expect(await listsOf(coordinator, officers.get('School')!)).toEqual([undefined, undefined]);
  });

  it('takes a confirmed list for another one as soon as an agency or a seat is added', async () => {
    const before = (await founding(coordinator))['listHash'] as string;
    await agencyWithOfficer('Library');
    expect(codeOf(await bring(rep))).toBe('table.founding.unconfirmed');
    expect(codeOf(await confirm(coordinator, before))).toBe('table.founding.listChanged');
    for (const actor of [coordinator, officers.get('Police')!, officers.get('School')!])
      expect((await confirm(actor)).status).toBe(200);
    const other = await personOf('School', school, 'rep');
    expect(codeOf(await bring(rep))).toBe('table.founding.unconfirmed');
    expect(codeOf(await bring(other))).toBe('table.founding.unconfirmed');
  });

  it('wants two officers whom no one person made', async () => {
    for (const actor of [coordinator, officers.get('Police')!, officers.get('School')!]) await confirm(actor);
    // As if one administrator alone had made both.
    const [kept] = await world.database.plant<{ rows: unknown }>(
      'with gone as (delete from sec.origin_act where by_id = $1 returning *) select json_agg(gone) as rows from gone',
      [bo.userId],
    );
    expect(await founding(coordinator)).toMatchObject({ officersConfirmed: 2, independentPair: false });
    expect(codeOf(await bring(rep))).toBe('table.founding.unconfirmed');
    await world.database.plant(
      'insert into sec.origin_act select * from json_populate_recordset(null::sec.origin_act, $1)',
      [JSON.stringify(kept!.rows)],
    );
    expect(await founding(coordinator)).toMatchObject({ independentPair: true });
  });

  it('is founded with its first situation, and from then on an agency waits for a yes from inside', async () => {
    expect((await bring(rep)).status).toBe(201);
    expect(await founding(rep)).toMatchObject({ isFounding: false });
    expect(codeOf(await confirm(coordinator))).toBe('table.founding.over');
    const path = `/tables/${table}`;
    const late = idOf(await ada.post('/agencies', { name: 'Latecomers', sector: 'health' }));
    const asked = await ada.put(
      `${path}/agencies/${late}`,
      { hasAccount: true },
      { ifMatch: await etag(ada, path) },
    );
    expect(asked.body).toMatchObject({ joining: [{ agencyId: late, askedByMe: true }] });
    expect(JSON.stringify(asked.body['agencies'])).not.toContain(late);
    expect(
      codeOf(
        await ada.put(`${path}/agencies/${late}`, { hasAccount: true }, { ifMatch: await etag(ada, path) }),
      ),
    ).toBe('table.place.waitsAlready');
    const [{ id }] = asked.body['joining'] as unknown as [{ id: string }];
    // The administrator seated both of these today.
    expect(codeOf(await coordinator.post(`/joinings/${id}/yes`))).toBe('secondPerson.notIndependent');
    await world.database.plant(`insert into sec.demo_clock (ahead) values (interval '8 days')`);
    await world.database.plant('update sec.session set stepped_up_at = clock_timestamp()');
    expect((await ada.post(`/joinings/${id}/yes`)).status).toBe(403);
    expect((await coordinator.post(`/joinings/${id}/yes`)).body).toEqual({ outcome: 'waiting' });
    expect(codeOf(await coordinator.post(`/joinings/${id}/yes`))).toBe('joining.samePerson');
    expect((await officers.get('Police')!.post(`/joinings/${id}/yes`)).body).toEqual({ outcome: 'joined' });
    expect(JSON.stringify((await ada.get(path)).body['agencies'])).toContain(late);
    expect(codeOf(await officers.get('School')!.post(`/joinings/${id}/refusal`))).toBe('joining.decided');
  });

  it('lets a person of the confirmed list take their seat afterwards, by their own agency’s officer', async () => {
    const librarian = await personOf('Library', await agencyIdOf('Library'), 'rep');
    expect((await librarian.get('/seats')).status).toBe(200);
  });

  it('shows a seat that came later who sits there today, until it says that it read just that list', async () => {
    const [early, first, second] = [
      rep,
      await personOf('School', school, 'coordinator', 'second'),
      await personOf('Police', police, 'rep', 'third'),
    ];
    expect(await listsOf(early, first, second)).toEqual([undefined, table, table]);
    // Today's list names the agency that joined after the confirmed one; others read the confirmed one.
    const list = await founding(first);
    expect(list).toMatchObject({ isFounding: false, listToSee: true });
    expect(JSON.stringify(list)).toContain('Latecomers');
    expect(JSON.stringify(await founding(early))).not.toContain('Latecomers');
    // It is not another notice that is put away, and no other list counts.
    const [notice] = (await first.get('/notices')).body['rows'] as unknown as { id: string; code: string }[];
    expect(notice).toMatchObject({ code: 'table.listToSee' });
    expect((await first.post(`/notices/${notice!.id}/seen`)).status).toBe(404);
    expect(codeOf(await see(first, 'a'.repeat(64)))).toBe('table.founding.listChanged');
    expect(codeOf(await see(first, (await founding(early))['listHash']))).toBe('table.founding.listChanged');
    expect(codeOf(await see(early, list['listHash']))).toBe('table.founding.listSeen');
    expect(codeOf(await see(officers.get('Police')!, list['listHash']))).toBe('table.founding.listSeen');
    expect(await listsOf(first, second)).toEqual([table, table]);
    expect((await see(first, list['listHash'])).status).toBe(204);
    expect(codeOf(await see(first, list['listHash']))).toBe('table.founding.listSeen');
    expect(await listsOf(first, second)).toEqual([undefined, table]);
    expect(await founding(first)).toMatchObject({ listToSee: false });
  });
});

describe('a privacy officer', () => {
  it('reads the list of each table at which the agency sits, in any order of placing, leaving and reading', async () => {
    const tables: string[] = [];
    for (const name of ['Birch', 'Cedar', 'Elm'])
      tables.push(
        idOf(
          await ada.post('/tables', {
            name,
            region: 'North',
            timeZone: 'America/Toronto',
            meetingWeekday: 4,
          }),
        ),
      );
    const officer = officers.get('Police')!;
    const agency = await agencyIdOf('Police');
    const steps = fc.record({
      what: fc.constantFrom('place', 'leave', 'read'),
      at: fc.nat({ max: tables.length - 1 }),
    });
    const here = new Set<string>();
    const unread = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 6 }), async (all) => {
        for (const { what, at } of all) {
          const id = tables[at]!;
          const path = `/tables/${id}/agencies/${agency}`;
          if (what === 'place') {
            const ifMatch = await etag(ada, `/tables/${id}`);
            expect((await ada.put(path, { hasAccount: true }, { ifMatch })).status).toBe(200);
            if (!here.has(id)) unread.add(id);
            here.add(id);
          } else if (what === 'leave' && here.has(id)) {
            const ifMatch = await etag(ada, `/tables/${id}`);
            expect((await ada.delete(path, { ifMatch })).status).toBeLessThan(300);
            here.delete(id);
            unread.delete(id);
          } else if (what === 'read') {
            const { status, body } = await officer.get(`/tables/${id}/founding`);
            expect(status).toBe(here.has(id) ? 200 : 404);
            const answer = await see(officer, body['listHash'] ?? 'a'.repeat(64), id);
            expect(answer.status).toBe(!here.has(id) ? 404 : unread.delete(id) ? 204 : 409);
          }
          const [next] = await listsOf(officer);
          expect(next === undefined ? unread.size === 0 : unread.has(next)).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('of an agency that joined a working table reads its list as well', async () => {
    const late = await agencyIdOf('Latecomers');
    const { token, invitationId } = await invited('late-officer', late);
    const offer = await seat('privacy', 'late-officer', { agencyId: late });
    const digits = await digitsOf(token);
    await bo.post(`/invitations/${invitationId}/face-to-face`, { digits });
    expect((await world.stranger().post('/joining', { token, password: phrase })).status).toBe(204);
    expect((await bo.post(`/seat-offers/${offer}/approval`)).status).toBe(409);
    const officer = await arrive('late-officer');
    expect(await listsOf(officer)).toEqual([table]);
    const list = await founding(officer);
    expect(list).toMatchObject({ isFounding: false, listToSee: true });
    expect((await see(officer, list['listHash'])).status).toBe(204);
    expect(await listsOf(officer)).toEqual([undefined]);
  });
});

async function agencyIdOf(name: string): Promise<string> {
  const rows = (await ada.get('/agencies')).body['rows'] as unknown as { id: string; name: string }[];
  return rows.find((row) => row.name === name)!.id;
}

describe('six digits', () => {
  let token: string;
  let invitationId: string;
  beforeAll(async () => {
    ({ token, invitationId } = await invited('someone', await agencyIdOf('Police')));
  });

  it('serve once, within two minutes, and only the newest', async () => {
    const officer = officers.get('Police')!;
    const type = (digits: string): Promise<Answer> =>
      officer.post(`/invitations/${invitationId}/face-to-face`, { digits });
    const first = await digitsOf(token);
    const second = await digitsOf(token);
    if (first !== second) expect(codeOf(await type(first))).toBe('invitation.faceToFace.wrong');
    await world.database.plant(
      `update sec.invitation set digits_until = digits_until - interval '121 seconds' where id = $1`,
      [invitationId],
    );
    expect(codeOf(await type(second))).toBe('invitation.faceToFace.wrong');
    const third = await digitsOf(token);
    expect((await type(third)).status).toBe(200);
    expect(codeOf(await type(third))).toBe('invitation.faceToFace.wrong');
    // No code is needed after that: somebody saw who holds the token.
    expect((await world.stranger().post('/joining', { token, password: phrase })).status).toBe(204);
    expect((await world.stranger().post('/joining/digits', { token })).status).toBe(409);
  });

  it('are not found by trying: five wrong ones end them', async () => {
    const { token: other, invitationId: id } = await invited('another', await agencyIdOf('Police'));
    const officer = officers.get('Police')!;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 999_999 }), async (start) => {
        const right = await digitsOf(other);
        for (let tried = 0; tried < 5; tried++) {
          const digits = String((start + tried) % 1_000_000).padStart(6, '0');
          if (digits === right) return;
          expect(codeOf(await officer.post(`/invitations/${id}/face-to-face`, { digits }))).toBe(
            'invitation.faceToFace.wrong',
          );
        }
        expect(codeOf(await officer.post(`/invitations/${id}/face-to-face`, { digits: right }))).toBe(
          'invitation.faceToFace.wrong',
        );
      }),
      { numRuns: 3 },
    );
  });
});
