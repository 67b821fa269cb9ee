-- ---------------------------------------------------------------- holidays
-- Tables that have not had notices of a changed list of holidays yet. For each, the job then sends one for
-- every meeting of the coming year that the list adds or takes away. It reads the index, so that a minute in
-- which no table is left costs nothing. An ended table is in it once and gets no notice (sec.tell_of_holidays).
create or replace function sec.holidays_to_tell(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select plan.table_id, plan.table_id from sec.meeting_plan plan
   where plan.holidays_told < (select l.version from sec.holiday_list l) and plan.table_id <> all (p_skip)
     and not sec.waits('holidays', plan.table_id, plan.table_id)
   order by plan.holidays_told, plan.table_id limit p_limit $$;
