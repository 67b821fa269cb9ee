-- ---------------------------------------------------------------- emails
create or replace function sec.is_quiet(p_at time, p_from time, p_until time) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select case when p_from <= p_until then p_at >= p_from and p_at < p_until else p_at >= p_from
    or p_at < p_until end $$;
