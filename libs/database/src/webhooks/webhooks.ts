import { Read } from '../door/read.js';

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly events: string[];
  readonly earlier_until: Date | null;
  readonly made_at: Date;
  readonly failing_since: Date | null;
  readonly stopped_at: Date | null;
  readonly version: number;
}

const columns = 'w.id, w.url, w.events, w.earlier_until, w.made_at, w.failing_since, w.stopped_at, w.version';

/** All webhooks, oldest first; there are at most twenty (matrix row 61). */
export const webhookRows = new Read<WebhookRow>(
  'agencies.webhooks',
  `
select ${columns}
from sec.webhook w
order by w.made_at, w.id`,
);

/** $1 webhook */
export const webhookById = new Read<WebhookRow>(
  'agencies.webhook',
  `
select ${columns}
from sec.webhook w
where w.id = $1`,
);
