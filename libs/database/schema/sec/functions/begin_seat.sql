-- The seat begins, and it is kept who offered and who approved it. The table is held, so that its first
-- situation comes before or after this.
create or replace function sec.begin_seat(o sec.seat_offer, c sec.ctx_t) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s uuid := o.seat_id; guarded boolean; concerned uuid[] := sec.tables_of_seat(o.persona, o.table_id,
  o.agency_id);
begin
  -- Whoever offers does not approve, and nobody approves a seat of their own.
  if c.user_id in (o.offered_by, o.user_id) then raise exception 'seat.approve.samePerson'; end if;
  perform 1 from sec.situation_table where situation_table.id = any (concerned) for share;
  guarded := exists (select from unnest(concerned) t where sec.is_founded(t));
  -- At a table that is being founded the own agency's officer approves, made by whom it may be: the list that
  -- all confirm comes after.
  if guarded or o.table_id is null or c.agency_id is distinct from coalesce(o.agency_id,
    o.employer_agency_id) then
    perform sec.require_independent(c, o.offered_by);
  end if;
  if guarded and c.persona = 'administrator' and o.persona <> 'administrator' and sec.ever_one(o.offered_by,
    c.user_id) then
    raise exception 'secondPerson.notIndependent' using errcode = 'P0001';
  end if;
  if o.ends_at <= sec.domain_now() then raise exception 'seat.approve.tooLate'; end if;
  if o.renews_seat_id is not null then
    update sec.seat set ends_at = o.ends_at, version = seat.version + 1 where seat.id = o.renews_seat_id
      and seat.ends_at > sec.domain_now() returning seat.id into s;
    if not found then raise exception 'seat.approve.tooLate'; end if;
  else
    if s is not null then
      update sec.seat set starts_at = least(seat.starts_at, sec.domain_now()), approved_by = c.user_id,
        version = seat.version + 1
        where seat.id = s and seat.ends_at > sec.domain_now();
      if not found then raise exception 'seat.approve.tooLate'; end if;
    else
      insert into sec.seat (user_id, persona, table_id, agency_id, employer_agency_id, ends_at, offered_by,
        approved_by)
        values (o.user_id, o.persona, o.table_id, o.agency_id, o.employer_agency_id, o.ends_at, o.offered_by,
          c.user_id) returning seat.id into s;
      perform sec.note_origin(o.user_id, s, 'offered', o.offered_by);
    end if;
    perform sec.note_origin(o.user_id, s, 'approved', c.user_id);
  end if;
  update sec.seat_offer set decision = 'approved', decided_by = c.user_id, decided_at = sec.domain_now(),
    seat_id = s where seat_offer.id = o.id;
  perform sec.tell_tables(concerned, case o.persona when 'administrator' then 'administratorSeated'
    else 'seated' end,
    coalesce(o.agency_id, o.employer_agency_id), o.persona, o.user_id, c.user_id);
  perform sec.tell(array[o.user_id, o.offered_by], 'seat.approved', s,
      coalesce(o.agency_id, o.employer_agency_id));
  -- A new seat reads who learns of situations here before its first work. The agency is locked, so that a table
  -- at which it is placed meanwhile is among them.
  if o.renews_seat_id is null and o.persona in ('rep', 'coordinator', 'privacy') then
    perform 1 from sec.agency where agency.id = o.agency_id for no key update;
    perform sec.tell_list(t, array[s]) from unnest(sec.tables_of_seat(o.persona, o.table_id, o.agency_id)) t;
  end if;
  perform audit.record('seat.approve', 'seat', s, array[o.persona], 'allow', p_table => o.table_id);
  return s;
end $$;
