-- The situation that an officer's agency has to do with, locked; anything else is not there.
create or replace function app.officers_situation(p_situation uuid,
    p_originated boolean) returns app.situation
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency(); s app.situation;
begin
  select situation.* into s from sec.table_agency ta join app.situation on situation.table_id = ta.table_id
    and situation.id = p_situation
    where ta.agency_id = own and not situation.hidden for update of situation;
  if not found or not app.contributed(own, s.table_id, s.id)
    or (p_originated
        and not exists (select from app.situation_origin o where o.table_id = s.table_id
          and o.situation_id = s.id and o.agency_id = own)) then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  perform sec.still_entered();
  return s;
end $$;
