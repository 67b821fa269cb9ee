create or replace function app.meeting_open_with_two(p_table uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.meeting m where m.table_id = p_table and m.opened_at is not null
      and m.closed_at is null
    and (select count(*) from app.attendance a
      join sec.table_agency ta on ta.table_id = a.table_id and ta.agency_id = a.agency_id
        and ta.left_at is null
      where a.table_id = m.table_id and a.meeting_id = m.id) >= 2) $$;
