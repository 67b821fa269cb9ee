import type { Data } from '../door/data.js';
import { sweep } from '../jobs/sweep.js';
import type { Session } from '../door/session.js';

/**
 * One message to one receiver, with the secrets that sign it, sealed: the present one and, for a day, the one
 * before.
 */
export interface OpenedDelivery {
  readonly webhookId: string;
  readonly url: string;
  readonly sealed: Buffer;
  readonly earlierSealed: Buffer | null;
  readonly event: string;
  readonly tableId: string | null;
  readonly agencyId: string | null;
  readonly objectId: string | null;
  readonly happenedAt: Date;
}

/** @throws P0001 `webhook.add.tooMany`, `account.stepUp.needed` */
export async function addWebhook(
  session: Session,
  webhook: {
    readonly id: string;
    readonly url: string;
    readonly events: readonly string[];
    readonly sealed: Buffer;
  },
): Promise<void> {
  await session.rows('select sec.add_webhook($1, $2, $3, $4)', [
    webhook.id,
    webhook.url,
    webhook.events,
    webhook.sealed,
  ]);
}

/** Returns until when the secret before is good too. @throws P0002, 40001, P0001 `account.stepUp.needed` */
export async function renewWebhookSecret(
  session: Session,
  id: string,
  version: number,
  sealed: Buffer,
): Promise<Date> {
  return (
    await session.one<{ until: Date }>('select sec.renew_webhook_secret($1, $2, $3) as until', [
      id,
      version,
      sealed,
    ])
  ).until;
}

/** Sends again what happens from now on. @throws P0002, 40001 */
export async function resumeWebhook(session: Session, id: string, version: number): Promise<number> {
  return (
    await session.one<{ version: number }>('select sec.resume_webhook($1, $2) as version', [id, version])
  ).version;
}

/** Removes it with what waits for it. @throws P0002, 40001 */
export async function removeWebhook(session: Session, id: string, version: number): Promise<void> {
  await session.rows('select sec.remove_webhook($1, $2)', [id, version]);
}

/** The ids of deliveries that wait, those that wait longest, at most 500; what is over is removed first. */
export async function gatherDeliveries(data: Data): Promise<string[]> {
  await sweep(data, 'select sec.sweep_deliveries($1) as n');
  return data.asJob('', async (queries) =>
    (await queries.rows<{ id: string }>('select w.id from sec.deliveries_waiting(500) w (id)')).map(
      ({ id }) => id,
    ),
  );
}

/** Undefined where it was sent, given up, or its webhook is stopped or removed. */
export async function openDelivery(data: Data, id: string): Promise<OpenedDelivery | undefined> {
  return data.asJob('', (queries) =>
    queries.maybe<OpenedDelivery & Record<string, unknown>>(
      `select o.webhook_id as "webhookId", o.url, o.sealed, o.earlier_sealed as "earlierSealed", o.event,
    o.table_id as "tableId", o.agency_id as "agencyId", o.object_id as "objectId", o.happened_at as "happenedAt" from sec.open_delivery($1) o`,
      [id],
    ),
  );
}

/**
 * What became of one try: `failed` when there is another, `dead` when there is none, `gone` when the receiver
 * wants no more.
 */
export async function noteDelivery(
  data: Data,
  id: string,
  outcome: 'sent' | 'failed' | 'dead' | 'gone',
): Promise<void> {
  await data.asJob('', (queries) => queries.rows('select sec.note_delivery($1, $2)', [id, outcome]));
}
