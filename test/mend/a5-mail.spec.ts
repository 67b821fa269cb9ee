import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openMailbox, type Email, type Mailbox } from '../world/mailbox.js';
import { takeTo } from '../world/situation.js';
import { body, createWorld, type Actor, type World } from '../world/world.js';

/*
 * Who hears by mail of a role that nobody holds: the coordinators and the privacy officer of the agency, each
 * in their own language. A email has the number of the situation, and neither a person nor an agency.
 */
let world: World;
let mailbox: Mailbox;
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
  await world.database.plant(
    `update sec.demo_clock set ahead = ('2027-03-02 10:00'::timestamp at time zone 'America/Toronto') - clock_timestamp()`,
  );
  await settle(world.actors.deputy, 'deputy', 'fr');
  await settle(world.actors.schoolOfficer, 'officer', 'en');
  await settle(world.actors.housing, 'housing', 'en');
});
afterAll(async () => {
  await world.close();
  await mailbox.close();
});

/** What the queue does by itself once a minute, now. */
async function ring(name: string): Promise<void> {
  const id = randomUUID();
  await world.database.plant('insert into queue.job (id, name, retry_limit) values ($1, $2, 0)', [id, name]);
  for (let tries = 0; tries < 400; tries += 1) {
    const [job] = await world.database.plant<{ state: string }>('select state from queue.job where id = $1', [
      id,
    ]);
    if (job?.state === 'completed') return;
    await pause(50);
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
    await pause(50);
  }
  throw new Error('emails are left');
}
async function settle(actor: Actor, who: string, language: 'en' | 'fr'): Promise<void> {
  const before = await actor.get('/me/profile');
  body(
    await actor.patch(
      '/me/profile',
      { language, mail: { wanted: true, quietFrom: '21:00', quietUntil: '07:00' } },
      { ifMatch: before.headers['etag'] as string },
    ),
  );
  body(await actor.put('/me/mail-address', { address: `${who}@example.org` }));
  await post();
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(mailbox.to(`${who}@example.org`).at(-1)!.text)?.[0] ?? '';
  body(await actor.post('/me/mail-address/confirmation', { code }));
}
async function received(interval: string): Promise<Email[]> {
  mailbox.emails.splice(0);
  await world.ahead(interval);
  await ring('scheduled.handedOver');
  await world.ahead('3 minutes');
  await post();
  return [...mailbox.emails];
}

it('is told to coordinators and the agency’s officer, when it begins and when it is due', async () => {
  const story = await takeTo(world, 'intervention');
  const { administrator, school } = world.actors;
  const tag = String((await administrator.get(`/seats/${school.seatId}`)).headers['etag']);
  body(await administrator.delete(`/seats/${school.seatId}`, { ifMatch: tag }));

  const begun = await received('5 minutes');
  const [toDeputy, toOfficer] = ['deputy', 'officer'].map(
    (who) => begun.filter(({ to }) => to === `${who}@example.org`)[0]?.text ?? '',
  );
  expect(toOfficer).toContain(
    `- ${story.number}: nobody represents an agency that has a role in it any more.`,
  );
  expect(toDeputy).toContain(`- ${story.number} : plus personne ne représente un organisme qui y a un rôle.`);
  expect(begun.map(({ to }) => to).sort()).toEqual(['deputy@example.org', 'officer@example.org']);

  // Tuesday at ten, so that it is due on Thursday at ten.
  expect((await received('47 hours')).map(({ text }) => text).join()).not.toContain('two business days');
  const due = await received('2 hours');
  expect(due.filter(({ to }) => to === 'officer@example.org')[0]?.text).toContain(
    `- ${story.number}: two business days have passed, and the coordinator may act in the agency’s place.`,
  );
  for (const { raw, subject } of [...begun, ...due]) {
    expect(subject).toMatch(/^(Situation Table|Table de situation)/);
    expect(raw).not.toMatch(/Agency school|Canary/);
  }
});
