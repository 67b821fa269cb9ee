import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people are told outside the meeting (docs/adr/mail.md). A notice is written in the transaction of what it tells, by a trigger: it is the outbox. Letters gather
 * notices; of a situation they know its number. Addresses are sealed by the application, and only what sends reads them.
 */
export class Mail1764000081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table sec.notice add column table_id uuid constraint notice_table references sec.situation_table, add column number text, add column occasion text, add column letter_id uuid,
  add column persona text constraint notice_persona check (persona in ('rep', 'coordinator', 'privacy', 'administrator')),
  add column meets_was timestamptz, add column meets_at timestamptz;
comment on column sec.notice.meets_was is 'of a meeting: when it was to be; meets_at: when it is';
comment on column sec.notice.occasion is 'what makes a repeated notice the same one';
comment on column sec.notice.persona is 'the kind of seat by which its reader is told; null where the agency says it: a representative, else a coordinator';
-- Who has seats at two tables acts through one at a time: what the other one told is not read through this one.
create policy notice_wall on sec.notice as restrictive for select to rep, coordinator, auditor, administrator, privacy
  using (notice.table_id is null or notice.table_id = (select (sec.ctx()).table_id)
    -- An officer or administrator sits at no table, and reads what they are told as such.
    or ((select (sec.ctx()).persona) in ('privacy', 'administrator') and notice.persona = (select (sec.ctx()).persona)));
create unique index notice_once on sec.notice (user_id, code, object_id, occasion) where occasion is not null;
create index notice_to_mail on sec.notice (user_id, created_at) where letter_id is null and seen_at is null and table_id is not null;
create index notice_unmailed on sec.notice (created_at) where letter_id is null and seen_at is null and table_id is not null;
create index notice_of_tables on sec.notice (created_at) where table_id is not null;
create index notice_of_letter on sec.notice (letter_id) where letter_id is not null;

create table sec.mail_address (
  user_id uuid constraint mail_address_pkey primary key constraint mail_address_user references sec.app_user,
  sealed bytea, pending bytea, code_hash bytea, code_expires_at timestamptz, code_tries int not null default 0,
  wanted boolean not null default true, quiet_from time not null default '21:00', quiet_until time not null default '07:00'
);
create table sec.letter (
  id uuid constraint letter_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint letter_user references sec.app_user,
  kind text not null constraint letter_kind check (kind in ('digest', 'weekly', 'confirmation', 'invitation')),
  sealed bytea, invitation_id uuid constraint letter_invitation references sec.invitation,
  made_at timestamptz not null default sec.domain_now(), written_at timestamptz not null default clock_timestamp(), sent_at timestamptz, dead_at timestamptz
);
create index letter_waiting on sec.letter (written_at) where sent_at is null and dead_at is null;
create index letter_by_time on sec.letter (written_at);
create index letter_sent on sec.letter (sent_at) where sent_at is not null;
create index letter_dead on sec.letter (dead_at) where dead_at is not null;
create index letter_of_user on sec.letter (user_id, made_at);
do $$ declare t text; begin
  foreach t in array array['mail_address', 'letter'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;

-- ---------------------------------------------------------------- what is told
create function sec.seated(p_table uuid, p_persona text, p_agency uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select distinct l.user_id from sec.live_seat l where l.table_id = p_table and l.persona = p_persona and (p_agency is null or l.agency_id = p_agency) $$;

create function sec.tell_seated(p_persona text, p_agency uuid, p_code text, p_table uuid, p_situation uuid, p_occasion text) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int;
begin
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, number, occasion)
  select u, p_code, p_situation, p_agency, p_table, (select s.number from app.situation s where s.table_id = p_table and s.id = p_situation), p_occasion
    from sec.seated(p_table, p_persona, p_agency) u
  on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing;
  get diagnostics n = row_count; return n;
end $$;

create function app.tell_of_assignment() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state = 'asked' then perform sec.tell_seated('rep', new.agency_id, 'situation.asked', new.table_id, new.situation_id, new.id::text);
  else perform sec.tell_seated('coordinator', null, 'situation.cameBack', new.table_id, new.situation_id, new.id::text); end if;
  return null;
end $$;
create trigger tell_of_asking after insert on app.assignment for each row when (new.state = 'asked') execute function app.tell_of_assignment();
create trigger tell_of_return after update of state on app.assignment for each row when (old.state = 'asked' and new.state = 'returned') execute function app.tell_of_assignment();

-- The clock's own: twelve hours before the first contact is due, when something is overdue, and the day before the meeting from nine o'clock at the table.
-- One table, in a transaction of its own; asked of every table where an agency has a part (app.tables_to_remind).
create function app.remind(p_table uuid) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare t sec.situation_table; c record; n integer := 0; here timestamp; tomorrow date; called boolean;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table and situation_table.ended_at is null;
  if not found then return 0; end if;
  here := sec.domain_now() at time zone t.time_zone;
  tomorrow := here::date + 1;
  called := here::time >= time '09:00' and exists (select from app.meetings_between(t.id, tomorrow, tomorrow) m
    where m.kind = 'regular' and m.state = 'scheduled');
  for c in select k.* from app.report_clock(t.id) k
    where k.overdue or k.contact_overdue or (k.reported_at is null and k.contact_due_at <= sec.domain_now() + interval '12 hours') or (k.due_on <= tomorrow and called) loop
    if c.overdue or c.contact_overdue then
      n := n + sec.tell_seated('rep', c.agency_id, 'situation.overdue', t.id, c.situation_id, case when c.overdue then to_char(c.due_on, 'YYYY-MM-DD') else 'contact' end || c.agency_id);
    end if;
    if c.reported_at is null and not c.contact_overdue and c.contact_due_at <= sec.domain_now() + interval '12 hours' then
      n := n + sec.tell_seated('rep', c.agency_id, 'situation.dueSoon', t.id, c.situation_id, extract(epoch from c.contact_due_at)::text || c.agency_id);
    end if;
    if c.due_on <= tomorrow and called then
      n := n + sec.tell_seated('rep', c.agency_id, 'situation.reportCalled', t.id, c.situation_id, to_char(tomorrow, 'YYYY-MM-DD') || c.agency_id);
    end if;
  end loop;
  return n;
end $$;
-- The tables after a place where an agency has accepted a part: each is found by one look into the index, however many parts it has.
create function app.tables_to_remind(p_after uuid, p_limit integer) returns table (table_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  with recursive found as (
    (select a.table_id, 1 as place from app.assignment a where a.state in ('asked', 'accepted') and (p_after is null or a.table_id > p_after) order by a.table_id limit 1)
    union all
    select (select a.table_id from app.assignment a where a.state in ('asked', 'accepted') and a.table_id > found.table_id order by a.table_id limit 1), found.place + 1
      from found where found.table_id is not null and found.place < p_limit)
  select found.table_id from found where found.table_id is not null order by 1 $$;

-- ---------------------------------------------------------------- letters
create function sec.is_quiet(p_at time, p_from time, p_until time) returns boolean language sql immutable set search_path = pg_catalog as $$
  select case when p_from <= p_until then p_at >= p_from and p_at < p_until else p_at >= p_from or p_at < p_until end $$;

-- A notice waits two minutes for others, and each person gets one such letter in half an hour: a busy meeting makes one, not twenty. What was seen meanwhile is not mailed.
create function sec.letters_to_gather(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select '00000000-0000-0000-0000-000000000000'::uuid, n.user_id from sec.notice n cross join (select sec.domain_now() as at) now
      join sec.mail_address m on m.user_id = n.user_id and m.sealed is not null and m.wanted
      join sec.app_user u on u.id = n.user_id and u.status = 'active'
      join sec.situation_table t on t.id = n.table_id
     where n.letter_id is null and n.seen_at is null and n.created_at > (select sec.domain_now() - interval '36 hours')
       and not sec.is_quiet((now.at at time zone t.time_zone)::time, m.quiet_from, m.quiet_until)
       and not exists (select from sec.letter l where l.user_id = n.user_id and l.kind = 'digest' and l.made_at > now.at - interval '30 minutes')
       and '00000000-0000-0000-0000-000000000000' <> all (p_skip) and not sec.waits('gathered', '00000000-0000-0000-0000-000000000000', n.user_id)
     group by n.user_id, now.at having min(n.created_at) <= now.at - interval '2 minutes' order by min(n.created_at) limit p_limit $$;
create function sec.gather_letter(p_user uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made uuid; now_at timestamptz := sec.domain_now();
begin
  perform from sec.mail_address m where m.user_id = p_user and m.sealed is not null and m.wanted for update skip locked;
  if not found or exists (select from sec.letter l where l.user_id = p_user and l.kind = 'digest' and l.made_at > now_at - interval '30 minutes') then return false; end if;
  insert into sec.letter (user_id, kind) values (p_user, 'digest') returning letter.id into made;
  update sec.notice set letter_id = made where notice.user_id = p_user and notice.letter_id is null and notice.seen_at is null
    and notice.table_id is not null and notice.created_at > now_at - interval '36 hours';
  return true;
end $$;
-- What is over of letters and notices; at most so many of each, and again while it returns more than none.
create function sec.sweep_letters(p_limit integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer; done integer := 0; now_at timestamptz := clock_timestamp(); domain_at timestamptz := sec.domain_now();
begin
  update sec.letter set dead_at = now_at, sealed = null where letter.id = any (array(select l.id from sec.letter l
    where l.sent_at is null and l.dead_at is null and l.written_at < now_at - interval '2 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  delete from sec.letter where letter.ctid = any (array(select l.ctid from sec.letter l where l.written_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  delete from sec.notice where notice.ctid = any (array(select x.ctid from sec.notice x where x.table_id is not null and x.created_at < domain_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; return done + n;
end $$;
create function sec.letters_waiting(p_limit integer) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select l.id from sec.letter l where l.sent_at is null and l.dead_at is null order by l.written_at limit p_limit $$;

-- Whether the reader still holds the seat by which a notice was for them.
create function sec.is_told_still(n sec.notice) returns boolean language sql volatile security definer set search_path = pg_catalog as $$
  -- A meeting is everybody's who is seated.
  select n.code like 'meeting.%' and exists (select from sec.live_seat s where s.user_id = n.user_id and s.table_id = n.table_id)
    or case coalesce(n.persona, case when n.agency_id is null then 'coordinator' else 'rep' end)
    when 'privacy' then exists (select from sec.seat s where s.user_id = n.user_id and s.persona = 'privacy' and s.starts_at <= sec.domain_now()
      and s.ends_at > sec.domain_now() and (s.agency_id = n.agency_id or n.agency_id is null or exists (select from sec.table_agency ta
        where ta.table_id = n.table_id and ta.agency_id = s.agency_id and ta.left_at is null)))
    when 'administrator' then exists (select from sec.seat s where s.user_id = n.user_id and s.persona = 'administrator'
      and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now())
    when 'coordinator' then exists (select from sec.live_seat s where s.user_id = n.user_id and s.table_id = n.table_id and s.persona = 'coordinator')
    else exists (select from sec.live_seat s where s.user_id = n.user_id and s.table_id = n.table_id and s.persona = 'rep' and s.agency_id = n.agency_id) end $$;

-- What is in a letter, at the moment of its sending: nothing any more where the account, the seat, the address or the invitation has ended since.
create function sec.open_letter(p_letter uuid) returns table (kind text, user_id uuid, language text, sealed bytea, told jsonb)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare l sec.letter; u sec.app_user;
begin
  select letter.* into l from sec.letter where letter.id = p_letter and letter.sent_at is null and letter.dead_at is null;
  if not found then return; end if;
  select app_user.* into strict u from sec.app_user where app_user.id = l.user_id;
  if l.kind = 'weekly' then
    return query select l.kind, l.user_id, u.language, m.sealed, app.digest_told(l.id) from sec.mail_address m where m.user_id = l.user_id and m.sealed is not null and m.wanted and u.status = 'active';
    return;
  end if;
  if l.kind <> 'digest' then
    if l.kind = 'invitation' and not exists (select from sec.invitation i where i.id = l.invitation_id and i.redeemed_at is null and i.cancelled_at is null) then return; end if;
    return query select l.kind, l.user_id, u.language, l.sealed, '[]'::jsonb;
    return;
  end if;
  return query select l.kind, l.user_id, u.language, m.sealed, (
      select jsonb_agg(jsonb_build_object('code', n.code, 'number', n.number, 'table', t.name, 'zone', t.time_zone, 'was', n.meets_was, 'now', n.meets_at)
          order by t.name, app.number_order(n.number), n.created_at)
        from sec.notice n join sec.situation_table t on t.id = n.table_id
       -- What is an agency's is told to who represents it still, what is nobody's to who coordinates still: a notice may have waited over a change of seats.
       where n.letter_id = l.id and sec.is_told_still(n))
    from sec.mail_address m where m.user_id = l.user_id and m.sealed is not null and m.wanted and u.status = 'active';
end $$;

create function sec.close_letter(p_letter uuid, p_sent boolean) returns void language sql volatile security definer set search_path = pg_catalog as $$
  update sec.letter set sent_at = case when p_sent then clock_timestamp() end, dead_at = case when not p_sent then clock_timestamp() end, sealed = null
    where letter.id = p_letter and letter.sent_at is null and letter.dead_at is null $$;

create function sec.letters_standing() returns table (waiting int, sent int, dead int) language sql stable security definer set search_path = pg_catalog as $$
  select (select count(*)::int from sec.letter l where l.sent_at is null and l.dead_at is null),
    (select count(*)::int from sec.letter l where l.sent_at > (select clock_timestamp() - interval '1 day')),
    (select count(*)::int from sec.letter l where l.dead_at > (select clock_timestamp() - interval '1 day')) $$;

-- ---------------------------------------------------------------- the own address
create function sec.mail_profile(p_token_hash bytea) returns table (user_id uuid, sealed bytea, pending bytea, wanted boolean, quiet_from text, quiet_until text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  return query select s.user_id, m.sealed, case when m.code_expires_at > clock_timestamp() then m.pending end, coalesce(m.wanted, true),
      to_char(coalesce(m.quiet_from, '21:00'), 'HH24:MI'), to_char(coalesce(m.quiet_until, '07:00'), 'HH24:MI')
    from (select 1) one left join sec.mail_address m on m.user_id = s.user_id;
end $$;

create function sec.change_mail_preferences(p_token_hash bytea, p_wanted boolean, p_from time, p_until time) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  insert into sec.mail_address (user_id, wanted, quiet_from, quiet_until) values (s.user_id, p_wanted, p_from, p_until)
    on conflict (user_id) do update set wanted = p_wanted, quiet_from = p_from, quiet_until = p_until;
end $$;

-- The address in use stays until the new one is confirmed by the code that is mailed to it. Five codes an hour, so that nobody is flooded through us.
create function sec.propose_address(p_token_hash bytea, p_pending bytea, p_code_hash bytea, p_letter bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  perform from sec.app_user where app_user.id = s.user_id for no key update;
  if (select count(*) >= 5 from sec.letter where letter.user_id = s.user_id and letter.kind = 'confirmation' and letter.written_at > clock_timestamp() - interval '1 hour') then
    raise exception 'account.mail.tooManyCodes';
  end if;
  insert into sec.mail_address (user_id, pending, code_hash, code_expires_at) values (s.user_id, p_pending, p_code_hash, clock_timestamp() + interval '1 hour')
    on conflict (user_id) do update set pending = p_pending, code_hash = p_code_hash, code_expires_at = excluded.code_expires_at, code_tries = 0;
  update sec.letter set dead_at = clock_timestamp(), sealed = null where letter.user_id = s.user_id and letter.kind = 'confirmation' and letter.sent_at is null and letter.dead_at is null;
  insert into sec.letter (user_id, kind, sealed) values (s.user_id, 'confirmation', p_letter);
  perform audit.record('account.proposeMailAddress', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

-- Five tries; each counts, so that it is told by false, not by an error that would take the count back.
create function sec.confirm_address(p_token_hash bytea, p_code_hash bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); m sec.mail_address;
begin
  update sec.mail_address set code_tries = mail_address.code_tries + 1
    where mail_address.user_id = s.user_id and mail_address.pending is not null and mail_address.code_expires_at > clock_timestamp() and mail_address.code_tries < 5
    returning mail_address.* into m;
  if not found or m.code_hash <> p_code_hash then return false; end if;
  update sec.mail_address set sealed = m.pending, pending = null, code_hash = null, code_expires_at = null where mail_address.user_id = s.user_id;
  perform audit.record('account.changeMailAddress', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

create function sec.forget_address(p_token_hash bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  update sec.mail_address set sealed = null, pending = null, code_hash = null, code_expires_at = null where mail_address.user_id = s.user_id;
  update sec.letter set dead_at = clock_timestamp(), sealed = null where letter.user_id = s.user_id and letter.kind = 'confirmation' and letter.sent_at is null and letter.dead_at is null;
  perform audit.record('account.forgetMailAddress', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

-- The invitee's half of an invitation by mail. The privacy officer's code is never in it: it takes another way.
create function sec.mail_invitation(p_invitation uuid, p_letter bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); i sec.invitation;
begin
  select invitation.* into i from sec.invitation where invitation.id = p_invitation and invitation.created_by = c.user_id and invitation.redeemed_at is null and invitation.cancelled_at is null;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  insert into sec.letter (user_id, kind, sealed, invitation_id) values (i.user_id, 'invitation', p_letter, i.id);
end $$;

-- ---------------------------------------------------------------- jobs
select queue.establish('mail.reminded', 'short', 3, 15, 120), queue.establish('mail.gathered', 'short', 3, 15, 120);
-- Eight more tries, from half a minute to an hour apart, more than two hours in all.
select queue.establish('mail.letter', 'standard', 8, 30, 60);
insert into queue.schedule (name, cron, timezone, options) values ('mail.reminded', '* * * * *', 'UTC', '{}'), ('mail.gathered', '* * * * *', 'UTC', '{}');

grant execute on function app.remind(uuid), app.tables_to_remind(uuid, integer), sec.sweep_letters(integer), sec.letters_waiting(integer), sec.open_letter(uuid), sec.close_letter(uuid, boolean), sec.letters_standing() to job;
grant execute on function sec.mail_profile(bytea), sec.change_mail_preferences(bytea, boolean, time, time), sec.propose_address(bytea, bytea, bytea, bytea),
  sec.confirm_address(bytea, bytea), sec.forget_address(bytea) to authn;
grant execute on function sec.mail_invitation(uuid, bytea) to administrator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
