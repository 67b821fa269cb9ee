-- Tables with situations where this user sits, or answers for an agency.
create or replace function sec.guarded_tables(p_user uuid) returns uuid[]
language sql volatile security definer set search_path = pg_catalog as $$
  select array(select t from sec.tables_of_user(p_user) t where sec.is_founded(t)) $$;
