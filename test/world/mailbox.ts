import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An email as it arrived: its head and body decoded by a reader of the tests' own. */
export interface Email {
  readonly to: string;
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly raw: string;
  readonly at: number;
}

/** A real SMTP server on a free port of loopback. */
export interface Mailbox {
  readonly port: number;
  readonly emails: Email[];
  /** What the server answers to emails instead of taking them, per recipient or for all; emptied, it takes them. */
  readonly refusals: Map<string, number>;
  /** While set, emails are taken, and the answer that says so comes this much later. */
  answerAfterMs: number;
  to(address: string): Email[];
  close(): Promise<void>;
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function words(head: string): string {
  return head
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

/** Reads one email. @throws when it is not written as we write emails */
export function readEmail(raw: string, to: string): Email {
  const cut = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, cut).replace(/\r\n[ \t]+/g, ' ');
  const field = (name: string): string => words(new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '');
  if (cut < 0 || field('content-transfer-encoding').toLowerCase() !== 'quoted-printable')
    throw new Error(`no email of ours: ${raw}`);
  return {
    to,
    id: field('message-id'),
    subject: field('subject'),
    text: quotedPrintable(raw.slice(cut + 4)),
    raw,
    at: Date.now(),
  };
}

export async function openMailbox(): Promise<Mailbox> {
  const emails: Email[] = [];
  const refusals = new Map<string, number>();
  const mailbox = { answerAfterMs: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (address, _session, callback) => {
      const code = refusals.get(address.address) ?? refusals.get('all');
      callback(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        emails.push(
          readEmail(
            Buffer.concat(parts).toString('utf8'),
            session.envelope.rcptTo.map(({ address }) => address).join(),
          ),
        );
        setTimeout(() => {
          callback();
        }, mailbox.answerAfterMs);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    emails: emails,
    refusals,
    get answerAfterMs() {
      return mailbox.answerAfterMs;
    },
    set answerAfterMs(milliseconds: number) {
      mailbox.answerAfterMs = milliseconds;
    },
    to: (address) => emails.filter((email) => email.to === address),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
