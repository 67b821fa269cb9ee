import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Actor, type World } from '../world/world.js';

let world: World;
let story: Story;
beforeAll(async () => {
  world = await createWorld();
  story = await takeTo(world, 'intervention');
});
afterAll(async () => {
  await world.close();
});

type Row = Readonly<Record<string, unknown>>;
interface Page {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** All pages of a list, one after the other, as the console asks for them. */
async function walk(who: Actor, path: string, limit = 50, between = async () => {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = ''; ;) {
    const query = `limit=${limit}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`;
    const answer = await who.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    const page = body<Page>(answer);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
    await between();
  }
}
const plant = (sql: string, values: unknown[] = []): Promise<Row[]> => world.database.plant(sql, values);
const keyOf = ({ id, situationId, seq, ...row }: Row): string =>
  String(id ?? situationId ?? JSON.stringify(row));
const many = 55;

describe('a list', () => {
  it('of who saw a situation has the first opening still after 515 later ones', async () => {
    await world.actors.police.get(`/situations/${story.id}/tier3`);
    const before = await walk(world.actors.police, `/situations/${story.id}/who-saw`);
    const first = before.find(({ action, fields }) => action === 'tier.open' && String(fields) === 'T3')!;
    await plant(
      `select audit.record('tier.open', 'situation', $1, array['T4'], 'allow', 'read', p_table => $2) from generate_series(1, 515)`,
      [story.id, world.tables.harbour],
    );
    const after = await walk(world.actors.police, `/situations/${story.id}/who-saw`);
    expect(after.length).toBeGreaterThanOrEqual(before.length + 515);
    expect(after).toContainEqual(first);
    expect(after.filter(({ fields }) => String(fields) === 'T4').length).toBeGreaterThanOrEqual(515);
  });

  it('of drafts has each of 55, and none of another agency', async () => {
    const made: string[] = [];
    for (let n = 0; n < many; n += 1)
      made.push(
        body<{ id: string }>(
          await world.actors.school.post('/screenings', { type: 'person', riskFactors: [] }),
        ).id,
      );
    body(await world.actors.housing.post('/screenings', { type: 'person', riskFactors: [] }));
    const found = (await walk(world.actors.school, '/screenings')).map(keyOf);
    expect([...found].sort()).toEqual([...made].sort());
    const week = body<{ drafts: object[]; cut: string[] }>(await world.actors.school.get('/week'));
    expect([week.drafts.length, week.cut]).toEqual([50, ['drafts']]);
    expect(body<{ cut: string[] }>(await world.actors.housing.get('/week')).cut).toEqual([]);
  });

  it('of an officer, an administrator, an auditor or a coordinator has each of 55 rows, each once', async () => {
    const { policeOfficer, administrator, auditor, deputy } = world.actors;
    const at = `clock_timestamp() - n * interval '1 minute'`;
    const ours = [world.tables.harbour, world.agency.police];
    const police = [...ours, world.actors.police.userId];
    const each = `from app.situation s cross join lateral (select s.sequence as n) m where s.table_id = $1 and s.year = 2020`;
    // A situation for each row, so that the rules of one a situation are kept.
    await plant(
      `insert into app.situation (table_id, id, year, sequence, stage, opened_month)
         select $1, gen_random_uuid(), 2020, n, 'concluded', date '2020-01-01' from generate_series(1, ${many}) n`,
      [world.tables.harbour],
    );
    await plant(
      `insert into app.situation_origin (table_id, situation_id, agency_id) select $1, s.id, $2 ${each}`,
      ours,
    );
    await plant(
      `insert into app.workflow (table_id, situation_id, brought_at) select $1, s.id, clock_timestamp() ${each}`,
      [world.tables.harbour],
    );
    await plant(
      `insert into app.conclusion (table_id, situation_id, reason, risk_after, concluded_on, seal_after, destroy_after)
         select $1, s.id, 'other.relocated', '{}', date '2026-01-01', date '2026-02-01', date '2027-01-01' + n / 10 ${each}`,
      [world.tables.harbour],
    );
    await plant(
      `insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by, lifted_at, lifted_by)
         select $1, s.id, $2, 'complaint', date '2027-01-01' + n / 10, $3,
           case when n % 2 = 0 then clock_timestamp() end, case when n % 2 = 0 then $3::uuid end ${each}`,
      police,
    );
    await plant(
      `insert into app.hold_request (table_id, situation_id, agency_id, reason, asked_by, asked_at)
         select $1, s.id, $2, 'complaint', $3, ${at} ${each}`,
      police,
    );
    await plant(
      `insert into app.early_destruction (table_id, situation_id, agency_id, asked_by, consent, consented_on, asked_at)
         select $1, s.id, $2, $3, 'written', date '2026-01-01', ${at} ${each}`,
      police,
    );
    await plant(
      `insert into app.opening (table_id, situation_id, agency_id, asked_by, purpose, asked_at)
         select $1, s.id, $2, $3, 'litigation', ${at} ${each}`,
      police,
    );
    await plant(
      `insert into app.certificate (table_id, situation_id, number, agency_id, because, destroyed_at, rows, content_hash, keys_hash)
       select $1, gen_random_uuid(), '2020-' || n, $2, 'retention', ${at}, '{}', '', '' from generate_series(1, ${many}) n`,
      [world.tables.harbour, world.agency.police],
    );
    await plant(
      `insert into app.consent (table_id, situation_id, agency_id, state)
         select $1, $2, $3, 'refused' from generate_series(1, ${many})`,
      [world.tables.harbour, story.id, world.agency.police],
    );
    await plant(
      `insert into app.signal (table_id, situation_id, agency_id, user_id, kind, times, first_at, last_at, reviewed_at, reviewed_by, finding)
       select $1, s.id, $2, $3, 'withoutRole', 1, clock_timestamp(), clock_timestamp(),
         case when s.sequence % 2 = 0 then clock_timestamp() end, case when s.sequence % 2 = 0 then $3::uuid end,
         case when s.sequence % 2 = 0 then 'inOrder' end
       from app.situation s where s.year = 2020`,
      [world.tables.harbour, world.agency.police, world.actors.police.userId],
    );
    await plant(
      `insert into stats.export (year, asked_by, asked_at, approved_by, approved_at, approved_as)
       select 2020, $1, ${at}, $2, clock_timestamp(), 'auditor' from generate_series(1, ${many}) n`,
      [auditor.userId, world.actors.secondAuditor.userId],
    );
    await plant(
      `insert into sec.backup_run (kind, taken_at, rows, keys, bytes) select 'keys', ${at}, 20, 20, 20 from generate_series(1, ${many}) n`,
    );
    const lists: [Actor, string, number][] = [
      [policeOfficer, '/privacy/retention', many],
      [policeOfficer, '/privacy/holds', many],
      [policeOfficer, '/privacy/hold-requests', many],
      [policeOfficer, '/privacy/certificates', many],
      [policeOfficer, '/privacy/consents', many],
      [policeOfficer, '/privacy/reviews', many],
      [policeOfficer, '/openings', many],
      [deputy, '/openings', many],
      [deputy, '/early-destructions', many],
      [auditor, '/statistics/exports', many],
      [administrator, '/administration/backups?kind=keys', many],
    ];
    for (const [who, path, least] of lists) {
      const whole = await walk(who, path);
      const few = await walk(who, path, 7);
      expect({ path, rows: few }).toEqual({ path, rows: whole });
      expect({ path, enough: whole.length >= least }).toEqual({ path, enough: true });
      if (whole[0]!['id'] !== undefined) expect(new Set(whole.map(keyOf)).size).toBe(whole.length);
    }
    // What stands behind the fiftieth is there by itself, too.
    const last = (await walk(auditor, '/statistics/exports')).at(-1)!;
    expect((await auditor.get(`/statistics/exports/${String(last['id'])}/manifest`)).status).not.toBe(404);
  });

  it('that is read a page at a time loses nothing and repeats nothing, whatever comes between two pages', async () => {
    const { health } = world.actors;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 2 }),
        async (count, limit, between) => {
          await plant('delete from app.screening where screening.agency_id = $1', [world.agency.health]);
          const add = async (): Promise<string> =>
            body<{ id: string }>(await health.post('/screenings', { type: 'person', riskFactors: [] })).id;
          const there: string[] = [];
          for (let n = 0; n < count; n += 1) there.push(await add());
          const found = (
            await walk(health, '/screenings', limit, async () => {
              for (let n = 0; n < between; n += 1) await add();
            })
          ).map(keyOf);
          expect(new Set(found).size).toBe(found.length);
          expect(found.filter((id) => there.includes(id)).sort()).toEqual([...there].sort());
        },
      ),
      { numRuns: 8 },
    );
  });

  it('refuses the place of another seat and of another list', async () => {
    const { next } = body<Page>(await world.actors.school.get('/screenings?limit=1'));
    const mark = encodeURIComponent(next!);
    expect((await world.actors.housing.get(`/screenings?after=${mark}`)).status).toBe(400);
    expect((await world.actors.school.get(`/situations?after=${mark}`)).status).toBe(400);
    expect((await world.actors.school.get('/screenings?limit=51')).status).toBe(400);
  });
});

const source = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Lists of the week, which say in `cut` that they are longer. */
const sayThatTheyAreCut = new Set(
  ['tasks', 'waits', 'done']
    .flatMap((list) => [`week.rep.${list}`, `week.coordinator.${list}`])
    .concat('week.rep.drafts'),
);

describe('no read is cut without a sign', () => {
  it('in queries.sql: a limit is a page’s, or of one row, or of a list that says it', () => {
    const reads = source('queries.sql')
      .split(/^-- (?=[\w.]+$)/m)
      .slice(1);
    expect(reads.length).toBeGreaterThan(50);
    const cut = reads.flatMap((read) =>
      [...read.matchAll(/\blimit\s+(\d+)/g)]
        .filter(([, most]) => most !== '1')
        .map(() => read.split('\n')[0]!),
    );
    expect([...new Set(cut)].filter((name) => !sayThatTheyAreCut.has(name))).toEqual([]);
    expect([...sayThatTheyAreCut].filter((name) => !cut.includes(name))).toEqual([]);
  });

  it('in what the areas of the database read', () => {
    const files = readdirSync(new URL('../../libs/database/src', import.meta.url), {
      recursive: true,
      encoding: 'utf8',
    }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    expect(files.length).toBeGreaterThan(50);
    for (const name of files)
      for (const [, most] of source(`libs/database/src/${name}`).matchAll(/\blimit\s+(\d+)/g))
        expect({ name, isOneAtMost: Number(most) <= 1 }).toEqual({ name, isOneAtMost: true });
  });

  it('in the functions that a persona calls and that return rows', async () => {
    const found = await plant(
      `select p.oid::regprocedure::text as name, m[1] as most from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         cross join regexp_matches(p.prosrc, '\\mlimit\\s+(\\d+)', 'g') m
       where n.nspname in ('app', 'sec', 'stats', 'audit', 'codebook') and p.proretset and m[1] <> '1'
         and exists (select from pg_roles r where r.rolname in ('rep', 'coordinator', 'auditor', 'administrator', 'privacy', 'projector', 'authn')
           and has_function_privilege(r.oid, p.oid, 'execute'))`,
    );
    expect(found).toEqual([]);
  });

  it('in openapi.json: every list has `next`, or says that it is whole', () => {
    interface Schema {
      readonly $ref?: string;
      readonly type?: string;
      readonly properties?: Readonly<Record<string, Schema>>;
    }
    const document = JSON.parse(source('openapi.json')) as {
      paths: Record<
        string,
        Record<
          string,
          { responses: Record<string, { 'x-whole'?: true; content?: Record<string, { schema: Schema }> }> }
        >
      >;
      components: { schemas: Record<string, Schema> };
    };
    const deref = (schema: Schema): Schema =>
      schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1)!]!;
    const lists = Object.entries(document.paths).flatMap(([path, { get: operation }]) => {
      const answer = operation?.responses['200'];
      const schema = answer?.content?.['application/json']?.schema;
      if (schema === undefined || answer === undefined) return [];
      const { type, properties = {} } = deref(schema);
      const isList = type === 'array' || deref(properties['rows'] ?? {}).type === 'array';
      return isList
        ? [{ path, says: 'next' in properties ? 'next' : answer['x-whole'] === true ? 'whole' : 'nothing' }]
        : [];
    });
    expect(lists.length).toBeGreaterThan(35);
    expect(lists.filter(({ says }) => says === 'nothing')).toEqual([]);
    for (const path of ['/screenings', '/situations/{id}/who-saw', '/privacy/holds', '/openings'])
      expect(lists).toContainEqual({ path: `/api/v1${path}`, says: 'next' });
  });
});
