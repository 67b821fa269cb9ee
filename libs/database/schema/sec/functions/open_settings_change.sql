create or replace function sec.open_settings_change(p_change uuid, c sec.ctx_t) returns sec.settings_change
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.settings_change;
begin
  select settings_change.* into s from sec.settings_change where settings_change.id = p_change
    and (c.persona = 'administrator' or settings_change.table_id = c.table_id
        or (c.persona = 'privacy' and exists (select 1 from sec.table_agency
      where table_agency.table_id = settings_change.table_id and table_agency.agency_id = c.agency_id
        and table_agency.left_at is null))) for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if s.decision is not null then raise exception 'table.approveSettings.decided'; end if;
  return s;
end $$;
