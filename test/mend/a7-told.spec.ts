import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openMailbox, type Email, type Mailbox } from '../world/mailbox.js';
import { takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Name, type World } from '../world/world.js';

interface Coming {
  id: string;
  ruleOn: string | null;
  version: number;
}

/*
 * Who is told of a change of a meeting, by mail and by event, and what is called for before it. Child
 * services lead, and have accepted long ago: they are called to report on the eve of every meeting from nine.
 */
let world: World;
let mailbox: Mailbox;
let story: Story;
const readers = { childServices: 'en', school: 'fr', coordinator: 'en' } as const;
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
  await world.queue.start(() => undefined, 0.5);
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  await at('2027-03-01 10:00');
  story = await takeTo(world, 'intervention');
  await world.database.plant('update app.meeting set closed_at = sec.domain_now() where closed_at is null');
  for (const [who, language] of Object.entries(readers)) {
    const me = world.actors[who as Name];
    const { headers } = await me.get('/me/profile');
    body(
      await me.patch(
        '/me/profile',
        { language, mail: { wanted: true, quietFrom: '23:00', quietUntil: '05:00' } },
        { ifMatch: String(headers['etag']) },
      ),
    );
    body(await me.put('/me/mail-address', { address: `${who.toLowerCase()}@example.org` }));
    await post();
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(emailsOf(who as Name).at(-1)!.text)?.[0];
    body(await me.post('/me/mail-address/confirmation', { code }));
  }
}, 60_000);
afterAll(async () => {
  await world.close();
  await mailbox.close();
});
beforeEach(() => {
  mailbox.emails.length = 0;
});

const emailsOf = (who: Name): Email[] => mailbox.to(`${who.toLowerCase()}@example.org`);
const textOf = (who: Name): string =>
  emailsOf(who)
    .map(({ text }) => text)
    .join('\n');
async function at(local: string): Promise<void> {
  await world.database.plant(
    `update sec.demo_clock set ahead = ($1::timestamp at time zone 'America/Toronto') - clock_timestamp()`,
    [local],
  );
}
/** What the queue does by itself once a minute, now. */
async function ring(name: 'mail.gathered' | 'mail.reminded'): Promise<void> {
  const id = randomUUID();
  await world.database.plant('insert into queue.job (id, name, retry_limit) values ($1, $2, 0)', [id, name]);
  for (let tries = 0; tries < 400; tries += 1) {
    const [job] = await world.database.plant<{ state: string }>('select state from queue.job where id = $1', [
      id,
    ]);
    if (job?.state === 'completed') return;
    await pause(25);
  }
  throw new Error(`${name} did not end`);
}
async function post(): Promise<void> {
  await ring('mail.gathered');
  for (let tries = 0; tries < 400; tries += 1) {
    const waiting = await world.database.plant(
      'select from sec.email where sent_at is null and dead_at is null',
    );
    if (waiting.length === 0) return;
    await pause(25);
  }
  throw new Error('emails wait');
}
const planned = async (day: string): Promise<Coming> =>
  body<{ rows: Coming[] }>(await world.actors.coordinator.get('/meetings/coming')).rows.find(
    ({ ruleOn }) => ruleOn === day,
  )!;
async function callOff(day: string): Promise<void> {
  const { id, version } = await planned(day);
  body(await world.actors.coordinator.post(`/meetings/${id}/call-off`, {}, { ifMatch: version }));
}
async function restore(day: string): Promise<void> {
  const { id, version } = await planned(day);
  body(await world.actors.coordinator.post(`/meetings/${id}/restore`, {}, { ifMatch: version }));
}
async function moveTo(day: string, scheduledFor: string): Promise<void> {
  const { id, version } = await planned(day);
  body(await world.actors.coordinator.put(`/meetings/${id}`, { scheduledFor }, { ifMatch: version }));
}
const wanted = (): string => `${story.number}: your report-back is wanted for tomorrow’s meeting`;
const timesWanted = (): number => textOf('childServices').split(wanted()).length - 1;

describe('everybody who is seated', () => {
  it('is told by mail, in their language and at the table’s clock, of a meeting that is moved and one that is called off', async () => {
    await at('2027-04-05 10:00');
    await moveTo('2027-04-08', '2027-04-09T17:00:00.000Z');
    await callOff('2027-04-15');
    await world.ahead('3 minutes');
    await post();
    for (const who of ['childServices', 'coordinator'] as const) {
      expect(textOf(who)).toMatch(
        /- The meeting of Thursday, April 8, 2027 at 9:30 a\.m\. is moved to Friday, April 9, 2027 at 1:00 p\.m\.\r?\n/,
      );
      expect(textOf(who)).toContain('- The meeting of Thursday, April 15, 2027 at 9:30 a.m. is called off.');
    }
    expect(textOf('school')).toMatch(
      /- La rencontre du jeudi 8 avril 2027 à 09\sh\s30 est déplacée au vendredi 9 avril/,
    );
    expect(textOf('school')).toMatch(/- La rencontre du jeudi 15 avril 2027 à 09\sh\s30 est annulée\./);
  });

  it('is not told any more once the seat has ended', async () => {
    await at('2027-04-19 10:00');
    const { school } = world.actors;
    await callOff('2027-04-29');
    await world.database.plant('update sec.seat set ends_at = sec.domain_now() where user_id = $1', [
      school.userId,
    ]);
    await world.ahead('3 minutes');
    await post();
    expect([emailsOf('school').length, emailsOf('coordinator').length]).toEqual([0, 1]);
    await world.database.plant(
      `update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00' where user_id = $1`,
      [school.userId],
    );
  });

  it('has open pages told: a change of one meeting, of the rule and of the holidays are events of the table', async () => {
    await at('2027-05-03 10:00');
    const seen = async (): Promise<number> =>
      (
        await world.database.plant<{ n: number }>(
          `select count(*)::int as n from audit.event where chain = $1 and object_type = 'meeting' and audit.changes(action)`,
          [world.tables.harbour],
        )
      )[0]!.n;
    const { coordinator, administrator } = world.actors;
    const counts = [await seen()];
    await callOff('2027-05-06');
    counts.push(await seen());
    const { headers } = await coordinator.get('/meetings/rule');
    body(
      await coordinator.put(
        '/meetings/rule',
        { days: [4], everyWeeks: 1, time: '10:30' },
        { ifMatch: String(headers['etag']) },
      ),
    );
    counts.push(await seen());
    const list = await administrator.get('/holidays');
    body(
      await administrator.put(
        '/holidays',
        { days: [{ on: '2027-05-13', name: null }] },
        { ifMatch: String(list.headers['etag']) },
      ),
    );
    counts.push(await seen());
    expect(counts.slice(1).map((count, index) => count - counts[index]!)).toEqual([1, 1, 1]);
  });
});

describe('a call for report-backs', () => {
  it('comes on the eve of the day to which the meeting is moved, and not on the eve of the first day', async () => {
    await at('2027-06-07 10:00');
    await moveTo('2027-06-10', '2027-06-11T14:30:00.000Z');
    await at('2027-06-09 10:00');
    await ring('mail.reminded');
    await world.ahead('3 minutes');
    await post();
    expect(timesWanted()).toBe(0);
    await at('2027-06-10 09:01');
    await ring('mail.reminded');
    await ring('mail.reminded');
    await world.ahead('3 minutes');
    await post();
    expect(timesWanted()).toBe(1);
    // Moved by an hour on its day: they know.
    await moveTo('2027-06-10', '2027-06-11T15:30:00.000Z');
    await ring('mail.reminded');
    await world.ahead('40 minutes');
    await post();
    expect(timesWanted()).toBe(1);
  });

  it('is not mailed once the meeting is called off, though it waited to be; it comes again when the meeting is restored', async () => {
    await at('2027-06-23 09:01');
    await ring('mail.reminded');
    await callOff('2027-06-24');
    await world.ahead('3 minutes');
    await post();
    expect(textOf('childServices')).toContain('is called off.');
    expect(timesWanted()).toBe(0);
    await ring('mail.reminded');
    await world.ahead('40 minutes');
    await post();
    expect(timesWanted()).toBe(0);
    await restore('2027-06-24');
    await ring('mail.reminded');
    await world.ahead('40 minutes');
    await post();
    expect(timesWanted()).toBe(1);
    // Mailed once, it is not mailed again for that day, whatever happens to the meeting.
    await callOff('2027-06-24');
    await restore('2027-06-24');
    await ring('mail.reminded');
    await world.ahead('40 minutes');
    await post();
    expect(timesWanted()).toBe(1);
  });

  it('does not come before a holiday', async () => {
    const { administrator } = world.actors;
    await at('2027-07-05 10:00');
    const list = await administrator.get('/holidays');
    body(
      await administrator.put(
        '/holidays',
        { days: [{ on: '2027-07-08', name: 'A holiday' }] },
        { ifMatch: String(list.headers['etag']) },
      ),
    );
    await at('2027-07-07 10:00');
    await ring('mail.reminded');
    await world.ahead('3 minutes');
    await post();
    expect(timesWanted()).toBe(0);
    await at('2027-07-14 10:00');
    await ring('mail.reminded');
    await world.ahead('3 minutes');
    await post();
    expect(timesWanted()).toBe(1);
  });
});
