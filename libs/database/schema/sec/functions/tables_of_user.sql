-- Where somebody has a seat, or will have one, or answers for an agency that sits there.
create or replace function sec.tables_of_user(p_user uuid) returns setof uuid
language sql volatile security definer set search_path = pg_catalog as $$
  select t.id from sec.seat s join sec.situation_table t on t.id = s.table_id and t.ended_at is null
    where s.user_id = p_user and s.ends_at > sec.domain_now()
  union select sec.tables_of_agency(s.agency_id) from sec.seat s
    where s.user_id = p_user and s.persona = 'privacy' and s.ends_at > sec.domain_now() $$;
