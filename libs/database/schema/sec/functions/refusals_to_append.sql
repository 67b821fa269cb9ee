-- What was noted in minutes that are over: the oldest first, by chain.
create or replace function sec.refusals_to_append(p_skip uuid[],
    p_limit integer) returns table (table_id uuid, object_id uuid)
  language sql volatile security definer set search_path = pg_catalog as $$
  select r.chain, r.id from sec.seat_refusal r
    where r.minute < (select date_trunc('minute', clock_timestamp())) and r.chain <> all (p_skip)
    and not sec.waits('refused', r.chain, r.id) order by r.minute, r.seat, r.code, r.asked, r.object_id
      limit p_limit $$;
