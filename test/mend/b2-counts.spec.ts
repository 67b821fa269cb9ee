import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

let world: World;
let story: Story;
beforeAll(async () => {
  world = await createWorld();
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  story = await takeTo(world, 'intervention');
});
afterAll(async () => {
  await world.close();
});

interface Count {
  readonly month: string;
  readonly action: string;
  readonly outcome: string;
  readonly events: number;
}
/** All pages of a list. */
async function counts(who: 'deputy' | 'policeOfficer', limit = 50): Promise<Count[]> {
  const found: Count[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: { rows: Count[]; next: string | null } = body(
      await world.actors[who].get(
        `/privacy/audit-counts?limit=${limit}${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`,
      ),
    );
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    found.push(...page.rows);
    next = page.next;
  }
  return found;
}
/** The tenth of a month of the year 2025, in SQL. */
const tenth = (month: number): string => `make_timestamptz(2025, ${month}, 10, 12, 0, 0, 'UTC')`;
/** Events of an action as if they had happened at a time that is given in SQL. */
async function happened(action: string, at: string, many: number, asked = ''): Promise<void> {
  await world.database.plant(`select audit.make_month('event', ${at})`);
  await world.database.plant(
    `with head as (update audit.head set seq = head.seq + $3 where head.chain = $1 returning head.seq)
     insert into audit.event (chain, seq, at_us, action, object_type, object_id, outcome, detail, prev, hash)
     select $1, head.seq - n, (extract(epoch from ${at}) * 1000000)::bigint, $2, 'situation', $4, 'allow', $5, '', ''
       from head, generate_series(0, $3::int - 1) n`,
    [world.tables.harbour, action, many, story.id, JSON.stringify({ asked })],
  );
}

describe('a count that could name one event', () => {
  it('is not shown: a youth-justice item, a screening, a hold that was asked for changes no count', async () => {
    const { police, school } = world.actors;
    const look = async (): Promise<unknown> => [
      await counts('deputy'),
      await counts('policeOfficer'),
      body(await world.actors.policeOfficer.get('/privacy/counts')),
    ];
    const before = await look();
    body(
      await police.post(`/situations/${story.id}/youth-items`, {
        text: 'Probation ends in May',
        recipients: [school.userId],
        destroyBy: '2027-06-01',
      }),
    );
    body(await police.post('/screenings', { type: 'person', riskFactors: [] }));
    body(await police.post(`/situations/${story.id}/hold-requests`, { reason: 'complaint' }));
    body(await police.post(`/situations/${story.id}/safety-notes`, { text: 'A second dog' }));
    body(
      await school.post(`/situations/${story.id}/services`, {
        service: 'addiction',
        mobilization: 'offered-service',
      }),
    );
    expect(await look()).toEqual(before);
  });

  it('of a month that is over is shown from 11 on, rounded down to a ten', async () => {
    await happened('note.insert', tenth(3), 10);
    await happened('note.insert', tenth(4), 11);
    await happened('note.insert', tenth(5), 19);
    await happened('note.insert', tenth(6), 20);
    for (const who of ['deputy', 'policeOfficer'] as const) {
      expect(await counts(who)).toEqual([
        { month: '2025-06', action: 'note.insert', outcome: 'allow', events: 20 },
        { month: '2025-05', action: 'note.insert', outcome: 'allow', events: 10 },
        { month: '2025-04', action: 'note.insert', outcome: 'allow', events: 10 },
      ]);
    }
  });

  it.each(['clock_timestamp()', `date_trunc('month', clock_timestamp(), 'UTC')`])(
    'of the running month is not shown, however many events there are at %s',
    async (at) => {
      const before = [await counts('deputy'), await counts('policeOfficer')];
      await happened('note.insert', at, 40);
      expect([await counts('deputy'), await counts('policeOfficer')]).toEqual(before);
    },
  );

  it('is of no action that its reader may not know of, however many there were', async () => {
    const before = await counts('deputy');
    for (const action of [
      'youthItem.write',
      'youthItem.open',
      'screening.insert',
      'review.signOff',
      'hold.ask',
    ])
      await happened(action, tenth(7), 40);
    await happened('reading.refused', tenth(7), 40, 'GET /api/v1/screenings/{id}');
    await happened('reading.refused', tenth(7), 40, 'GET /api/v1/situations/{id}/youth-items');
    await happened('situation.somethingNew', tenth(7), 40);
    expect(await counts('deputy')).toEqual(before);
  });

  it('of backups is coarse for the administrator, and the exact one is not to be had in SQL either', async () => {
    await world.database.plant(
      `insert into sec.backup_run (kind, rows, keys, bytes) values ('data', 1234, 9, 5000), ('keys', 0, 57, 900)`,
    );
    const page = body<{ rows: { kind: string; rows: number; keys: number }[] }>(
      await world.actors.administrator.get('/administration/backups'),
    );
    expect(page.rows.map(({ kind, rows, keys }) => [kind, rows, keys]).sort()).toEqual([
      ['data', 1230, 0],
      ['keys', 0, 50],
    ]);
    await expect(
      world.data.as(world.actors.administrator.key, '', (session) =>
        session.rows('select backup_run.keys from sec.backup_run'),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('by rule: one event more never changes what is read by more than nothing or a whole ten, and never below 11', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 5_000 }), async (n) => {
        const [row] = await world.database.plant<{ now: number; more: number }>(
          'select sec.coarse($1)::int as now, sec.coarse($1::bigint + 1)::int as more',
          [n],
        );
        expect(row!.now % 10).toBe(0);
        expect(row!.now).toBeLessThanOrEqual(n);
        if (n < 11) expect(row!.now).toBe(0);
        expect([0, 10]).toContain(row!.more - row!.now);
      }),
      { numRuns: 100 },
    );
  });

  it('ends at a thousand, so that it says "a thousand or more" and costs no more where there are more', async () => {
    const notes = async (): Promise<unknown> =>
      body<{ what: string; rows: number }[]>(await world.actors.policeOfficer.get('/privacy/counts')).find(
        ({ what }) => what === 'safetyNotes',
      );
    for (const [many, rows] of [
      [987, 980],
      [63, 1_000],
      [500, 1_000],
    ]) {
      await world.database.plant(
        `insert into app.safety_note (table_id, situation_id, agency_id, note, guard_version, written_at)
         select $1, $2, $3, '\\x01', 1, sec.domain_now() - interval '40 days' from generate_series(1, $4::int)`,
        [world.tables.harbour, story.id, world.agency.police, many],
      );
      expect(await notes()).toEqual({ what: 'safetyNotes', rows });
    }
  });

  it('comes in pages that together are all of it, each once', async () => {
    const whole = await counts('deputy');
    expect(await counts('deputy', 1)).toEqual(whole);
    expect(await counts('deputy', 2)).toEqual(whole);
  });
});
