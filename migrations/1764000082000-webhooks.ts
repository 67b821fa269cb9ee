import type { MigrationInterface, QueryRunner } from 'typeorm';
import { webhookEvents } from '#domain/vocabulary';

const events = webhookEvents.map((event) => `'${event}'`).join(', ');

/**
 * Signed webhooks (docs/adr/webhooks.md, matrix row 61). A delivery is written in the transaction of what it tells, by a trigger, so that nothing committed is lost; it
 * knows an event and ids. The receiver's secret is sealed by the application, and only what sends reads it.
 */
export class Webhooks1764000082000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.webhook (
  id uuid constraint webhook_pkey primary key,
  url text not null constraint webhook_url check (length(url) between 9 and 500),
  events text[] not null constraint webhook_events check (cardinality(events) > 0 and events <@ array[${events}]),
  sealed bytea not null, earlier_sealed bytea, earlier_until timestamptz,
  made_at timestamptz not null default sec.domain_now(), failing_since timestamptz, stopped_at timestamptz, version int not null default 1
);
create table sec.webhook_delivery (
  id uuid constraint webhook_delivery_pkey primary key default gen_random_uuid(),
  webhook_id uuid not null constraint webhook_delivery_webhook references sec.webhook on delete cascade,
  event text not null, table_id uuid, agency_id uuid, object_id uuid,
  happened_at timestamptz not null default sec.domain_now(), written_at timestamptz not null default clock_timestamp(), sent_at timestamptz, dead_at timestamptz
);
create index webhook_delivery_waiting on sec.webhook_delivery (written_at) where sent_at is null and dead_at is null;
create index webhook_delivery_by_time on sec.webhook_delivery (written_at);
create index webhook_delivery_of_webhook on sec.webhook_delivery (webhook_id, written_at);
do $$ declare t text; begin
  foreach t in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;
create policy webhook_administration on sec.webhook for select to administrator using ((select (sec.ctx()).persona) = current_user);
-- Never the secret, sealed or not.
grant select (id, url, events, earlier_until, made_at, failing_since, stopped_at, version) on sec.webhook to administrator;

-- ---------------------------------------------------------------- what is told
create function sec.tell_webhooks(p_event text, p_table uuid, p_agency uuid, p_object uuid) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.webhook_delivery (webhook_id, event, table_id, agency_id, object_id)
  select w.id, p_event, p_table, p_agency, p_object from sec.webhook w where p_event = any (w.events) and w.stopped_at is null $$;

create function sec.tell_of_seat() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks(case when tg_op = 'INSERT' then 'seat.added' else 'seat.ended' end, new.table_id, new.agency_id, new.id);
  return null;
end $$;
create trigger tell_of_new_seat after insert on sec.seat for each row execute function sec.tell_of_seat();
create trigger tell_of_ended_seat after update on sec.seat for each row when (old.ended_because is null and new.ended_because is not null) execute function sec.tell_of_seat();

create function sec.tell_of_agency() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks(case when new.left_at is null then 'agency.joined' else 'agency.left' end, new.table_id, new.agency_id, new.agency_id);
  return null;
end $$;
create trigger tell_of_joined_agency after insert on sec.table_agency for each row execute function sec.tell_of_agency();
create trigger tell_of_moved_agency after update on sec.table_agency for each row when ((old.left_at is null) <> (new.left_at is null)) execute function sec.tell_of_agency();

create function sec.tell_of_table() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks('table.changed', new.id, null, new.id);
  return null;
end $$;
create trigger tell_of_changed_table after update on sec.situation_table for each row
  when ((old.name, old.region, old.time_zone, old.who_hears_t3, old.risk_rule, old.retention_months, old.correction_days, old.ended_at)
    is distinct from (new.name, new.region, new.time_zone, new.who_hears_t3, new.risk_rule, new.retention_months, new.correction_days, new.ended_at))
  execute function sec.tell_of_table();

create function sec.tell_of_codebook() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks('codebook.published', null, null, null);
  return null;
end $$;
create trigger tell_of_codebook after insert on codebook.version for each row execute function sec.tell_of_codebook();

-- ---------------------------------------------------------------- whose they are
create function sec.add_webhook(p_webhook uuid, p_url text, p_events text[], p_sealed bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true);
begin
  lock table sec.webhook in share row exclusive mode;
  if (select count(*) >= 20 from sec.webhook) then raise exception 'webhook.add.tooMany'; end if;
  insert into sec.webhook (id, url, events, sealed) values (p_webhook, p_url, p_events, p_sealed);
  perform audit.record('webhook.add', 'webhook', p_webhook, array['url', 'events'], 'allow');
end $$;

create function sec.hold_webhook(p_webhook uuid, p_version int) returns sec.webhook language plpgsql volatile security definer set search_path = pg_catalog as $$
declare w sec.webhook;
begin
  select webhook.* into w from sec.webhook where webhook.id = p_webhook for update;
  perform sec.check_version(found, w.version, p_version);
  return w;
end $$;

-- What was signed with the earlier secret until now is signed with both for a day.
create function sec.renew_webhook_secret(p_webhook uuid, p_version int, p_sealed bytea) returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); w sec.webhook := sec.hold_webhook(p_webhook, p_version); until timestamptz := clock_timestamp() + interval '24 hours';
begin
  update sec.webhook set sealed = p_sealed, earlier_sealed = w.sealed, earlier_until = until, version = w.version + 1 where webhook.id = p_webhook;
  perform audit.record('webhook.renewSecret', 'webhook', p_webhook, '{}', 'allow');
  return until;
end $$;

create function sec.resume_webhook(p_webhook uuid, p_version int) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); w sec.webhook := sec.hold_webhook(p_webhook, p_version);
begin
  update sec.webhook set stopped_at = null, failing_since = null, version = w.version + 1 where webhook.id = p_webhook;
  perform audit.record('webhook.resume', 'webhook', p_webhook, '{}', 'allow');
  return w.version + 1;
end $$;

create function sec.remove_webhook(p_webhook uuid, p_version int) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); w sec.webhook := sec.hold_webhook(p_webhook, p_version);
begin
  delete from sec.webhook where webhook.id = p_webhook;
  perform audit.record('webhook.remove', 'webhook', p_webhook, '{}', 'allow');
end $$;

-- ---------------------------------------------------------------- sending
-- What is over of deliveries; at most so many of each, and again while it returns more than none.
create function sec.sweep_deliveries(p_limit integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; done integer := 0; now_at timestamptz := clock_timestamp();
begin
  update sec.webhook_delivery set dead_at = now_at where webhook_delivery.id = any (array(select d.id from sec.webhook_delivery d
    where d.sent_at is null and d.dead_at is null and d.written_at < now_at - interval '3 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  delete from sec.webhook_delivery where webhook_delivery.ctid = any (array(select d.ctid from sec.webhook_delivery d where d.written_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  update sec.webhook set earlier_sealed = null, earlier_until = null where earlier_until <= now_at;
  return done;
end $$;
create function sec.deliveries_waiting(p_limit integer) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select d.id from sec.webhook_delivery d where d.sent_at is null and d.dead_at is null order by d.written_at limit p_limit $$;

-- Nothing where it was sent, given up, or its webhook is stopped or gone.
create function sec.open_delivery(p_delivery uuid) returns table (webhook_id uuid, url text, sealed bytea, earlier_sealed bytea, event text, table_id uuid, agency_id uuid, object_id uuid, happened_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select w.id, w.url, w.sealed, case when w.earlier_until > clock_timestamp() then w.earlier_sealed end, d.event, d.table_id, d.agency_id, d.object_id, d.happened_at
    from sec.webhook_delivery d join sec.webhook w on w.id = d.webhook_id
    where d.id = p_delivery and d.sent_at is null and d.dead_at is null and w.stopped_at is null $$;

-- 'sent', 'failed' (there is another try), 'dead' (there is none), 'gone' (the receiver wants no more). Stopped when one is given up after three days without any success.
create function sec.note_delivery(p_delivery uuid, p_outcome text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare w sec.webhook; now_at timestamptz := clock_timestamp();
begin
  update sec.webhook_delivery set sent_at = case when p_outcome = 'sent' then now_at end, dead_at = case when p_outcome in ('dead', 'gone') then now_at end
    where id = p_delivery and sent_at is null and dead_at is null;
  if not found then return; end if;
  update sec.webhook set failing_since = case when p_outcome <> 'sent' then coalesce(webhook.failing_since, now_at) end
    where webhook.id = (select d.webhook_id from sec.webhook_delivery d where d.id = p_delivery) returning webhook.* into w;
  if w.stopped_at is null and (p_outcome = 'gone' or (p_outcome = 'dead' and w.failing_since < now_at - interval '3 days')) then
    update sec.webhook set stopped_at = now_at, version = webhook.version + 1 where webhook.id = w.id;
    update sec.webhook_delivery set dead_at = now_at where webhook_id = w.id and sent_at is null and dead_at is null;
    insert into sec.notice (user_id, code, object_id)
      select distinct s.user_id, 'webhook.stopped', w.id from sec.seat s join sec.app_user u on u.id = s.user_id and u.status = 'active'
        where s.persona = 'administrator' and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now();
    perform audit.record('webhook.stop', 'webhook', w.id, '{}', 'allow');
  end if;
end $$;

select queue.establish('webhook.gathered', 'short', 3, 15, 120), queue.establish('webhook.deliver', 'standard', 8, 30, 60);
insert into queue.schedule (name, cron, timezone, options) values ('webhook.gathered', '* * * * *', 'UTC', '{}');

grant execute on function sec.sweep_deliveries(integer), sec.deliveries_waiting(integer), sec.open_delivery(uuid), sec.note_delivery(uuid, text) to job;
grant execute on function sec.add_webhook(uuid, text, text[], bytea), sec.renew_webhook_secret(uuid, int, bytea), sec.resume_webhook(uuid, int), sec.remove_webhook(uuid, int) to administrator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
