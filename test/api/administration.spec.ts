import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshCode, hashRecoveryCode } from '#access';
import { issueSetUpCode } from '#database/identity';
import { Actor, type Answer } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';

const phrase = 'kettle drum and a wet umbrella';
const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
let world: EmptyWorld;

beforeAll(async () => {
  world = await createEmptyWorld();
});
afterAll(async () => {
  await world.close();
});

const etag = async (actor: Actor, path: string): Promise<string> => (await actor.get(path)).headers['etag']!;
const idOf = (answer: Answer): string => answer.body['id'] as unknown as string;
const codeOf = (answer: Answer): unknown => answer.body['code'];
const rowsOf = (answer: Answer): Record<string, unknown>[] =>
  answer.body['rows'] as unknown as Record<string, unknown>[];
/** Notice is a day; the test lets it pass. */
const aDayPasses = async (): Promise<void> => {
  await world.database.plant(`update sec.invitation set opens_at = opens_at - interval '24 hours'`);
  await world.database.plant(
    `update sec.seat set starts_at = starts_at - interval '24 hours' where starts_at > sec.domain_now()`,
  );
};

/** Signs in and chooses the only seat. */
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

describe('an installation begins', () => {
  let ada: Actor;
  let olga: Actor;
  let police: string;
  let pinewood: string;

  it('with a one-time code for its first administrator, and with none after', async () => {
    const code = freshCode(20);
    const request = { code, signInName: 'ada', displayName: 'Ada', language: 'en', password: phrase };
    expect(codeOf(await world.stranger().post('/set-up', request))).toBe('account.setUp.refused');
    expect(await world.data.asAuthn('', (authn) => issueSetUpCode(authn, hashRecoveryCode(code)))).toBe(true);
    expect(codeOf(await world.stranger().post('/set-up', { ...request, code: freshCode(20) }))).toBe(
      'account.setUp.refused',
    );
    expect(codeOf(await world.stranger().post('/set-up', { ...request, password: 'passwordpassword' }))).toBe(
      'account.password.tooCommon',
    );
    const answers = await Promise.all(
      [1, 2, 3].map((turn) =>
        world.stranger().post('/set-up', { ...request, signInName: turn === 1 ? 'ada' : `ada${turn}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    const [made] = await world.database.plant<{ id: string; sign_in_name: string }>(
      'select id, sign_in_name from sec.app_user',
    );
    await world.database.plant(`update sec.app_user set sign_in_name = 'ada' where id = $1`, [made!.id]);
    expect(await world.data.asAuthn('', (authn) => issueSetUpCode(authn, hashRecoveryCode(code)))).toBe(
      false,
    );
    ada = await arrive('ada');
  });

  it('with agencies and a table, whose changes are made on the version that was read', async () => {
    expect(codeOf(await ada.post('/agencies', { name: 'Police of Pinewood', sector: 'nothing' }))).toBe(
      'agency.sectorUnknown',
    );
    police = idOf(await ada.post('/agencies', { name: 'Police of Pinewood', sector: 'justice' }));
    expect(codeOf(await ada.post('/agencies', { name: 'Police of Pinewood', sector: 'justice' }))).toBe(
      'agency.create.nameTaken',
    );
    const tag = await etag(ada, `/agencies/${police}`);
    expect(
      (await ada.patch(`/agencies/${police}`, { name: 'Pinewood Police' }, { ifMatch: tag })).body,
    ).toMatchObject({ name: 'Pinewood Police' });
    expect((await ada.patch(`/agencies/${police}`, { name: 'Police' }, { ifMatch: tag })).status).toBe(412);
    expect(
      (
        await ada.post('/tables', {
          name: 'Pinewood',
          region: 'North',
          timeZone: 'Not/AZone',
          meetingWeekday: 4,
        })
      ).body['fields'],
    ).toEqual([{ field: 'timeZone', rule: 'isTimeZone' }]);
    pinewood = idOf(
      await ada.post('/tables', {
        name: 'Pinewood',
        region: 'North',
        timeZone: 'America/Winnipeg',
        meetingWeekday: 4,
      }),
    );
    const place = `/tables/${pinewood}/agencies/${police}`;
    expect(
      (await ada.put(place, { hasAccount: true }, { ifMatch: await etag(ada, `/tables/${pinewood}`) })).body,
    ).toMatchObject({ fewCoordinators: true, agencies: [{ agencyId: police, hasAccount: true }] });
    expect(
      (
        await ada.patch(
          `/tables/${pinewood}`,
          { retentionMonths: 12 },
          { ifMatch: await etag(ada, `/tables/${pinewood}`) },
        )
      ).status,
    ).toBe(400);
  });

  it('and with rules of suggestion of the table’s own, until the product’s are taken again', async () => {
    const path = `/tables/${pinewood}`;
    const shows = (answer: Answer, sectors: string[], isDefault: boolean): void => {
      expect(answer.body).toMatchObject({
        suggestions: expect.arrayContaining([{ group: 'alcohol', sectors, isDefault }]),
      });
    };
    const set = async (sectors?: string[], group = 'alcohol'): Promise<Answer> =>
      ada.put(
        `${path}/suggestions`,
        { group, ...(sectors !== undefined && { sectors }) },
        { ifMatch: await etag(ada, path) },
      );
    shows(await ada.get(path), ['mental-health-and-addictions', 'health'], true);
    const tag = await etag(ada, path);
    shows(await set(['housing']), ['housing'], false);
    expect(
      (await ada.put(`${path}/suggestions`, { group: 'alcohol', sectors: [] }, { ifMatch: tag })).status,
    ).toBe(412);
    shows(await set([]), [], false);
    expect(codeOf(await set(['nobody-at-all']))).toBe('table.suggestions.unknown');
    expect(codeOf(await set(['housing'], 'nothing'))).toBe('table.suggestions.unknown');
    expect((await set(['housing', 'housing'])).status).toBe(400);
    shows(await set(), ['mental-health-and-addictions', 'health'], true);
  });

  it('does a repeated POST once', async () => {
    const sending = { once: 'the-same-key-again-1' };
    const [first, second] = [
      await ada.post('/agencies', { name: 'School Board', sector: 'education' }, sending),
      await ada.post('/agencies', { name: 'School Board', sector: 'education' }, sending),
    ];
    expect(second.body).toEqual(first.body);
    expect((await ada.post('/agencies', { name: 'Another', sector: 'education' }, sending)).status).toBe(422);
  });

  it('with an agency’s first officer after a day of notice', async () => {
    const invited = (
      await ada.post('/users', { signInName: 'olga', displayName: 'Olga', language: 'fr', agencyId: police })
    ).body as unknown as { token: string; invitationId: string };
    expect(invited.token).toMatch(/^[\w-]{43}$/);
    const join = (): Promise<Answer> =>
      world.stranger().post('/joining', { token: invited.token, password: phrase });
    expect(codeOf(await join())).toBe('invitation.early');
    const offered = await ada.post('/seat-offers', {
      signInName: 'olga',
      persona: 'privacy',
      agencyId: police,
      endsAt: inAYear,
    });
    expect(offered.status).toBe(201);
    expect(
      codeOf(
        await ada.post('/seat-offers', {
          signInName: 'ada',
          persona: 'privacy',
          agencyId: police,
          endsAt: inAYear,
        }),
      ),
    ).toBe('seat.offer.officerComing');
    await aDayPasses();
    expect((await join()).status).toBe(204);
    expect(codeOf(await join())).toBe('invitation.refused');
    olga = await arrive('olga');
    expect((await olga.get('/tables')).body).toMatchObject({
      rows: [{ id: pinewood, fewCoordinators: null }],
    });
  });

  it('and with everybody else through token, code and approval', async () => {
    const request = { signInName: 'rita', displayName: 'Rita', language: 'en', agencyId: police };
    const once = { once: 'invite-rita-once-only' };
    const made = (await ada.post('/users', request, once)).body as unknown as {
      token: string;
      invitationId: string;
      userId: string;
    };
    expect((await ada.post('/users', request, once)).body).toEqual({ ...made, token: null });
    const join = (code?: string): Promise<Answer> =>
      world
        .stranger()
        .post('/joining', { token: made.token, ...(code !== undefined && { code }), password: phrase });
    expect(codeOf(await join())).toBe('invitation.refused');
    expect((await ada.post(`/invitations/${made.invitationId}/codes`)).status).toBe(403);
    expect(codeOf(await ada.post(`/invitations/${made.invitationId}/confirmations`))).toBe(
      'request.notFound',
    );
    const given = await olga.post(`/invitations/${made.invitationId}/codes`);
    expect(codeOf(await join(freshCode(12)))).toBe('invitation.refused');
    expect((await join(given.body['code'] as unknown as string)).status).toBe(204);

    const offer = {
      signInName: 'rita',
      persona: 'rep',
      tableId: pinewood,
      agencyId: police,
      endsAt: inAYear,
    };
    const offerId = idOf(await ada.post('/seat-offers', offer));
    expect(codeOf(await ada.post('/seat-offers', offer))).toBe('seat.offer.waitsAlready');
    const rita = await arrive('rita');
    expect(rita.seatId).toBe('');
    expect(codeOf(await rita.get('/seats'))).toBe('seat.needed');
    expect((await ada.post(`/seat-offers/${offerId}/approval`)).status).toBe(404);
    const seatId = (await olga.post(`/seat-offers/${offerId}/approval`)).body['seatId'] as unknown as string;
    const seated = new Actor(world.url, { seatId, token: rita.token });
    expect((await seated.get('/seats')).body).toMatchObject({
      rows: [{ id: seatId, displayName: 'Rita', persona: 'rep' }],
    });
    expect((await seated.get('/notices')).body).toMatchObject({
      rows: [
        { code: 'table.listToSee', objectId: seatId },
        { code: 'seat.approved', objectId: seatId },
      ],
    });
    expect((await olga.get('/notices')).text).toContain('seat.offered');
  });

  it('all of which stands in the administrative chain, for administrators and auditors alone', async () => {
    const actions = rowsOf(await ada.get('/administration/events?limit=50')).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'installation.setUp',
        'agency.create',
        'agency.change',
        'table.create',
        'user.create',
        'invitation.giveCode',
        'invitation.redeem',
      ]),
    );
    const first = await ada.get('/administration/events?limit=3');
    const second = await ada.get(
      `/administration/events?limit=3&after=${first.body['next'] as unknown as string}`,
    );
    expect(rowsOf(first).map(({ seq }) => Number(seq))).toEqual(
      [0, 1, 2].map((step) => Number(rowsOf(first)[0]!['seq']) - step),
    );
    expect(rowsOf(second)[0]!['seq']).toBe(Number(rowsOf(first)[0]!['seq']) - 3);
    for (const [path, wanted] of [
      ['events', 403],
      ['refusals', 403],
      ['chains', 403],
    ] as const)
      expect((await olga.get(`/administration/${path}`)).status).toBe(wanted);
    await world.stranger().post('/session', { signInName: 'rita', password: 'some other phrase here' });
    const refusals: Record<string, unknown>[] = [];
    for (let after: unknown = ''; after !== null;) {
      const page = await ada.get(
        `/administration/refusals?limit=1${after === '' ? '' : `&after=${after as string}`}`,
      );
      refusals.push(...rowsOf(page));
      after = page.body['next'];
    }
    expect(refusals.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['signIn.refused', 'setUp.refused', 'invitation.refused']),
    );
    expect(new Set(refusals.map((row) => JSON.stringify(row))).size).toBe(refusals.length);
    expect(rowsOf(await ada.get('/administration/chains')).map(({ tableName }) => tableName)).toEqual([
      null,
      'Pinewood',
    ]);
    const hugo = await world.person('Hugo', { persona: 'auditor' });
    expect((await hugo.get('/administration/events')).status).toBe(200);
    expect((await hugo.get('/administration/chains')).status).toBe(403);
    expect((await hugo.get('/users')).status).toBe(403);
    expect((await hugo.get('/seats')).status).toBe(403);
    expect((await hugo.get('/agencies')).status).toBe(200);
  });
});
