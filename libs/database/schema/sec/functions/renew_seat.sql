-- An officer renews the own agency's seats at once, an administrator another administrator's or auditor's;
-- otherwise it is an offer. Returns the offer, or null.
create or replace function sec.renew_seat(p_seat uuid, p_version int, p_ends_at timestamptz) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], true);
s sec.seat := sec.open_seat(p_seat, p_version, c); made uuid;
agency uuid := coalesce(s.agency_id, s.employer_agency_id);
begin
  perform sec.check_end(p_ends_at);
  if s.user_id = c.user_id and c.persona <> 'coordinator' then raise exception 'seat.renew.self'; end if;
  if c.persona = 'privacy' or (c.persona = 'administrator' and agency is null) then
    update sec.seat set ends_at = p_ends_at, version = seat.version + 1 where seat.id = p_seat;
    perform audit.record('seat.renew', 'seat', p_seat, array[s.persona], 'allow', p_table => s.table_id);
    return null;
  end if;
  insert into sec.seat_offer (user_id, persona, table_id, agency_id, employer_agency_id, ends_at,
      renews_seat_id, offered_by)
    values (s.user_id, s.persona, s.table_id, s.agency_id, s.employer_agency_id, p_ends_at, p_seat, c.user_id)
      returning seat_offer.id into made;
  perform sec.tell(case when sec.has_officer_but(agency, s.user_id) then array(select sec.officers(agency))
    else array(select sec.officers_at(sec.tables_of_seat(s.persona, s.table_id, s.agency_id), s.user_id)
      union select sec.administrators_but(c.user_id)) end,
    'seat.renewalOffered', made, agency);
  perform audit.record('seat.offerRenewal', 'seatOffer', made, array[s.persona], 'allow',
      p_table => s.table_id);
  return made;
exception when unique_violation then raise exception 'seat.offer.waitsAlready';
end $$;

grant execute on function sec.renew_seat(uuid, int, timestamptz) to administrator, coordinator, privacy;
