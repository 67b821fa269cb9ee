import type { MigrationInterface, QueryRunner } from 'typeorm';

const ctx = (field: string): string => `(select (sec.ctx()).${field})`;

/**
 * What a privacy officer looks at every week: signals that somebody of the own agency may have opened identities without need, and the digest that calls them
 * (docs/adr/signals-of-misuse.md). A signal says that, when and whom it was; never what stands in the situation. It goes with the situation and leaves no count behind.
 */
export class Reviews1764000084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table app.signal (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint signal_agency references sec.agency, user_id uuid not null constraint signal_user references sec.app_user,
  kind text not null constraint signal_kind check (kind in ('withoutPart', 'outOfHours', 'manyInAnHour', 'sameSurname')),
  times integer not null default 1, first_at timestamptz not null default sec.domain_now(), last_at timestamptz not null default sec.domain_now(),
  reviewed_by uuid constraint signal_reviewer references sec.app_user, reviewed_at timestamptz,
  finding text constraint signal_finding check (finding in ('inOrder', 'spokenTo', 'takenFurther')),
  constraint signal_pkey primary key (table_id, situation_id, id),
  constraint signal_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint signal_reviewed check (num_nulls(reviewed_by, reviewed_at, finding) in (0, 3))
);
create unique index signal_unsigned on app.signal (table_id, situation_id, user_id, kind) where reviewed_at is null;
create index signal_of_agency on app.signal (agency_id, first_at);
create index signal_standing on app.signal (agency_id, first_at, id) where reviewed_at is null;
create index signal_signed on app.signal (agency_id, reviewed_at, first_at, id) where reviewed_at is not null;
-- Who opened identities of how many situations within the hour; forgotten after a day.
create table app.identity_opening (
  table_id uuid not null, situation_id uuid not null, user_id uuid not null constraint identity_opening_user references sec.app_user,
  at timestamptz not null, in_meeting boolean not null,
  constraint identity_opening_pkey primary key (table_id, situation_id, user_id),
  constraint identity_opening_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);
create index identity_opening_recent on app.identity_opening (user_id, at);
create index identity_opening_by_time on app.identity_opening (at);
-- Which week's digest of an agency was written last, and when the next is due: once, on however many nodes. No count stays.
create table sec.digest (
  agency_id uuid constraint digest_pkey primary key constraint digest_agency references sec.agency, week_on date, next_at timestamptz not null
);
create index digest_next on sec.digest (next_at);
alter table sec.digest enable row level security; alter table sec.digest force row level security;
create policy digest_owner on sec.digest to owner using (true) with check (true);
`);
    for (const table of ['signal', 'identity_opening']) {
      await runner.query(`
alter table app.${table} enable row level security; alter table app.${table} force row level security;
create policy ${table}_wall on app.${table} as restrictive to rep, coordinator, auditor, administrator, privacy, projector
  using (${table}.table_id = ${ctx('table_id')} and ${ctx('persona')} = current_user) with check (${table}.table_id = ${ctx('table_id')} and ${ctx('persona')} = current_user);
create policy ${table}_owner on app.${table} to owner using (true) with check (true);`);
    }
    await runner.query(`
-- ---------------------------------------------------------------- signals
create function app.raise_signal(p_situation uuid, p_kind text) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into app.signal (table_id, situation_id, agency_id, user_id, kind)
    select c.table_id, p_situation, c.agency_id, c.user_id, p_kind from (select (sec.ctx()).*) c
  on conflict (table_id, situation_id, user_id, kind) where reviewed_at is null do update set times = signal.times + 1, last_at = excluded.last_at $$;

-- An agency has a part that brought it, was asked or accepted, or whose answer is wanted or says that it has one. Who answered "not involved" or let the round pass has none.
create function app.has_part(c sec.ctx_t, p_situation uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select app.originated_here(p_situation)
    or exists (select from app.assignment a where a.table_id = c.table_id and a.situation_id = p_situation and a.agency_id = c.agency_id and a.state in ('asked', 'accepted'))
    or exists (select from app.workflow w left join app.answer r on r.table_id = w.table_id and r.situation_id = w.situation_id and r.round = w.round and r.agency_id = c.agency_id
      where w.table_id = c.table_id and w.situation_id = p_situation
        and case when r.answer is null then w.round_closed_at is null else r.answer in ('involved', 'shouldBeInvolved') or r.can_help end) $$;

-- Looks at one opening of identities, in its transaction. Who is marked present at an open meeting is neither early nor late.
create function app.watch_opening(p_situation uuid, p_named boolean default false) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); now_at timestamptz := sec.domain_now(); here timestamp; present boolean; outside integer; altogether integer;
begin
  if c.persona is distinct from 'rep' then return; end if;
  present := sec.session_present(c.user_id);
  select now_at at time zone t.time_zone into strict here from sec.situation_table t where t.id = c.table_id;
  if not p_named and not app.has_part(c, p_situation) then perform app.raise_signal(p_situation, 'withoutPart'); end if;
  if not present and app.is_out_of_hours(here) then perform app.raise_signal(p_situation, 'outOfHours'); end if;
  insert into app.identity_opening as o (table_id, situation_id, user_id, at, in_meeting) values (c.table_id, p_situation, c.user_id, now_at, present)
    on conflict (table_id, situation_id, user_id) do update set at = excluded.at, in_meeting = excluded.in_meeting;
  select count(*) filter (where not o.in_meeting), count(*) into outside, altogether from app.identity_opening o where o.user_id = c.user_id and o.at > now_at - interval '1 hour';
  if outside >= 10 or altogether >= 40 then
    update app.signal set times = signal.times + 1, last_at = now_at
      where signal.user_id = c.user_id and signal.agency_id = c.agency_id and signal.kind = 'manyInAnHour' and signal.reviewed_at is null and signal.last_at > now_at - interval '1 hour';
    if not found then perform app.raise_signal(p_situation, 'manyInAnHour'); end if;
  end if;
end $$;
-- The API has compared two names that only it can read, and says no more than that they are alike. It tells of nobody but the viewer, and of what the viewer holds.
create function app.signal_same_surname(p_situation uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is distinct from 'rep' or not exists (select from app.situation s where s.table_id = c.table_id and s.id = p_situation and not s.hidden)
    or not (app.originated_here(p_situation) or app.holds_tier(c, p_situation, 3::smallint)) then raise exception 'not found' using errcode = 'P0002'; end if;
  perform app.raise_signal(p_situation, 'sameSurname');
end $$;
grant execute on function app.signal_same_surname(uuid) to rep;

-- ---------------------------------------------------------------- reviews
-- An agency's week begins on Monday at eight, where it has sat longest; null where it sits nowhere.
create function app.agency_zone(p_agency uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select t.time_zone from sec.table_agency ta join sec.situation_table t on t.id = ta.table_id and t.ended_at is null
    where ta.agency_id = p_agency and ta.left_at is null order by ta.joined_on, t.id limit 1 $$;
create function app.week_on(p_agency uuid) returns date language sql volatile security definer set search_path = pg_catalog as $$
  select date_trunc('week', (sec.domain_now() at time zone coalesce(app.agency_zone(p_agency), 'UTC')) - interval '8 hours')::date $$;
-- What is older than the week that the digest told of was called before.
create function app.called_before(p_agency uuid) returns timestamptz language sql volatile security definer set search_path = pg_catalog as $$
  select (app.week_on(p_agency) - 7 + time '08:00') at time zone coalesce(app.agency_zone(p_agency), 'UTC') $$;

-- What nobody signed off first, the longest waiting at the top; then what was signed off, the latest first.
create function app.agency_reviews(p_after_reviewed timestamptz, p_after_first timestamptz, p_after_id uuid, p_limit integer) returns table (id uuid, table_id uuid, number text, user_id uuid, kind text, times integer, first_at timestamptz, last_at timestamptz, called_before boolean,
  mine boolean, reviewed_by uuid, reviewed_at timestamptz, finding text, note text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); own uuid := app.officers_agency(); since timestamptz := app.called_before(own);
begin
  perform audit.record('review.list', 'agency', own, '{}', 'allow');
  return query select g.id, g.table_id, s.number, g.user_id, g.kind, g.times, g.first_at, g.last_at, g.reviewed_at is null and g.first_at < since, g.user_id = c.user_id,
      g.reviewed_by, g.reviewed_at, g.finding,
      -- The note stands in the audit alone.
      (select e.detail::jsonb ->> 'note' from audit.event e where e.chain = g.table_id and e.object_id = g.id and e.action = 'review.signOff')
    from app.signal g join app.situation s on s.table_id = g.table_id and s.id = g.situation_id and not s.hidden where g.agency_id = own
      and (p_after_id is null or (g.reviewed_at is not null, coalesce(-extract(epoch from g.reviewed_at), 0), g.first_at, g.id)
        > (p_after_reviewed is not null, coalesce(-extract(epoch from p_after_reviewed), 0), p_after_first, p_after_id))
    order by g.reviewed_at is not null, g.reviewed_at desc nulls last, g.first_at, g.id limit p_limit;
end $$;

-- Small letters without accents.
create function app.folded(p_text text) returns text language sql immutable set search_path = pg_catalog as $$
  select translate(lower(regexp_replace(normalize(p_text, NFKD), U&'[\\0300-\\036f]', '', 'g')), 'đøłı', 'doli') $$;

-- The event names the review by an id that goes with the situation: neither person, situation nor kind can be told from it afterwards.
create function app.sign_off_review(p_id uuid, p_times integer, p_finding text, p_note text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], false); g app.signal;
begin
  select signal.* into g from app.signal join app.situation s on s.table_id = signal.table_id and s.id = signal.situation_id and not s.hidden
    where signal.id = p_id and signal.agency_id = c.agency_id for update of signal;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if g.user_id = c.user_id then raise exception 'review.own' using errcode = 'P0001'; end if;
  if g.reviewed_at is not null then raise exception 'review.signedOff' using errcode = 'P0001'; end if;
  if g.times <> p_times then raise exception 'review.moreSince' using errcode = 'P0001'; end if;
  -- The audit is for ever: a colleague's surname may be the one that is destroyed with the situation.
  -- Accents do not count. Particles such as "de" are in every French sentence: inside a name they are none, at its ends they are (Lê, Du).
  if exists (select from sec.app_user u cross join lateral regexp_split_to_array(btrim(app.folded(u.display_name)), '[^[:alnum:]]+') words
      cross join lateral unnest(words) with ordinality each(word, place)
      where u.id in (g.user_id, c.user_id) and length(word) > 1
        and (place in (1, cardinality(words)) or word not in ('de', 'du', 'des', 'la', 'le', 'les', 'da', 'di', 'al', 'el', 'st'))
        and app.folded(p_note) ~ ('\\m' || word || '\\M')) then raise exception 'review.noteNames' using errcode = 'P0001'; end if;
  update app.signal set reviewed_by = c.user_id, reviewed_at = sec.domain_now(), finding = p_finding
    where signal.table_id = g.table_id and signal.situation_id = g.situation_id and signal.id = g.id;
  perform audit.record('review.signOff', 'review', g.id, '{}', 'allow', null, jsonb_strip_nulls(jsonb_build_object('finding', p_finding, 'note', p_note)), g.table_id);
end $$;

-- ---------------------------------------------------------------- the digest
-- Counted when it is asked for. What is due is what the agency brought and nobody holds: thirty days before, as the officer is promised.
-- What an agency brought and falls due within so many days, by index and at most so many.
create function app.due_of_agency(p_agency uuid, p_days integer, p_limit integer) returns table (table_id uuid, situation_id uuid, number text, concluded_on date, destroy_on date,
  sealed boolean, held boolean) language sql volatile security definer set search_path = pg_catalog as $$
  select c.table_id, c.situation_id, s.number, c.concluded_on, c.destroy_on, w.sealed_at is not null, app.is_held(c.table_id, c.situation_id)
    from app.conclusion c join app.situation s on s.table_id = c.table_id and s.id = c.situation_id and s.stage = 'concluded'
    join app.workflow w on w.table_id = c.table_id and w.situation_id = c.situation_id
   where c.origin_agency_id = p_agency
     and c.destroy_on <= (select case when p_days is null then date 'infinity' else (sec.domain_now() at time zone 'UTC')::date + 1 + p_days end)
     and (p_days is null or c.destroy_on <= sec.today(c.table_id) + p_days)
   order by c.destroy_on, c.situation_id limit p_limit $$;
create function app.digest_of(p_agency uuid) returns table (week_on date, fresh integer, standing integer, due jsonb, holds integer, destroyed integer)
language sql volatile security definer set search_path = pg_catalog as $$
  select app.week_on(p_agency),
    (select count(*)::int from app.signal g join app.situation s on s.table_id = g.table_id and s.id = g.situation_id and not s.hidden
      where g.agency_id = p_agency and g.reviewed_at is null and g.first_at >= app.called_before(p_agency)),
    (select count(*)::int from app.signal g join app.situation s on s.table_id = g.table_id and s.id = g.situation_id and not s.hidden
      where g.agency_id = p_agency and g.reviewed_at is null and g.first_at < app.called_before(p_agency)),
    (select coalesce(jsonb_agg(jsonb_build_object('table', t.name, 'number', d.number) order by d.destroy_on, app.number_order(d.number)), '[]')
      from app.due_of_agency(p_agency, 30, 500) d join sec.situation_table t on t.id = d.table_id where not d.held),
    (select count(*)::int from app.hold h where h.agency_id = p_agency and h.lifted_at is null and h.review_on <= sec.today(h.table_id)),
    (select count(*)::int from app.certificate k where k.agency_id = p_agency and k.destroyed_at >= app.called_before(p_agency)) $$;
create function app.agency_digest() returns table (week_on date, fresh integer, standing integer, due integer, holds integer, destroyed integer)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('digest.read', 'agency', own, '{}', 'allow');
  return query select d.week_on, d.fresh, d.standing, jsonb_array_length(d.due), d.holds, d.destroyed from app.digest_of(own) d;
end $$;

-- Who is privacy officer of an agency now. For functions of the owner alone.
create view sec.live_officer with (security_invoker = true, security_barrier = true) as
  select distinct s.user_id, s.agency_id from sec.seat s join sec.app_user u on u.id = s.user_id and u.status = 'active' join sec.agency a on a.id = s.agency_id and a.ended_at is null
    where s.persona = 'privacy' and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now();

-- An agency's turn begins with its first officer, and a new officer does not wait for the next Monday.
create function app.begin_digests() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sec.digest as kept (agency_id, next_at) values (new.agency_id, greatest(new.starts_at, sec.domain_now()))
    on conflict (agency_id) do update set next_at = least(kept.next_at, excluded.next_at);
  return null;
end $$;
create trigger begin_digests after insert on sec.seat for each row when (new.persona = 'privacy') execute function app.begin_digests();

create function app.digests_due(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select '00000000-0000-0000-0000-000000000000'::uuid, g.agency_id from sec.digest g where g.next_at <= (select sec.domain_now())
    and '00000000-0000-0000-0000-000000000000' <> all (p_skip) and not sec.waits('digested', '00000000-0000-0000-0000-000000000000', g.agency_id)
  order by g.next_at limit p_limit $$;
-- Once a week and agency; officers are told when there is something. An agency without an officer or a table is asked again on Monday.
create function app.write_digest(p_agency uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare g sec.digest; d record; week date := app.week_on(p_agency); zone text := app.agency_zone(p_agency);
begin
  select digest.* into g from sec.digest where digest.agency_id = p_agency for update skip locked;
  if not found or g.next_at > sec.domain_now() then return false; end if;
  update sec.digest set next_at = (week + 7 + time '08:00') at time zone coalesce(zone, 'UTC') where digest.agency_id = p_agency;
  if g.week_on >= week or zone is null or not exists (select from sec.live_officer l where l.agency_id = p_agency) then return true; end if;
  update sec.digest set week_on = week where digest.agency_id = p_agency;
  select x.* into d from app.digest_of(p_agency) x;
  if d.fresh + d.standing + jsonb_array_length(d.due) + d.holds = 0 then return true; end if;
  insert into sec.notice (user_id, code, object_id, agency_id, occasion)
    select l.user_id, 'privacy.digest', p_agency, p_agency, to_char(d.week_on, 'YYYY-MM-DD') from sec.live_officer l where l.agency_id = p_agency
    on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing;
  return true;
end $$;

-- Letters of digests leave outside their readers' quiet hours, for a day and a half. At most so many; called again while it returns more than none.
create function app.post_digests(p_limit integer) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare r record; made uuid; n integer; done integer := 0; now_at timestamptz := sec.domain_now();
begin
  delete from app.identity_opening where identity_opening.ctid = any (array(select o.ctid from app.identity_opening o where o.at < now_at - interval '1 day' limit p_limit));
  get diagnostics n = row_count; done := done + n;
  for r in select x.id, x.user_id from sec.notice x join sec.mail_address m on m.user_id = x.user_id and m.sealed is not null and m.wanted
      where x.code = 'privacy.digest' and x.letter_id is null and x.seen_at is null and x.created_at > now_at - interval '36 hours'
        and not sec.is_quiet((now_at at time zone coalesce(app.agency_zone(x.agency_id), 'UTC'))::time, m.quiet_from, m.quiet_until)
      order by x.created_at limit p_limit for update of x skip locked loop
    insert into sec.letter (user_id, kind) values (r.user_id, 'weekly') returning letter.id into made;
    update sec.notice set letter_id = made where notice.id = r.id;
    done := done + 1;
  end loop;
  delete from sec.notice where notice.ctid = any (array(select x.ctid from sec.notice x where x.code = 'privacy.digest' and x.created_at < now_at - interval '30 days' limit p_limit));
  get diagnostics n = row_count; return done + n;
end $$;
create index notice_digest on sec.notice (created_at) where code = 'privacy.digest';
-- What the letter tells, as it stands when it leaves: counts, and the numbers of what is destroyed soon. Nothing to who is no officer any more.
create function app.digest_told(p_letter uuid) returns jsonb language sql volatile security definer set search_path = pg_catalog as $$
  select jsonb_agg(x.told order by x.rank) from sec.notice n cross join lateral app.digest_of(n.agency_id) d cross join lateral (
      select 1 as rank, jsonb_build_object('code', 'fresh', 'number', d.fresh::text, 'table', '') as told where d.fresh > 0
      union all select 2, jsonb_build_object('code', 'standing', 'number', d.standing::text, 'table', '') where d.standing > 0
      union all select 3, jsonb_build_object('code', 'holds', 'number', d.holds::text, 'table', '') where d.holds > 0
      union all select 4, jsonb_build_object('code', 'due', 'number', one.it ->> 'number', 'table', one.it ->> 'table') from jsonb_array_elements(d.due) one (it)) x
    where n.letter_id = p_letter and exists (select from sec.live_officer l where l.user_id = n.user_id and l.agency_id = n.agency_id) $$;

select queue.establish('clock.digested', 'short', 3, 15, 120);
insert into queue.schedule (name, cron, timezone, data, options) values ('clock.digested', '* * * * *', 'UTC', null, '{}');
grant execute on function app.agency_reviews(timestamptz, timestamptz, uuid, integer), app.sign_off_review(uuid, integer, text, text), app.agency_digest() to privacy;
grant execute on function app.post_digests(integer) to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
