create or replace function sec.resume_webhook(p_webhook uuid, p_version int) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
w sec.webhook := sec.hold_webhook(p_webhook, p_version);
begin
  update sec.webhook set stopped_at = null, failing_since = null, version = w.version + 1
    where webhook.id = p_webhook;
  perform audit.record('webhook.resume', 'webhook', p_webhook, '{}', 'allow');
  return w.version + 1;
end $$;

grant execute on function sec.resume_webhook(uuid, int) to administrator;
