import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Data } from '#database/door';
import { noteOwnFault } from '#database/jobs';
import { Queue, type JobTurn } from '#database/queue';
import { gatherDeliveries, noteDelivery, openDelivery, type OpenedDelivery } from '#database/webhooks';
import { Webhooking, type WebhookRoute } from '../platform/webhook-route.js';
import { DeliveryFailed, post } from './receiver.js';
import { signed } from './signature.js';
import { WebhookSeal } from './webhook-seal.js';

/**
 * What happened leaves as signed messages, by the job queue, at least once each; a repeated one has the same
 * `webhook-id`.
 */
@Injectable()
export class WebhookSender implements OnModuleInit {
  constructor(
    private readonly data: Data,
    private readonly queue: Queue,
    private readonly seal: WebhookSeal,
    @Inject(Webhooking) private readonly route: WebhookRoute,
  ) {}

  onModuleInit(): void {
    // One job for each delivery that waits, named by it: one that is there already is not put again.
    this.queue.work('webhook.gathered', async () => {
      for (const id of await gatherDeliveries(this.data)) await this.queue.put('webhook.deliver', id);
    });
    this.queue.work('webhook.deliver', (turn) => this.deliver(turn));
  }

  private async deliver({ subject: id, isLast }: JobTurn): Promise<void> {
    const delivery = id === null ? undefined : await openDelivery(this.data, id);
    if (id === null || !delivery) return;
    try {
      await this.send(id, delivery);
    } catch (error) {
      if (!(error instanceof DeliveryFailed)) {
        // What the keyring lacks is no delivery's fault; whatever else fails before it left would fail each time.
        await this.seal.ready();
        if (await noteOwnFault(this.data, 'deliveries', id, error)) return;
        throw error;
      }
      const ends = isLast || error.code === 'HTTP410';
      await noteDelivery(this.data, id, error.code === 'HTTP410' ? 'gone' : isLast ? 'dead' : 'failed');
      // A receiver that is down for long is no fault of this server, which readiness would tell; the tries
      // before were logged.
      if (ends) return;
      throw error;
    }
    await noteDelivery(this.data, id, 'sent');
  }

  private async send(
    id: string,
    { webhookId, url, sealed, earlierSealed, event, tableId, agencyId, objectId, happenedAt }: OpenedDelivery,
  ): Promise<void> {
    const secrets = await Promise.all(
      [sealed, earlierSealed].filter((one) => one !== null).map((one) => this.seal.open(webhookId, one)),
    );
    const body = JSON.stringify({
      type: event,
      timestamp: happenedAt.toISOString(),
      data: { id: objectId, tableId, agencyId },
    });
    const seconds = Math.floor(Date.now() / 1_000);
    await post(
      new URL(url),
      {
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signed(secrets, id, seconds, body),
      },
      body,
      this.route,
    );
  }
}
