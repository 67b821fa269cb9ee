import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { openMailbox, type Mailbox } from '../world/mailbox.js';
import { ask, Installation, until, type Api } from './installation.js';

jest.setTimeout(360_000);

let installation: Installation;
let mailbox: Mailbox;
let apis: [Api, Api];
beforeAll(async () => {
  mailbox = await openMailbox();
  installation = await Installation.create();
  // What a killed process had begun is taken for lost after a minute or two, and done again half a minute
  // later; here sooner.
  await installation.sql(
    `update queue.queue set expire_seconds = 20, retry_delay = 2 where name in ('mail.email', 'mail.gathered')`,
  );
  const settings = {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailbox.port),
    SMTP_FROM: 'table@example.org',
  };
  apis = [await installation.startApi(settings), await installation.startApi(settings)];
});
afterAll(async () => {
  await installation.close();
  await mailbox.close();
});
beforeEach(() => {
  mailbox.emails.length = 0;
});

/** So many people each name an address; the request was acknowledged, so that an email must come. */
async function named(count: number, word: string): Promise<string[]> {
  const addresses = [];
  for (let n = 0; n < count; n += 1) {
    const person = await installation.enter('rep', 'police');
    const address = `${word}${n}@example.org`;
    const { status } = await ask(apis[n % 2]!, '/api/v1/me/mail-address', {
      method: 'PUT',
      body: { address },
      headers: person.headers,
    });
    expect(status).toBe(204);
    addresses.push(address);
  }
  return addresses;
}
/** The minute that the queue would wait for. */
const gather = (): Promise<unknown> =>
  installation.sql(`insert into queue.job (name, retry_limit) values ('mail.gathered', 0)`);
const counts = (addresses: readonly string[]): number[] =>
  addresses.map((address) => mailbox.to(address).length);

it('two processes send each email once', async () => {
  const addresses = await named(20, 'calm');
  await gather();
  await until('all arrived', () => counts(addresses).every((count) => count > 0), 100_000);
  await until(
    'all noted',
    async () => (await installation.sql('select from sec.email where sent_at is null')).length === 0,
  );
  expect(counts(addresses)).toEqual(addresses.map(() => 1));
});

it('a process killed while it sends loses no email; one that comes twice has the same Message-ID', async () => {
  const addresses = await named(8, 'killed');
  mailbox.answerAfterMs = 8_000;
  await gather();
  // Each works at one email at a time: two that are not answered yet are one of each.
  await until('both are in the middle of one', () => mailbox.emails.length === 2, 100_000);
  const [dying] = apis;
  await dying.kill('SIGKILL');
  mailbox.answerAfterMs = 0;
  await until('all arrived', () => counts(addresses).every((count) => count > 0), 210_000);
  await until(
    'all noted',
    async () => (await installation.sql('select from sec.email where sent_at is null')).length === 0,
    210_000,
  );
  // The control: the one that died had not noted its email, so that it came again.
  expect(counts(addresses).filter((count) => count === 2)).toHaveLength(1);
  for (const address of addresses) expect(new Set(mailbox.to(address).map(({ id }) => id)).size).toBe(1);
  expect(mailbox.emails).toHaveLength(addresses.length + 1);
  expect((await ask(apis[1], '/readyz')).body).toMatchObject({ status: 'ready' });
});
