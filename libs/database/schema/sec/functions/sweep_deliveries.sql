-- ---------------------------------------------------------------- sending
-- What is over of deliveries; at most so many of each, and again while it returns more than none.
create or replace function sec.sweep_deliveries(p_limit integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; done integer := 0; now_at timestamptz := clock_timestamp();
begin
  update sec.webhook_delivery set dead_at = now_at
    where webhook_delivery.id = any (array(select d.id from sec.webhook_delivery d
    where d.sent_at is null and d.dead_at is null and d.written_at < now_at - interval '3 days'
      limit p_limit));
  get diagnostics n = row_count; done := done + n;
  -- What was parked and is given up now waits for nobody.
  delete from sec.stuck where stuck.kind = 'deliveries'
    and not exists (select from sec.webhook_delivery d where d.id = stuck.object_id and d.dead_at is null);
  delete from sec.webhook_delivery
    where webhook_delivery.ctid = any (array(select d.ctid from sec.webhook_delivery d
        where d.written_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  update sec.webhook set earlier_sealed = null, earlier_until = null where earlier_until <= now_at;
  return done;
end $$;

grant execute on function sec.sweep_deliveries(integer) to job;
