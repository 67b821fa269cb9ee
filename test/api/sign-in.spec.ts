import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP, URI } from 'otpauth';
import { hashPassword } from '#access';
import { Actor, cookiesOf } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';

const phrase = 'kettle drum and a wet umbrella';
let world: EmptyWorld;
let hash: string;

beforeAll(async () => {
  world = await createEmptyWorld();
  hash = await hashPassword(phrase);
  await world.table('Pinewood', ['Police', 'School']);
});
afterAll(async () => {
  await world.close();
});

/** A person who has a password and no session yet. */
async function newcomer(name: string): Promise<Actor> {
  const planted = await world.person(name, { persona: 'rep', table: 'Pinewood', agency: 'Police' });
  await world.database.plant('insert into sec.password (user_id, hash) values ($1, $2)', [
    planted.userId,
    hash,
  ]);
  return new Actor(world.url, { name, userId: planted.userId, seatId: planted.seatId });
}

const signIn = (actor: Actor, signInName: string, password = phrase): ReturnType<Actor['post']> =>
  actor.post('/session', { signInName, password });

describe('a password', () => {
  it('signs in, and who I am comes with my seats', async () => {
    const amelie = await newcomer('Amelie');
    const answer = await signIn(amelie, ' AMELIE ');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ next: 'session', challenge: null });
    expect(cookiesOf(answer)[0]).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const me = await amelie.get('/me');
    expect(me.body).toMatchObject({
      signInName: 'amelie',
      displayName: 'Amelie',
      language: 'en',
      secondFactor: false,
      stepUpHolds: true,
      seats: [
        {
          id: amelie.seatId,
          persona: 'rep',
          table: { id: world.id('Pinewood'), name: 'Pinewood' },
          agency: { name: 'Police' },
        },
      ],
    });
    expect(me.text).not.toMatch(/argon|hash|token/i);
  });

  it('that is wrong, of nobody, of a disabled or an invited person gets one answer', async () => {
    await newcomer('Bruno');
    const [gone, waiting] = [await newcomer('Chantal'), await newcomer('Denis')];
    await world.database.plant(`update sec.app_user set status = 'disabled' where id = $1`, [gone.userId]);
    await world.database.plant(`update sec.app_user set status = 'invited' where id = $1`, [waiting.userId]);
    const answers = await Promise.all([
      signIn(world.stranger(), 'bruno', 'not the phrase at all'),
      signIn(world.stranger(), 'nobody-here'),
      signIn(world.stranger(), 'chantal'),
      signIn(world.stranger(), 'denis'),
    ]);
    const bodies = answers.map((answer) => ({
      status: answer.status,
      cookie: cookiesOf(answer),
      ...(answer.body as object),
      requestId: '',
    }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'account.signIn.refused', cookie: [] });
    expect(bodies).toEqual(bodies.map(() => bodies[0]));
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['numbers', { signInName: 1, password: 2 }],
    ['operators', { signInName: { $ne: '' }, password: { $ne: '' } }],
    ['one of them', { signInName: 'bruno' }],
  ])('in a body of %s is refused without a session', async (_, body) => {
    const answer = await world.stranger().post('/session', body);
    expect(answer.status).toBe(401);
    expect(cookiesOf(answer)).toEqual([]);
  });

  it('that is wrong slows the next from there, longer with each; nobody is refused by it', async () => {
    await newcomer('Estelle');
    await newcomer('Farid');
    for (let round = 0; round < 5; round += 1)
      expect((await signIn(world.stranger(), 'estelle', 'some other phrase here')).status).toBe(401);
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const from = performance.now();
      expect((await signIn(world.stranger(), 'estelle', 'some other phrase here')).status).toBe(401);
      waits.push(performance.now() - from);
    }
    // 25 ms more with each: the last one pauses for 300.
    expect(waits.at(-1)).toBeGreaterThan(290);
    expect((await signIn(world.stranger(), 'farid')).status).toBe(200);
    expect((await signIn(world.stranger(), 'estelle')).status).toBe(200);
    await world.database.plant('delete from sec.throttle');
  });

  it('guessed thirty times at once is judged one after the other', async () => {
    await newcomer('Gilles');
    const from = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(world.stranger(), 'gilles', 'some other phrase here')),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([401]);
    // The pauses of the sixth to the thirtieth one after the other: 25 ms, 50 ms, … half a second.
    expect(performance.now() - from).toBeGreaterThan(6_000);
    await world.database.plant('delete from sec.throttle');
  });

  it('refused leaves a coalesced note without what was typed', async () => {
    await world.database.plant('delete from sec.refusal');
    await Promise.all(
      Array.from({ length: 4 }, () =>
        signIn(world.stranger(), 'i-typed-my-password-here', 'some other phrase here'),
      ),
    );
    const rows = await world.database.plant<{ times: number; user_id: string; code: string; row: string }>(
      'select r.*, r::text as row from sec.refusal r',
    );
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(4);
    expect(rows.length).toBeLessThanOrEqual(2);
    expect(rows.map(({ row }) => row).join()).not.toContain('typed');
    await world.database.plant('delete from sec.throttle');
  });
});

describe('a session', () => {
  it('is needed', async () => {
    for (const cookie of [
      undefined,
      '__Host-session=',
      `__Host-session=${'a'.repeat(43)}`,
      `session=${'a'.repeat(43)}`,
    ]) {
      const stranger = world.stranger();
      stranger.cookie = cookie;
      expect((await stranger.get('/me')).body['code']).toBe('session.needed');
    }
  });

  it('ends when its user signs out, at once and for good', async () => {
    const hana = await newcomer('Hana');
    await signIn(hana, 'hana');
    const { cookie } = hana;
    expect((await hana.delete('/session')).status).toBe(204);
    expect(hana.cookie).toBeUndefined();
    hana.cookie = cookie;
    expect((await hana.get('/me')).status).toBe(401);
  });

  it('is listed to its user and ended from another of them; nobody ends a stranger’s', async () => {
    const ivan = await newcomer('Ivan');
    const phone = new Actor(world.url, { seatId: ivan.seatId });
    const joelle = await newcomer('Joelle');
    await Promise.all([
      ivan.post(
        '/session',
        { signInName: 'ivan', password: phrase },
        { headers: { 'user-agent': 'Laptop' } },
      ),
      phone.post(
        '/session',
        { signInName: 'ivan', password: phrase },
        { headers: { 'user-agent': 'Phone' } },
      ),
      signIn(joelle, 'joelle'),
    ]);
    await world.database.plant(`delete from sec.session where user_id = $1 and device = ''`, [ivan.userId]);
    const { rows } = (await ivan.get('/me/sessions')).body as unknown as {
      rows: { id: string; device: string; current: boolean }[];
    };
    expect(rows.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = rows.find(({ device }) => device === 'Phone')!;
    expect((await joelle.delete(`/me/sessions/${other.id}`)).status).toBe(404);
    expect((await phone.get('/me')).status).toBe(200);
    expect((await ivan.delete(`/me/sessions/${other.id}`)).status).toBe(204);
    expect((await phone.get('/me')).status).toBe(401);
    expect((await ivan.get('/me')).status).toBe(200);
  });

  it.each([
    ['idle for 30 minutes', `last_seen_at = clock_timestamp() - interval '31 minutes'`],
    [
      'twelve hours old',
      `created_at = clock_timestamp() - interval '12 hours 1 second', expires_at = clock_timestamp() - interval '2 seconds'`,
    ],
    ['revoked', 'revoked_at = clock_timestamp()'],
  ])('is over when %s', async (how, change) => {
    const name = `K${how.length}`;
    const person = await newcomer(name);
    await signIn(person, name.toLowerCase());
    await world.database.plant(`update sec.session set ${change} where user_id = $1`, [person.userId]);
    expect((await person.get('/me')).body['code']).toBe('session.needed');
  });
});

describe('a meeting', () => {
  it('does not lock its room out: idle signs nobody out who is marked present, and the proof given for it holds', async () => {
    const olaf = await newcomer('Olaf');
    await signIn(olaf, 'olaf');
    await world.database.plant(
      `update sec.session set last_seen_at = clock_timestamp() - interval '50 minutes', stepped_up_at = clock_timestamp() - interval '50 minutes' where user_id = $1`,
      [olaf.userId],
    );
    const [kept] = await world.database.plant<{ body: string }>(
      `select pg_get_functiondef('sec.session_present(uuid)'::regprocedure) as body`,
    );
    await world.database.plant(
      `create or replace function sec.session_present(p_user uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$ select p_user = '${olaf.userId}' $$`,
    );
    expect((await olaf.get('/me')).body).toMatchObject({ stepUpHolds: true });
    await world.database.plant(kept!.body);
    await world.database.plant(
      `update sec.session set last_seen_at = clock_timestamp() - interval '50 minutes' where user_id = $1`,
      [olaf.userId],
    );
    expect((await olaf.get('/me')).status).toBe(401);
  });
});

describe('the own mail address', () => {
  it('wants a fresh proof: letters tell who reads them that something is due', async () => {
    const late = await newcomer('Late');
    await signIn(late, 'late');
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [late.userId],
    );
    const refused = await late.put('/me/mail-address', { address: 'late@example.org' });
    expect([refused.status, refused.body['code']]).toEqual([403, 'account.stepUp.needed']);
    expect(
      await world.database.plant('select from sec.mail_address where user_id = $1', [late.userId]),
    ).toEqual([]);
    expect((await late.post('/session/proof', { password: phrase })).status).toBe(200);
    expect((await late.put('/me/mail-address', { address: 'late@example.org' })).status).toBe(204);
  });
});

describe('a second factor', () => {
  /** Codes as an authenticator makes them; each call moves one step on, since a step is good once. */
  const codeOf = (address: string, steps = 0): string =>
    (URI.parse(address) as TOTP).generate({ timestamp: Date.now() + steps * 30_000 });
  let lea: Actor;
  let address: string;
  let recovery: string[];

  it('is set up with a fresh proof and used from then on; its first code is used up', async () => {
    lea = await newcomer('Lea');
    await signIn(lea, 'lea');
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [lea.userId],
    );
    expect((await lea.post('/me/second-factor')).body['code']).toBe('account.stepUp.needed');
    expect((await lea.post('/session/proof', { password: 'some other phrase here' })).body['code']).toBe(
      'account.proof.refused',
    );
    expect((await lea.post('/session/proof', { password: phrase })).status).toBe(200);
    address = (await lea.post('/me/second-factor')).body['address'] as unknown as string;
    expect(address).toMatch(/^otpauth:\/\/totp\//);
    expect((await signIn(world.stranger(), 'lea')).body).toMatchObject({ next: 'session' });
    expect((await lea.post('/me/second-factor/confirmation', { code: '000000' })).body['code']).toBe(
      'account.proof.refused',
    );
    const code = codeOf(address, -1);
    const confirmed = await lea.post('/me/second-factor/confirmation', { code });
    recovery = confirmed.body['codes'] as unknown as string[];
    expect(recovery).toHaveLength(10);
    const again = await signIn(world.stranger(), 'lea');
    expect(again.body).toMatchObject({ next: 'secondFactor' });
    expect(
      (await world.stranger().post('/session/second-factor', { challenge: again.body['challenge'], code }))
        .status,
    ).toBe(401);
  });

  it('lets in with a code once, and the challenge is used up with it', async () => {
    const { challenge } = (await signIn(lea, 'lea')).body as unknown as { challenge: string };
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        world.stranger().post('/session/second-factor', { challenge, code: codeOf(address) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect(
      (await world.stranger().post('/session/second-factor', { challenge, recoveryCode: recovery[9]! }))
        .status,
    ).toBe(401);
    const second = (await signIn(lea, 'lea')).body as unknown as { challenge: string };
    expect(
      (await lea.post('/session/second-factor', { challenge: second.challenge, code: codeOf(address) }))
        .status,
    ).toBe(401);
    expect(
      (await lea.post('/session/second-factor', { challenge: second.challenge, code: codeOf(address, 1) }))
        .status,
    ).toBe(200);
    expect((await lea.get('/me')).body).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
  });

  it('takes a recovery code once, however it is typed', async () => {
    const typed = ` ${recovery[0]!.toLowerCase().replaceAll('-', ' ')}`;
    for (const expected of [200, 401]) {
      const { challenge } = (await signIn(world.stranger(), 'lea')).body as unknown as { challenge: string };
      expect((await lea.post('/session/second-factor', { challenge, recoveryCode: typed })).status).toBe(
        expected,
      );
    }
    expect((await lea.get('/me')).body).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('stops a challenge after five wrong codes, and codes of the clock after twenty; a recovery code goes on', async () => {
    const statuses: number[] = [];
    for (let challenges = 0; challenges < 5; challenges += 1) {
      const { challenge } = (await signIn(world.stranger(), 'lea')).body as unknown as { challenge: string };
      for (let tries = 0; tries < 6; tries += 1)
        statuses.push(
          (await world.stranger().post('/session/second-factor', { challenge, code: '000000' })).status,
        );
    }
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses).toContain(429);
    const rescued = (await signIn(world.stranger(), 'lea')).body as unknown as { challenge: string };
    expect(
      (
        await lea.post('/session/second-factor', {
          challenge: rescued.challenge,
          recoveryCode: recovery[2]!,
        })
      ).status,
    ).toBe(200);
    await world.database.plant('delete from sec.throttle');
    const { challenge } = (await signIn(world.stranger(), 'lea')).body as unknown as { challenge: string };
    for (let tries = 0; tries < 5; tries += 1)
      await world.stranger().post('/session/second-factor', { challenge, code: '000000' });
    expect((await lea.post('/session/second-factor', { challenge, recoveryCode: recovery[1]! })).status).toBe(
      401,
    );
    await world.database.plant('delete from sec.throttle');
  });

  it('is what a fresh proof is made of; the password is not enough then', async () => {
    expect((await lea.post('/session/proof', { password: phrase })).body['code']).toBe(
      'account.proof.refused',
    );
    await world.database.plant('update sec.totp set last_step = 0 where user_id = $1', [lea.userId]);
    expect((await lea.post('/session/proof', { code: codeOf(address) })).status).toBe(200);
    expect((await lea.post('/session/proof', { code: codeOf(address) })).body['code']).toBe(
      'account.proof.refused',
    );
  });

  it('stands in the database sealed', async () => {
    const secret = Buffer.from((URI.parse(address) as TOTP).secret.buffer);
    const [row] = await world.database.plant<{ sealed_secret: Buffer }>(
      'select sealed_secret from sec.totp where user_id = $1',
      [lea.userId],
    );
    expect(row!.sealed_secret.includes(secret)).toBe(false);
    expect(row!.sealed_secret.length).toBeGreaterThan(secret.length);
  });
});

describe('the own account', () => {
  it('takes a new password with the old one and ends the other sessions', async () => {
    const marc = await newcomer('Marc');
    const tablet = world.stranger();
    await Promise.all([signIn(marc, 'marc'), signIn(tablet, 'marc')]);
    const change = (password: string, newPassword: string): ReturnType<Actor['put']> =>
      marc.put('/me/password', { password, newPassword });
    expect((await change('some other phrase here', 'two boats under a low bridge')).body['code']).toBe(
      'account.proof.refused',
    );
    expect((await change(phrase, 'two boats')).body['code']).toBe('account.password.tooShort');
    expect((await change(phrase, 'Marc1234567890123')).body['code']).toBe('account.password.tooCommon');
    expect((await change(phrase, 'two boats under a low bridge')).status).toBe(204);
    expect((await tablet.get('/me')).status).toBe(401);
    expect((await marc.get('/me')).status).toBe(200);
    expect((await signIn(world.stranger(), 'marc')).status).toBe(401);
    expect((await signIn(world.stranger(), 'marc', 'two boats under a low bridge')).status).toBe(200);
  });

  it('speaks the language of its profile, changed on the version that was read', async () => {
    const nadia = await newcomer('Nadia');
    await signIn(nadia, 'nadia');
    const tag = (await nadia.get('/me/profile')).headers['etag']!;
    expect((await nadia.patch('/me/profile', { language: 'fr' })).status).toBe(428);
    expect((await nadia.patch('/me/profile', { language: 'de' }, { ifMatch: tag })).status).toBe(400);
    expect((await nadia.patch('/me/profile', { language: 'fr' }, { ifMatch: tag })).body).toMatchObject({
      language: 'fr',
    });
    expect((await nadia.patch('/me/profile', { language: 'en' }, { ifMatch: tag })).status).toBe(412);
    expect((await nadia.delete('/me/sessions/nothing')).body['title']).toBe('Introuvable');
  });

  it('leaves what it did in the administrative chain', async () => {
    const [{ actions }] = (await world.database.plant<{ actions: string[] }>(
      `select array_agg(distinct e.action order by e.action) as actions from audit.event e where e.actor is not null`,
    )) as [{ actions: string[] }];
    expect(actions).toEqual(
      expect.arrayContaining([
        'account.changePassword',
        'account.changeProfile',
        'account.confirmSecondFactor',
        'account.enrolSecondFactor',
        'session.end',
        'session.start',
        'session.stepUp',
      ]),
    );
    expect(
      await world.database.plant(
        `select audit.first_broken('00000000-0000-0000-0000-000000000000') as broken`,
      ),
    ).toEqual([{ broken: null }]);
  });
});
