create or replace function sec.deliveries_waiting(p_limit integer) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog as $$
  select d.id from sec.webhook_delivery d where d.sent_at is null and d.dead_at is null
    and not sec.waits('deliveries', '00000000-0000-0000-0000-000000000000', d.id) order by d.written_at
    limit p_limit $$;

grant execute on function sec.deliveries_waiting(integer) to job;
