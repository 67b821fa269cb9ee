-- Row 39: the coordinator and those who intervene see that a hold stands; the others at the table are
-- refused, and whoever asked the officer is told by the officer.
create or replace function app.holds_of(p_situation uuid) returns table (id uuid, agency_id uuid, reason text,
    review_on date, set_at timestamptz, lifted_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation;
begin
  select situation.* into s from app.situation where situation.table_id = c.table_id
    and situation.id = p_situation and not situation.hidden;
  if not found or c.persona not in ('rep', 'coordinator') or not app.may_be_held(s)
    then raise exception 'not found' using errcode = 'P0002'; end if;
  if c.persona = 'rep' and not (s.stage in ('planning', 'intervention')
      and exists (select from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id
          and a.agency_id = c.agency_id and a.state = 'accepted')) then
    if app.originated_here(p_situation) then raise exception 'not found' using errcode = 'P0002'; end if;
    raise exception 'permission.refused' using errcode = 'P0001';
  end if;
  return query select h.id, h.agency_id, h.reason, h.review_on, h.set_at, h.lifted_at from app.hold h
    where h.table_id = s.table_id and h.situation_id = s.id order by h.set_at, h.id;
end $$;

grant execute on function app.holds_of(uuid) to rep, coordinator;
