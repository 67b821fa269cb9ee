import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canary, takeTo } from '../world/situation.js';
import { body, createWorld, type Actor, type World } from '../world/world.js';
import request, { type Response } from 'supertest';

describe('the meeting feed', () => {
  let world: World;
  const log: string[] = [];
  const secrets: string[] = [];
  beforeAll(async () => {
    world = await createWorld({
      log: (line) => {
        log.push(line);
      },
    });
    // Meetings are on Thursdays. On Monday at ten none of the days convened below is one that the rule has a
    // meeting on, but the first.
    await world.database.plant(
      `update sec.demo_clock set ahead = ahead + (
        (select (d::date + ((7 - extract(isodow from d)::int) % 7) + 1 + time '10:00') at time zone 'America/Toronto'
           from (select sec.domain_now() at time zone 'America/Toronto' as d) x) - sec.domain_now())`,
    );
  });
  afterAll(async () => {
    await world.close();
  });

  const made = async (actor: Actor): Promise<string> => {
    const { path } = body<{ path: string }>(await actor.post('/me/calendar'));
    secrets.push(path.split('/')[4] ?? '');
    return path;
  };
  const read = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    request(world.server)
      .get(path)
      .set(headers)
      .buffer(true)
      .then((response) => response);
  const convene = async (coordinator: Actor, days: number, place: string): Promise<string> => {
    const [row] = await world.database.plant<{ at: Date }>(
      `select date_trunc('hour', sec.domain_now()) + $1 * interval '1 day' as at`,
      [days],
    );
    return body<{ id: string }>(
      await coordinator.post('/meetings', { kind: 'regular', scheduledFor: row!.at.toISOString(), place }),
    ).id;
  };

  it('tells when and where the tables of its owner meet, in the owner’s language, and no other table', async () => {
    const { coordinator, valleyCoordinator, police, valley } = world.actors;
    const id = await convene(coordinator, 3, 'Room 2; left');
    const other = await convene(valleyCoordinator, 4, 'Elsewhere');
    const path = await made(police);
    const answer = await read(path);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    expect(answer.text).toContain(`UID:${id}`);
    expect(answer.text).toContain('SUMMARY:Meeting – Table harbour');
    expect(answer.text).toContain('LOCATION:Room 2\\; left');
    expect(answer.text).not.toContain(other);
    expect((await read(await made(valley))).text).not.toContain(id);
    await world.database.plant(`update sec.app_user set language = 'fr' where id = $1`, [police.userId]);
    expect((await read(path)).text).toContain('SUMMARY:Rencontre – Table harbour');
  });

  it('says nothing of a situation', async () => {
    const story = await takeTo(world, 'intervention');
    const { text } = await read(await made(world.actors.police));
    const [row] = await world.database.plant<{ number: string }>(
      'select number from app.situation where id = $1',
      [story.id],
    );
    expect(row!.number).toMatch(/^\d{4}-\d{3}$/);
    for (const secret of [row!.number, story.id, ...Object.values(canary)])
      expect(text).not.toContain(String(secret));
  });

  it('joins the tables of one user, each meeting once', async () => {
    const { coordinator, valleyCoordinator } = world.actors;
    const both = await world.enter('two-tables', { persona: 'rep', table: 'harbour', agency: 'school' });
    for (const [persona, table, agency, employer] of [
      ['rep', world.tables.valley, world.agency.valleyPolice, null],
      ['coordinator', world.tables.harbour, null, world.agency.school],
    ]) {
      await world.database.plant(
        'insert into sec.seat (user_id, persona, table_id, agency_id, employer_agency_id) values ($1, $2, $3, $4, $5)',
        [both.userId, persona, table, agency, employer],
      );
    }
    const ids = [await convene(coordinator, 6, 'Here'), await convene(valleyCoordinator, 7, 'There')];
    const { text } = await read(await made(both));
    for (const id of ids) expect(text.split(`UID:${id}`)).toHaveLength(2);
  });

  it('answers 304 to whoever has it, until something that it shows changes', async () => {
    const { coordinator, school } = world.actors;
    const id = await convene(coordinator, 9, 'Library');
    const path = await made(school);
    const { headers } = await read(path);
    const tag = String(headers['etag']);
    expect((await read(path, { 'if-none-match': tag })).status).toBe(304);
    body(await coordinator.post(`/meetings/${id}/call-off`, {}, { ifMatch: 1 }));
    const changed = await read(path, { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    const event = changed.text.split('BEGIN:VEVENT').find((one) => one.includes(id)) ?? '';
    expect(event).toContain('STATUS:CANCELLED');
    expect(event).toContain('SEQUENCE:1');
    expect(event).toContain('SUMMARY:Called off – Meeting – Table harbour');
  });

  it('does not move when a meeting is opened and closed', async () => {
    const { valleyCoordinator: coordinator, valley } = world.actors;
    const id = await convene(coordinator, 0, 'Now');
    const path = await made(valley);
    const before = await read(path);
    body(await coordinator.post(`/meetings/${id}/open`, {}, { ifMatch: 1 }));
    body(await coordinator.post(`/meetings/${id}/close`, {}, { ifMatch: 2 }));
    expect((await read(path)).text).toBe(before.text);
  });

  it('is the same not found for a wrong, revoked, replaced or malformed secret and for a user who was disabled', async () => {
    const guest = await world.enter('guest', { persona: 'rep', table: 'harbour', agency: 'health' });
    const first = await made(guest);
    const second = await made(guest);
    const [replaced, good] = [await read(first), await read(second)];
    expect([replaced.status, good.status]).toEqual([404, 200]);
    expect(body<{ madeAt: string | null }>(await guest.get('/me/calendar')).madeAt).not.toBeNull();
    expect((await guest.delete('/me/calendar')).status).toBe(204);
    expect((await guest.delete('/me/calendar')).status).toBe(404);
    expect(body<{ madeAt: string | null }>(await guest.get('/me/calendar')).madeAt).toBeNull();
    const third = await made(guest);
    await world.database.plant(`update sec.app_user set status = 'disabled' where id = $1`, [guest.userId]);
    const answers = [
      replaced,
      await read(second),
      await read(third),
      await read(`/api/v1/calendar/${'A'.repeat(43)}/meetings.ics`),
      await read('/api/v1/calendar/x/meetings.ics'),
    ];
    const bare = answers.map(({ status, headers, body: said }) => {
      const { date, 'x-request-id': requestId, ...rest } = headers as Record<string, string>;
      const { requestId: same, ...problem } = said as Record<string, unknown>;
      expect([same, typeof date]).toEqual([requestId, 'string']);
      return { status, rest, problem };
    });
    expect(bare[0]?.status).toBe(404);
    expect(bare[0]?.rest['cache-control']).toBe('no-store');
    for (const one of bare) expect(one).toEqual(bare[0]);
  });

  it('holds nothing for whoever sits at no table: matrix row 60', async () => {
    await convene(world.actors.coordinator, 12, 'Hall');
    for (const name of ['auditor', 'administrator', 'policeOfficer'] as const) {
      expect((await read(await made(world.actors[name]))).text).not.toContain('BEGIN:VEVENT');
    }
    for (const name of ['police', 'school', 'coordinator'] as const)
      expect((await read(await made(world.actors[name]))).text).toContain('BEGIN:VEVENT');
  });

  it('is made only with a fresh proof, and opens nothing else', async () => {
    const guest = await world.enter('stale-guest', { persona: 'rep', table: 'harbour', agency: 'health' });
    const path = await made(guest);
    await world.database.plant(
      `update sec.session set stepped_up_at = clock_timestamp() - interval '6 hours' where user_id = $1`,
      [guest.userId],
    );
    expect((await guest.post('/me/calendar')).status).toBe(403);
    expect(
      (
        await request(world.server)
          .get('/api/v1/meetings')
          .set('cookie', `__Host-session=${path.split('/')[4]}`)
          .set('seat', guest.seatId)
      ).status,
    ).toBe(401);
  });

  it('is bounded: 60 readings a quarter of an hour, and guesses are slowed by where they come from, which slows no right one', async () => {
    const path = await made(world.actors.health);
    const statuses: number[] = [];
    for (let each = 0; each < 61; each += 1) statuses.push((await read(path)).status);
    expect([...new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([200, 429]);
    const other = await made(world.actors.childServices);
    const guesses: number[] = [];
    for (let each = 0; each < 30; each += 1)
      guesses.push((await read(`/api/v1/calendar/guess-${each}/meetings.ics`)).status);
    expect([...new Set(guesses)]).toEqual([404]);
    expect((await read(other)).status).toBe(200);
  });

  it('loses the meetings of a seat, an agency or a table that has ended', async () => {
    const id = await convene(world.actors.coordinator, 11, 'Hall');
    const endings = [
      (userId: string) =>
        world.database.plant('update sec.seat set ends_at = sec.domain_now() where user_id = $1', [userId]),
      () =>
        world.database.plant('update sec.table_agency set left_at = sec.domain_now() where agency_id = $1', [
          world.agency.housing,
        ]),
      () =>
        world.database.plant('update sec.situation_table set ended_at = sec.domain_now() where id = $1', [
          world.tables.harbour,
        ]),
    ];
    for (const [index, end] of endings.entries()) {
      const leaver = await world.enter(`leaver-${index}`, {
        persona: 'rep',
        table: 'harbour',
        agency: index === 1 ? 'housing' : 'health',
      });
      const path = await made(leaver);
      expect((await read(path)).text).toContain(id);
      await end(leaver.userId);
      const after = await read(path);
      expect([after.status, after.text.includes('BEGIN:VEVENT')]).toEqual([200, false]);
    }
  });

  it('leaves no secret in the log, and nothing but its hash in the database', async () => {
    expect(log.filter((line) => line.includes('/calendar/:secret/meetings.ics')).length).toBeGreaterThan(50);
    const kept =
      JSON.stringify(await world.database.plant(`select * from sec.feed_secret`)) +
      JSON.stringify(await world.database.plant('select * from audit.event')) +
      JSON.stringify(await world.database.plant('select * from sec.throttle'));
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(log.join('\n')).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
  });
});
