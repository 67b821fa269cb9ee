create or replace function sec.offer_seat(p_name text, p_persona text, p_table uuid, p_agency uuid,
    p_employer uuid, p_ends_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator'], true); u uuid; made uuid; s uuid;
voucher uuid := coalesce(p_agency, p_employer);
  concerned uuid[] := sec.tables_of_seat(p_persona, p_table, p_agency); first boolean := p_persona = 'privacy'
    and not exists (select from sec.officers(p_agency));
begin
  -- A coordinator offers places at the own table and nothing else.
  if c.persona = 'coordinator'
    and (p_persona not in ('rep', 'coordinator') or p_table is distinct from c.table_id)
    then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.check_end(p_ends_at);
  select app_user.id into u from sec.app_user where app_user.sign_in_name = p_name
    and app_user.status <> 'disabled' for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if voucher is not null
    and not exists (select 1 from sec.agency where agency.id = voucher and agency.ended_at is null)
    then raise exception 'not found' using errcode = 'P0002'; end if;
  if p_table is not null
    and not exists (select 1 from sec.situation_table where situation_table.id = p_table
      and situation_table.ended_at is null) then raise exception 'not found' using errcode = 'P0002'; end if;
  if p_persona = 'rep'
    and not exists (select 1 from sec.table_agency where table_agency.table_id = p_table
      and table_agency.agency_id = p_agency and table_agency.has_account and table_agency.left_at is null)
    then
    raise exception 'seat.agencyWithoutAccount';
  end if;
  if exists (select 1 from sec.seat where seat.user_id = u and seat.persona = p_persona
      and seat.table_id is not distinct from p_table
      and seat.agency_id is not distinct from p_agency and seat.ends_at > sec.domain_now())
      then raise exception 'seat.heldAlready'; end if;
  if p_persona in ('administrator', 'auditor') and u = c.user_id then raise exception 'seat.offer.self';
  end if;
  if first then
    -- Locked, so that two administrators cannot both make a first officer.
    perform 1 from sec.agency where agency.id = p_agency for no key update;
    if exists (select from sec.seat join sec.app_user x on x.id = seat.user_id and x.status <> 'disabled'
        where seat.agency_id = p_agency and seat.persona = 'privacy' and seat.ends_at > sec.domain_now()) then
      raise exception 'seat.offer.officerComing';
    end if;
  end if;
  -- It begins by itself after a day: for a first officer only where no second administrator can speak, and no
  -- table with situations is opened by it.
  if p_persona in ('administrator', 'auditor') or (first and not sec.has_second(c) and not exists (select
    from unnest(concerned) t where sec.is_founded(t))) then
    insert into sec.seat (user_id, persona, agency_id, starts_at, ends_at, offered_by)
      values (u, p_persona, p_agency, sec.domain_now() + interval '24 hours', p_ends_at, c.user_id)
        returning seat.id into s;
    perform sec.note_origin(u, s, 'offered', c.user_id);
    if first then perform sec.tell_list(t, array[s]) from sec.tables_of_agency(p_agency) t; end if;
  end if;
  insert into sec.seat_offer (user_id, persona, table_id, agency_id, employer_agency_id, ends_at, seat_id,
      begins_at, offered_by)
    values (u, p_persona, p_table, p_agency, p_employer, p_ends_at, s,
        (select seat.starts_at from sec.seat where seat.id = s), c.user_id) returning seat_offer.id into made;
  perform sec.tell_tables(concerned, case p_persona when 'administrator' then 'administratorOffered'
    else 'seatOffered' end, voucher, p_persona, u, c.user_id);
  perform sec.tell(case when p_persona in ('administrator', 'auditor')
    then array(select sec.administrators_but(c.user_id))
    when first then array(select sec.coordinators_with(p_agency) union select sec.officers_at(concerned, u)
      union select sec.administrators_but(c.user_id))
    when p_table is not null and not sec.has_officer_but(voucher, u)
      then array(select sec.officers_at(array[p_table], u))
    else array(select sec.officers(voucher)) end, 'seat.offered', made, voucher);
  perform audit.record('seat.offer', 'seatOffer', made, array[p_persona], 'allow', p_table => p_table);
  return made;
exception when unique_violation then raise exception 'seat.offer.waitsAlready';
end $$;

grant execute on function sec.offer_seat(text, text, uuid, uuid, uuid, timestamptz) to administrator,
  coordinator;
