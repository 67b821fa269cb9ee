-- Rows 45 to 47, for the officer counts only: of what was there before this month, by the rule of sec.coarse.
create or replace function app.agency_counts() returns table (what text, rows bigint)
language plpgsql security definer set search_path = pg_catalog
  -- A plan kept for any agency would read what every agency brought.
  set plan_cache_mode = force_custom_plan as $$
declare own uuid := app.officers_agency(); this_month date := (sec.this_month() at time zone 'UTC')::date;
begin
  return query select x.what, sec.coarse(x.rows) from (
    select 'persons' as what, count(*) as rows from app.affected_person p
        join app.situation_origin o on o.table_id = p.table_id and o.situation_id = p.situation_id
          and o.agency_id = own
        join app.situation s on s.table_id = p.table_id and s.id = p.situation_id
          and s.opened_month < this_month
    union all select 'services', count(*) from app.service_mobilized v where v.agency_id = own
      and v.month < this_month
    union all select 'safetyNotes', count(*) from app.safety_note n
        where n.agency_id = own and n.written_at < sec.this_month()) x;
end $$;

grant execute on function app.agency_counts() to privacy;
