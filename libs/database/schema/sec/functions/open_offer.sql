-- The offer as this viewer may decide it, locked; not found for everybody whose word it does not need.
create or replace function sec.open_offer(p_offer uuid, c sec.ctx_t,
    p_refusing boolean) returns sec.seat_offer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare o sec.seat_offer;
begin
  select seat_offer.* into o from sec.seat_offer where seat_offer.id = p_offer;
  if o.persona = 'administrator' then perform sec.lock_administrators(); end if;
  perform sec.lock_roles(array(select t from sec.tables_it_counts_at(o.table_id, o.agency_id) t));
  perform sec.still_entered();
  select seat_offer.* into o from sec.seat_offer where seat_offer.id = p_offer and (
      sec.may_approve(seat_offer, c)
      or (p_refusing and c.persona = 'privacy' and c.agency_id in (seat_offer.agency_id,
        seat_offer.employer_agency_id))
      or (p_refusing and seat_offer.offered_by = c.user_id and c.persona in ('administrator', 'coordinator'))
      or (p_refusing and c.persona = 'coordinator' and seat_offer.persona = 'privacy' and exists (select 1
        from sec.table_agency
        where table_agency.table_id = c.table_id and table_agency.agency_id = seat_offer.agency_id
          and table_agency.left_at is null)))
    for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if o.decision is not null then raise exception 'seat.decide.decided'; end if;
  return o;
end $$;
