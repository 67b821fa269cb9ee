import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJob } from '#database/jobs';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';
import { Cell, done, endings, install, type Installation, type Role, type Told } from './a5-cell.js';

/*
 * What a5-holders.spec.ts plays cell by cell, looked at from other sides: who is told, what happens when the
 * next one will not, several roles that end together, and how business days are counted.
 */
let world: EmptyWorld;
let installation: Installation;
beforeAll(async () => {
  world = await createEmptyWorld();
  installation = await install(world);
});
afterAll(async () => {
  await world.close();
});

const open = (tasks: readonly Told[], cell: Cell): string[] =>
  tasks
    .filter(({ situationId }) => situationId === cell.situation)
    .map(({ role }) => String(role))
    .sort();

describe('a hand-over task', () => {
  it('is not opened while somebody else of the agency sits at the table', async () => {
    const cell = await Cell.at(installation, 'intervention');
    await cell.seated('colleague', 'rep', 'leads');
    await cell.end('lead', 'seatEnded');
    expect(open(await cell.tasks('coordinator'), cell)).toEqual([]);
    expect((await cell.tasks('colleague')).length).toBe(0);
  });

  it('is told to the coordinator and the agency’s officer, and to nobody else; the due day too', async () => {
    const cell = await Cell.at(installation, 'intervention');
    await cell.end('lead', 'seatEnded');
    const [task] = (await cell.tasks('coordinator')).filter(
      ({ situationId }) => situationId === cell.situation,
    );
    for (const who of ['coordinator', 'leads-officer'])
      expect(await cell.notices(cell.person(who))).toContain('task.handOver');
    for (const who of ['assists', 'spare', 'brings', 'spare-officer', 'brings-officer']) {
      expect(await cell.notices(cell.person(who))).not.toContain('task.handOver');
      expect(await cell.tasks(who)).toEqual([]);
    }
    expect((await cell.administrator.get('/tasks')).status).toBe(403);
    await cell.until(task!.dueAt!);
    expect(await cell.notices(cell.person('coordinator'))).toContain('task.handOverDue');
    expect(await cell.notices(cell.person('leads-officer'))).toContain('task.handOverDue');
  });

  it('pages, the longest waiting first', async () => {
    const cell = await Cell.at(installation, 'intervention');
    for (const role of ['originator', 'lead', 'assisting'] as const) await cell.end(role, 'seatEnded');
    const seen: (string | null)[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = done(
        await cell.person('coordinator').get(`/tasks?limit=1${after === '' ? '' : `&after=${after}`}`),
      );
      seen.push(...(page['rows'] as Told[]).map(({ role }) => role));
      after = page['next'] as string | null;
    }
    expect(seen).toEqual(['originating', 'lead', 'assisting']);
  });

  it('keeps waiting when the agency that is named declines, and the coordinator names another at once', async () => {
    const cell = await Cell.at(installation, 'intervention');
    await cell.end('lead', 'userDisabled');
    const [task] = (await cell.tasks('coordinator')).filter(
      ({ situationId }) => situationId === cell.situation,
    );
    await cell.until(task!.dueAt!);
    const from = cell.agency('leads');
    done(await cell.move('coordinator', 'reassign', { from, agency: cell.agency('spare') }));
    done(await cell.move('spare', 'decline-assignment', { reason: 'capacity' }));
    expect(open(await cell.tasks('coordinator'), cell)).toEqual(['lead']);
    done(await cell.move('coordinator', 'reassign', { from, agency: cell.agency('assists') }));
    expect(open(await cell.tasks('coordinator'), cell)).toEqual([]);
    done(await cell.move('assists', 'propose-conclusion', { reason: 'other.deceased' }));
  });

  it('is two where one agency brought the situation and leads', async () => {
    const cell = await Cell.at(installation, 'limited');
    done(await cell.move('coordinator', 'close-round'));
    done(
      await cell.move('coordinator', 'assign', {
        lead: cell.agency('brings'),
        assisting: [cell.agency('assists')],
      }),
    );
    done(await cell.move('brings', 'accept-assignment', { basis: 'mfippa32h' }));
    await cell.end('originator', 'agencyLeft');
    expect(open(await cell.tasks('coordinator'), cell)).toEqual(['lead', 'originating']);
    done(await cell.conclude('coordinator'));
    expect(open(await cell.tasks('coordinator'), cell)).toEqual([]);
  });

  it('is opened when a situation is reopened whose lead has left meanwhile', async () => {
    const cell = await Cell.at(installation, 'concluded');
    await cell.end('lead', 'agencyLeft');
    expect(open(await cell.tasks('coordinator'), cell)).toEqual([]);
    done(await cell.move('coordinator', 'reopen'));
    expect(open(await cell.tasks('coordinator'), cell)).toEqual(['lead']);
  });
});

describe('whatever ends together', () => {
  it('every role that nobody holds has its task, and the situation comes to its end', async () => {
    const roles = ['originator', 'lead', 'assisting', 'onlyOfficer'] as const satisfies readonly Role[];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('deidentified', 'limited', 'planning', 'intervention'),
        fc.uniqueArray(fc.record({ role: fc.constantFrom(...roles), how: fc.constantFrom(...endings) }), {
          minLength: 2,
          maxLength: 4,
          selector: ({ role }) => role,
        }),
        async (stage, ends) => {
          const cell = await Cell.at(installation, stage as 'limited');
          const gone = new Set<string>();
          for (const { role, how } of ends) {
            // With the agency that brought it its officer is gone, and one that left has no seat to end.
            if (role === 'onlyOfficer' && gone.has('originator')) continue;
            if (role === 'originator' && gone.has('onlyOfficer')) continue;
            gone.add(role);
            await cell.end(role, how);
          }
          const missing = await world.database.plant<{ role: string }>(
            `select distinct o.role from app.roles_in($1, null) o where not app.is_represented($1, o.agency_id)
              and not exists (select from app.task t where t.table_id = $1 and t.situation_id = o.situation_id
                and t.agency_id = o.agency_id and t.role = o.role and t.closed_at is null)`,
            [cell.table],
          );
          expect(missing).toEqual([]);
          done(
            stage === 'deidentified'
              ? await cell.move('coordinator', 'send-back', { reason: 'moreInformation' })
              : await cell.conclude('coordinator'),
          );
          expect(open(await cell.tasks('coordinator'), cell)).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('two business days', () => {
  const zones = ['America/St_Johns', 'America/Halifax', 'America/Toronto', 'America/Winnipeg'];
  /** The day and the hour at the table. */
  function local(at: Date, timeZone: string): { day: string; time: string } {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    }).formatToParts(at);
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
    return {
      day: `${part('year')}-${part('month')}-${part('day')}`,
      time: `${part('hour')}:${part('minute')}:${part('second')}`,
    };
  }
  const next = (day: string): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const isBusiness = (day: string, holidays: readonly string[]): boolean =>
    ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.includes(day);
  function due(
    from: { day: string; time: string },
    holidays: readonly string[],
  ): { day: string; time: string } {
    let { day, time } = from;
    while (!isBusiness(day, holidays)) [day, time] = [next(day), '00:00:00'];
    for (let left = 2; left > 0;) {
      day = next(day);
      if (isBusiness(day, holidays)) left -= 1;
    }
    return { day, time };
  }

  it.each([
    ['from Friday afternoon until Tuesday afternoon', '2026-11-06T20:30:00Z', '2026-11-10T20:30:00Z'],
    ['from Saturday until the end of Tuesday', '2026-11-07T20:30:00Z', '2026-11-11T05:00:00Z'],
    ['over the night on which clocks go back', '2026-10-30T20:30:00Z', '2026-11-03T21:30:00Z'],
  ])('last %s', async (_, from, until) => {
    const table = await world.table(`zone ${from}`, []);
    const [row] = await world.database.plant<{ due: Date }>(
      'select app.business_days_after($1, $2, 2) as due',
      [table, from],
    );
    expect(row!.due.toISOString()).toBe(new Date(until).toISOString());
  });

  it('are the table’s own, less weekends and holidays, for any instant', async () => {
    const table = await world.table('zones', []);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        // Whole minutes; hours that a change of clocks leaves out or has twice are at night.
        fc.record({ day: fc.integer({ min: 0, max: 700 }), minute: fc.integer({ min: 0, max: 1439 }) }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
        async (zone, { day, minute }, off) => {
          const at = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + minute * 60_000);
          const from = local(at, zone);
          if (from.time < '04:00:00') return;
          let each = from.day;
          const days = Array.from({ length: 7 }, () => (each = next(each)));
          const holidays = off.map((index) => days[index]!);
          await world.database.plant('delete from sec.holiday');
          for (const holiday of holidays)
            await world.database.plant(
              `insert into sec.holiday (on_day, name, since_version) values ($1, 'x', 1)`,
              [holiday],
            );
          await world.database.plant('update sec.situation_table set time_zone = $2 where id = $1', [
            table,
            zone,
          ]);
          const [row] = await world.database.plant<{ due: Date }>(
            'select app.business_days_after($1, $2, 2) as due',
            [table, at],
          );
          expect(local(row!.due, zone)).toEqual(due(from, holidays));
        },
      ),
      { numRuns: 60 },
    );
    await world.database.plant('delete from sec.holiday');
  });
});

it.each(['screening', 'deidentified', 'limited', 'planning', 'intervention'] as const)(
  'a situation ends with its table, in %s',
  async (stage) => {
    const cell = await Cell.at(installation, stage);
    await cell.end('lead', 'seatEnded');
    const path = `/tables/${cell.table}`;
    await cell.freshProofs();
    const ifMatch = (await cell.administrator.get(path)).headers['etag'] ?? '';
    done(await cell.administrator.delete(path, { ifMatch }));
    const left = await world.database.plant(
      `select 1 from app.situation where table_id = $1 and stage not in ('withdrawn', 'concluded')
        union all select 1 from app.screening where table_id = $1
        union all select 1 from app.task where table_id = $1 and closed_at is null
        union all select 1 from app.disclosure where table_id = $1 and revoked_at is null`,
      [cell.table],
    );
    expect(left).toEqual([]);
  },
);

it('the only administrator’s seat does not run out', async () => {
  const [ada, abe] = installation.administrators;
  await world.database.plant(
    `update sec.seat set ends_at = sec.domain_now() - interval '1 minute' where persona = 'administrator'`,
  );
  expect((await ada.get('/users')).status).not.toBe(200);
  await runScheduledJob(world.data, 'handedOver');
  const answers = [(await ada.get('/users')).status, (await abe.get('/users')).status];
  expect(answers.filter((status) => status === 200)).toHaveLength(1);
});
