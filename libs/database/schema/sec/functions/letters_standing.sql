create or replace function sec.letters_standing() returns table (waiting int, sent int, dead int)
  language sql stable security definer set search_path = pg_catalog as $$
  select (select count(*)::int from sec.letter l where l.sent_at is null and l.dead_at is null),
    (select count(*)::int from sec.letter l where l.sent_at > (select clock_timestamp() - interval '1 day')),
    (select count(*)::int from sec.letter l
        where l.dead_at > (select clock_timestamp() - interval '1 day')) $$;

grant execute on function sec.letters_standing() to job;
