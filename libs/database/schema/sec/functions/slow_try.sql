-- The pause in milliseconds that a try of this subject is to make: none for the first p_free, then 25 more
-- with each, never more than half a second. Who waits, takes turns: that is the application's part.
create or replace function sec.slow_try(p_kind text, p_subject bytea, p_free int) returns int
language sql volatile security definer set search_path = pg_catalog as $$
  select least(500, 25 * greatest(0, c.tries - p_free))
    from sec.count_try(sec.shared_subject(p_kind, p_subject), 1000, interval '9 seconds') c $$;
