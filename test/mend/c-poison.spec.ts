import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJob, remindTables } from '#database/jobs';
import { gatherEmails } from '#database/mail';
import { openMailbox, type Mailbox } from '../world/mailbox.js';
import { takeTo } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

/*
 * One row that fails in a job stops no other row of it, is named on the health page, and is done when it is
 * tried again after it was set right.
 * The faults are in the database or in a sealed text, where no request of a user could put them.
 */
let world: World;
let mailbox: Mailbox;
let receiver: Server;
const received: string[] = [];
beforeAll(async () => {
  mailbox = await openMailbox();
  world = await createWorld({
    mail: {
      kind: 'smtp',
      host: '127.0.0.1',
      port: mailbox.port,
      loopback: true,
      from: 'table@example.org',
      origin: new URL('https://table.example.org'),
    },
  });
  receiver = createServer((request, response) => {
    received.push(String(request.url));
    request.resume().on('end', () => response.writeHead(200).end());
  });
  await new Promise<void>((ready) => {
    receiver.listen(0, '127.0.0.1', ready);
  });
  // Ten in the morning at the table: nothing is quiet. Tuesday: no meeting is near.
  await plant(
    `update sec.demo_clock set ahead = ('2027-03-02 10:00'::timestamp at time zone 'America/Toronto') - clock_timestamp()`,
  );
});
afterAll(async () => {
  await world.close();
  await mailbox.close();
  receiver.closeAllConnections();
  await new Promise((closed) => {
    receiver.close(closed);
  });
});
afterEach(async () => {
  await heal();
  await plant('delete from sec.stuck');
});

const plant = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  world.database.plant<T & Record<string, unknown>>(sql, parameters);

/** From now on a change of such a row fails. @param when of `new`, or of `old` where it is deleted */
async function poison(table: string, change: 'insert' | 'update' | 'delete', when: string): Promise<void> {
  await plant(
    `create function sec.poisoned() returns trigger language plpgsql as $$ begin raise exception 'poisoned' using errcode = '22012'; end $$`,
  );
  await plant(
    `create trigger a_poisoned before ${change} on ${table} for each row when (${when}) execute function sec.poisoned()`,
  );
}
async function heal(): Promise<void> {
  await plant('drop function if exists sec.poisoned() cascade');
}

interface Parked {
  readonly id: string;
  readonly kind: string;
  readonly label: string | null;
  readonly tableName: string | null;
  readonly code: string;
}
const parked = async (): Promise<readonly Parked[]> =>
  body<{ parked: Parked[] }>(await world.actors.administrator.get('/administration/work')).parked;
const tryAgain = async (): Promise<void> => {
  for (const { id } of await parked())
    expect((await world.actors.administrator.post(`/administration/work/${id}/tries`)).status).toBe(204);
};

/** One job: rows that are due, of which the first is poisoned, and for which of them it has happened. */
interface Case {
  readonly due: () => Promise<unknown>;
  readonly poison: () => Promise<void>;
  readonly run: () => Promise<unknown>;
  readonly done: () => Promise<readonly boolean[]>;
  readonly named: Partial<Parked>;
}

const many = async (sql: string, parameters: readonly unknown[]): Promise<boolean> =>
  (await plant(sql, [...parameters])).length > 0;
const cases: Readonly<Record<string, () => Case>> = {
  digest: () => ({
    due: () => plant(`update sec.digest set next_at = '-infinity', week_on = null`),
    poison: () => poison('sec.digest', 'update', `new.agency_id = '${world.agency.police}'`),
    run: () => runScheduledJob(world.data, 'digested'),
    done: () =>
      Promise.all(
        [world.agency.police, world.agency.school].map((id) =>
          many(`select from sec.digest d where d.agency_id = $1 and d.week_on is not null`, [id]),
        ),
      ),
    named: { kind: 'digested', label: 'Agency police', tableName: null, code: '22012' },
  }),
  email: () => {
    const users = [world.actors.police.userId, world.actors.school.userId];
    return {
      due: async () => {
        for (const user of users) {
          await plant(
            `insert into sec.mail_address (user_id, sealed) values ($1, '\\x01') on conflict do nothing`,
            [user],
          );
          await plant(
            `insert into sec.notice (user_id, code, agency_id, table_id, created_at) select $1, 'situation.overdue', s.agency_id, s.table_id, sec.domain_now() - interval '10 minutes' from sec.seat s where s.user_id = $1`,
            [user],
          );
        }
      },
      poison: () => poison('sec.email', 'insert', `new.user_id = '${users[0]}'`),
      run: () => gatherEmails(world.data),
      done: () =>
        Promise.all(users.map((user) => many('select from sec.email l where l.user_id = $1', [user]))),
      named: { kind: 'gathered', label: 'police', tableName: null, code: '22012' },
    };
  },
  refusals: () => {
    const seats = [world.actors.police, world.actors.school];
    return {
      due: () =>
        plant(
          `insert into sec.seat_refusal (minute, seat, code, asked, outcome, chain, session_id, actor, persona)
          select date_trunc('minute', clock_timestamp()) - interval '2 minutes', s.id, 'permission.refused', 'POST /api/v1/poisoned', 'deny', s.table_id, gen_random_uuid(), s.user_id, 'rep' from sec.seat s where s.id = any ($1)`,
          [seats.map(({ seatId }) => seatId)],
        ),
      poison: () => poison('sec.seat_refusal', 'delete', `old.seat = '${seats[0]!.seatId}'`),
      run: () => runScheduledJob(world.data, 'refused'),
      done: () =>
        Promise.all(
          seats.map(({ seatId }) =>
            many(`select from audit.event e where e.seat = $1 and e.detail like '%v1/poisoned%'`, [seatId]),
          ),
        ),
      named: { kind: 'refused', label: null, tableName: 'Table harbour', code: '22012' },
    };
  },
  reminders: () => {
    const tables = [world.tables.harbour, world.tables.valley];
    const places: readonly [string, string][] = [
      [world.tables.harbour, world.agency.police],
      [world.tables.valley, world.agency.valleyPolice],
    ];
    return {
      due: async () => {
        for (const [table, agency] of places) {
          const id = randomUUID();
          await plant(
            `insert into app.situation (table_id, id, year, sequence, stage, opened_month) values ($1, $2, 2027, 900, 'intervention', '2027-03-01')`,
            [table, id],
          );
          await plant(
            `insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, answered_at, contact_due_at) select $1, $2, $3, 'lead', 'accepted', sec.domain_now() - interval '3 days', sec.domain_now() - interval '3 days', sec.domain_now() - interval '1 day'`,
            [table, id, agency],
          );
        }
      },
      poison: () =>
        poison('sec.notice', 'insert', `new.code = 'situation.overdue' and new.table_id = '${tables[0]}'`),
      run: () => remindTables(world.data),
      done: () =>
        Promise.all(
          tables.map((table) =>
            many(
              `select from sec.notice n where n.table_id = $1 and n.code = 'situation.overdue' and n.object_id is not null`,
              [table],
            ),
          ),
        ),
      named: { kind: 'reminded', label: null, tableName: 'Table harbour', code: '22012' },
    };
  },
};

describe('a row that fails', () => {
  it.each(Object.keys(cases))(
    'of the %s stops no other, is named on the health page, and is done after it was set right',
    async (name) => {
      const job = cases[name]!();
      const run = (): Promise<unknown> => job.run().catch(() => undefined);
      await job.due();
      await job.poison();
      await run();
      expect(await job.done()).toEqual([false, true]);
      expect(await parked()).toEqual([]);
      for (let tries = 0; tries < 2; tries += 1) {
        await world.ahead('1 minute');
        await run();
      }
      expect(await parked()).toMatchObject([job.named]);
      await heal();
      await world.ahead('1 hour');
      await run();
      expect(await job.done()).toEqual([false, true]);
      await tryAgain();
      await run();
      expect(await job.done()).toEqual([true, true]);
      expect(await parked()).toEqual([]);
    },
    60_000,
  );
});

describe('what leaves the server', () => {
  beforeAll(async () => {
    await world.queue.start(() => undefined, 0.5);
  });
  /** Every waiting try is made due, until so much holds. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await holds()); tries += 1) {
      if (tries > 300) throw new Error(`it did not come true: ${JSON.stringify(await parked())}`);
      await plant(`update queue.job set start_after = now() where state = 'retry'`);
      await pause(100);
    }
  }
  const ring = (queue: string): Promise<unknown> =>
    plant('insert into queue.job (id, name, retry_limit) values ($1, $2, 0)', [randomUUID(), queue]);

  it('an email whose address does not open stops no other, and is named by its reader', async () => {
    const { police, health } = world.actors;
    await plant('delete from sec.email');
    await plant('delete from sec.notice');
    await health.put('/me/mail-address', { address: 'health@example.org' }).expect(204);
    await police.put('/me/mail-address', { address: 'police@example.org' }).expect(204);
    await plant(`update sec.email set sealed = '\\x00' where user_id = $1`, [police.userId]);
    await ring('mail.gathered');
    await until(async () => (await parked()).length > 0);
    expect(await parked()).toMatchObject([{ kind: 'emails', label: 'police', tableName: null }]);
    expect(mailbox.to('health@example.org')).toHaveLength(1);
    expect(mailbox.to('police@example.org')).toEqual([]);
  }, 60_000);

  it('a message of a webhook whose secret does not open stops no other, and is named by its server', async () => {
    const { administrator } = world.actors;
    const { port } = receiver.address() as AddressInfo;
    const events = ['table.changed'];
    const bad = body<{ id: string }>(
      await administrator.post('/webhooks', { url: `http://127.0.0.1:${port}/bad`, events }),
    );
    body(await administrator.post('/webhooks', { url: `http://127.0.0.1:${port}/good`, events }));
    await plant(`update sec.webhook set sealed = '\\x00' where id = $1`, [bad.id]);
    const path = `/tables/${world.tables.harbour}`;
    const { headers } = await administrator.get(path).expect(200);
    await administrator.patch(path, { region: 'North' }, { ifMatch: headers['etag'] as string }).expect(200);
    await ring('webhook.gathered');
    await until(async () => (await parked()).length > 0);
    expect(await parked()).toMatchObject([{ kind: 'deliveries', label: `127.0.0.1:${port}` }]);
    expect(received).toEqual(['/good']);
  }, 60_000);
});

describe('whatever is parked', () => {
  it('is never named by a situation’s number, for any kind of job', async () => {
    const story = await takeTo(world, 'deidentified');
    const kinds = ['returned', 'minimised', 'destroyed', 'youth', 'sealed', 'refused', 'tasks', 'reminded'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), async (kind) => {
        for (let tries = 0; tries < 3; tries += 1)
          await world.data.asJob('', (queries) =>
            queries.rows('select sec.note_stuck($1, $2, $3, $4)', [
              kind,
              world.tables.harbour,
              story.id,
              '22012',
            ]),
          );
        const text = JSON.stringify(await parked());
        expect(text).not.toContain(story.number);
        expect(text).not.toContain(story.id);
        expect(text).not.toContain('youth');
        expect(await parked()).toHaveLength(1);
        await plant('delete from sec.stuck');
      }),
      { numRuns: 8 },
    );
  });
});
