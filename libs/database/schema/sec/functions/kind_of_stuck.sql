-- As an administrator reads it: that there was a youth-justice item at a table is not for them to know
-- (matrix row 19).
create or replace function sec.kind_of_stuck(p_kind text) returns text
  language sql immutable set search_path = pg_catalog as $$
  select case p_kind when 'youth' then 'destroyed' else p_kind end $$;

grant execute on function sec.kind_of_stuck(text) to administrator;
