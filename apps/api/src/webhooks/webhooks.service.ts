import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once } from '#database/door';
import {
  addWebhook,
  removeWebhook,
  renewWebhookSecret,
  resumeWebhook,
  webhookById,
  webhookRows,
  type WebhookRow,
} from '#database/webhooks';
import { Invalid, type OnceKey } from '#edge';
import { Webhooking, type WebhookRoute } from '../platform/webhook-route.js';
import { receiverOf } from './receiver.js';
import { freshWebhookSecret } from './signature.js';
import { WebhookSeal } from './webhook-seal.js';
import type { AddWebhookRequest, WebhookMade, WebhookSecretMade } from './webhooks.dto.js';

/** Whom this installation tells of its administration (matrix row 61). */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly data: Data,
    private readonly seal: WebhookSeal,
    @Inject(Webhooking) private readonly route: WebhookRoute,
  ) {}

  list(viewer: ActingViewer): Promise<WebhookRow[]> {
    return this.data.as(viewer, viewer.requestId, (session) => webhookRows.rows(session, []));
  }

  get(viewer: ActingViewer, id: string): Promise<WebhookRow> {
    return this.data.as(viewer, viewer.requestId, (session) => webhookById.one(session, [id]));
  }

  async add(
    viewer: ActingViewer,
    key: OnceKey,
    { url: text, events }: AddWebhookRequest,
  ): Promise<WebhookMade> {
    const url = receiverOf(text, this.route);
    if (!url) throw new Invalid([{ field: 'url', rule: 'isPublicHttps' }]);
    const [id, secret] = [randomUUID(), freshWebhookSecret()];
    const sealed = await this.seal.seal(id, secret);
    const made = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await addWebhook(session, { id, url: url.href, events, sealed });
          return { id };
        },
      ),
    );
    return { id: made.id, secret: made.id === id ? secret : null };
  }

  async renew(viewer: ActingViewer, key: OnceKey, id: string, version: number): Promise<WebhookSecretMade> {
    const secret = freshWebhookSecret();
    const sealed = await this.seal.seal(id, secret);
    let isNew = false;
    const { earlierUntil } = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => webhookById.one(session, [id]),
        async () => {
          isNew = true;
          return { earlierUntil: (await renewWebhookSecret(session, id, version, sealed)).toISOString() };
        },
      ),
    );
    return { secret: isNew ? secret : null, earlierUntil };
  }

  async resume(viewer: ActingViewer, key: OnceKey, id: string, version: number): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => webhookById.one(session, [id]),
        async () => ({ version: await resumeWebhook(session, id, version) }),
      ),
    );
  }

  async remove(viewer: ActingViewer, id: string, version: number): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) => removeWebhook(session, id, version));
  }
}
