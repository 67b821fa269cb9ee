import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '#testing';
import { plantSession } from '../world/planting.js';

/*
 * Attacks on the signed context, by somebody who can run any SQL on the app's pool: straight against PostgreSQL, without the API.
 * "Nothing" is 0 rows or a refusal; what may be read is said by the seats planted below.
 */

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [birch, cedar, fire, clinic] = [id(1), id(2), id(11), id(12)];
const rita = { user: id(21), token: hash('rita'), rep: id(31), officer: id(32) };
const sam = { user: id(22), token: hash('sam'), rep: id(33) };
const ada = { user: id(23), token: hash('ada'), administrator: id(34) };

let database: TestDatabase;
let app: Client;
let other: Client;

async function connected(login: 'app' | 'authn' | 'job' | 'backup'): Promise<Client> {
  const client = new Client({ connectionString: database.url(login) });
  await client.connect();
  return client;
}

beforeAll(async () => {
  database = await cloneDatabase();
  await database.plant(`
    insert into sec.agency (id, name, sector) values ('${fire}', 'Fire', 'justice'), ('${clinic}', 'Clinic', 'health');
    insert into sec.situation_table (id, name, region) values ('${birch}', 'Birch', 'North'), ('${cedar}', 'Cedar', 'North');
    insert into sec.table_agency (table_id, agency_id) values ('${birch}', '${fire}'), ('${cedar}', '${clinic}'), ('${cedar}', '${fire}');
    insert into sec.app_user (id, sign_in_name, display_name) values ('${rita.user}', 'rita', 'Rita'), ('${sam.user}', 'sam', 'Sam'), ('${ada.user}', 'ada', 'Ada');
    insert into sec.password (user_id, hash) values ('${rita.user}', '$argon2id$planted');
    insert into sec.seat (id, user_id, persona, table_id, agency_id) values
      ('${rita.rep}', '${rita.user}', 'rep', '${birch}', '${fire}'), ('${sam.rep}', '${sam.user}', 'rep', '${cedar}', '${clinic}');
    insert into sec.seat (id, user_id, persona, agency_id) values ('${rita.officer}', '${rita.user}', 'privacy', '${fire}');
    insert into sec.seat (id, user_id, persona) values ('${ada.administrator}', '${ada.user}', 'administrator')`);
  for (const { user, token } of [rita, sam, ada]) await plantSession(database, user, { tokenHash: token });
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  [app, other] = [await connected('app'), await connected('app')];
});
afterEach(async () => {
  await app.end();
  await other.end();
});

const enter = (client: Client, token: string, seat: string): Promise<unknown> =>
  client.query(
    `begin; select set_config('role', c.persona, true), c.* from sec.enter('\\x${token}', '${seat}') c`,
  );
const namesOf = async (client: Client): Promise<string[]> =>
  (await client.query<{ name: string }>('select t.name from sec.situation_table t order by t.name')).rows.map(
    ({ name }) => name,
  );
const contextOf = async (client: Client): Promise<string> =>
  (await client.query<{ raw: string }>(`select current_setting('situation_table.context', true) as raw`))
    .rows[0]!.raw;
const personaOf = async (client: Client): Promise<string | null> =>
  (await client.query<{ persona: string | null }>('select (sec.ctx()).persona')).rows[0]!.persona;

describe('a context', () => {
  it('opens the own table and no other (the control of what follows)', async () => {
    await enter(app, rita.token, rita.rep);
    expect(await namesOf(app)).toEqual(['Birch']);
    expect(await personaOf(app)).toBe('rep');
  });

  it('is gone with its transaction', async () => {
    await enter(app, rita.token, rita.rep);
    await app.query('commit; begin; set local role rep');
    expect(await namesOf(app)).toEqual([]);
  });

  it.each(['begin', 'commit; begin'])('replayed after "%s" is nothing', async (next) => {
    await enter(app, rita.token, rita.rep);
    const raw = await contextOf(app);
    await app.query('commit');
    await app.query(next);
    await app.query(`set local role rep; select set_config('situation_table.context', '${raw}', true)`);
    expect(await personaOf(app)).toBeNull();
    expect(await namesOf(app)).toEqual([]);
  });

  it('copied to another connection is nothing', async () => {
    await enter(app, rita.token, rita.rep);
    const raw = await contextOf(app);
    await other.query(
      `begin; set local role rep; select set_config('situation_table.context', '${raw}', true)`,
    );
    expect(await namesOf(other)).toEqual([]);
  });

  it('kept for the session instead of the transaction is nothing afterwards', async () => {
    await enter(app, rita.token, rita.rep);
    const raw = await contextOf(app);
    await app.query(
      `select set_config('situation_table.context', '${raw}', false); commit; begin; set local role rep`,
    );
    expect(await namesOf(app)).toEqual([]);
    await app.query('rollback');
  });

  it.each<[string, (parts: string[]) => string]>([
    ['another table', (parts) => parts.with(5, cedar).join('|')],
    ['another user', (parts) => parts.with(2, sam.user).join('|')],
    ['another agency', (parts) => parts.with(6, clinic).join('|')],
    ['another persona', (parts) => parts.with(4, 'administrator').join('|')],
    ['a later proof', (parts) => parts.with(8, '9999999999999999').join('|')],
    ['a plan', (parts) => parts.with(9, birch).join('|')],
    ['a purpose', (parts) => parts.with(10, 'planning').join('|')],
    ['no plan and no purpose at all', (parts) => parts.toSpliced(9, 2).join('|')],
    ['plan and purpose changed about', (parts) => parts.with(9, 'planning').with(10, birch).join('|')],
    ['no seal', (parts) => parts.with(11, '').join('|')],
    ['a seal of zeros', (parts) => parts.with(11, '0'.repeat(64)).join('|')],
    ['table and agency changed about', (parts) => parts.with(5, parts[6]!).with(6, parts[5]!).join('|')],
    ['a part more', (parts) => `${parts.join('|')}|x`],
    ['nothing in it', () => '|||||||||||'],
    ['rubbish', () => 'x'],
  ])('altered to %s is nothing', async (_, alter) => {
    await enter(app, rita.token, rita.rep);
    const altered = alter((await contextOf(app)).split('|'));
    await app.query(`select set_config('situation_table.context', $1, true)`, [altered]);
    expect(await personaOf(app)).toBeNull();
    expect(await namesOf(app)).toEqual([]);
  });

  it('cannot be sealed by anybody but the owner', async () => {
    for (const call of [
      `sec.set_context(row(null, '${rita.user}', null, 'administrator', null, null, null, null, null, null)::sec.ctx_t)`,
      `sec.context_seal('x')`,
      'sec.random_64()',
      'sec.context_stamp()',
    ]) {
      for (const role of ['none', 'rep', 'coordinator', 'auditor', 'administrator', 'privacy', 'projector']) {
        await app.query(`begin; set local role ${role}`);
        await expect(app.query(`select ${call}`)).rejects.toMatchObject({ code: '42501' });
        await app.query('rollback');
      }
    }
    for (const login of ['app', 'authn', 'job'] as const) {
      const client = await connected(login);
      await expect(client.query('select * from sec.context_key')).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });

  it('does not serve another persona’s role', async () => {
    await enter(app, rita.token, rita.rep);
    for (const role of ['administrator', 'auditor', 'privacy', 'coordinator']) {
      await app.query(`set local role ${role}`);
      expect(await namesOf(app)).toEqual([]);
      expect((await app.query('select id from sec.agency')).rows).toEqual([]);
    }
    await app.query('set local role administrator');
    await expect(app.query(`select sec.create_agency('Mine', 'health')`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('has a plan and a purpose that come out as they were signed, and are null for personas of today', async () => {
    await enter(app, rita.token, rita.rep);
    const { rows } = await app.query('select (sec.ctx()).plan_id, (sec.ctx()).purpose');
    expect(rows).toEqual([{ plan_id: null, purpose: null }]);
    const owner = new Client({ connectionString: database.url('postgres') });
    await owner.connect();
    const sign = (plan: string, purpose: string): Promise<unknown> =>
      owner.query(
        `select sec.set_context(row(null, '${rita.user}', null, 'rep', '${birch}', null, null, null, ${plan}, ${purpose})::sec.ctx_t)`,
      );
    await owner.query('begin');
    await sign(`'${cedar}'`, `'accessRequest'`);
    const read = 'select (sec.ctx()).plan_id, (sec.ctx()).purpose, (sec.ctx()).stepped_up_at';
    expect((await owner.query(read)).rows).toEqual([
      { plan_id: cedar, purpose: 'accessRequest', stepped_up_at: null },
    ]);
    // What was signed with one plan or purpose is nothing with another, or with none.
    const raw = (await contextOf(owner)).split('|');
    for (const altered of [raw.with(9, birch), raw.with(9, '-'), raw.with(10, 'audit'), raw.with(10, '-')]) {
      await owner.query(`select set_config('situation_table.context', $1, true)`, [altered.join('|')]);
      expect(await personaOf(owner)).toBeNull();
    }
    await owner.query('rollback');
    for (const purpose of [`'a|b'`, `'-'`, `''`, `'a b'`])
      await expect(sign('null', purpose)).rejects.toMatchObject({ code: '22023' });
    await owner.end();
  });

  it('does not survive a rollback to before it', async () => {
    await app.query('begin; savepoint before');
    await app.query(
      `select set_config('role', c.persona, true) from sec.enter('\\x${rita.token}', '${rita.rep}') c`,
    );
    await app.query('rollback to savepoint before; set local role rep');
    expect(await namesOf(app)).toEqual([]);
  });
});

describe('entering', () => {
  it.each<[string, string, string, string]>([
    ['an unknown session', hash('nobody'), rita.rep, '28000'],
    ['a seat of another user', rita.token, sam.rep, '42501'],
    ['an unknown seat', rita.token, id(99), '42501'],
  ])('is refused with %s', async (_, token, seat, code) => {
    await expect(enter(app, token, seat)).rejects.toMatchObject({ code });
  });

  it.each<[string, string, string]>([
    [
      'a revoked session',
      `update sec.session set revoked_at = clock_timestamp() where user_id = '${sam.user}'`,
      '28000',
    ],
    [
      'a session past its end',
      `update sec.session set created_at = clock_timestamp() - interval '13 hours', expires_at = clock_timestamp() - interval '61 minutes' where user_id = '${sam.user}'`,
      '28000',
    ],
    [
      'an idle session',
      `update sec.session set last_seen_at = clock_timestamp() - interval '31 minutes' where user_id = '${sam.user}'`,
      '28000',
    ],
    ['a disabled user', `update sec.app_user set status = 'disabled' where id = '${sam.user}'`, '28000'],
    ['an ended seat', `update sec.seat set ends_at = sec.domain_now() where id = '${sam.rep}'`, '42501'],
    [
      'a seat that has not begun',
      `update sec.seat set starts_at = sec.domain_now() + interval '1 hour' where id = '${sam.rep}'`,
      '42501',
    ],
    [
      'an agency that left the table',
      `update sec.table_agency set left_at = sec.domain_now() where agency_id = '${clinic}'`,
      '42501',
    ],
    ['an ended agency', `update sec.agency set ended_at = sec.domain_now() where id = '${clinic}'`, '42501'],
    [
      'an ended table',
      `update sec.situation_table set ended_at = sec.domain_now() where id = '${cedar}'`,
      '42501',
    ],
  ])('is refused with %s', async (_, ending, code) => {
    const clone = new Client({ connectionString: database.url('postgres') });
    await clone.connect();
    // Only this connection's transaction sees the ending, so that the next attack finds everything as planted.
    try {
      await clone.query('begin');
      await clone.query(ending);
      await expect(clone.query(`select sec.enter('\\x${sam.token}', '${sam.rep}')`)).rejects.toMatchObject({
        code,
      });
      await clone.query('rollback');
      await clone.query(`select sec.enter('\\x${sam.token}', '${sam.rep}')`);
    } finally {
      // Otherwise a failed test would leave rows locked for those after it.
      await clone.end();
    }
  });

  it('goes through one of two seats at a time', async () => {
    await enter(app, rita.token, rita.rep);
    expect(await namesOf(app)).toEqual(['Birch']);
    await app.query('rollback');
    await enter(app, rita.token, rita.officer);
    expect(await namesOf(app)).toEqual(['Birch', 'Cedar']);
    const { rows } = await app.query('select (sec.ctx()).*');
    expect(rows[0]).toMatchObject({
      persona: 'privacy',
      seat_id: rita.officer,
      table_id: null,
      agency_id: fire,
    });
    await app.query('rollback');
    // The context of a second enter replaces the first; the role of the first is then of no use.
    await enter(app, rita.token, rita.officer);
    await app.query(
      `reset role; select set_config('role', c.persona, true) from sec.enter('\\x${rita.token}', '${rita.rep}') c`,
    );
    await app.query('set local role privacy');
    expect(await namesOf(app)).toEqual([]);
  });

  it('takes no value for text: hashes and ids only', async () => {
    await expect(app.query(`select sec.enter($1, $2)`, [`' or true --`, rita.rep])).rejects.toMatchObject({
      code: '28000',
    });
    await expect(
      app.query(`select sec.enter($1, $2)`, [Buffer.from(rita.token, 'hex'), `' or true --`]),
    ).rejects.toMatchObject({ code: '22P02' });
  });

  it('of a hundred requests side by side on few connections mixes nobody up', async () => {
    const clients = await Promise.all([1, 2, 3, 4].map(() => connected('app')));
    const seen = await Promise.all(
      clients.map(async (client, turn) => {
        const wrong: string[] = [];
        for (let round = 0; round < 25; round += 1) {
          const [who, expected] =
            (round + turn) % 2 === 0
              ? ([{ ...rita, seat: rita.rep }, 'Birch'] as const)
              : ([{ ...sam, seat: sam.rep }, 'Cedar'] as const);
          await enter(client, who.token, who.seat);
          const names = await namesOf(client);
          if (names.join() !== expected) wrong.push(names.join());
          await client.query(round % 7 === 0 ? 'rollback' : 'commit');
        }
        return wrong;
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(seen.flat()).toEqual([]);
  });
});

describe('what no login reads', () => {
  const secrets = [
    'session',
    'password',
    'totp',
    'recovery_code',
    'challenge',
    'throttle',
    'known_device',
    'set_up_code',
    'context_key',
    'demo_clock',
  ];

  it.each(secrets)('sec.%s', async (table) => {
    for (const login of ['app', 'authn', 'job'] as const) {
      const client = await connected(login);
      await expect(client.query(`select * from sec.${table}`)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    for (const [token, seat] of [
      [rita.token, rita.rep],
      [rita.token, rita.officer],
      [ada.token, ada.administrator],
    ] as const) {
      await enter(app, token, seat);
      await expect(app.query(`select * from sec.${table}`)).rejects.toMatchObject({ code: '42501' });
      await app.query('rollback');
    }
  });

  it('the hashes of invitations', async () => {
    await enter(app, ada.token, ada.administrator);
    await app.query('savepoint s');
    for (const column of ['token_hash', 'code_hash']) {
      await expect(app.query(`select ${column} from sec.invitation`)).rejects.toMatchObject({
        code: '42501',
      });
      await app.query('rollback to savepoint s');
    }
    expect((await app.query('select id from sec.invitation')).rows).toEqual([]);
  });

  it('anything at all, before entering', async () => {
    for (const table of [
      'sec.seat',
      'sec.agency',
      'sec.app_user',
      'sec.situation_table',
      'app.situation',
      'audit.event',
      'codebook.term',
    ]) {
      await expect(app.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('what no persona writes', () => {
  it.each([
    'seat',
    'app_user',
    'agency',
    'situation_table',
    'table_agency',
    'session',
    'settings_change',
    'seat_offer',
    'invitation',
    'notice',
  ])('sec.%s', async (table) => {
    for (const [token, seat] of [
      [rita.token, rita.rep],
      [rita.token, rita.officer],
      [ada.token, ada.administrator],
    ] as const) {
      for (const change of [
        `delete from sec.${table}`,
        `insert into sec.${table} default values`,
        `truncate sec.${table}`,
      ]) {
        await enter(app, token, seat);
        await expect(app.query(change)).rejects.toMatchObject({ code: '42501' });
        await app.query('rollback');
      }
    }
  });

  it('the functions of the authn login, from the app’s', async () => {
    for (const call of [
      `sec.pass_password('${rita.user}', '\\x00', '', '\\x00', '\\x00', '\\x00', '\\x00', '\\x00')`,
      `sec.begin_sign_in('rita', '\\x00', '\\x00', '\\x00', '\\x00', '\\x00')`,
      `sec.account('\\x${rita.token}')`,
      `sec.start_session('${rita.user}', '\\x00', '', '\\x00', '\\x00', '')`,
      `sec.issue_set_up_code('\\x00')`,
      `audit.record('x', 'x', null, '{}', 'allow')`,
    ]) {
      for (const [token, seat] of [
        [rita.token, rita.rep],
        [ada.token, ada.administrator],
      ] as const) {
        await enter(app, token, seat);
        await expect(app.query(`select ${call}`)).rejects.toMatchObject({ code: '42501' });
        await app.query('rollback');
      }
    }
  });

  it('the functions of the personas, from the authn login', async () => {
    const authn = await connected('authn');
    for (const call of [
      `sec.enter('\\x${rita.token}', '${rita.rep}')`,
      'sec.ctx()',
      `sec.create_agency('Mine', 'health')`,
      `sec.end_seat('${rita.rep}', 1)`,
      `sec.start_session('${rita.user}', '\\x00', '', '\\x00', '\\x00', '')`,
    ]) {
      await expect(authn.query(`select ${call}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(authn.query('set role rep')).rejects.toMatchObject({ code: '42501' });
    await authn.end();
  });

  it('two seats of one person that duties keep apart, also when both are written at once', async () => {
    const [one, two] = [
      new Client({ connectionString: database.url('postgres') }),
      new Client({ connectionString: database.url('postgres') }),
    ];
    await Promise.all([one.connect(), two.connect()]);
    await database.plant(
      `insert into sec.app_user (id, sign_in_name, display_name) values ('${id(50)}', 'two', 'Two')`,
    );
    await one.query('begin');
    await one.query(`insert into sec.seat (user_id, persona) values ('${id(50)}', 'administrator')`);
    const second = two.query(
      `insert into sec.seat (user_id, persona, table_id, agency_id) values ('${id(50)}', 'rep', '${birch}', '${fire}')`,
    );
    const refused = expect(second).rejects.toMatchObject({ message: 'seat.dutiesApart' });
    await one.query('commit');
    await refused;
    await Promise.all([one.end(), two.end()]);
  });
});
