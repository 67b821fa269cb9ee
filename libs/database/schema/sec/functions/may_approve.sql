-- Whether somebody's word is the one that an offer waits for, before it is asked who they are beside the one
-- who offered. The agency's own officer, at its table; another agency's officer of the table where the own
-- one cannot: for an employer that does not sit there, for an agency's first officer, and for a seat of the
-- only officer. An administrator for those last two, and for administrators and auditors.
create or replace function sec.may_approve(o sec.seat_offer, c sec.ctx_t) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := coalesce(o.agency_id, o.employer_agency_id); alone boolean; there boolean;
begin
  if own is null then return c.persona = 'administrator'; end if;
  alone := not sec.has_officer_but(own, o.user_id) and (o.persona = 'privacy' or exists (select
    from sec.officers(own) x where x = o.user_id));
  if c.persona = 'administrator' then return alone; end if;
  if c.persona <> 'privacy' then return false; end if;
  if c.agency_id = own then return o.table_id is null or not sec.is_founded(o.table_id)
    or sec.sits_at(own, o.table_id); end if;
  there := case when o.table_id is not null then sec.sits_at(c.agency_id, o.table_id)
    else exists (select sec.tables_of_agency(own) intersect select sec.tables_of_agency(c.agency_id)) end;
  return there and (alone or (o.table_id is not null and sec.is_founded(o.table_id)
    and not sec.sits_at(own, o.table_id)));
end $$;
