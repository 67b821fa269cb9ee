import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage();
interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let receiver: Server;
let url: string;
let status = 200;
const messages: Message[] = [];
beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      messages.push({ headers: request.headers, text: Buffer.concat(parts).toString() });
      response.writeHead(status).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  await stage.world().queue.start(() => undefined, 0.5);
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await once(receiver, 'close');
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 600) throw new Error(`it did not come true: ${what}`);
    await pause(50);
  }
}
/** An administrator changes a table; what waits is sent now instead of within a minute. */
async function changeTable(region: string): Promise<void> {
  const { actors, database, tables } = stage.world();
  const path = `/tables/${tables.harbour}`;
  const { headers } = await actors.administrator.get(path).expect(200);
  await actors.administrator.patch(path, { region }, { ifMatch: headers['etag'] as string }).expect(200);
  await database.plant(`insert into queue.job (id, name, retry_limit) values ($1, 'webhook.gathered', 0)`, [
    randomUUID(),
  ]);
}
/** A receiver's own check, written from the specification. */
function signedBy({ headers, text }: Message, secret: string): boolean {
  const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update([headers['webhook-id'], headers['webhook-timestamp'], text].join('.'))
    .digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`);
}
async function openWebhooks(page: Page): Promise<void> {
  await page.goto('/administration/webhooks');
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
}
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter');

play(
  'by keyboard: a receiver is added and hears, its secret is renewed, it is paused and resumed, and removed',
  async () => {
    const { page, faults } = await stage.open('administrator');
    await openWebhooks(page);
    await page.getByText('No other system is told').waitFor();
    await expectSound(page);
    await picture(page, 'webhooks-none');
    const add = page.getByRole('button', { name: 'Add', exact: true });
    expect(await add.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Address' }).focus();
    await page.keyboard.type(url);
    await page.getByRole('checkbox', { name: /^A table’s settings change/ }).press('Space');
    await add.press('Enter');
    const shown = page.getByRole('textbox', { name: 'Secret for the receiver' });
    const secret = await shown.inputValue();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await page.getByText('Running', { exact: true }).waitFor();
    expect(await shown.evaluate((input) => input === document.activeElement)).toBe(true);
    await expectSound(page);
    await picture(page, 'webhooks-secret');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press(page, 'Copy the secret');
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await changeTable('Quay');
    await until('a message arrives', () => messages.length > 0);
    expect([JSON.parse(messages[0]!.text), signedBy(messages[0]!, secret)]).toMatchObject([
      { type: 'table.changed' },
      true,
    ]);
    await press(page, 'I have stored it');
    await shown.waitFor({ state: 'detached' });
    expect(
      await page
        .getByRole('textbox', { name: 'Address' })
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await page.reload();
    await page.getByText('Running', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(secret);

    const place = new URL(url).host + new URL(url).pathname;
    await press(page, `New secret: ${place}`);
    await page
      .getByRole('alertdialog', { name: `Make a new secret for ${place}?` })
      .getByRole('button', { name: 'New secret' })
      .press('Enter');
    await page
      .getByText(/^Until .* messages are signed with the new secret and with the one before/)
      .waitFor();
    const renewed = await shown.inputValue();
    expect(renewed).not.toBe(secret);
    await picture(page, 'webhooks-renewed');
    // The receiver wants no more: it is paused at once, and that is read with its moment.
    status = 410;
    await changeTable('Wharf');
    await until('the receiver refuses', () => messages.length > 1);
    expect([signedBy(messages[1]!, renewed), signedBy(messages[1]!, secret)]).toEqual([true, true]);
    await until(
      'it is paused',
      async () =>
        (await stage.world().database.plant('select from sec.webhook where stopped_at is not null'))
          .length === 1,
    );
    await page.reload();
    await page
      .getByText(/^On .* sending was paused, because the receiver said that it wants no more/)
      .waitFor();
    await expectSound(page);
    await picture(page, 'webhooks-paused');
    status = 200;
    await press(page, `Resume: ${place}`);
    await page.getByText('Running', { exact: true }).waitFor();
    await changeTable('Pier');
    await until('it hears again', () => messages.length > 2);

    await press(page, `Remove: ${place}`);
    const dialog = page.getByRole('alertdialog', { name: `Remove ${place}?` });
    await expectSound(page);
    await picture(page, 'webhooks-remove');
    await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('No other system is told').waitFor();
    expect(await stage.world().database.plant('select from sec.webhook')).toEqual([]);
    expect(faults).toEqual([]);
  },
);

play('an address inside the network is refused beside its field, and what was entered stands', async () => {
  const { page, faults } = await stage.open('administrator', { language: 'fr' });
  await openWebhooks(page);
  const address = page.getByRole('textbox', { name: 'Adresse' });
  await address.fill('https://10.0.0.8/');
  await page.getByRole('checkbox', { name: 'Un siège est ajouté' }).press('Space');
  await press(page, 'Ajouter');
  await page.getByText('Entrez une adresse https:// de l’internet public').waitFor();
  expect([await address.inputValue(), await address.getAttribute('aria-invalid')]).toEqual([
    'https://10.0.0.8/',
    'true',
  ]);
  expect(await address.evaluate((input) => input === document.activeElement)).toBe(true);
  await expectSound(page);
  await picture(page, 'webhooks-refused-fr');
  expect(await stage.world().database.plant('select from sec.webhook')).toEqual([]);
  // The browser itself notes the refusal.
  expect(faults.filter((fault) => !/ 400 \(/.test(fault))).toEqual([]);
});

for (const [language, width, scheme] of [
  ['en', 1366, 'light'],
  ['en', 320, 'dark'],
  ['fr', 1366, 'dark'],
  ['fr', 320, 'light'],
] as const) {
  play(`each state is told in words (${language}, ${width}, ${scheme})`, async () => {
    const { page, context, faults } = await stage.open('administrator', { language, width });
    await page.emulateMedia({ colorScheme: scheme });
    const { database } = stage.world();
    await database.plant('delete from sec.webhook');
    await database.plant(`insert into sec.webhook (id, url, events, sealed, failing_since, stopped_at, earlier_until, made_at)
      select gen_random_uuid(), 'https://receiver-' || n || '.example.org/situation-table/hooks', array['seat.added', 'seat.ended', 'table.changed'], '\\x00', failing, stopped, earlier, now() - interval '9 days' + n * interval '1 hour'
      from (values (1, null::timestamptz, null::timestamptz, now() + interval '20 hours'), (2, now() - interval '1 day', null, null), (3, now() - interval '5 days', now() - interval '1 day', null)) as w (n, failing, stopped, earlier)`);
    await openWebhooks(page);
    for (const says of language === 'en'
      ? ['Running', 'Nothing arrives', 'Paused']
      : ['En marche', 'Rien n’arrive', 'En pause'])
      await page.getByText(says, { exact: true }).waitFor();
    await page
      .getByText(
        language === 'en'
          ? /^On .*, after three days in which nothing arrived/
          : /^Le .*, après trois jours sans que rien n’arrive/,
      )
      .waitFor();
    await expectSound(page);
    await picture(page, `webhooks-${language}-${width}-${scheme}`);
    await database.plant('delete from sec.webhook');
    expect(faults).toEqual([]);
    await context.close();
  });
}
