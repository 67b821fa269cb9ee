import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A fresh secret of 256 bits in the form that libraries for Standard Webhooks take. */
export function freshWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`;
}

/**
 * The `webhook-signature` of a message: one `v1` for each secret, HMAC-SHA256 over id, time and body
 * (Standard Webhooks 1.0, “Signature scheme”).
 */
export function signed(secrets: readonly string[], id: string, seconds: number, body: string): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
