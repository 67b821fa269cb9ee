-- Rows 45 to 47, for the officer counts only: of what was there before this month, by the rule of sec.coarse.
-- Each is "so many or more": counting ends at a thousand, of persons at a thousand situations, so that it
-- costs no more where an agency has more.
create or replace function app.agency_counts() returns table (what text, rows bigint)
language plpgsql security definer set search_path = pg_catalog
  -- A plan kept for any agency would read what every agency brought.
  set plan_cache_mode = force_custom_plan as $$
declare own uuid := app.officers_agency(); begun timestamptz := sec.this_month();
this_month date := (begun at time zone 'UTC')::date; most constant integer := 1000;
begin
  return query select x.what, sec.coarse(least(x.rows, most)) from (
    select 'persons' as what, count(*) as rows
      from (select o.table_id, o.situation_id from sec.table_agency ta
          cross join lateral (select y.table_id, y.situation_id from app.situation_origin y
            where y.table_id = ta.table_id and y.agency_id = own limit most) o
          where ta.agency_id = own limit most) brought
        cross join lateral (select p.table_id, p.situation_id from app.affected_person p
          where p.table_id = brought.table_id and p.situation_id = brought.situation_id offset 0) p
        cross join lateral (select from app.situation s where s.table_id = p.table_id
          and s.id = p.situation_id and s.opened_month < this_month offset 0) s
    union all select 'services', count(*) from (select from app.service_mobilized v
      where v.agency_id = own and v.month < this_month limit most) v
    union all select 'safetyNotes', count(*) from (select from app.safety_note n
      where n.agency_id = own and n.written_at < begun limit most) n) x;
end $$;

grant execute on function app.agency_counts() to privacy;
