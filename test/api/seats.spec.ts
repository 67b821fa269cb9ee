import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const codeOf = (answer: Answer): unknown => answer.body['code'];
const rowsOf = (answer: Answer): Record<string, unknown>[] =>
  answer.body['rows'] as unknown as Record<string, unknown>[];

describe('at a table', () => {
  let ada: Actor;
  let abe: Actor;
  let cora: Actor;
  let carl: Actor;
  let olga: Actor;
  let sven: Actor;
  let rita: Actor;
  let far: Actor;

  beforeAll(async () => {
    await world.table('Birch', ['Fire', 'Clinic']);
    await world.table('Cedar', ['Shelter']);
    ada = await world.person('Ada2', { persona: 'administrator' });
    abe = await world.person('Abe', { persona: 'administrator' });
    cora = await world.person('Cora', { persona: 'coordinator', table: 'Birch', employer: 'Fire' });
    carl = await world.person('Carl', { persona: 'coordinator', table: 'Cedar', employer: 'Shelter' });
    rita = await world.person('Rita2', { persona: 'rep', table: 'Birch', agency: 'Fire' });
    olga = await world.person('Olga2', { persona: 'privacy', agency: 'Fire' });
    sven = await world.person('Sven', { persona: 'privacy', agency: 'Clinic' });
    far = await world.person('Fran', { persona: 'rep', table: 'Cedar', agency: 'Shelter' });
  });

  it('everybody sees who sits there, and nobody who sits elsewhere', async () => {
    const names = async (actor: Actor): Promise<unknown[]> =>
      rowsOf(await actor.get('/seats')).map(({ displayName }) => displayName);
    expect(await names(rita)).toEqual(['Cora', 'Rita2']);
    expect(await names(cora)).toEqual(['Cora', 'Rita2']);
    expect(await names(far)).toEqual(['Carl', 'Fran']);
    expect(await names(olga)).toEqual(['Cora', 'Olga2', 'Rita2']);
    expect(await names(ada)).toEqual(expect.arrayContaining(['Carl', 'Cora', 'Fran', 'Rita2']));
    const [hidden, absent] = [
      await far.get(`/seats/${rita.seatId!}`),
      await far.get('/seats/0190c0de-0000-4000-8000-00000000abcd'),
    ];
    expect({ ...hidden.body, status: hidden.status, requestId: '' }).toEqual({
      ...absent.body,
      status: 404,
      requestId: '',
    });
  });

  it('the settings for two persons change by two persons, and by no two words of one', async () => {
    const table = `/tables/${world.id('Birch')}`;
    const change = { identifierRecipients: 'nobody', retentionMonths: 24 };
    const { id } = (await cora.post(`${table}/settings-changes`, change)).body as unknown as { id: string };
    expect(codeOf(await ada.post(`${table}/settings-changes`, { riskRule: 'vote' }))).toBe(
      'table.proposeSettings.oneOpen',
    );
    expect((await carl.post(`/settings-changes/${id}/withdrawal`)).status).toBe(404);
    expect((await cora.post(`/settings-changes/${id}/approval`)).status).toBe(403);
    expect((await ada.post(`/settings-changes/${id}/approval`)).body).toEqual({ outcome: 'waiting' });
    expect(codeOf(await ada.post(`/settings-changes/${id}/approval`))).toBe(
      'table.approveSettings.samePerson',
    );
    expect((await ada.get(table)).body).toMatchObject({
      identifierRecipients: 'everyoneSeated',
      retentionMonths: 12,
    });
    expect((await sven.post(`/settings-changes/${id}/approval`)).body).toEqual({ outcome: 'applied' });
    expect((await rita.get(table)).body).toMatchObject({
      identifierRecipients: 'nobody',
      retentionMonths: 24,
      riskRule: 'agreement',
    });
    expect(codeOf(await abe.post(`/settings-changes/${id}/approval`))).toBe('table.approveSettings.decided');
    expect((await far.get(table)).status).toBe(404);
    expect((await rita.post(`${table}/settings-changes`, change)).status).toBe(403);
  });

  it('an officer’s proposal is the second word, an administrator’s still wanted', async () => {
    const { id } = (await olga.post(`/tables/${world.id('Birch')}/settings-changes`, { riskRule: 'vote' }))
      .body as unknown as { id: string };
    expect(codeOf(await sven.post(`/settings-changes/${id}/approval`))).toBe(
      'table.approveSettings.administratorWanted',
    );
    expect((await abe.post(`/settings-changes/${id}/approval`)).body).toEqual({ outcome: 'applied' });
  });

  it('a coordinator offers seats at the own table, the agency’s officer approves, and no other', async () => {
    const sam = await world.person('Sam', { persona: 'rep', table: 'Cedar', agency: 'Shelter' });
    const offer = { signInName: 'sam', persona: 'rep', agencyId: world.id('Fire'), endsAt: inAYear };
    expect(
      (
        await cora.post('/seat-offers', {
          ...offer,
          tableId: world.id('Cedar'),
          agencyId: world.id('Shelter'),
        })
      ).status,
    ).toBe(404);
    expect(
      (await cora.post('/seat-offers', { ...offer, persona: 'administrator', agencyId: undefined })).status,
    ).toBe(400);
    expect((await cora.post('/seat-offers', { ...offer, persona: 'coordinator' })).body['fields']).toEqual([
      { field: 'agencyId', rule: 'notForThisPersona' },
      { field: 'employerAgencyId', rule: 'required' },
    ]);
    expect(codeOf(await cora.post('/seat-offers', { ...offer, endsAt: '2099-01-01T00:00:00Z' }))).toBe(
      'seat.offer.endNotInTwoYears',
    );
    expect((await rita.post('/seat-offers', offer)).status).toBe(403);
    const { id } = (await cora.post('/seat-offers', offer)).body as unknown as { id: string };
    expect((await sven.post(`/seat-offers/${id}/approval`)).status).toBe(404);
    // The function refuses too, whatever the routes look up before it.
    await expect(
      world.data.as(sven.key, '', (session) => session.rows('select sec.approve_seat($1)', [id])),
    ).rejects.toMatchObject({ code: 'P0002' });
    expect((await carl.get('/seat-offers')).body).toMatchObject({ rows: [] });
    const approved = await olga.post(`/seat-offers/${id}/approval`);
    expect(approved.status).toBe(201);
    const again = new Actor(world.url, {
      seatId: approved.body['seatId'] as unknown as string,
      token: sam.token,
    });
    expect(rowsOf(await again.get('/seats')).map(({ displayName }) => displayName)).toContain('Rita2');
    expect(rowsOf(await sam.get('/seats')).map(({ displayName }) => displayName)).not.toContain('Rita2');
  });

  it('an administrator or auditor never gets a seat, and the other way round', async () => {
    const { id } = (
      await cora.post('/seat-offers', {
        signInName: 'abe',
        persona: 'rep',
        agencyId: world.id('Fire'),
        endsAt: inAYear,
      })
    ).body as unknown as { id: string };
    expect(codeOf(await olga.post(`/seat-offers/${id}/approval`))).toBe('seat.dutiesApart');
    expect(
      codeOf(await ada.post('/seat-offers', { signInName: 'rita2', persona: 'auditor', endsAt: inAYear })),
    ).toBe('seat.dutiesApart');
    expect(
      codeOf(await ada.post('/seat-offers', { signInName: 'ada2', persona: 'auditor', endsAt: inAYear })),
    ).toBe('seat.offer.self');
    expect((await cora.post(`/seat-offers/${id}/refusal`)).status).toBe(204);
  });

  it('nobody approves their own seat, the agency’s only officer neither: another agency’s officer does', async () => {
    const { id } = (
      await ada.post('/seat-offers', {
        signInName: 'olga2',
        persona: 'rep',
        tableId: world.id('Birch'),
        agencyId: world.id('Fire'),
        endsAt: inAYear,
      })
    ).body as unknown as { id: string };
    expect(codeOf(await olga.post(`/seat-offers/${id}/approval`))).toBe('seat.approve.samePerson');
    expect(codeOf(await sven.post(`/seat-offers/${id}/approval`))).toBe('seat.officerApart');
    const { id: own } = (
      await ada.post('/seat-offers', {
        signInName: 'sven',
        persona: 'rep',
        tableId: world.id('Birch'),
        agencyId: world.id('Clinic'),
        endsAt: inAYear,
      })
    ).body as unknown as { id: string };
    expect(codeOf(await sven.post(`/seat-offers/${own}/approval`))).toBe('seat.approve.samePerson');
    expect((await olga.post(`/seat-offers/${own}/approval`)).status).toBe(201);
    const theo = await world.person('Theo', { persona: 'rep', table: 'Cedar', agency: 'Shelter' });
    const { id: second } = (
      await ada.post('/seat-offers', {
        signInName: 'theo',
        persona: 'privacy',
        agencyId: world.id('Clinic'),
        endsAt: inAYear,
      })
    ).body as unknown as { id: string };
    expect((await sven.post(`/seat-offers/${second}/approval`)).status).toBe(201);
    expect((await sven.get('/seats')).status).toBe(403);
    expect(rowsOf(await theo.get('/seats')).length).toBeGreaterThan(0);
    await world.database.plant(
      `update sec.seat set ends_at = sec.domain_now() where user_id = $1 and persona = 'privacy'`,
      [theo.userId],
    );
  });

  it('a fresh proof is wanted for changing seats, by the route and by the database', async () => {
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [cora.userId],
    );
    const end = async (): Promise<Answer> =>
      cora.delete(`/seats/${rita.seatId!}`, { ifMatch: await etag(cora, `/seats/${rita.seatId!}`) });
    expect(codeOf(await end())).toBe('account.stepUp.needed');
    const [{ token_hash: tokenHash }] = (await world.database.plant<{ token_hash: Buffer }>(
      'select token_hash from sec.session where user_id = $1',
      [cora.userId],
    )) as [{ token_hash: Buffer }];
    await expect(
      world.data.as({ tokenHash: tokenHash.toString('hex'), seatId: cora.seatId! }, '', (session) =>
        session.rows('select sec.end_seat($1, 1)', [rita.seatId!]),
      ),
    ).rejects.toMatchObject({ message: 'account.stepUp.needed' });
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() where user_id = $1`,
      [cora.userId],
    );
    expect((await carl.delete(`/seats/${rita.seatId!}`, { ifMatch: '"v1"' })).status).toBe(404);
    expect((await end()).status).toBe(204);
    expect(codeOf(await rita.get('/seats'))).toBe('seat.notYours');
  });

  it('seats are renewed by the officer at once, by a coordinator as an offer', async () => {
    const [seat] = await world.database.plant<{ id: string }>(
      `select id from sec.seat where user_id = $1 and persona = 'rep' and ends_at > sec.domain_now() and agency_id = $2`,
      [world.id('Sam'), world.id('Fire')],
    );
    const path = `/seats/${seat!.id}`;
    const endsAt = new Date(Date.now() + 700 * 86_400_000).toISOString();
    const offered = await cora.post(`${path}/renewals`, { endsAt }, { ifMatch: await etag(cora, path) });
    expect(offered.body['offerId']).toMatch(/-/);
    expect(
      (await olga.post(`/seat-offers/${offered.body['offerId'] as unknown as string}/approval`)).body,
    ).toEqual({ seatId: seat!.id });
    expect((await olga.get(path)).body).toMatchObject({ endsAt });
    expect(
      (await olga.post(`${path}/renewals`, { endsAt: inAYear }, { ifMatch: await etag(olga, path) })).body,
    ).toEqual({ offerId: null });
    expect((await olga.post(`${path}/renewals`, { endsAt: inAYear }, { ifMatch: '"v1"' })).status).toBe(412);
  });

  it('a lost phone is reset when officer and coordinator have both spoken, and the user can stop it', async () => {
    const uma = await world.person('Uma', { persona: 'rep', table: 'Birch', agency: 'Fire' });
    const begin = async (): Promise<{ token: string; invitationId: string }> =>
      (await ada.post(`/users/${uma.userId}/resets`)).body as unknown as {
        token: string;
        invitationId: string;
      };
    const stopped = await begin();
    expect((await uma.delete('/me/resets')).body).toEqual({ stopped: 1 });
    expect(codeOf(await olga.post(`/invitations/${stopped.invitationId}/codes`))).toBe('invitation.over');
    const { token, invitationId } = await begin();
    expect((await uma.get('/notices')).text).toContain('account.resetStarted');
    const { code } = (await olga.post(`/invitations/${invitationId}/codes`)).body as unknown as {
      code: string;
    };
    const join = (): Promise<Answer> => world.stranger().post('/joining', { token, code, password: phrase });
    expect(codeOf(await join())).toBe('invitation.early');
    expect((await carl.post(`/invitations/${invitationId}/confirmations`)).status).toBe(404);
    expect((await cora.post(`/invitations/${invitationId}/confirmations`)).status).toBe(200);
    expect((await uma.get('/me')).status).toBe(200);
    expect((await join()).status).toBe(204);
    expect((await uma.get('/me')).status).toBe(401);
    expect(
      (await world.stranger().post('/session', { signInName: 'uma', password: phrase })).body,
    ).toMatchObject({ next: 'session' });
  });

  it('a first officer at a table is told to its coordinators, who may refuse; other tables’ may not', async () => {
    await world.agency('Library');
    await world.database.plant('insert into sec.table_agency (table_id, agency_id) values ($1, $2)', [
      world.id('Birch'),
      world.id('Library'),
    ]);
    await world.person('Lia', { persona: 'rep', table: 'Birch', agency: 'Library' });
    const { id } = (
      await ada.post('/seat-offers', {
        signInName: 'lia',
        persona: 'privacy',
        agencyId: world.id('Library'),
        endsAt: inAYear,
      })
    ).body as unknown as { id: string };
    const [offer] = rowsOf(await cora.get('/seat-offers')).filter((row) => row['id'] === id);
    expect(offer).toMatchObject({ beginsAt: null });
    expect(rowsOf(await cora.get('/notices'))[0]).toMatchObject({
      code: 'seat.offered',
      objectId: id,
      agencyId: world.id('Library'),
    });
    expect((await carl.post(`/seat-offers/${id}/refusal`)).status).toBe(404);
    expect(codeOf(await ada.post(`/seat-offers/${id}/approval`))).toBe('seat.approve.samePerson');
    expect((await cora.post(`/seat-offers/${id}/refusal`)).status).toBe(204);
    expect(codeOf(await abe.post(`/seat-offers/${id}/approval`))).toBe('seat.decide.decided');
    expect(
      await world.database.plant(
        `select from sec.seat where agency_id = $1 and persona = 'privacy' and ends_at > sec.domain_now()`,
        [world.id('Library')],
      ),
    ).toEqual([]);
  });

  it('an auditor begins after a day too, or when another administrator approves; never by the one who offered', async () => {
    const [user] = await world.database.plant<{ id: string }>(
      `insert into sec.app_user (sign_in_name, display_name) values ('rosa', 'Rosa') returning id`,
    );
    const { id } = (
      await ada.post('/seat-offers', { signInName: 'rosa', persona: 'auditor', endsAt: inAYear })
    ).body as unknown as { id: string };
    const begun = async (): Promise<number> =>
      (
        await world.database.plant(
          'select from sec.seat where user_id = $1 and starts_at <= sec.domain_now()',
          [user!.id],
        )
      ).length;
    expect(codeOf(await ada.post(`/seat-offers/${id}/approval`))).toBe('seat.approve.samePerson');
    expect(await begun()).toBe(0);
    expect((await abe.post(`/seat-offers/${id}/approval`)).status).toBe(201);
    expect(await begun()).toBe(1);
  });

  it('a user’s sessions end, and a disabled user is out at once; the last administrator stays', async () => {
    const vera = await world.person('Vera', { persona: 'rep', table: 'Birch', agency: 'Fire' });
    const path = `/users/${vera.userId}`;
    expect((await ada.post(`${path}/session-endings`)).body).toEqual({ ended: 1 });
    expect((await vera.get('/me')).status).toBe(401);
    const wade = await world.person('Wade', { persona: 'rep', table: 'Birch', agency: 'Fire' });
    expect((await wade.get('/seats')).status).toBe(200);
    expect(
      (
        await ada.put(
          `/users/${wade.userId}/status`,
          { active: false },
          { ifMatch: await etag(ada, `/users/${wade.userId}`) },
        )
      ).body,
    ).toMatchObject({ status: 'disabled' });
    expect((await wade.get('/seats')).status).toBe(401);
    expect(
      (await cora.put(`/users/${wade.userId}/status`, { active: true }, { ifMatch: '"v2"' })).status,
    ).toBe(403);
    await world.database.plant(
      `update sec.seat set ends_at = sec.domain_now() where persona = 'administrator' and user_id not in ($1, $2)`,
      [ada.userId, abe.userId],
    );
    expect((await abe.delete(`/seats/${ada.seatId!}`, { ifMatch: '"v1"' })).status).toBe(204);
    expect(codeOf(await abe.delete(`/seats/${abe.seatId!}`, { ifMatch: '"v1"' }))).toBe(
      'seat.end.lastAdministrator',
    );
    expect(codeOf(await abe.put(`/users/${abe.userId}/status`, { active: false }, { ifMatch: '"v1"' }))).toBe(
      'user.disable.lastAdministrator',
    );
  });

  it('an agency that ends takes its places and seats with it, at once', async () => {
    expect((await far.get('/seats')).status).toBe(200);
    const path = `/agencies/${world.id('Shelter')}`;
    expect((await abe.delete(path, { ifMatch: await etag(abe, path) })).status).toBe(204);
    expect(codeOf(await far.get('/seats'))).toBe('seat.notYours');
    expect(codeOf(await carl.get('/seats'))).toBe('seat.notYours');
    expect((await abe.get(`/tables/${world.id('Cedar')}`)).body).toMatchObject({ agencies: [] });
    expect((await abe.get('/agencies')).text).not.toContain('Shelter');
    expect((await abe.get('/agencies?endedToo=true')).text).toContain('Shelter');
  });
});

describe('the demo’s clock', () => {
  it('is not there outside a demo', async () => {
    const zoe = await world.person('Zoe', { persona: 'administrator' });
    expect((await zoe.post('/demo-clock/advances', { minutes: 60 })).status).toBe(404);
  });

  it('goes forwards for administrators, and takes neither sessions nor the audit with it', async () => {
    const yara = await world.person('Yara', { persona: 'administrator' });
    const xeno = await world.person('Xeno', { persona: 'auditor' });
    await world.database.plant(`insert into sec.demo_clock (ahead) values (interval '0')`);
    const before = Date.parse((await yara.get('/me')).body['now'] as unknown as string);
    const advance = { once: 'a-week-forwards-once' };
    const [first, second] = [
      await yara.post('/demo-clock/advances', { minutes: 10_080 }, advance),
      await yara.post('/demo-clock/advances', { minutes: 10_080 }, advance),
    ];
    expect(second.body).toEqual(first.body);
    const me = await yara.get('/me');
    expect(Math.round((Date.parse(me.body['now'] as unknown as string) - before) / 86_400_000)).toBe(7);
    expect(Date.parse(me.body['sessionEndsAt'] as unknown as string)).toBeLessThan(
      Date.now() + 12 * 3_600_000 + 5_000,
    );
    expect((await xeno.post('/demo-clock/advances', { minutes: 1 })).status).toBe(403);
    for (const minutes of [0, -1, 527_041, 1.5, '60'])
      expect((await yara.post('/demo-clock/advances', { minutes })).status).toBe(400);
    const [event] = rowsOf(await yara.get('/administration/events')).filter(
      ({ action }) => action === 'demoClock.advance',
    );
    expect(Math.abs(Date.parse(event!['at'] as string) - Date.now())).toBeLessThan(60_000);
  });
});
