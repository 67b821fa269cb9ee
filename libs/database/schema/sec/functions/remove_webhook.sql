create or replace function sec.remove_webhook(p_webhook uuid, p_version int) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
w sec.webhook := sec.hold_webhook(p_webhook, p_version);
begin
  delete from sec.webhook where webhook.id = p_webhook;
  perform audit.record('webhook.remove', 'webhook', p_webhook, '{}', 'allow');
end $$;

grant execute on function sec.remove_webhook(uuid, int) to administrator;
