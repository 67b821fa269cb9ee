-- ---------------------------------------------------------------- what is told
create or replace function sec.tell_webhooks(p_event text, p_table uuid, p_agency uuid,
    p_object uuid) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.webhook_delivery (webhook_id, event, table_id, agency_id, object_id)
  select w.id, p_event, p_table, p_agency, p_object from sec.webhook w where p_event = any (w.events)
    and w.stopped_at is null $$;
