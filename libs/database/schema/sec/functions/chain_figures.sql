create or replace function sec.chain_figures() returns table (events bigint, newest_age double precision)
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(sum(head.seq), 0)::bigint,
    (extract(epoch from clock_timestamp()) - max(event.at_us) / 1000000.0)::double precision
  from audit.head left join audit.event on event.chain = head.chain and event.seq = head.seq
    and event.at_us >= head.from_us and event.at_us < head.to_us $$;

grant execute on function sec.chain_figures() to job;
