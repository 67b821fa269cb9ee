-- The seconds to wait, 0 to go on.
create or replace function sec.own_try(p_subject bytea, p_most int, p_every interval) returns int
language sql volatile security definer set search_path = pg_catalog as $$
  select ceil(c.wait_ms / 1000.0)::int from sec.count_try(p_subject, p_most, p_every) c $$;
