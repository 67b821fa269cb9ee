-- ---------------------------------------------------------------- holidays
-- Tables that a changed list was not told to yet, and telling one of them: each meeting of its coming year
-- that the list adds or takes. By index: a minute in which every table knows the list costs nothing. A table
-- that was ended is in it once, and nobody is told (sec.tell_of_holidays).
create or replace function sec.holidays_to_tell(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select plan.table_id, plan.table_id from sec.meeting_plan plan
   where plan.holidays_told < (select l.version from sec.holiday_list l) and plan.table_id <> all (p_skip)
     and not sec.waits('holidays', plan.table_id, plan.table_id)
   order by plan.holidays_told, plan.table_id limit p_limit $$;
