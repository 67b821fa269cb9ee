create or replace function sec.lock_roles_of_user(p_user uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  select sec.lock_roles(array(select distinct t from sec.seat s cross
        join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t
    where s.user_id = p_user and s.ends_at > sec.domain_now())) $$;
