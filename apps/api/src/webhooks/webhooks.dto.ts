import { webhookEvents, type WebhookEvent } from '#domain/vocabulary';
import type { WebhookRow } from '#database/webhooks';
import { Codes, Identifier, Instant, Text } from '#edge';

export class AddWebhookRequest {
  @Text({ max: 500, description: 'Where messages are posted: https, anywhere but in this network' })
  url: string;
  @Codes(webhookEvents, { min: 1, description: 'The events that are sent to it' }) events: WebhookEvent[];
}

/** The secret is shown this once, and not again when the request is repeated. */
export class WebhookMade {
  @Identifier() id: string;
  @Text({ max: 60, nullable: true, description: 'Signs every message (Standard Webhooks)' }) secret:
    string | null;
}

/** The secret is shown this once, and not again when the request is repeated. */
export class WebhookSecretMade {
  @Text({ max: 60, nullable: true }) secret: string | null;
  @Instant({ description: 'Until then messages carry a signature by the secret before too' })
  earlierUntil: string;
}

export class WebhookResponse {
  @Identifier() id: string;
  @Text({ max: 500 }) url: string;
  @Codes(webhookEvents) events: WebhookEvent[];
  @Instant() madeAt: string;
  @Instant({ nullable: true, description: 'Until then messages carry two signatures' }) earlierUntil:
    string | null;
  @Instant({ nullable: true, description: 'Nothing has arrived since' }) failingSince: string | null;
  @Instant({ nullable: true, description: 'Nothing is sent any more' }) stoppedAt: string | null;
}

export function toWebhook(row: WebhookRow): WebhookResponse {
  return {
    id: row.id,
    url: row.url,
    events: row.events as WebhookEvent[],
    madeAt: row.made_at.toISOString(),
    earlierUntil: row.earlier_until?.toISOString() ?? null,
    failingSince: row.failing_since?.toISOString() ?? null,
    stoppedAt: row.stopped_at?.toISOString() ?? null,
  };
}
