create or replace function sec.founding_paired(p_table uuid, p_hash text) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.founding_officers(p_table, p_hash) x join sec.founding_officers(p_table,
    p_hash) y on x.agency_id < y.agency_id
    where sec.independent(x.user_id, y.user_id)) $$;
