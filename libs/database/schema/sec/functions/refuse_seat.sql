create or replace function sec.refuse_seat(p_offer uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy', 'administrator', 'coordinator'], true);
o sec.seat_offer := sec.open_offer(p_offer, c, true); now_at timestamptz := sec.domain_now();
begin
  update sec.seat_offer set decision = case when c.user_id = o.offered_by then 'withdrawn'
    else 'refused' end, decided_by = c.user_id, decided_at = sec.domain_now() where seat_offer.id = p_offer;
  if o.seat_id is not null then
    -- It may have begun by itself and be the only one by now.
    if o.persona = 'administrator' and sec.live_administrators(o.user_id) = 0
      and exists (select from sec.seat s where s.id = o.seat_id and s.starts_at <= now_at
          and s.ends_at > now_at) then
      raise exception 'seat.end.lastAdministrator';
    end if;
    update sec.seat set starts_at = least(seat.starts_at, now_at), ends_at = now_at,
      ended_because = 'refused', version = seat.version + 1 where seat.id = o.seat_id
      and seat.ends_at > sec.domain_now();
  end if;
  perform sec.tell(array[o.offered_by], 'seat.refused', p_offer, coalesce(o.agency_id, o.employer_agency_id));
  perform audit.record('seat.refuse', 'seatOffer', p_offer, array[o.persona], 'allow', p_table => o.table_id);
end $$;

grant execute on function sec.refuse_seat(uuid) to privacy, administrator, coordinator;
