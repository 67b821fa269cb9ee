import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Data } from '#database/door';
import { noteOwnFault, remindTables, RowsFailed } from '#database/jobs';
import { closeEmail, gatherEmails, emailCounts, openEmail, type OpenedEmail } from '#database/mail';
import { Queue, type JobTurn } from '#database/queue';
import { Mailing, type MailRoute } from '../platform/mail-route.js';
import { MailSeal } from '../platform/mail-seal.js';
import { Meters } from '../platform/meters.js';
import {
  confirmationWords,
  digestWords,
  invitationWords,
  weeklyWords,
  type EmailText,
} from './email-texts.js';
import { MailSender, Undeliverable } from './mail-sender.js';

/** Notices become emails, and emails leave: by the job queue, at least once each. */
@Injectable()
export class MailService implements OnModuleInit, OnApplicationShutdown {
  private sender: MailSender | undefined;

  constructor(
    private readonly data: Data,
    private readonly queue: Queue,
    private readonly seal: MailSeal,
    @Inject(Mailing) private readonly route: MailRoute | null,
    meters: Meters,
  ) {
    meters.add({
      name: 'emails',
      help: 'Emails that wait, and those sent and given up within the last day.',
      read: async () =>
        Object.entries(await emailCounts(this.data)).map(([state, value]) => ({
          labels: { state },
          value,
        })),
    });
  }

  onModuleInit(): void {
    this.queue.work('mail.reminded', async () => {
      failIfAny((await remindTables(this.data)).failures);
    });
    this.queue.work('mail.gathered', async () => {
      await this.gather();
    });
    this.queue.work('mail.email', (turn) => this.deliver(turn));
  }

  onApplicationShutdown(): void {
    this.sender?.close();
  }

  /** One job for each email that waits, named by it: a job that is there already is not put again. */
  private async gather(): Promise<void> {
    const { waiting, failures } = await gatherEmails(this.data);
    for (const id of waiting) await this.queue.put('mail.email', id);
    failIfAny(failures);
  }

  private async deliver({ subject: id, isLast }: JobTurn): Promise<void> {
    if (id === null) return;
    const email = await openEmail(this.data, id);
    let words: Awaited<ReturnType<MailService['compose']>>;
    try {
      words = email && (await this.compose(email));
    } catch (error) {
      // What the way out or the keyring lacks is no email's fault; whatever else fails here would fail each time.
      await this.seal.ready();
      this.wayOut();
      if (await noteOwnFault(this.data, 'emails', id, error)) return;
      throw error;
    }
    if (!email || !words) {
      await closeEmail(this.data, id, false);
      return;
    }
    try {
      await this.mailSender().send({ id, language: email.language, ...words });
    } catch (error) {
      if (isLast || error instanceof Undeliverable) await closeEmail(this.data, id, false);
      throw error;
    }
    await closeEmail(this.data, id, true);
  }

  private async compose(email: OpenedEmail): Promise<(EmailText & { readonly to: string }) | undefined> {
    const { kind, userId, language, sealed } = email;
    if (kind === 'digest' || kind === 'weekly') {
      const words = (kind === 'digest' ? digestWords : weeklyWords)(
        language,
        email.told,
        this.wayOut().origin,
      );
      return words && { ...words, to: await this.seal.openAddress(userId, sealed) };
    }
    const { address, secret } = await this.seal.openEmail(userId, sealed);
    return {
      ...(kind === 'confirmation'
        ? confirmationWords(language, secret)
        : invitationWords(language, secret, this.wayOut().origin)),
      to: address,
    };
  }

  private wayOut(): MailRoute {
    if (this.route === null) throw new Error('no way out for mail');
    return this.route;
  }

  private mailSender(): MailSender {
    this.sender ??= new MailSender(this.wayOut());
    return this.sender;
  }
}

/** So that the log has its line; what failed is noted and tried again. */
function failIfAny(failures: readonly string[]): void {
  const [first] = failures;
  if (first !== undefined) throw new RowsFailed(first, failures.length, 0);
}
