import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import request, { type Response } from 'supertest';
import { freshToken, hashToken, projectorCookieName } from '#access';
import { canary, draft, move, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

interface Receipt {
  readonly id: string;
  readonly version: number;
}
/** The screen on the wall: a browser with a cookie of its own and nobody signed in. */
interface Screen {
  readonly code: string;
  readonly token: string;
  get(path: string): Promise<Response>;
  card(): Promise<Response>;
}

let world: World;
let meeting: Receipt;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

async function screen(): Promise<Screen> {
  const begun = await request(world.server)
    .post('/api/v1/projector/pairing')
    .set('sec-fetch-site', 'same-origin')
    .send({});
  const [cookie = ''] = begun.get('set-cookie') ?? [];
  expect(cookie).toMatch(/^__Host-projector=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const sent = cookie.split(';')[0]!;
  const get = async (path: string): Promise<Response> =>
    request(world.server).get(`/api/v1${path}`).set('cookie', sent);
  return {
    code: body<{ code: string }>(begun).code,
    token: sent.split('=')[1]!,
    get,
    card: () => get('/projector/card'),
  };
}
async function paired(): Promise<Screen> {
  const wall = await screen();
  body(await world.actors.coordinator.post('/projector/pair', { code: wall.code }));
  return wall;
}
async function open(): Promise<Receipt> {
  const [row] = await world.database.plant<{ at: Date }>('select sec.domain_now() as at');
  const made = body<Receipt>(
    await world.actors.coordinator.post('/meetings', {
      kind: 'regular',
      scheduledFor: row!.at.toISOString(),
    }),
  );
  return body(await world.actors.coordinator.post(`/meetings/${made.id}/open`, {}, { ifMatch: 1 }));
}
async function put(story: Story | null, withSummary = false): Promise<void> {
  const { version } = body<{ version: number }>(
    await world.actors.coordinator.get(`/meetings/${meeting.id}/card`),
  );
  body(
    await world.actors.coordinator.put(
      `/meetings/${meeting.id}/card`,
      { situationId: story?.id ?? null, withSummary },
      { ifMatch: version },
    ),
  );
}
beforeEach(async () => {
  const found = await world.actors.coordinator.get('/meetings/open');
  if (found.status === 200)
    body(
      await world.actors.coordinator.post(
        `/meetings/${found.body.id as string}/close`,
        {},
        { ifMatch: found.body.version as number },
      ),
    );
  meeting = await open();
});

describe('a projector is paired', () => {
  it('by the code it shows, once, within two minutes, by a coordinator', async () => {
    const wall = await screen();
    expect(wall.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await wall.card()).status).toBe(404);
    for (const who of ['police', 'valley', 'auditor', 'administrator', 'policeOfficer'] as const)
      expect((await world.actors[who].post('/projector/pair', { code: wall.code })).status).toBe(403);
    expect((await world.actors.coordinator.post('/projector/pair', { code: '0000-0000' })).body.code).toBe(
      'projector.codeUnknown',
    );
    body(
      await world.actors.deputy.post('/projector/pair', { code: wall.code.toLowerCase().replace('-', ' ') }),
    );
    expect(body<object>(await wall.card())).toEqual({ state: 'noCard', card: null });
    expect((await world.actors.coordinator.post('/projector/pair', { code: wall.code })).body.code).toBe(
      'projector.codeUnknown',
    );

    const late = await screen();
    await world.database.plant(
      `update sec.projector_session set code_until = clock_timestamp() where token_hash = decode($1, 'hex')`,
      [hashToken(late.token)],
    );
    expect((await world.actors.coordinator.post('/projector/pair', { code: late.code })).body.code).toBe(
      'projector.codeUnknown',
    );
  });

  it('and ends with the meeting, at the coordinator’s word, and with the seat that paired it', async () => {
    const [byWord, byMeeting, bySeat] = [await paired(), await paired(), await screen()];
    const guest = await world.enter('guestCoordinator', {
      persona: 'coordinator',
      table: 'harbour',
      agency: 'city',
    });
    body(await guest.post('/projector/pair', { code: bySeat.code }));
    await world.database.plant('update sec.seat set ends_at = sec.domain_now() where id = $1', [
      guest.seatId,
    ]);
    expect((await bySeat.card()).status).toBe(404);
    expect((await byMeeting.card()).status).toBe(200);
    expect(body<{ ended: number }>(await world.actors.coordinator.post('/projector/end')).ended).toBe(3);
    expect((await byWord.card()).status).toBe(404);
    const again = await paired();
    body(
      await world.actors.coordinator.post(`/meetings/${meeting.id}/close`, {}, { ifMatch: meeting.version }),
    );
    expect((await again.card()).status).toBe(404);
  });

  it('as often as a room needs, and more slowly from a place that asks very often', async () => {
    const fresh = await createWorld();
    try {
      const statuses: number[] = [];
      const from = performance.now();
      for (let n = 0; n < 40; n += 1)
        statuses.push(
          (
            await request(fresh.server)
              .post('/api/v1/projector/pairing')
              .set('sec-fetch-site', 'same-origin')
              .send({})
          ).status,
        );
      expect([...new Set(statuses)]).toEqual([200]);
      // 25 ms more with each after the thirtieth.
      expect(performance.now() - from).toBeGreaterThan(1_000);
    } finally {
      await fresh.close();
    }
  });
});

describe('the card on the wall', () => {
  it('shows codes, the sector for the agency, and the summary only when it is put there', async () => {
    const [wall, story] = [await paired(), await takeTo(world, 'limited')];
    await put(story);
    const { card } = body<{ card: Record<string, unknown> }>(await wall.card());
    expect(card).toEqual({
      number: story.number,
      stage: 'limited',
      type: draft.type,
      ageBand: draft.ageBand,
      sex: draft.sex,
      interpreterNeeded: null,
      sectors: draft.sectors,
      riskFactors: draft.riskFactors,
      studyFlags: draft.studyFlags,
      protectiveFactors: [],
      persons: [{ ageBand: '0-5', sex: 'male', riskFactors: [] }],
      originatingSector: 'justice',
      summary: null,
      terms: expect.anything(),
    });
    const words = card['terms'] as {
      list: string;
      code: string;
      labelFr: string;
      categoryEn: string | null;
      categoryFr: string | null;
    }[];
    expect(words.map(({ list, code }) => `${list} ${code}`)).toEqual([
      'ageBand 0-5',
      'ageBand 12-17',
      ...draft.riskFactors.map((code) => `riskFactor ${code}`),
      'sector education',
      'sector justice',
      'sex female',
      'sex male',
      'situationType person',
      'studyFlag homelessness',
    ]);
    expect(words.find(({ code }) => code === 'female')?.labelFr).toMatch(/^Femme|^Fémin/);
    // A factor says little without its category, and nothing else has one here.
    const categories = await world.database.plant<{ code: string; category_en: string; category_fr: string }>(
      `select w.code, g.label_en as category_en, g.label_fr as category_fr
      from codebook.term w join codebook.term g on g.list = 'riskCategory' and g.code = w.group_code where w.list = 'riskFactor' and w.code = any ($1)`,
      [draft.riskFactors],
    );
    expect(
      words
        .filter(({ categoryEn }) => categoryEn !== null)
        .map(({ code, categoryEn, categoryFr }) => [code, categoryEn, categoryFr])
        .sort(),
    ).toEqual(categories.map((each) => [each.code, each.category_en, each.category_fr]).sort());
    expect(categories).toHaveLength(draft.riskFactors.length);
    await put(story, true);
    const shown = await wall.card();
    expect(shown.body.card.summary).toBe(canary.summary);
    const secrets = [
      ...Object.values(canary).filter((text) => text !== canary.summary),
      story.id,
      ...Object.values(world.agency),
      ...Object.keys(world.agency).map((name) => `Agency ${name}`),
    ];
    for (const secret of secrets) expect(shown.text).not.toContain(secret);
    await put(story, false);
    expect((await wall.card()).body.card.summary).toBeNull();
    const saw = body<{ rows: { action: string }[] }>(
      await world.actors.police.get(`/situations/${story.id}/who-saw`),
    );
    expect(saw.rows.filter(({ action }) => action === 'projector.card')).toHaveLength(1);
  });

  it('shows a code that was given, and the words for it in both languages', async () => {
    const wall = await paired();
    await put(await takeTo(world, 'deidentified', { ...draft, interpreterNeeded: 'yes' }));
    const { card } = body<{ card: { interpreterNeeded: string; terms: object[] } }>(await wall.card());
    expect(card.interpreterNeeded).toBe('yes');
    expect(card.terms).toContainEqual(
      expect.objectContaining({ list: 'interpreterNeeded', code: 'yes', labelEn: 'Yes', labelFr: 'Oui' }),
    );
  });

  it('is covered at once, and goes when the situation does', async () => {
    const [wall, story] = [await paired(), await takeTo(world, 'deidentified')];
    await put(story, true);
    expect((await world.actors.school.post('/projector/shade', { on: true })).status).toBe(403);
    body(await world.actors.coordinator.post('/projector/shade', { on: true }));
    expect((await wall.card()).text).toBe('{"state":"shaded","card":null}');
    expect(
      body<{ shaded: boolean }>(await world.actors.school.get(`/meetings/${meeting.id}/card`)).shaded,
    ).toBe(true);
    body(await world.actors.coordinator.post('/projector/shade', { on: false }));
    expect((await wall.card()).body.state).toBe('card');
    for (const name of ['police', 'school'] as const)
      body(
        await world.actors.coordinator.put(
          `/meetings/${meeting.id}/attendance/${world.agency[name]}`,
          { mode: 'room' },
          { ifMatch: 0 },
        ),
      );
    await move(story, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
    expect((await wall.card()).text).toBe('{"state":"noCard","card":null}');
    const other = await takeTo(world, 'intervention');
    await move(other, 'deputy', 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: [],
    });
    expect(
      (
        await world.actors.coordinator.put(
          `/meetings/${meeting.id}/card`,
          { situationId: other.id },
          { ifMatch: '"v99"' },
        )
      ).status,
    ).toBe(412);
    const { version } = body<{ version: number }>(
      await world.actors.coordinator.get(`/meetings/${meeting.id}/card`),
    );
    expect(
      (
        await world.actors.coordinator.put(
          `/meetings/${meeting.id}/card`,
          { situationId: other.id },
          { ifMatch: version },
        )
      ).body.code,
    ).toBe('meeting.cardNotOpen');
  });

  it('is the own table’s', async () => {
    const wall = await screen();
    body(await world.actors.valleyCoordinator.post('/projector/pair', { code: wall.code }));
    await put(await takeTo(world, 'deidentified'), true);
    expect((await wall.card()).text).toBe('{"state":"noMeeting","card":null}');
  });
});

describe('a projector', () => {
  it('finds nothing at any other address', async () => {
    const [wall, story] = [await paired(), await takeTo(world, 'intervention')];
    await put(story);
    for (const path of [
      `/situations/${story.id}`,
      `/situations/${story.id}/tier3`,
      '/situations',
      '/meetings',
      `/meetings/${meeting.id}/agenda`,
      '/week',
      '/account',
      '/no-such-address',
    ]) {
      expect({ path, status: (await wall.get(path)).status }).toEqual({ path, status: 404 });
    }
    const asSession = await request(world.server)
      .get('/api/v1/week')
      .set('cookie', `__Host-session=${wall.token}`)
      .set('seat', world.actors.coordinator.seatId);
    expect(asSession.status).toBe(401);
    const asProjector = await request(world.server)
      .get('/api/v1/projector/card')
      .set('cookie', `${projectorCookieName}=${world.actors.coordinator.token}`);
    expect(asProjector.status).toBe(404);
  });

  it('has a role that can read no table and call three functions', async () => {
    const tables = await world.database.plant<{
      name: string;
    }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('sec', 'app', 'audit', 'codebook', 'stats', 'migration') and c.relkind in ('r', 'v', 'm', 'p', 'S')
        and (case when c.relkind = 'S' then has_sequence_privilege('projector', c.oid, 'usage, select') else has_any_column_privilege('projector', c.oid, 'select, insert, update, references') or has_table_privilege('projector', c.oid, 'delete, truncate, trigger') end)`);
    expect(tables).toEqual([]);
    const callable = await world.database.plant<{
      name: string;
    }>(`select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('sec', 'app', 'audit', 'codebook', 'stats', 'migration') and has_function_privilege('projector', p.oid, 'execute') order by 1`);
    expect(callable.map(({ name }) => name)).toEqual(['app.projector_card', 'sec.ctx', 'sec.domain_now']);
  });
});

describe('whoever can run SQL on the pool as a projector', () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: world.database.url('app') });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
  });

  async function enter(token: string, role: string): Promise<void> {
    await client.query('rollback');
    await client.query('begin');
    await client.query(`select from sec.enter_projector(decode($1, 'hex'))`, [hashToken(token)]);
    await client.query(`set local role ${role}`);
  }
  const refused = async (sql: string, parameters: unknown[] = []): Promise<string> =>
    client.query(sql, parameters).then(
      () => 'done',
      ({ code }: { code: string }) => code,
    );

  it('reads no row in any persona’s role, and moves nothing', async () => {
    const [wall, story] = [await paired(), await takeTo(world, 'intervention')];
    await put(story, true);
    for (const role of ['rep', 'coordinator', 'privacy', 'auditor', 'administrator']) {
      const readable = await world.database.plant<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('sec', 'app', 'audit') and c.relkind = 'r' and has_any_column_privilege($1, c.oid, 'select')`,
        [role],
      );
      for (const { name } of readable) {
        await enter(wall.token, role);
        expect({ role, name, rows: (await client.query(`select from ${name} x`)).rowCount }).toEqual({
          role,
          name,
          rows: 0,
        });
      }
    }
    const attempts: [string, string, unknown[]][] = [
      ['coordinator', 'select app.put_card($1, 2, null, false)', [meeting.id]],
      ['coordinator', 'select app.close_meeting($1, 2)', [meeting.id]],
      ['coordinator', 'select app.shade_all(true)', []],
      ['coordinator', `select app.pair_projector('\\x00')`, []],
      ['coordinator', 'select app.end_projectors()', []],
      ['rep', `select * from app.open_tier($1, 2::smallint, 'x')`, [story.id]],
      ['rep', 'select * from app.open_tier($1, 3::smallint, $2)', [story.id, 'x']],
      [
        'coordinator',
        'select * from app.transition($1, $2, $3, $4)',
        ['conclude', story.id, story.version, {}],
      ],
      ['rep', 'select app.projector_card()', []],
      ['coordinator', 'select app.projector_card()', []],
    ];
    for (const [role, sql, parameters] of attempts) {
      await enter(wall.token, role);
      expect({ sql, refused: await refused(sql, parameters) }).toEqual({
        sql,
        refused: expect.stringMatching(/^(42501|P0002)$/),
      });
    }
    await client.query('rollback');
  });

  it('gets a card in its own role alone, with a live token alone', async () => {
    const wall = await paired();
    await put(await takeTo(world, 'deidentified'));
    await enter(wall.token, 'projector');
    expect((await client.query('select number from app.projector_card()')).rowCount).toBe(1);
    await client.query('commit');
    await client.query('begin; set local role projector');
    expect(await refused('select app.projector_card()')).toBe('28000');
    await client.query('rollback; begin');
    expect(
      await refused(`select from sec.enter_projector(decode($1, 'hex'))`, [hashToken(freshToken())]),
    ).toBe('P0002');
    const waiting = await screen();
    await client.query('rollback; begin');
    expect(
      await refused(`select from sec.enter_projector(decode($1, 'hex'))`, [hashToken(waiting.token)]),
    ).toBe('P0002');
    // A seat's own context in the projector's role is no projector's.
    await client.query('rollback; begin');
    await client.query(
      `select from sec.enter('\\x${world.actors.coordinator.key.tokenHash}', '${world.actors.coordinator.seatId}')`,
    );
    await client.query('set local role projector');
    expect(await refused('select app.projector_card()')).toBe('42501');
    await client.query('rollback');
  });
});

describe('another table’s meeting', () => {
  it('cannot be touched by SQL either', async () => {
    const { actors, agency, data } = world as World;
    const tries: [string, unknown[]][] = [
      ['select app.open_meeting($1, 1)', [meeting.id]],
      ['select app.close_meeting($1, 2)', [meeting.id]],
      ['select app.reschedule_meeting($1, 2, now(), null)', [meeting.id]],
      [`select app.mark_attendance($1, $2, 0, 'room', null)`, [meeting.id, agency.valleyPolice]],
      ['select app.put_card($1, 1, null, false)', [meeting.id]],
      [`select app.note_decision($1, $2, 1, 'reported')`, [meeting.id, randomUUID()]],
      [
        'insert into app.attendance (table_id, meeting_id, agency_id, mode) values ($1, $2, $3, $4)',
        [world.tables.harbour, meeting.id, agency.valleyPolice, 'room'],
      ],
    ];
    for (const [sql, parameters] of tries) {
      await expect(
        data.as(actors.valleyCoordinator.key, '', (session) => session.rows(sql, parameters)),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(P0002|42501)$/) });
      await expect(
        data.as(actors.school.key, '', (session) => session.rows(sql, parameters)),
      ).rejects.toMatchObject({ code: '42501' });
    }
    for (const table of ['meeting', 'attendance', 'agenda_entry', 'meeting_card']) {
      expect(
        await data.as(actors.valley.key, '', (session) =>
          session.rows(`select 1 as found from app.${table}`),
        ),
      ).toEqual([]);
    }
    expect(
      await data.as(actors.valley.key, '', (session) =>
        session.rows(`select * from app.agenda_draft($1, 'regular')`, [world.tables.harbour]),
      ),
    ).toEqual([]);
    expect(
      await data.as(actors.valley.key, '', (session) =>
        session.rows('select * from app.reports_due($1)', [world.tables.harbour]),
      ),
    ).toEqual([]);
  });
});
