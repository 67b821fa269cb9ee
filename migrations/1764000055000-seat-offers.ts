import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats offered by a coordinator or an administrator and approved by the agency's privacy officer (matrix row
 * 35). An agency's first officer needs a second administrator, or an officer of a table of that agency;
 * nobody approves a seat of their own. Administrators and auditors, and a first officer where there is only
 * one administrator and no table with situations, begin after a day's notice.
 */
export class SeatOffers1764000055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.seat_offer (
  id uuid constraint seat_offer_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint seat_offer_user references sec.app_user,
  persona text not null constraint seat_offer_persona check (persona in ('rep', 'coordinator', 'auditor', 'administrator', 'privacy')),
  table_id uuid constraint seat_offer_table references sec.situation_table,
  agency_id uuid constraint seat_offer_agency references sec.agency,
  employer_agency_id uuid constraint seat_offer_employer references sec.agency,
  ends_at timestamptz not null,
  renews_seat_id uuid constraint seat_offer_renews references sec.seat,
  seat_id uuid constraint seat_offer_seat references sec.seat,
  begins_at timestamptz,
  offered_by uuid not null constraint seat_offer_offerer references sec.app_user,
  offered_at timestamptz not null default sec.domain_now(),
  decision text constraint seat_offer_decision check (decision in ('approved', 'refused', 'withdrawn')),
  decided_by uuid constraint seat_offer_decider references sec.app_user,
  decided_at timestamptz,
  constraint seat_offer_at_a_table check ((persona in ('rep', 'coordinator')) = (table_id is not null)),
  constraint seat_offer_for_an_agency check ((persona in ('rep', 'privacy')) = (agency_id is not null)),
  constraint seat_offer_employer_of_coordinator check ((persona = 'coordinator') = (employer_agency_id is not null)),
  constraint seat_offer_decided check ((decision is null) = (decided_at is null))
);
comment on column sec.seat_offer.seat_id is 'the seat it became, or the one that begins by itself after a day of notice';
comment on column sec.seat_offer.begins_at is 'when it begins by itself: kept here too, since whoever may refuse it need not see the seat';
create index seat_offer_open on sec.seat_offer (offered_at) where decision is null;
create index seat_offer_by_user on sec.seat_offer (user_id);
create unique index seat_offer_once on sec.seat_offer (user_id, persona, table_id, agency_id) nulls not distinct where decision is null;
alter table sec.seat_offer enable row level security; alter table sec.seat_offer force row level security;
create policy seat_offer_owner on sec.seat_offer to owner using (true) with check (true);
create policy seat_offer_wall on sec.seat_offer as restrictive for all to coordinator
  using (seat_offer.table_id is null or seat_offer.table_id = (select (sec.ctx()).table_id));
create policy seat_offer_all on sec.seat_offer for select to administrator using ((select (sec.ctx()).persona) = current_user);
-- Own table's, and those of officers to be at agencies of the own table, which is their notice.
create policy seat_offer_of_table on sec.seat_offer for select to coordinator
  using ((select (sec.ctx()).persona) = current_user and (seat_offer.table_id = (select (sec.ctx()).table_id)
    or (seat_offer.persona = 'privacy' and exists (select 1 from sec.table_agency where table_agency.agency_id = seat_offer.agency_id and table_agency.left_at is null))));
grant select on sec.seat_offer to administrator, privacy, coordinator;
create policy app_user_offered on sec.app_user for select to privacy, coordinator
  using ((select (sec.ctx()).persona) = current_user and exists (select 1 from sec.seat_offer where seat_offer.user_id = app_user.id));

-- ---------------------------------------------------------------- whose word an offer needs
create function sec.has_officer_but(p_agency uuid, p_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.officers(p_agency) x where x <> p_user) $$;

-- Whether somebody's word is the one that an offer waits for, before it is asked who they are beside the one
-- who offered. The agency's own officer, at its table; another agency's officer of the table where the own
-- one cannot: for an employer that does not sit there, for an agency's first officer, and for a seat of the
-- only officer. An administrator for those last two, and for administrators and auditors.
create function sec.may_approve(o sec.seat_offer, c sec.ctx_t) returns boolean
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
-- For the policy, which hands over no context of its own.
create function sec.waits_for_me(o sec.seat_offer) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select sec.may_approve(o, sec.ctx()) and (sec.ctx()).user_id not in (o.user_id, o.offered_by) $$;
grant execute on function sec.waits_for_me(sec.seat_offer) to privacy, administrator, coordinator;
create policy seat_offer_of_agency on sec.seat_offer for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and ((select (sec.ctx()).agency_id) in (seat_offer.agency_id, seat_offer.employer_agency_id)
    or sec.waits_for_me(seat_offer)));

-- Tables that a seat concerns: its own, those of an officer's agency, all for an administrator.
create function sec.tables_of_seat(p_persona text, p_table uuid, p_agency uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select case p_persona when 'administrator' then array(select t.id from sec.situation_table t
    where t.ended_at is null)
    when 'privacy' then array(select sec.tables_of_agency(p_agency)) when 'auditor' then '{}'::uuid[]
      else array[p_table] end $$;

create function sec.check_end(p_ends_at timestamptz) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if p_ends_at <= sec.domain_now() or p_ends_at > sec.domain_now() + interval '2 years 1 day' then raise exception 'seat.offer.endNotInTwoYears'; end if;
end $$;

create function sec.offer_seat(p_name text, p_persona text, p_table uuid, p_agency uuid, p_employer uuid, p_ends_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator'], true); u uuid; made uuid; s uuid; voucher uuid := coalesce(p_agency, p_employer);
  concerned uuid[] := sec.tables_of_seat(p_persona, p_table, p_agency); first boolean := p_persona = 'privacy'
    and not exists (select from sec.officers(p_agency));
begin
  -- A coordinator offers places at the own table and nothing else.
  if c.persona = 'coordinator' and (p_persona not in ('rep', 'coordinator') or p_table is distinct from c.table_id) then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.check_end(p_ends_at);
  select app_user.id into u from sec.app_user where app_user.sign_in_name = p_name and app_user.status <> 'disabled' for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if voucher is not null and not exists (select 1 from sec.agency where agency.id = voucher and agency.ended_at is null) then raise exception 'not found' using errcode = 'P0002'; end if;
  if p_table is not null and not exists (select 1 from sec.situation_table where situation_table.id = p_table and situation_table.ended_at is null) then raise exception 'not found' using errcode = 'P0002'; end if;
  if p_persona = 'rep' and not exists (select 1 from sec.table_agency where table_agency.table_id = p_table and table_agency.agency_id = p_agency and table_agency.has_account and table_agency.left_at is null) then
    raise exception 'seat.agencyWithoutAccount';
  end if;
  if exists (select 1 from sec.seat where seat.user_id = u and seat.persona = p_persona and seat.table_id is not distinct from p_table
      and seat.agency_id is not distinct from p_agency and seat.ends_at > sec.domain_now()) then raise exception 'seat.heldAlready'; end if;
  if p_persona in ('administrator', 'auditor') and u = c.user_id then raise exception 'seat.offer.self'; end if;
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
  end if;
  insert into sec.seat_offer (user_id, persona, table_id, agency_id, employer_agency_id, ends_at, seat_id, begins_at, offered_by)
    values (u, p_persona, p_table, p_agency, p_employer, p_ends_at, s, (select seat.starts_at from sec.seat where seat.id = s), c.user_id) returning seat_offer.id into made;
  perform sec.tell_tables(concerned, case p_persona when 'administrator' then 'administratorOffered'
    else 'seatOffered' end, voucher, p_persona, u, c.user_id);
  perform sec.tell(case when p_persona in ('administrator', 'auditor')
    then array(select sec.administrators_but(c.user_id))
    when first then array(select sec.chairs(p_agency) union select sec.officers_at(concerned, u)
      union select sec.administrators_but(c.user_id))
    when p_table is not null and not sec.has_officer_but(voucher, u)
      then array(select sec.officers_at(array[p_table], u))
    else array(select sec.officers(voucher)) end, 'seat.offered', made, voucher);
  perform audit.record('seat.offer', 'seatOffer', made, array[p_persona], 'allow', p_table => p_table);
  return made;
exception when unique_violation then raise exception 'seat.offer.waitsAlready';
end $$;

-- The offer as this viewer may decide it, locked; not found for everybody whose word it does not need.
create function sec.open_offer(p_offer uuid, c sec.ctx_t, p_refusing boolean) returns sec.seat_offer language plpgsql volatile security definer set search_path = pg_catalog as $$
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
        where table_agency.table_id = c.table_id and table_agency.agency_id = seat_offer.agency_id and table_agency.left_at is null)))
    for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if o.decision is not null then raise exception 'seat.decide.decided'; end if;
  return o;
end $$;

-- The seat begins, and it is kept who offered and who approved it. The table is held, so that its first
-- situation comes before or after this.
create function sec.begin_seat(o sec.seat_offer, c sec.ctx_t) returns uuid
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
    update sec.seat set ends_at = o.ends_at, version = seat.version + 1 where seat.id = o.renews_seat_id and seat.ends_at > sec.domain_now() returning seat.id into s;
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
  perform sec.tell(array[o.user_id, o.offered_by], 'seat.approved', s, coalesce(o.agency_id, o.employer_agency_id));
  perform audit.record('seat.approve', 'seat', s, array[o.persona], 'allow', p_table => o.table_id);
  return s;
end $$;

create function sec.approve_seat(p_offer uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy', 'administrator'], true);
begin return sec.begin_seat(sec.open_offer(p_offer, c, false), c); end $$;

create function sec.refuse_seat(p_offer uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy', 'administrator', 'coordinator'], true); o sec.seat_offer := sec.open_offer(p_offer, c, true); now_at timestamptz := sec.domain_now();
begin
  update sec.seat_offer set decision = case when c.user_id = o.offered_by then 'withdrawn' else 'refused' end, decided_by = c.user_id, decided_at = sec.domain_now() where seat_offer.id = p_offer;
  if o.seat_id is not null then
    -- It may have begun by itself and be the only one by now.
    if o.persona = 'administrator' and sec.live_administrators(o.user_id) = 0
      and exists (select from sec.seat s where s.id = o.seat_id and s.starts_at <= now_at and s.ends_at > now_at) then
      raise exception 'seat.end.lastAdministrator';
    end if;
    update sec.seat set starts_at = least(seat.starts_at, now_at), ends_at = now_at, ended_because = 'refused', version = seat.version + 1 where seat.id = o.seat_id and seat.ends_at > sec.domain_now();
  end if;
  perform sec.tell(array[o.offered_by], 'seat.refused', p_offer, coalesce(o.agency_id, o.employer_agency_id));
  perform audit.record('seat.refuse', 'seatOffer', p_offer, array[o.persona], 'allow', p_table => o.table_id);
end $$;

create function sec.open_seat(p_seat uuid, p_version int, c sec.ctx_t) returns sec.seat language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.seat;
begin
  -- What counts seats is locked before the seat: administrators all together, others by table.
  select seat.* into s from sec.seat where seat.id = p_seat;
  if s.persona = 'administrator' then perform sec.lock_administrators(); end if;
  perform sec.lock_roles(array(select t from sec.tables_it_counts_at(s.table_id, s.agency_id) t));
  perform sec.still_entered();
  select seat.* into s from sec.seat where seat.id = p_seat and (c.persona = 'administrator' or (c.persona = 'coordinator' and seat.table_id = c.table_id)
    or (c.persona = 'privacy' and c.agency_id in (seat.agency_id, seat.employer_agency_id))) for update;
  perform sec.check_version(found, s.version, p_version);
  if s.ends_at <= sec.domain_now() then raise exception 'seat.over'; end if;
  return s;
end $$;

create function sec.end_seat(p_seat uuid, p_version int) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], true); s sec.seat := sec.open_seat(p_seat, p_version, c); now_at timestamptz := sec.domain_now();
begin
  if s.persona = 'administrator' and sec.live_administrators(s.user_id) = 0 then raise exception 'seat.end.lastAdministrator'; end if;
  update sec.seat set starts_at = least(seat.starts_at, now_at), ends_at = now_at, ended_because = 'ended', version = seat.version + 1 where seat.id = p_seat;
  perform sec.tell_tables(sec.tables_of_seat(s.persona, s.table_id, s.agency_id), 'seatEnded',
    coalesce(s.agency_id, s.employer_agency_id),
    s.persona, s.user_id, c.user_id);
  perform audit.record('seat.end', 'seat', p_seat, array[s.persona], 'allow', p_table => s.table_id);
  return p_version + 1;
end $$;

-- An officer renews the own agency's seats at once, an administrator another administrator's or auditor's; otherwise it is an offer. Returns the offer, or null.
create function sec.renew_seat(p_seat uuid, p_version int, p_ends_at timestamptz) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], true); s sec.seat := sec.open_seat(p_seat, p_version, c); made uuid; agency uuid := coalesce(s.agency_id, s.employer_agency_id);
begin
  perform sec.check_end(p_ends_at);
  if s.user_id = c.user_id and c.persona <> 'coordinator' then raise exception 'seat.renew.self'; end if;
  if c.persona = 'privacy' or (c.persona = 'administrator' and agency is null) then
    update sec.seat set ends_at = p_ends_at, version = seat.version + 1 where seat.id = p_seat;
    perform audit.record('seat.renew', 'seat', p_seat, array[s.persona], 'allow', p_table => s.table_id);
    return null;
  end if;
  insert into sec.seat_offer (user_id, persona, table_id, agency_id, employer_agency_id, ends_at, renews_seat_id, offered_by)
    values (s.user_id, s.persona, s.table_id, s.agency_id, s.employer_agency_id, p_ends_at, p_seat, c.user_id) returning seat_offer.id into made;
  perform sec.tell(case when sec.has_officer_but(agency, s.user_id) then array(select sec.officers(agency))
    else array(select sec.officers_at(sec.tables_of_seat(s.persona, s.table_id, s.agency_id), s.user_id)
      union select sec.administrators_but(c.user_id)) end,
    'seat.renewalOffered', made, agency);
  perform audit.record('seat.offerRenewal', 'seatOffer', made, array[s.persona], 'allow', p_table => s.table_id);
  return made;
exception when unique_violation then raise exception 'seat.offer.waitsAlready';
end $$;

grant execute on function sec.offer_seat(text, text, uuid, uuid, uuid, timestamptz) to administrator, coordinator;
grant execute on function sec.approve_seat(uuid) to privacy, administrator;
grant execute on function sec.refuse_seat(uuid) to privacy, administrator, coordinator;
grant execute on function sec.end_seat(uuid, int), sec.renew_seat(uuid, int, timestamptz) to administrator, coordinator, privacy;

-- Row 34: the administrative chain for auditors and administrators; the tables' own chains stay where they are.
create policy event_administration on audit.event for select to auditor, administrator
  using ((select (sec.ctx()).persona) = current_user and event.chain = '00000000-0000-0000-0000-000000000000');
grant usage on schema audit to auditor, administrator;
grant select on audit.event to auditor, administrator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
