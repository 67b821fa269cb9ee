import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { MailRoute } from '../platform/mail-route.js';

/** An email in words. */
export interface Message {
  readonly id: string;
  readonly to: string;
  readonly language: 'en' | 'fr';
  readonly subject: string;
  readonly text: string;
}

/** The mail server will not take this one, ever: to try again would be rude. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  constructor(readonly code: string) {
    super(code);
  }
}

const seconds = 1_000;

/**
 * Takes emails to the mail server, or into a folder. One that was handed over twice has the same Message-ID
 * and, in the folder, the same file.
 * The job of an email has a minute: the limits here end earlier.
 */
export class MailSender {
  private readonly transport: Transporter;

  constructor(private readonly route: MailRoute) {
    this.transport =
      route.kind === 'folder'
        ? createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
        : createTransport({
            host: route.host,
            port: route.port,
            // Off this machine nothing goes without TLS and a certificate that is checked: from the first
            // byte on 465, by STARTTLS elsewhere.
            secure: route.port === 465 && !route.loopback,
            requireTLS: !route.loopback,
            ignoreTLS: route.loopback,
            ...(route.user !== undefined && { auth: { user: route.user, pass: route.password ?? '' } }),
            connectionTimeout: 10 * seconds,
            greetingTimeout: 10 * seconds,
            socketTimeout: 20 * seconds,
            dnsTimeout: 5 * seconds,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /**
   * @throws Undeliverable when the server refuses the recipient or the email for good; anything else may be
   * tried again
   */
  async send({ id, to, language, subject, text }: Message): Promise<void> {
    const email = {
      from: this.route.from,
      to,
      subject,
      text,
      messageId: `<${id}@${this.route.origin.hostname}>`,
      textEncoding: 'quoted-printable' as const,
      headers: {
        'Content-Language': language,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
    };
    try {
      const sent = (await this.transport.sendMail(email)) as { readonly message?: Buffer };
      if (this.route.kind === 'folder' && sent.message !== undefined)
        await this.keep(this.route.folder, id, sent.message);
    } catch (error) {
      const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown };
      if (code === 'EENVELOPE' || code === 'EMESSAGE') {
        if (typeof responseCode === 'number' && responseCode >= 500)
          throw new Undeliverable(`SMTP${responseCode}`);
      }
      throw error;
    }
  }

  close(): void {
    this.transport.close();
  }

  private async keep(folder: string, id: string, message: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `.${id}`), message, { mode: 0o600 });
    await rename(join(folder, `.${id}`), join(folder, `${id}.eml`));
  }
}
