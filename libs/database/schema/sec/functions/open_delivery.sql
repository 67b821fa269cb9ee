-- Nothing where it was sent, given up, or its webhook is stopped or gone.
create or replace function sec.open_delivery(p_delivery uuid) returns table (webhook_id uuid, url text,
    sealed bytea, earlier_sealed bytea, event text, table_id uuid, agency_id uuid, object_id uuid,
    happened_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select w.id, w.url, w.sealed, case when w.earlier_until > clock_timestamp()
    then w.earlier_sealed end, d.event, d.table_id, d.agency_id, d.object_id, d.happened_at
    from sec.webhook_delivery d join sec.webhook w on w.id = d.webhook_id
    where d.id = p_delivery and d.sent_at is null and d.dead_at is null and w.stopped_at is null $$;

grant execute on function sec.open_delivery(uuid) to job;
