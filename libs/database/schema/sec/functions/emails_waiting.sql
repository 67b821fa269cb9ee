create or replace function sec.emails_waiting(p_limit integer) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog as $$
  select l.id from sec.email l where l.sent_at is null and l.dead_at is null
    and not sec.waits('emails', '00000000-0000-0000-0000-000000000000', l.id) order by l.written_at
    limit p_limit $$;

grant execute on function sec.emails_waiting(integer) to job;
