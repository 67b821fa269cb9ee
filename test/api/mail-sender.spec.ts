import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMailbox, readEmail, type Mailbox } from '../world/mailbox.js';
import { digestWords } from '../../apps/api/src/mail/email-texts.js';
import { MailSender } from '../../apps/api/src/mail/mail-sender.js';

const origin = new URL('https://table.example.org');
const message = {
  id: randomUUID(),
  to: 'reader@example.org',
  language: 'fr' as const,
  subject: 'Table de situation : quelque chose vous attend',
  text: 'À la table « Éclair » : voilà\n',
};

describe('the post office', () => {
  let mailbox: Mailbox;
  let folder: string;
  beforeAll(async () => {
    mailbox = await openMailbox();
    folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  });
  afterAll(async () => {
    await mailbox.close();
    rmSync(folder, { recursive: true });
  });

  it('writes an email into the folder, and the same one twice into the same file', async () => {
    const office = new MailSender({
      kind: 'folder',
      folder: join(folder, 'outbox'),
      from: 'table@example.org',
      origin,
    });
    await office.send(message);
    await office.send(message);
    expect(readdirSync(join(folder, 'outbox'))).toEqual([`${message.id}.eml`]);
    const email = readEmail(readFileSync(join(folder, 'outbox', `${message.id}.eml`), 'utf8'), message.to);
    expect(email).toMatchObject({ id: `<${message.id}@table.example.org>`, subject: message.subject });
    expect(email.text.replaceAll('\r\n', '\n')).toContain(message.text.trimEnd());
  });

  it('hands nothing to a server off this machine that offers no TLS', async () => {
    const server = {
      kind: 'smtp',
      host: '127.0.0.1',
      port: mailbox.port,
      from: 'table@example.org',
      origin,
    } as const;
    await expect(new MailSender({ ...server, loopback: false }).send(message)).rejects.toMatchObject({
      code: 'ETLS',
    });
    expect(mailbox.emails).toEqual([]);
    // The control: the same server, on this machine, gets it.
    await new MailSender({ ...server, loopback: true }).send(message);
    expect(mailbox.emails).toHaveLength(1);
  });

  it('writes no email about codes that it does not know', () => {
    expect(
      digestWords('en', [{ code: 'situation.shredded', number: '2027-001', table: 'Harbour' }], origin),
    ).toBeUndefined();
  });
});
