-- What was signed with the earlier secret until now is signed with both for a day.
create or replace function sec.renew_webhook_secret(p_webhook uuid, p_version int,
    p_sealed bytea) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true);
w sec.webhook := sec.hold_webhook(p_webhook, p_version);
until timestamptz := clock_timestamp() + interval '24 hours';
begin
  update sec.webhook set sealed = p_sealed, earlier_sealed = w.sealed, earlier_until = until,
    version = w.version + 1 where webhook.id = p_webhook;
  perform audit.record('webhook.renewSecret', 'webhook', p_webhook, '{}', 'allow');
  return until;
end $$;

grant execute on function sec.renew_webhook_secret(uuid, int, bytea) to administrator;
