-- Tables that a seat concerns: its own, those of an officer's agency, all for an administrator.
create or replace function sec.tables_of_seat(p_persona text, p_table uuid, p_agency uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select case p_persona when 'administrator' then array(select t.id from sec.situation_table t
    where t.ended_at is null)
    when 'privacy' then array(select sec.tables_of_agency(p_agency)) when 'auditor' then '{}'::uuid[]
      else array[p_table] end $$;
