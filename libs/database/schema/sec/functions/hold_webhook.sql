create or replace function sec.hold_webhook(p_webhook uuid, p_version int) returns sec.webhook
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare w sec.webhook;
begin
  select webhook.* into w from sec.webhook where webhook.id = p_webhook for update;
  perform sec.check_version(found, w.version, p_version);
  return w;
end $$;
