import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openMailbox, type Email, type Mailbox } from '../world/mailbox.js';
import { canary, move, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Actor, type Name, type World } from '../world/world.js';

let world: World;
let mailbox: Mailbox;
const heard: string[] = [];
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
  await world.queue.start((what, code) => heard.push(`${what} ${code}`), 0.5);
  // Ten in the morning at the table: nothing is quiet. Tuesday: no meeting is near.
  await at('2027-03-02 10:00');
  // Names that could be nobody's address.
  await world.database.plant(`update sec.app_user set display_name = 'Canary-N-' || display_name`);
  for (const [who, language] of [
    ['childServices', 'en'],
    ['school', 'fr'],
    ['coordinator', 'en'],
    ['deputy', 'fr'],
  ] as const)
    await settle(world.actors[who], who, language);
});
afterAll(async () => {
  await world.close();
  await mailbox.close();
});
const everything: Email[] = [];
beforeEach(() => {
  heard.length = 0;
  empty();
});
function empty(): void {
  everything.push(...mailbox.emails.splice(0));
}

const addressOf = (who: string): string => `${who.toLowerCase()}@example.org`;
async function at(local: string): Promise<void> {
  await world.database.plant(
    `update sec.demo_clock set ahead = ($1::timestamp at time zone 'America/Toronto') - clock_timestamp()`,
    [local],
  );
}
/** What the queue does by itself once a minute, now. */
async function ring(
  name: 'mail.gathered' | 'mail.reminded' | 'scheduled.returned' | 'scheduled.sealed' | 'scheduled.digested',
): Promise<void> {
  const id = randomUUID();
  await world.database.plant('insert into queue.job (id, name, retry_limit) values ($1, $2, 0)', [id, name]);
  for (let tries = 0; tries < 200; tries += 1) {
    const [job] = await world.database.plant<{ state: string }>('select state from queue.job where id = $1', [
      id,
    ]);
    if (job?.state === 'completed') return;
    await pause(50);
  }
  throw new Error(`${name} did not end`);
}
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 1_200) throw new Error(`it did not come true; heard: ${heard.join()}`);
    await pause(50);
  }
}
/** Notices gathered and their emails sent. */
async function post(): Promise<void> {
  await ring('mail.gathered');
  await until(
    async () =>
      (await world.database.plant('select from sec.email where sent_at is null and dead_at is null'))
        .length === 0,
  );
}
const codeIn = ({ text }: Email): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';

/** Names an address over HTTP and confirms it by the code that is mailed there. */
async function settle(actor: Actor, who: string, language: 'en' | 'fr'): Promise<void> {
  const before = await actor.get('/me/profile');
  await actor
    .patch(
      '/me/profile',
      { language, mail: { wanted: true, quietFrom: '21:00', quietUntil: '07:00' } },
      { ifMatch: before.headers['etag'] as string },
    )
    .expect(200);
  await actor.put('/me/mail-address', { address: addressOf(who) }).expect(204);
  await post();
  await actor
    .post('/me/mail-address/confirmation', { code: codeIn(mailbox.to(addressOf(who)).at(-1)!) })
    .expect(204);
}
const emailsOf = (who: Name): Email[] => mailbox.to(addressOf(who));
async function assigned(): Promise<Story> {
  const story = await takeTo(world, 'limited');
  await move(story, 'deputy', 'close-round');
  await move(story, 'deputy', 'assign', {
    lead: world.agency.childServices,
    assisting: [world.agency.school],
  });
  return story;
}

describe('the own mail address', () => {
  it('is used after its code came back, and not before', async () => {
    const me = await world.enter('newcomer', { persona: 'rep', table: 'harbour', agency: 'housing' });
    await me.put('/me/mail-address', { address: 'new@example.org' }).expect(204);
    await post();
    const [email] = mailbox.to('new@example.org');
    expect(email!.subject).toBe('Situation Table: confirm this address');
    expect((await me.get('/me/profile')).body).toMatchObject({
      mail: {
        address: null,
        pendingAddress: 'new@example.org',
        wanted: true,
        quietFrom: '21:00',
        quietUntil: '07:00',
      },
    });
    await me.post('/me/mail-address/confirmation', { code: 'AAAA-AAAA' }).expect(409);
    await me.post('/me/mail-address/confirmation', { code: codeIn(email!) }).expect(204);
    expect((await me.get('/me/profile')).body).toMatchObject({
      mail: { address: 'new@example.org', pendingAddress: null },
    });
    await me.post('/me/mail-address/confirmation', { code: codeIn(email!) }).expect(409);
    await me.delete('/me/mail-address').expect(204);
    expect((await me.get('/me/profile')).body).toMatchObject({
      mail: { address: null, pendingAddress: null },
    });
  });

  it('takes five tries of a code and five codes an hour', async () => {
    const me = await world.enter('guesser', { persona: 'rep', table: 'harbour', agency: 'housing' });
    await me.put('/me/mail-address', { address: 'guess@example.org' }).expect(204);
    await post();
    for (let n = 0; n < 5; n += 1)
      await me.post('/me/mail-address/confirmation', { code: 'AAAA-AAAA' }).expect(409);
    await me
      .post('/me/mail-address/confirmation', { code: codeIn(mailbox.to('guess@example.org')[0]!) })
      .expect(409);
    for (let n = 0; n < 4; n += 1)
      await me.put('/me/mail-address', { address: 'guess@example.org' }).expect(204);
    expect(
      (await me.put('/me/mail-address', { address: 'guess@example.org' }).expect(429)).body,
    ).toMatchObject({ code: 'account.mail.tooManyCodes' });
    await post();
  });

  it.each([
    'a@b',
    'a b@example.org',
    'a@example.org, b@example.org',
    '"a"@example.org',
    'a@example.org\r\nBcc: b@example.org',
    '<a@example.org>',
  ])('%j is refused', async (address) => {
    await world.actors.police.put('/me/mail-address', { address }).expect(400);
  });

  it('stands nowhere in the database in the clear', async () => {
    const tables = await world.database.plant<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('sec', 'app', 'audit', 'stats', 'codebook', 'queue')`,
    );
    const found = [];
    for (const { name } of tables) {
      const rows = await world.database.plant<{ n: number }>(
        `select count(*)::int as n from ${name} x where x::text ~ 'example\\.org' or x::text ~ $1`,
        [Buffer.from('@example.org').toString('hex')],
      );
      if (rows[0]!.n > 0) found.push(name);
    }
    expect(found).toEqual([]);
  });
});

describe('an email', () => {
  it('tells that one is asked, with the number, in each reader’s language, and nothing else', async () => {
    const story = await assigned();
    await post();
    expect(mailbox.emails).toEqual([]);
    await world.ahead('3 minutes');
    await post();
    const [english, french] = [emailsOf('childServices'), emailsOf('school')];
    expect([english.length, french.length]).toEqual([1, 1]);
    expect(english[0]!.subject).toBe('Situation Table: something waits for you');
    expect(english[0]!.text).toContain(`- ${story.number}: your agency is asked.`);
    expect(french[0]!.subject).toBe('Table de situation : quelque chose vous attend');
    expect(french[0]!.text).toContain(`- ${story.number} : votre organisme est sollicité.`);
    // The coordinator and the police, who are not asked, hear nothing.
    expect(mailbox.emails.map(({ to }) => to).sort()).toEqual(
      [addressOf('childServices'), addressOf('school')].sort(),
    );
    expect(english[0]!.id).toMatch(/^<[0-9a-f-]{36}@table\.example\.org>$/);
  });

  it('gathers what happens in a busy meeting into one, and comes once in half an hour', async () => {
    await world.ahead('31 minutes');
    const stories = [await assigned(), await assigned(), await assigned()];
    await world.ahead('3 minutes');
    await post();
    expect(emailsOf('childServices')).toHaveLength(1);
    for (const { number } of stories) expect(emailsOf('childServices')[0]!.text).toContain(number);
    const late = await assigned();
    await world.ahead('3 minutes');
    await post();
    expect(emailsOf('childServices')).toHaveLength(1);
    await world.ahead('30 minutes');
    await post();
    expect(emailsOf('childServices').map(({ text }) => text.includes(late.number))).toEqual([false, true]);
  });

  it('tells coordinators what came back after twelve hours, and the asked what is due, overdue and wanted for the meeting', async () => {
    await at('2027-03-09 08:00');
    const story = await assigned();
    await move(story, 'childServices', 'accept-assignment', { basis: 'cyfsa292' });
    await at('2027-03-09 20:05');
    await ring('scheduled.returned');
    await world.ahead('3 minutes');
    await post();
    expect(emailsOf('coordinator').at(-1)!.text).toContain(
      `- ${story.number}: an unanswered request came back`,
    );
    expect(emailsOf('deputy').at(-1)!.text).toContain(`- ${story.number} : une demande restée sans réponse`);
    empty();
    // Thirty-six of the 48 hours are over; the day before the meeting's: its call comes too.
    for (const [hour, line] of [
      ['2027-03-10 20:10', 'something of yours is due within twelve hours'],
      ['2027-03-11 09:00', 'something of yours is overdue'],
    ] as const) {
      await at(hour);
      await ring('mail.reminded');
      await ring('mail.reminded');
      await world.ahead('3 minutes');
      await post();
      expect(emailsOf('childServices').at(-1)!.text).toContain(`- ${story.number}: ${line}`);
    }
    expect(
      emailsOf('childServices').filter(({ text }) =>
        text.includes(`${story.number}: something of yours is due`),
      ),
    ).toHaveLength(1);
    expect(
      emailsOf('childServices').some(({ text }) =>
        text.includes(`${story.number}: your report-back is wanted for tomorrow’s meeting`),
      ),
    ).toBe(true);
  });

  it('waits while it is quiet at the table, by the reader’s own hours', async () => {
    await at('2027-03-16 22:30');
    const me = world.actors.school;
    const { headers } = await me.get('/me/profile');
    await me
      .patch(
        '/me/profile',
        { language: 'fr', mail: { wanted: true, quietFrom: '23:00', quietUntil: '06:00' } },
        { ifMatch: headers['etag'] as string },
      )
      .expect(200);
    const story = await assigned();
    await world.ahead('3 minutes');
    await post();
    expect([emailsOf('school').length, emailsOf('childServices').length]).toEqual([1, 0]);
    await at('2027-03-17 06:59');
    await post();
    expect(emailsOf('childServices')).toEqual([]);
    await at('2027-03-17 07:01');
    await post();
    expect(emailsOf('childServices')[0]!.text).toContain(story.number);
  });

  it('does not tell what was seen meanwhile, nor anybody who wants none or has lost the seat; the notices stay', async () => {
    await at('2027-03-23 10:00');
    await assigned();
    const { rows } = body<{
      rows: { id: string; code: string; number: string | null; seenAt: string | null }[];
    }>(await world.actors.childServices.get('/notices'));
    for (const { id, seenAt } of rows)
      if (seenAt === null) await world.actors.childServices.post(`/notices/${id}/seen`).expect(204);
    expect(rows[0]).toMatchObject({
      code: 'situation.asked',
      number: expect.stringMatching(/^\d{4}-\d{3}$/) as unknown,
    });
    await world.database.plant(
      `update sec.seat set ends_at = sec.domain_now(), ended_because = 'ended' where user_id = $1`,
      [world.actors.school.userId],
    );
    await world.ahead('3 minutes');
    await post();
    // The coordinators alone get one: that nobody represents the agency any more.
    expect([...emailsOf('childServices'), ...emailsOf('school')]).toEqual([]);
    await world.database.plant(
      `update sec.seat set ends_at = sec.domain_now() + interval '1 year', ended_because = null where user_id = $1`,
      [world.actors.school.userId],
    );
  });

  it('is not told to whoever represents another agency by then, though at the same table', async () => {
    await at('2027-03-25 10:00');
    await assigned();
    const { agency, actors, database } = world;
    await database.plant('update sec.seat set agency_id = $1 where user_id = $2', [
      agency.health,
      actors.school.userId,
    ]);
    await world.ahead('3 minutes');
    await post();
    expect(emailsOf('school')).toEqual([]);
    expect(emailsOf('childServices')).toHaveLength(1);
    await database.plant('update sec.seat set agency_id = $1 where user_id = $2', [
      agency.school,
      actors.school.userId,
    ]);
  });

  it('is written by the move itself: what is rolled back is not told', async () => {
    await at('2027-03-30 10:00');
    const story = await takeTo(world, 'limited');
    await move(story, 'deputy', 'close-round');
    const count = async (): Promise<number> =>
      (
        await world.database.plant<{ n: number }>(
          'select count(*)::int as n from sec.notice where object_id = $1',
          [story.id],
        )
      )[0]!.n;
    await world.actors.deputy
      .post(
        `/situations/${story.id}/moves/assign`,
        { lead: world.agency.childServices, assisting: [] },
        { ifMatch: story.version + 7 },
      )
      .expect(412);
    expect(await count()).toBe(0);
    await move(story, 'deputy', 'assign', { lead: world.agency.childServices, assisting: [] });
    expect(await count()).toBe(1);
  });
});

describe('an invitation by mail', () => {
  it('brings the invitee the token, which nobody else is shown, and never the officer’s code', async () => {
    const admin = world.actors.administrator;
    const invited = body<{ userId: string; invitationId: string; token: string | null }>(
      await admin.post('/users', {
        signInName: 'invited.person',
        displayName: 'Marguerite Okonkwo',
        language: 'fr',
        agencyId: world.agency.school,
        mailAddress: 'invited@example.org',
      }),
    );
    expect(invited.token).toBeNull();
    await post();
    const [email, ...more] = mailbox.to('invited@example.org');
    expect(more).toEqual([]);
    expect(email!.subject).toBe('Table de situation : votre invitation');
    const token = /[\w-]{43}/.exec(email!.text)?.[0] ?? '';
    const given = body<{ code: string }>(
      await world.actors.schoolOfficer.post(`/invitations/${invited.invitationId}/codes`),
    );
    expect(email!.raw).not.toContain(given.code);
    expect(email!.text).not.toContain('Okonkwo');
    await admin.post('/joining', { token, password: 'un mot de passe bien assez long' }).expect(409);
    const joined = await admin.post('/joining', {
      token,
      code: given.code,
      password: 'un mot de passe bien assez long',
    });
    expect(joined.status).toBeLessThan(300);
  });
});

describe('a mail server that fails', () => {
  it('is tried again, and no request notices; what is refused for good is given up and counted', async () => {
    await at('2027-04-06 10:00');
    const standing = async (): Promise<number[]> =>
      (
        await world.database.plant<{ now: number[] }>(
          `select array[count(*) filter (where sent_at is null and dead_at is null), count(*) filter (where dead_at is not null)]::int[] as now from sec.email`,
        )
      )[0]!.now;
    const [, deadBefore = 0] = await standing();
    mailbox.refusals.set(addressOf('childServices'), 550).set(addressOf('school'), 451);
    await assigned();
    await world.ahead('3 minutes');
    await ring('mail.gathered');
    await until(
      () => heard.includes('mail.email SMTP550') && heard.some((line) => line.startsWith('mail.email E')),
    );
    expect(mailbox.emails).toEqual([]);
    expect(await standing()).toEqual([1, deadBefore + 1]);
    mailbox.refusals.clear();
    await world.database.plant(
      `update queue.job set start_after = now() - interval '1 second' where name = 'mail.email' and state = 'retry'`,
    );
    await until(() => emailsOf('school').length === 1);
    expect(emailsOf('childServices')).toEqual([]);
  });
});

it('a privacy officer’s weekly email counts, and names by number what is destroyed soon; once, and to nobody who has left the seat', async () => {
  const { schoolOfficer, school } = world.actors;
  const write = async (): Promise<void> => {
    await ring('scheduled.digested');
    await post();
  };
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  for (const [who, language] of [
    ['schoolOfficer', 'fr'],
    ['policeOfficer', 'en'],
  ] as const)
    await settle(world.actors[who], who, language);
  await at('2027-04-14 10:00');
  const ending = await takeTo(world, 'concluded');
  await world.ahead('45 days');
  await ring('scheduled.sealed');
  await at('2028-04-07 20:00');
  const opened = await takeTo(world, 'limited');
  await world.database.plant('update app.meeting set closed_at = sec.domain_now() where closed_at is null');
  body(await school.get(`/situations/${opened.id}/tier3`));
  await at('2028-04-10 08:05');
  empty();
  for (let times = 0; times < 2; times += 1) await write();
  const [french, english] = [emailsOf('schoolOfficer'), emailsOf('policeOfficer')];
  expect([french.length, english.length, mailbox.emails.length]).toEqual([1, 1, 2]);
  expect(french[0]!.text).toContain('- Ouvertures à examiner, nouvelles : 1');
  expect(french[0]!.text).not.toContain(opened.number);
  expect(english[0]!.text).toContain(
    `At the table “Table harbour”, destroyed within thirty days unless held: ${ending.number}`,
  );
  await world.database.plant(
    `update sec.seat set ends_at = sec.domain_now() + interval '1 day' where user_id = $1`,
    [schoolOfficer.userId],
  );
  await at('2028-04-17 08:05');
  empty();
  await write();
  expect(emailsOf('schoolOfficer')).toEqual([]);
});

it('no email of all these held a word of a situation, a name, an agency or a stage', async () => {
  const words = [
    ...Object.values(canary),
    'Canary',
    'Okonkwo',
    'Agency ',
    'intervention',
    'limited',
    'alcohol',
    'planning',
    'justice',
  ];
  const seen = everything.map(({ raw, text, subject }) => `${raw}\n${text}\n${subject}`);
  // The control: what must be found is found.
  expect(seen.some((text) => text.includes('Table harbour'))).toBe(true);
  expect(
    words.filter((word) =>
      seen.some(
        (text) =>
          text.includes(word) || text.includes(Buffer.from(word).toString('base64').replace(/=+$/, '')),
      ),
    ),
  ).toEqual([]);
});
