import { checkpointHeads } from '#database/audit';
import { scheduledJobs, runScheduledJob, remindTables, type ScheduledJob } from '#database/jobs';
import { StoredKeys } from '#database/keys';
import { closeEmail, gatherEmails, openEmail } from '#database/mail';
import { gatherDeliveries, noteDelivery, openDelivery } from '#database/webhooks';
import { KeyRotation } from '../../apps/api/src/scheduled-jobs/key-rotation.js';
import { plantDue, type Place } from './due-rows.js';
import type { Planted } from './planted.js';

/** A scheduled job: the same few rows are made due for it at every size, then it runs. */
export interface Job {
  readonly due?: () => Promise<unknown>;
  readonly run: () => Promise<unknown>;
}

const few = 20;

/** Every queue of the installation and what its job does, by the name of the queue. */
export function jobs({ world, webhook }: Planted): Readonly<Record<string, Job>> {
  const { data, database, tables, agency, actors } = world;
  const plant = (sql: string, parameters: unknown[] = []): Promise<unknown> =>
    database.plant(sql, parameters);
  const place: Place = {
    database,
    table: tables.valley,
    agency: agency.valleyPolice,
    user: actors.valley.userId,
  };
  const due: Partial<Record<ScheduledJob, () => Promise<unknown>>> = {
    returned: () => plantDue(place, 'returned', few),
    minimised: () => plantDue(place, 'minimised', few),
    destroyed: async () => {
      await plantDue(place, 'destroyed', few);
      await plantDue(place, 'youth', few);
    },
    sealed: async () => {
      // All records of a table are written again: those of the earlier runs would count as growth.
      await plant('delete from stats.sealed_record where table_id = $1', [place.table]);
      // So would what other jobs minimised.
      await plant(
        `update app.workflow set sealing_at = now(), sealed_at = now() where table_id = $1 and minimised_at is not null and sealed_at is null`,
        [place.table],
      );
      const ids = await plantDue(place, 'destroyed', few);
      await plant(
        `update app.workflow set sealing_at = null, sealed_at = null where situation_id = any ($1)`,
        [ids],
      );
      await plant(
        `update app.conclusion set destroy_after = current_date + 300, concluded_on = current_date - 60 where situation_id = any ($1)`,
        [ids],
      );
      await plant(
        `update app.sealing set next_at = '-infinity', boundary = '-infinity' where table_id = $1`,
        [place.table],
      );
    },
    refused: () =>
      plant(
        `insert into sec.seat_refusal (minute, seat, code, asked, outcome, chain, session_id, actor, persona)
        select date_trunc('minute', clock_timestamp()) - interval '2 minutes', $1, 'code' || g, 'GET', 'deny', $2, gen_random_uuid(), $3, 'rep' from generate_series(1, ${few}) g`,
        [actors.valley.seatId, tables.valley, actors.valley.userId],
      ),
    months: () =>
      plant(
        `update audit.first_read set at = at - interval '2 days' where situation_id in (select r.situation_id from audit.first_read r limit ${few})`,
      ),
    forgotten: () =>
      plant(
        `insert into sec.challenge (token_hash, user_id, expires_at) select sha256(random()::text::bytea), $1, now() - interval '1 day' from generate_series(1, ${few})`,
        [actors.valley.userId],
      ),
    handedOver: () =>
      plant(
        `update sec.seat set starts_at = now() - interval '1 year', ends_at = now() - interval '1 minute' where id in (select s.id from sec.seat s where s.persona = 'rep' and s.ends_at > now() + interval '1 day' and s.table_id <> all ($1::uuid[]) order by s.id limit ${few})`,
        [[tables.harbour, tables.valley]],
      ),
    digested: () =>
      plant(
        `update sec.digest set next_at = '-infinity', week_on = null where agency_id in (select d.agency_id from sec.digest d order by 1 limit ${few})`,
      ),
  };
  const clock = Object.fromEntries(
    scheduledJobs.map((piece) => [
      `scheduled.${piece}`,
      { run: () => runScheduledJob(data, piece), ...(due[piece] && { due: due[piece] }) } satisfies Job,
    ]),
  );
  const [email, delivery] = ['00000000-0000-4000-8000-000000001e77', '00000000-0000-4000-8000-00000000de11'];
  return {
    ...clock,
    'scheduled.rolled': {
      run: async () => {
        await world.app.get(KeyRotation, { strict: false }).rollIfDue();
        // A roll wraps every key; what must not grow is what one page of them costs.
        for await (const page of new StoredKeys(data).pages(1_000)) if (page.length > 0) break;
      },
    },
    'mail.reminded': {
      due: () =>
        plant(
          `update app.assignment set contact_due_at = now() + interval '1 hour' where table_id = $1 and situation_id = md5('intervention1')::uuid`,
          [tables.harbour],
        ),
      run: () => remindTables(data),
    },
    'mail.gathered': {
      due: async () => {
        // What other jobs told, and what was mailed just now, would count as growth.
        await plant(
          `update sec.notice set seen_at = now() where email_id is null and seen_at is null and table_id is not null`,
        );
        await plant(
          `update sec.email set made_at = now() - interval '1 hour' where made_at > now() - interval '1 hour'`,
        );
        await plant(
          `insert into sec.notice (user_id, code, object_id, table_id, created_at) select md5('rep' || g)::uuid, 'situation.overdue', gen_random_uuid(), md5('table' || g)::uuid, now() - interval '10 minutes' from generate_series(1, ${few}) g`,
        );
      },
      run: () => gatherEmails(data),
    },
    'mail.email': {
      due: () =>
        plant(
          `insert into sec.email (id, user_id, kind, sealed) values ($1, md5('rep1')::uuid, 'digest', null) on conflict (id) do update set sent_at = null, dead_at = null`,
          [email],
        ),
      run: async () => {
        await openEmail(data, email);
        await closeEmail(data, email, true);
      },
    },
    'webhook.gathered': {
      due: async () => {
        // Nobody sends here: those of the earlier runs would count as growth.
        await plant(`delete from sec.webhook_delivery where sent_at is null`);
        await plant(
          `insert into sec.webhook_delivery (webhook_id, event) select $1, 'seat.added' from generate_series(1, ${few})`,
          [webhook],
        );
      },
      run: () => gatherDeliveries(data),
    },
    'webhook.deliver': {
      due: () =>
        plant(
          `insert into sec.webhook_delivery (id, webhook_id, event) values ($2, $1, 'seat.added') on conflict (id) do update set sent_at = null`,
          [webhook, delivery],
        ),
      run: async () => {
        await openDelivery(data, delivery);
        await noteDelivery(data, delivery, 'sent');
      },
    },
    'audit.checkpointed': {
      run: () => checkpointHeads(data, () => ({ number: 1, digest: 'a'.repeat(64) })),
    },
  };
}
