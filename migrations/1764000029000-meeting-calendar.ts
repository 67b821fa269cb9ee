import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a table meets (matrix rows 44 and 58). There is one source: the table's rule, less the holidays of the installation,
 * with the meetings in app.meeting in the place of the days they were planned for. Everything that names a next or a past
 * meeting reads app.meetings_between.
 */
export class MeetingCalendar1764000029000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A rule holds from a day on, until the next one: a change leaves the meetings of the past where they were.
create table sec.meeting_rule (
  table_id uuid not null constraint meeting_rule_table references sec.situation_table,
  from_on date not null,
  days int[] not null default '{4}' constraint meeting_rule_days
    check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
  every_weeks int not null default 1 constraint meeting_rule_weeks check (every_weeks in (1, 2)),
  anchor_on date not null,
  at_time time not null default '09:30' constraint meeting_rule_minutes check (extract(second from at_time) = 0),
  constraint meeting_rule_pkey primary key (table_id, from_on)
);
comment on column sec.meeting_rule.days is 'ISO: 1 Monday to 7 Sunday';
comment on column sec.meeting_rule.anchor_on is 'a day of a week in which the table meets, where it meets every two weeks';

-- One row a table: what a change of its meetings locks, and how often its rule changed.
create table sec.meeting_plan (
  table_id uuid constraint meeting_plan_pkey primary key constraint meeting_plan_table references sec.situation_table,
  version int not null default 1,
  changed_at timestamptz not null default sec.domain_now(),
  holidays_told int not null default 1
);
comment on column sec.meeting_plan.holidays_told is 'the version of the list of holidays that the seats know of';

create table sec.holiday_list (
  id int constraint holiday_list_pkey primary key default 1 constraint holiday_list_single check (id = 1),
  version int not null default 1,
  changed_at timestamptz not null default sec.domain_now()
);
insert into sec.holiday_list default values;
-- A day that left the list stays with the version that it left at, so that tables can be told of both.
create table sec.holiday (
  on_day date constraint holiday_pkey primary key,
  name text constraint holiday_name check (
    length(name) between 1 and 60 and name !~ '[[:cntrl:]\\u2028\\u2029]|^\\s|\\s$|\\s\\s'),
  since_version int not null,
  gone_version int
);

do $$ declare t text; begin
  foreach t in array array['meeting_rule', 'meeting_plan', 'holiday_list', 'holiday'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop;
  foreach t in array array['meeting_rule', 'meeting_plan'] loop
    execute format('create policy %I on sec.%I as restrictive for all to rep, coordinator
      using (%I.table_id = (select (sec.ctx()).table_id))', t || '_wall', t, t);
    execute format('create policy %I on sec.%I for select to rep, coordinator
      using ((select (sec.ctx()).persona) = current_user)', t || '_seated', t);
    execute format('create policy %I on sec.%I for select to administrator
      using ((select (sec.ctx()).persona) = current_user)', t || '_all', t);
    execute format('create policy %I on sec.%I for select to privacy
      using ((select (sec.ctx()).persona) = current_user and exists (select 1 from sec.table_agency ta
        where ta.table_id = %I.table_id and ta.agency_id = (select (sec.ctx()).agency_id)))', t || '_of_agency', t, t);
  end loop;
  foreach t in array array['holiday_list', 'holiday'] loop
    execute format('create policy %I on sec.%I for select to rep, coordinator, administrator
      using ((select (sec.ctx()).persona) = current_user)', t || '_all', t);
  end loop;
end $$;
grant select on sec.meeting_rule, sec.meeting_plan to rep, coordinator, administrator, privacy;
grant select on sec.holiday_list, sec.holiday to rep, coordinator, administrator;

-- Every table has a rule from its first day, however it was made: Thursday at half past nine until it is changed.
create function sec.begin_plan() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sec.meeting_plan (table_id) values (new.id);
  insert into sec.meeting_rule (table_id, from_on, anchor_on) values (new.id, '2000-01-01', '2000-01-01');
  return null;
end $$;
create trigger begin_plan after insert on sec.situation_table for each row execute function sec.begin_plan();

-- ---------------------------------------------------------------- what stands in the place of a day of the rule
alter table app.meeting add column called_off_at timestamptz, add column occurs_on date,
  -- When and how often what a calendar shows was changed (RFC 5545: DTSTAMP, SEQUENCE).
  add column announced_at timestamptz not null default sec.domain_now(),
  add column announced_anew integer not null default 0,
  add constraint meeting_place check (
    length(place) between 1 and 120 and place !~ '[[:cntrl:]\\u2028\\u2029]|^\\s|\\s$|\\s\\s'),
  add constraint meeting_called_off_unopened check (called_off_at is null or opened_at is null),
  add constraint meeting_occurs_once unique (table_id, occurs_on),
  add constraint meeting_occurs_regular check (occurs_on is null or kind = 'regular');
comment on column app.meeting.occurs_on is 'the day of the table''s rule whose meeting this is, wherever it was moved';
create index meeting_schedule on app.meeting (table_id, scheduled_for desc, id desc);
create index meeting_held on app.meeting (table_id, (coalesce(opened_at, scheduled_for)));

-- Opening and closing a meeting changes nothing that a calendar shows.
create function app.announce_meeting() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.scheduled_for, new.place, new.called_off_at) is distinct from (old.scheduled_for, old.place, old.called_off_at) then
    new.announced_at := sec.domain_now();
    new.announced_anew := old.announced_anew + 1;
  end if;
  return new;
end $$;
create trigger announce_meeting before update on app.meeting for each row execute function app.announce_meeting();

-- ---------------------------------------------------------------- the rule, day by day
-- The days on which a table's rule has a meeting, holidays among them, and the instant at the table's clock.
create function app.rule_days(p_table uuid, p_from date, p_until date) returns table (day date, at timestamptz)
language sql stable set search_path = pg_catalog as $$
  with rule as (
    select r.from_on, lead(r.from_on) over (order by r.from_on) as next_on, r.days, r.every_weeks, r.at_time,
      r.anchor_on - extract(isodow from r.anchor_on)::int as anchor
    from sec.meeting_rule r where r.table_id = p_table
  )
  select d.day, (d.day + rule.at_time) at time zone t.time_zone
  from rule
  join sec.situation_table t on t.id = p_table
  cross join lateral (
    select greatest(p_from, rule.from_on) + n as day
    from generate_series(0, least(p_until, rule.next_on - 1) - greatest(p_from, rule.from_on)) n
  ) d
  where extract(isodow from d.day)::int = any (rule.days)
    and (d.day - extract(isodow from d.day)::int - rule.anchor) / 7 % rule.every_weeks = 0 $$;

-- A planned meeting has its id before anybody touches it, so that calendars and routes can name it.
create function app.meeting_id_of(p_table uuid, p_day date) returns uuid
language sql immutable set search_path = pg_catalog as $$
  select overlay(overlay(md5(p_table::text || to_char(p_day, 'YYYY-MM-DD')) placing '4' from 13) placing '8' from 17)::uuid $$;

create function app.day_at(p_table uuid, p_at timestamptz) returns date
language sql stable set search_path = pg_catalog as $$
  select (p_at at time zone t.time_zone)::date from sec.situation_table t where t.id = p_table $$;

-- The one source. Every meeting of a table on these days of its clock: what is in app.meeting, and the days of the rule
-- that nothing there stands for. A skipped one is a holiday's. What was opened has the day on which it was held.
create function app.meetings_between(p_table uuid, p_from date, p_until date)
returns table (id uuid, kind text, state text, meets_on date, scheduled_for timestamptz, occurs_on date, place text,
  opened_at timestamptz, closed_at timestamptz, holiday text, version integer, announced_at timestamptz, announced_anew integer)
language sql stable set search_path = pg_catalog as $$
  select m.id, m.kind, case when m.closed_at is not null then 'closed' when m.opened_at is not null then 'open'
      when m.called_off_at is not null then 'calledOff' else 'scheduled' end,
    (coalesce(m.opened_at, m.scheduled_for) at time zone t.time_zone)::date, m.scheduled_for, m.occurs_on, m.place,
    m.opened_at, m.closed_at, null, m.version, m.announced_at, m.announced_anew
  from app.meeting m
  join sec.situation_table t on t.id = m.table_id
  where m.table_id = p_table
    and coalesce(m.opened_at, m.scheduled_for) >= p_from::timestamp at time zone t.time_zone
    and coalesce(m.opened_at, m.scheduled_for) < (p_until + 1)::timestamp at time zone t.time_zone
  union all
  select app.meeting_id_of(p_table, d.day), 'regular', case when h.on_day is null then 'scheduled' else 'skipped' end,
    d.day, d.at, d.day, null, null, null, h.name, 0,
    greatest(p.changed_at, l.changed_at), p.version + l.version - 2
  from app.rule_days(p_table, p_from, p_until) d
  join sec.meeting_plan p on p.table_id = p_table
  cross join sec.holiday_list l
  left join sec.holiday h on h.on_day = d.day and h.gone_version is null
  where not exists (select from app.meeting m where m.table_id = p_table and m.occurs_on = d.day) $$;

-- A day by which the rule of a table has surely had two meetings after the given one: a rule has one in 14 days at most,
-- and only what is counted here can take one away.
create function app.calendar_reach(p_table uuid, p_day date) returns date
language sql stable set search_path = pg_catalog as $$
  select greatest(p_day, sec.today(p_table)) + 14 * (5 + (
    (select count(*) from app.meeting m where m.table_id = p_table and m.occurs_on > p_day)
    + (select count(*) from sec.holiday h where h.on_day > p_day and h.gone_version is null)
    + (select count(*) from sec.meeting_rule r where r.table_id = p_table and r.from_on > p_day))::int) $$;

-- The days on which the table has, had or will have its regular meeting.
create function app.meeting_days(p_table uuid, p_from date, p_until date) returns table (day date)
language sql stable set search_path = pg_catalog as $$
  select distinct c.meets_on from app.meetings_between(p_table, p_from, p_until) c
  where c.kind = 'regular' and c.state in ('scheduled', 'open', 'closed') $$;

create function app.meeting_day_after(p_table uuid, p_day date) returns date
language sql stable set search_path = pg_catalog as $$
  select min(d.day) from app.meeting_days(p_table, p_day + 1, app.calendar_reach(p_table, p_day)) d $$;

-- The next meeting of a kind: today's until it is opened, or until the day is over.
create function app.next_meeting(p_table uuid, p_kind text default 'regular')
returns table (id uuid, meets_on date, scheduled_for timestamptz)
language sql stable set search_path = pg_catalog as $$
  select c.id, c.meets_on, c.scheduled_for
  from (select sec.today(p_table) as today) now
  cross join lateral app.meetings_between(p_table, now.today, app.calendar_reach(p_table, now.today)) c
  where c.kind = p_kind and c.state = 'scheduled'
  order by c.scheduled_for, c.id limit 1 $$;

-- One meeting of the viewer's table by its id, planned ones too: those of a month back and of a year ahead.
create function app.meeting_named(p_table uuid, p_meeting uuid)
returns table (table_id uuid, id uuid, kind text, state text, meets_on date, scheduled_for timestamptz, occurs_on date,
  place text, opened_at timestamptz, closed_at timestamptz, version integer)
language sql stable set search_path = pg_catalog as $$
  with near as (
    select coalesce(app.day_at(p_table, coalesce(m.opened_at, m.scheduled_for)), d.day) as day
    from (select sec.today(p_table) as today) now
    left join app.meeting m on m.table_id = p_table and m.id = p_meeting
    left join lateral (select r.day from app.rule_days(p_table, now.today - 31, now.today + 400) r
      where m.id is null and app.meeting_id_of(p_table, r.day) = p_meeting) d on true
  )
  select p_table, c.id, c.kind, c.state, c.meets_on, c.scheduled_for, c.occurs_on, c.place, c.opened_at, c.closed_at,
    c.version
  from near cross join lateral app.meetings_between(p_table, near.day, near.day) c where c.id = p_meeting $$;

-- A regular meeting that is called for a day of the rule is that day's meeting, not a second one beside it.
create function app.take_rule_day() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare r record;
begin
  perform from sec.meeting_plan p where p.table_id = new.table_id for no key update;
  select c.meets_on, c.scheduled_for, c.announced_anew, c.state into r
    from app.meetings_between(new.table_id, app.day_at(new.table_id, new.scheduled_for),
      app.day_at(new.table_id, new.scheduled_for)) c
    where c.version = 0 and c.occurs_on is not null;
  if not found then return new; end if;
  new.occurs_on := r.meets_on;
  if tg_op = 'INSERT' then
    new.announced_anew := r.announced_anew
      + case when r.scheduled_for = new.scheduled_for and r.state = 'scheduled' then 0 else 1 end;
  end if;
  return new;
end $$;
create trigger take_rule_day before insert or update of scheduled_for on app.meeting for each row
  when (new.kind = 'regular' and new.occurs_on is null and new.called_off_at is null)
  execute function app.take_rule_day();

-- Null leaves a part of the rule as it is. It holds from a day on and for good, so that what was planned to follow goes.
-- Today's meeting stays today's once its hour has come.
create function sec.write_rule(p_table uuid, p_days int[], p_every int, p_anchor date, p_time time, p_from date default null)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare r sec.meeting_rule; today date := sec.today(p_table); first_on date; kept int[];
begin
  perform from sec.meeting_plan p where p.table_id = p_table for no key update;
  first_on := coalesce(p_from, today
    + case when exists (select from app.rule_days(p_table, today, today) d where d.at <= sec.domain_now()) then 1 else 0 end);
  select rule.* into strict r from sec.meeting_rule rule where rule.table_id = p_table and rule.from_on <= first_on
    order by rule.from_on desc limit 1;
  kept := coalesce(array(select distinct d from unnest(p_days) d order by d), '{}');
  if p_days is null then kept := r.days; end if;
  if (kept, coalesce(p_every, r.every_weeks), coalesce(p_time, r.at_time)) = (r.days, r.every_weeks, r.at_time)
    and (coalesce(p_every, r.every_weeks) = 1 or p_anchor is null or (p_anchor - extract(isodow from p_anchor)::int
      - r.anchor_on + extract(isodow from r.anchor_on)::int) / 7 % 2 = 0)
    and not exists (select from sec.meeting_rule later where later.table_id = p_table and later.from_on > first_on) then
    return false;
  end if;
  delete from sec.meeting_rule rule where rule.table_id = p_table and rule.from_on >= first_on;
  insert into sec.meeting_rule (table_id, from_on, days, every_weeks, anchor_on, at_time)
  values (p_table, first_on, kept, coalesce(p_every, r.every_weeks),
    coalesce(p_anchor, case when r.every_weeks = 1 then first_on else r.anchor_on end), coalesce(p_time, r.at_time));
  return true;
end $$;

grant execute on function app.rule_days(uuid, date, date), app.meeting_id_of(uuid, date), app.day_at(uuid, timestamptz),
  app.meetings_between(uuid, date, date), app.calendar_reach(uuid, date), app.meeting_days(uuid, date, date),
  app.meeting_day_after(uuid, date), app.next_meeting(uuid, text), app.meeting_named(uuid, uuid) to rep, coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
