import { useQuery } from '@tanstack/react-query';
import type { Schema } from '#api-client';
import { api, ask } from '../../../api/api.js';

export type Webhook = Schema<'WebhookResponse'>;

export const webhooksKey = ['administration', 'webhooks'] as const;

export const useWebhooks = () =>
  useQuery({ queryKey: webhooksKey, queryFn: () => ask(() => api.GET('/api/v1/webhooks')) });

/** Where it goes as a button can say it: without what may follow the path. */
export function placeOf({ url }: Pick<Webhook, 'url'>): string {
  const { host, pathname } = new URL(url);
  return pathname === '/' ? host : `${host}${pathname}`;
}
