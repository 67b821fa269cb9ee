/**
 * What a webhook may tell: administrative events whose objects an administrator reads already (matrix rows
 * 35, 37, 54 and 58). Nothing that moves with situations is one of them: not even that there is something at
 * a table.
 */
export const webhookEvents = [
  'agency.joined',
  'agency.left',
  'codebook.published',
  'seat.added',
  'seat.ended',
  'table.changed',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
