create or replace function app.settle_seats() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.settle_roles(x.table_id) from (
    select distinct t as table_id from changed s cross
      join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t) x;
  return null;
end $$;
