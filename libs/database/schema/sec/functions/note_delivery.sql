-- 'sent', 'failed' (there is another try), 'dead' (there is none), 'gone' (the receiver wants no more).
-- Stopped when one is given up after three days without any success.
create or replace function sec.note_delivery(p_delivery uuid, p_outcome text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare w sec.webhook; now_at timestamptz := clock_timestamp();
begin
  update sec.webhook_delivery set sent_at = case when p_outcome = 'sent' then now_at end, dead_at = case
    when p_outcome in ('dead', 'gone') then now_at end
    where id = p_delivery and sent_at is null and dead_at is null;
  if not found then return; end if;
  if p_outcome <> 'failed' then
    perform sec.work_done('deliveries', '00000000-0000-0000-0000-000000000000', array[p_delivery]);
  end if;
  update sec.webhook set failing_since = case when p_outcome <> 'sent'
    then coalesce(webhook.failing_since, now_at) end
    where webhook.id = (select d.webhook_id from sec.webhook_delivery d where d.id = p_delivery)
      returning webhook.* into w;
  if w.stopped_at is null
    and (p_outcome = 'gone' or (p_outcome = 'dead' and w.failing_since < now_at - interval '3 days')) then
    update sec.webhook set stopped_at = now_at, version = webhook.version + 1 where webhook.id = w.id;
    update sec.webhook_delivery set dead_at = now_at where webhook_id = w.id and sent_at is null
      and dead_at is null;
    insert into sec.notice (user_id, code, object_id)
      select distinct s.user_id, 'webhook.stopped', w.id from sec.seat s
        join sec.app_user u on u.id = s.user_id and u.status = 'active'
        where s.persona = 'administrator' and s.starts_at <= sec.domain_now()
          and s.ends_at > sec.domain_now();
    perform audit.record('webhook.stop', 'webhook', w.id, '{}', 'allow');
  end if;
end $$;

grant execute on function sec.note_delivery(uuid, text) to job;
