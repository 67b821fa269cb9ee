create or replace function app.is_skipped(p_table uuid, p_meeting uuid) returns boolean
  language sql stable security definer
set search_path = pg_catalog as $$
  select exists (select from app.meeting_named(p_table, p_meeting) n where n.state = 'skipped') $$;
