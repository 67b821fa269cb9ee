-- ---------------------------------------------------------------- whose they are
create or replace function sec.add_webhook(p_webhook uuid, p_url text, p_events text[],
    p_sealed bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true);
begin
  lock table sec.webhook in share row exclusive mode;
  if (select count(*) >= 20 from sec.webhook) then raise exception 'webhook.add.tooMany'; end if;
  insert into sec.webhook (id, url, events, sealed) values (p_webhook, p_url, p_events, p_sealed);
  perform audit.record('webhook.add', 'webhook', p_webhook, array['url', 'events'], 'allow');
end $$;

grant execute on function sec.add_webhook(uuid, text, text[], bytea) to administrator;
