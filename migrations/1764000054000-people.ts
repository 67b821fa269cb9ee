import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Users and their invitations (matrix rows 36 and 53). An invitation's token goes to the invitee, its code comes from the agency's privacy
 * officer: an administrator alone can make nobody's account speak. Where nobody can give a code, a day's notice stands in for it.
 */
export class People1764000054000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.invitation (
  id uuid constraint invitation_pkey primary key default gen_random_uuid(),
  kind text not null constraint invitation_kind check (kind in ('first', 'reset')),
  user_id uuid not null constraint invitation_user references sec.app_user,
  agency_id uuid constraint invitation_agency references sec.agency,
  token_hash bytea not null constraint invitation_token check (length(token_hash) = 32),
  code_hash bytea constraint invitation_code check (length(code_hash) = 32),
  code_needed boolean not null,
  opens_at timestamptz not null,
  expires_at timestamptz not null default clock_timestamp() + interval '14 days',
  created_by uuid not null constraint invitation_creator references sec.app_user,
  created_at timestamptz not null default clock_timestamp(),
  officer_id uuid constraint invitation_officer references sec.app_user,
  second_id uuid constraint invitation_second references sec.app_user,
  voucher_agencies uuid[] not null default '{}',
  digits_hash bytea, digits_until timestamptz, digits_tries int not null default 0,
  face_by uuid constraint invitation_face references sec.app_user,
  redeemed_at timestamptz, cancelled_at timestamptz,
  constraint invitation_token_unique unique (token_hash)
);
comment on column sec.invitation.voucher_agencies
  is 'whose privacy officers may give the code: the agency''s own, or else others of its tables';
comment on column sec.invitation.digits_hash
  is 'of the six digits on the invitee''s screen, for two minutes and once';
create index invitation_by_user on sec.invitation (user_id);
create index invitation_by_agency on sec.invitation (agency_id) where agency_id is not null;
alter table sec.invitation enable row level security; alter table sec.invitation force row level security;
create policy invitation_owner on sec.invitation to owner using (true) with check (true);
create policy invitation_all on sec.invitation for select to administrator using ((select (sec.ctx()).persona) = current_user);
create policy invitation_of_agency on sec.invitation for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and (invitation.agency_id = (select (sec.ctx()).agency_id)
      or (select (sec.ctx()).agency_id) = any (invitation.voucher_agencies)));
-- A coordinator confirms resets of people at the own table; which these are, the seats' own policy says.
create policy invitation_of_table on sec.invitation for select to coordinator
  using ((select (sec.ctx()).persona) = current_user and invitation.kind = 'reset'
    and exists (select 1 from sec.seat where seat.user_id = invitation.user_id and seat.ends_at > (select sec.domain_now())));
grant select (id, kind, user_id, agency_id, code_needed, opens_at, expires_at, created_by, created_at,
  officer_id, second_id, voucher_agencies, face_by,
    redeemed_at, cancelled_at)
  on sec.invitation to administrator, privacy, coordinator;
create policy app_user_invited on sec.app_user for select to privacy, coordinator
  using ((select (sec.ctx()).persona) = current_user and exists (select 1 from sec.invitation where invitation.user_id = app_user.id));

-- ---------------------------------------------------------------- who can be asked
create function sec.officers(p_agency uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select seat.user_id from sec.seat join sec.app_user on app_user.id = seat.user_id and app_user.status = 'active'
    where seat.agency_id = p_agency and seat.persona = 'privacy' and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now() $$;

create function sec.chairs(p_agency uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select distinct seat.user_id from sec.seat join sec.table_agency on table_agency.table_id = seat.table_id and table_agency.left_at is null
    where table_agency.agency_id = p_agency and seat.persona = 'coordinator' and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now() $$;

create function sec.live_administrators(p_but uuid) returns int language sql stable security definer set search_path = pg_catalog as $$
  select count(distinct seat.user_id)::int from sec.seat join sec.app_user on app_user.id = seat.user_id and app_user.status = 'active'
    where seat.persona = 'administrator' and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now() and seat.user_id is distinct from p_but $$;

-- Privacy officers of the agencies of tables, without one person.
create function sec.officers_at(p_tables uuid[], p_but uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct o from sec.table_agency ta cross join lateral sec.officers(ta.agency_id) o
    where ta.table_id = any (p_tables) and ta.left_at is null and o is distinct from p_but $$;

create function sec.administrators_but(p_but uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct seat.user_id from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status = 'active'
    where seat.persona = 'administrator' and seat.ends_at > sec.domain_now() and seat.user_id is distinct
      from p_but $$;

-- Whether another administrator acts now who is of independent origin: then two are needed where two are
-- wanted.
create function sec.has_second(c sec.ctx_t) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status = 'active'
    where seat.persona = 'administrator' and seat.starts_at <= sec.domain_now()
      and seat.ends_at > sec.domain_now()
      and sec.independent(seat.user_id, c.user_id, c.seat_id)) $$;

create function sec.tell(p_users uuid[], p_code text, p_object uuid, p_agency uuid) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, agency_id) select distinct u, p_code, p_object, p_agency from unnest(p_users) u where u is not null $$;

-- ---------------------------------------------------------------- users
-- Whose officers vouch for somebody who sits where situations are discussed: the own agency's if it is at
-- that table and has another officer, or else those of the other agencies there. Who sits nowhere is vouched
-- for by the agency that was named.
create function sec.vouchers(p_user uuid, p_agency uuid, p_tables uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  with there as (
    select distinct ta.agency_id, exists (select from sec.seat s where s.user_id = p_user
      and s.ends_at > sec.domain_now()
        and ta.agency_id in (s.agency_id, s.employer_agency_id)) as own
      from sec.table_agency ta where ta.table_id = any (p_tables) and ta.left_at is null
    union select p_agency, true where cardinality(p_tables) = 0),
  able as (select there.agency_id, there.own from there where exists (select
    from sec.officers(there.agency_id) o where o <> p_user))
  select coalesce(array_agg(able.agency_id), '{}') from able where able.own or not exists (select from able a
    where a.own) $$;

-- Tables with situations where this user sits, or answers for an agency.
create function sec.guarded_tables(p_user uuid) returns uuid[]
language sql volatile security definer set search_path = pg_catalog as $$
  select array(select t from sec.tables_of_user(p_user) t where sec.is_founded(t)) $$;

-- Whoever sits where situations are discussed always needs an officer's code, because an administrator holds
-- the token: where no officer is left, only a second administrator can give it.
create function sec.invite(p_kind text, p_user uuid, p_agency uuid, p_token_hash bytea, c sec.ctx_t) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made uuid; tables uuid[] := sec.guarded_tables(p_user); agencies uuid[] := sec.vouchers(p_user,
  p_agency, sec.guarded_tables(p_user));
  needed boolean := cardinality(tables) > 0 or cardinality(agencies) > 0; officers uuid[];
begin
  officers := array(select o from unnest(agencies) a cross join lateral sec.officers(a) o where o <> p_user);
  update sec.invitation set cancelled_at = clock_timestamp() where invitation.user_id = p_user and invitation.redeemed_at is null and invitation.cancelled_at is null;
  insert into sec.invitation (kind, user_id, agency_id, token_hash, code_needed, opens_at, created_by,
    voucher_agencies)
    values (p_kind, p_user, p_agency, p_token_hash, needed,
      clock_timestamp() + case when p_kind = 'reset' or not needed then interval '24 hours'
        else interval '0' end, c.user_id, agencies)
    returning invitation.id into made;
  perform sec.tell(officers || case when p_kind = 'reset' or not needed
    then array(select sec.chairs(p_agency)) end,
    case p_kind when 'first' then 'invitation.created' else 'invitation.resetStarted' end, made, p_agency);
  if p_kind = 'reset' then perform sec.tell(array[p_user], 'account.resetStarted', made, p_agency); end if;
  return made;
end $$;

create function sec.create_user(p_name text, p_display_name text, p_language text, p_agency uuid, p_token_hash bytea) returns table (user_id uuid, invitation_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); u uuid; made uuid;
begin
  if p_agency is not null then
    perform 1 from sec.agency where agency.id = p_agency and agency.ended_at is null for share;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  end if;
  insert into sec.app_user (sign_in_name, display_name, language, status, made_by)
    values (p_name, p_display_name, p_language, 'invited', c.user_id) returning app_user.id into u;
  perform sec.note_origin(u, null, 'made', c.user_id);
  made := sec.invite('first', u, p_agency, p_token_hash, c);
  perform audit.record('user.create', 'user', u, '{}', 'allow');
  return query select u, made;
exception when unique_violation then raise exception 'user.create.nameTaken';
end $$;

create function sec.change_user_status(p_user uuid, p_version int, p_active boolean) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); u sec.app_user;
begin
  if not p_active then
    perform sec.lock_administrators();
    perform sec.lock_roles_of_user(p_user);
    -- Two who disable each other come one after the other: the second is disabled already.
    perform sec.still_entered();
  end if;
  select app_user.* into u from sec.app_user where app_user.id = p_user for update;
  perform sec.check_version(found, u.version, p_version);
  if u.status = 'invited' and p_active then raise exception 'user.enable.notYetSignedIn'; end if;
  if not p_active and sec.live_administrators(p_user) = 0 then raise exception 'user.disable.lastAdministrator'; end if;
  update sec.app_user set status = case when p_active then 'active' else 'disabled' end, version = app_user.version + 1 where app_user.id = p_user;
  if not p_active then
    perform sec.revoke_sessions(p_user, null, null), sec.forget_devices(p_user);
    update sec.invitation set cancelled_at = clock_timestamp() where invitation.user_id = p_user and invitation.redeemed_at is null and invitation.cancelled_at is null;
  end if;
  if p_active then perform sec.note_origin(p_user, null, 'enabled', c.user_id); end if;
  perform sec.tell_tables(array(select sec.tables_of_user(p_user)), case when p_active then 'enabled'
    else 'disabled' end, null, null, p_user, c.user_id);
  perform audit.record(case when p_active then 'user.enable' else 'user.disable' end, 'user', p_user, '{}', 'allow');
  return p_version + 1;
end $$;

create function sec.end_user_sessions(p_user uuid) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  perform 1 from sec.app_user where app_user.id = p_user;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('user.endSessions', 'user', p_user, '{}', 'allow');
  return sec.revoke_sessions(p_user, null, null);
end $$;

-- The agency whose officer vouches is that of the user's own seats, never one that the administrator names.
create function sec.start_reset(p_user uuid, p_token_hash bytea) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); u sec.app_user; a uuid; made uuid;
begin
  select app_user.* into u from sec.app_user where app_user.id = p_user for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if u.status = 'disabled' then raise exception 'user.reset.disabled'; end if;
  if u.id = c.user_id then raise exception 'user.reset.self'; end if;
  select s.a into a from (select coalesce(seat.agency_id, seat.employer_agency_id) as a, seat.starts_at from sec.seat
      where seat.user_id = p_user and seat.ends_at > sec.domain_now()) s where s.a is not null order by s.starts_at limit 1;
  if a is null then select invitation.agency_id into a from sec.invitation where invitation.user_id = p_user and invitation.agency_id is not null order by invitation.created_at limit 1; end if;
  perform sec.tell_tables(array(select sec.tables_of_user(p_user)), 'resetStarted', a, null, p_user,
    c.user_id);
  made := sec.invite(case u.status when 'invited' then 'first' else 'reset' end, p_user, a, p_token_hash, c);
  perform audit.record('user.startReset', 'user', p_user, '{}', 'allow');
  return made;
end $$;

-- ---------------------------------------------------------------- invitations
create function sec.open_invitation(p_invitation uuid) returns sec.invitation language plpgsql volatile security definer set search_path = pg_catalog as $$
declare i sec.invitation;
begin
  select invitation.* into i from sec.invitation where invitation.id = p_invitation for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if i.redeemed_at is not null or i.cancelled_at is not null or i.expires_at <= clock_timestamp() then raise exception 'invitation.over'; end if;
  return i;
end $$;

-- What an officer or a second administrator may not be, to speak for an invitation: the invitee, its maker,
-- or a person made by its maker. A first invitation of somebody who sits nowhere yet makes an account and
-- opens nothing, so that two persons are enough for it.
create function sec.check_word(i sec.invitation, c sec.ctx_t) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare guarded boolean := cardinality(sec.guarded_tables(i.user_id)) > 0;
begin
  if guarded or i.kind = 'reset' or c.persona = 'administrator' then perform sec.require_independent(c,
    i.created_by); end if;
  if guarded and c.persona = 'administrator' and sec.ever_one(i.created_by, c.user_id) then
    raise exception 'secondPerson.notIndependent' using errcode = 'P0001';
  end if;
end $$;

-- The officer's word is the code; asked again, the new code replaces the one before.
create function sec.give_code(p_invitation uuid, p_code_hash bytea) returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); i sec.invitation; opens timestamptz;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation
    and (invitation.agency_id = c.agency_id or c.agency_id = any (invitation.voucher_agencies));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  if c.user_id in (i.user_id, i.created_by) then raise exception 'invitation.giveCode.samePerson'; end if;
  -- The own agency's officer speaks for nobody who sits at a table where that agency does not.
  if i.code_needed and not c.agency_id = any (i.voucher_agencies)
    and cardinality(sec.guarded_tables(i.user_id)) > 0 then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  perform sec.check_word(i, c);
  update sec.invitation set code_hash = p_code_hash, code_needed = true, officer_id = c.user_id,
      opens_at = case when invitation.kind = 'first' or (invitation.second_id is not null
        and sec.independent(invitation.second_id, c.user_id, c.seat_id))
        then least(invitation.opens_at, clock_timestamp()) else invitation.opens_at end
    where invitation.id = p_invitation returning invitation.opens_at into opens;
  perform audit.record('invitation.giveCode', 'invitation', p_invitation, '{}', 'allow');
  return opens;
end $$;

-- The second word: for a reset the coordinator's, beside the officer's code; another administrator's for
-- people of
-- no agency, and in place of the code where no officer is left who could give one.
create function sec.confirm_invitation(p_invitation uuid) returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'administrator'], true); i sec.invitation; opens timestamptz;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation and case c.persona
    when 'administrator' then invitation.agency_id is null or (invitation.code_needed
      and cardinality(invitation.voucher_agencies) = 0)
    else invitation.kind = 'reset' and exists (select 1 from sec.seat where seat.user_id = invitation.user_id and seat.table_id = c.table_id and seat.ends_at > sec.domain_now()) end;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  if c.user_id in (i.user_id, i.created_by, i.officer_id, i.face_by)
    then raise exception 'invitation.confirm.samePerson'; end if;
  perform sec.require_independent(c, i.created_by, i.officer_id, i.face_by);
  perform sec.check_word(i, c);
  update sec.invitation set second_id = c.user_id, code_needed = invitation.code_needed
    and c.persona <> 'administrator',
      opens_at = case when c.persona = 'administrator' or num_nonnulls(invitation.officer_id,
        invitation.face_by) > 0
        then least(invitation.opens_at, clock_timestamp()) else invitation.opens_at end
    where invitation.id = p_invitation returning invitation.opens_at into opens;
  perform audit.record('invitation.confirm', 'invitation', p_invitation, '{}', 'allow');
  return opens;
end $$;

create function sec.cancel_invitation(p_invitation uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'privacy'], false); i sec.invitation;
begin
  perform 1 from sec.invitation where invitation.id = p_invitation and (c.persona = 'administrator'
    or invitation.agency_id = c.agency_id
    or c.agency_id = any (invitation.voucher_agencies));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  i := sec.open_invitation(p_invitation);
  update sec.invitation set cancelled_at = clock_timestamp() where invitation.id = i.id;
  perform audit.record('invitation.cancel', 'invitation', i.id, '{}', 'allow');
end $$;

-- Whoever can still sign in stops a reset that somebody else began.
create function sec.cancel_own_resets(p_token_hash bytea) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); times int := 0; i uuid;
begin
  for i in update sec.invitation set cancelled_at = clock_timestamp()
      where invitation.user_id = s.user_id and invitation.kind = 'reset' and invitation.redeemed_at is null and invitation.cancelled_at is null returning invitation.id loop
    perform audit.record('invitation.cancel', 'invitation', i, '{}', 'allow', p_actor => s.user_id);
    times := times + 1;
  end loop;
  return times;
end $$;

-- 'right', 'refused' (unknown, over, wrong code: not told apart) or 'early' (right, but its day of notice is not over), and the pause
-- that a try makes. Wrong codes slow everyone who has this link and end nothing: its rightful holder has the same link. The code has 40
-- bits, and the link 256 that nobody guesses.
create function sec.begin_joining(p_token_hash bytea, p_code_hash bytea, out standing text, out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare i sec.invitation;
begin
  wait_ms := sec.slow_try('joining', p_token_hash, 5);
  select invitation.* into i from sec.invitation where invitation.token_hash = p_token_hash and invitation.redeemed_at is null
    and invitation.cancelled_at is null and invitation.expires_at > clock_timestamp();
  standing := case when i.id is null or (i.code_needed and (i.code_hash = p_code_hash) is not true) then 'refused'
    when i.opens_at > clock_timestamp() then 'early' else 'right' end;
end $$;

-- 'redeemed', or how it stands by now: it may have been used or cancelled since it was judged.
create function sec.redeem_invitation(p_token_hash bytea, p_code_hash bytea, p_hash text) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare i sec.invitation;
begin
  select invitation.* into i from sec.invitation where invitation.token_hash = p_token_hash and invitation.redeemed_at is null
    and invitation.cancelled_at is null and invitation.expires_at > clock_timestamp() for update;
  if not found or (i.code_needed and (i.code_hash = p_code_hash) is not true) then return 'refused'; end if;
  if i.opens_at > clock_timestamp() then return 'early'; end if;
  perform 1 from sec.app_user where app_user.id = i.user_id and app_user.status <> 'disabled' for update;
  if not found then return 'refused'; end if;
  -- Nobody but its maker spoke for this invitation, and since then the invitee was seated where situations
  -- are discussed: a new one needs a code.
  if not i.code_needed and i.face_by is null and i.second_id is null and exists (select from sec.seat s
    join sec.situation_table t on t.id = s.table_id
      where s.user_id = i.user_id and s.ends_at > sec.domain_now() and sec.is_founded(t.id) and (t.founded_at
        is null or s.starts_at > t.founded_at)) then
    return 'refused';
  end if;
  update sec.invitation set redeemed_at = clock_timestamp() where invitation.id = i.id;
  if i.kind = 'reset' then
    delete from sec.totp where totp.user_id = i.user_id;
    delete from sec.recovery_code where recovery_code.user_id = i.user_id;
    perform sec.revoke_sessions(i.user_id, null, null), sec.forget_devices(i.user_id);
  end if;
  insert into sec.password (user_id, hash) values (i.user_id, p_hash) on conflict (user_id) do update set hash = excluded.hash, changed_at = clock_timestamp();
  update sec.app_user set status = 'active', version = app_user.version + 1 where app_user.id = i.user_id and app_user.status = 'invited';
  perform sec.note_origin(i.user_id, null, case i.kind when 'first' then 'made'
    else 'reset' end, i.created_by);
  perform sec.note_origin(i.user_id, null, 'confirmed', i.officer_id, i.second_id, i.face_by);
  if i.kind = 'reset' then perform sec.tell_tables(array(select sec.tables_of_user(i.user_id)), 'reset',
    i.agency_id, null, i.user_id, i.created_by); end if;
  perform audit.record('invitation.redeem', 'invitation', i.id, '{}', 'allow', p_actor => i.user_id);
  return 'redeemed';
end $$;

grant execute on function sec.create_user(text, text, text, uuid, bytea), sec.change_user_status(uuid, int, boolean), sec.end_user_sessions(uuid), sec.start_reset(uuid, bytea) to administrator;
grant execute on function sec.give_code(uuid, bytea) to privacy;
grant execute on function sec.confirm_invitation(uuid) to coordinator, administrator;
grant execute on function sec.cancel_invitation(uuid) to administrator, privacy;
grant execute on function sec.cancel_own_resets(bytea), sec.begin_joining(bytea, bytea), sec.redeem_invitation(bytea, bytea, text) to authn;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
