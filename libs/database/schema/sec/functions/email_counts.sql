create or replace function sec.email_counts() returns table (waiting int, sent int, dead int)
  language sql stable security definer set search_path = pg_catalog as $$
  select (select count(*)::int from sec.email l where l.sent_at is null and l.dead_at is null),
    (select count(*)::int from sec.email l where l.sent_at > (select clock_timestamp() - interval '1 day')),
    (select count(*)::int from sec.email l
        where l.dead_at > (select clock_timestamp() - interval '1 day')) $$;

grant execute on function sec.email_counts() to job;
