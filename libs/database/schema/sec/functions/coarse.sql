-- The rule for every count whose reader may not read what is counted: it is of a time that is over, it is 0
-- below 11, and it is rounded down to a ten. So no single event can be told from it, neither by one look nor
-- by looking again later.
create or replace function sec.coarse(p_count bigint) returns bigint
  language sql immutable set search_path = pg_catalog as $$
  select case when p_count < 11 then 0 else p_count - p_count % 10 end $$;
