-- The request as this viewer may answer it, locked: the coordinator's own table's, an officer's where the
-- agency sits, an administrator's all.
create or replace function sec.open_joining(p_joining uuid, c sec.ctx_t) returns sec.joining
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare j sec.joining;
begin
  select joining.* into j from sec.joining where joining.id = p_joining and case c.persona
    when 'administrator' then true when 'coordinator' then joining.table_id = c.table_id
    else sec.sits_at(c.agency_id, joining.table_id) and joining.agency_id <> c.agency_id end for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if j.decision is not null then raise exception 'joining.decided'; end if;
  return j;
end $$;
