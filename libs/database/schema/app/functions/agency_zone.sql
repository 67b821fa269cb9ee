-- ---------------------------------------------------------------- reviews
-- An agency's week begins on Monday at eight, where it has sat longest; null where it sits nowhere.
create or replace function app.agency_zone(p_agency uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select t.time_zone from sec.table_agency ta join sec.situation_table t on t.id = ta.table_id
    and t.ended_at is null
    where ta.agency_id = p_agency and ta.left_at is null order by ta.joined_on, t.id limit 1 $$;
