import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes of when a table meets, and who is told of them (matrix rows 44 and 58). A change of a meeting, of the rule or of the
 * holidays tells everybody who is seated, in the transaction that makes it; a call for a report-back that has become untrue goes.
 */
export class MeetingChanges1764000085000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index meeting_plan_to_tell on sec.meeting_plan (holidays_told);

-- What has not been mailed or seen yet would call for a meeting that is not on that day any more.
create function sec.drop_untrue_calls(p_table uuid) returns void language sql volatile security definer
set search_path = pg_catalog as $$
  delete from sec.notice n where n.table_id = p_table and n.code = 'situation.reportCalled' and n.seen_at is null
    and not exists (select from sec.letter l where l.id = n.letter_id and l.sent_at is not null)
    and left(n.occasion, 10)::date > sec.today(p_table)
    and not exists (select from app.meeting_days(p_table, left(n.occasion, 10)::date, left(n.occasion, 10)::date)) $$;

-- Everybody with a seat at the table, one notice each: which meeting, when it was to be and when it is now.
create function sec.tell_of_meeting(p_code text, p_table uuid, p_meeting uuid, p_was timestamptz, p_now timestamptz)
returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into sec.notice (user_id, code, object_id, table_id, meets_was, meets_at)
  select distinct l.user_id, p_code, p_meeting, p_table, p_was, p_now
    from sec.live_seat l where l.table_id = p_table and l.persona in ('rep', 'coordinator');
  perform sec.drop_untrue_calls(p_table);
end $$;

-- Said once for every change of a rule or a zone: to the seats, to their open pages and to webhooks.
create function sec.plan_changed(p_table uuid) returns void language plpgsql volatile security definer
set search_path = pg_catalog as $$
begin
  update sec.meeting_plan p set version = p.version + 1, changed_at = sec.domain_now() where p.table_id = p_table;
  perform audit.record('meeting.plan', 'meeting', p_table, '{}', 'allow', p_table => p_table);
  perform sec.tell_of_meeting('meeting.planChanged', p_table, p_table, null, n.scheduled_for) from app.next_meeting(p_table) n;
  perform sec.tell_webhooks('table.changed', p_table, null, p_table);
end $$;

create function app.set_meeting_rule(p_version int, p_days int[], p_every int, p_anchor date, p_time time, p_from date)
returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); kept int;
begin
  select p.version into kept from sec.meeting_plan p where p.table_id = c.table_id for no key update;
  perform sec.still_entered();
  if kept is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_from < sec.today(c.table_id) then
    raise exception 'meeting.rulePast' using errcode = 'P0001';
  end if;
  if not sec.write_rule(c.table_id, p_days, p_every, p_anchor, p_time, p_from) then return kept; end if;
  perform sec.plan_changed(c.table_id);
  return kept + 1;
end $$;

-- ---------------------------------------------------------------- holidays
-- Tables that a changed list was not told to yet, and telling one of them: each meeting of its coming year that the list adds or takes.
create function sec.holidays_to_tell(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select plan.table_id, plan.table_id from sec.meeting_plan plan join sec.situation_table t on t.id = plan.table_id and t.ended_at is null
   where plan.holidays_told < (select l.version from sec.holiday_list l) and plan.table_id <> all (p_skip)
     and not sec.waits('holidays', plan.table_id, plan.table_id)
   order by plan.table_id limit p_limit $$;
create function sec.tell_of_holidays(p_table uuid) returns boolean language plpgsql volatile security definer
set search_path = pg_catalog as $$
declare p record; d record; is_told boolean := false;
begin
  select plan.table_id, plan.holidays_told as told, l.version, sec.today(plan.table_id) as today into p
    from sec.holiday_list l join sec.meeting_plan plan on plan.holidays_told < l.version
   where plan.table_id = p_table for no key update of plan skip locked;
  if not found then return false; end if;
  for d in select app.meeting_id_of(p.table_id, r.day) as id, r.at, h.gone_version is null as is_off
      from app.rule_days(p.table_id, p.today, p.today + 366) r
      join sec.holiday h on h.on_day = r.day and greatest(h.since_version, h.gone_version) > p.told
      where (h.gone_version is null) <> (h.since_version <= p.told) and r.at > sec.domain_now()
        and not exists (select from app.meeting m where m.table_id = p.table_id and m.occurs_on = r.day)
      order by r.day loop
    perform sec.tell_of_meeting(case when d.is_off then 'meeting.calledOff' else 'meeting.restored' end, p.table_id, d.id,
      case when d.is_off then d.at end, case when not d.is_off then d.at end);
    is_told := true;
  end loop;
  if is_told then perform audit.record('meeting.plan', 'meeting', p.table_id, '{}', 'allow', p_table => p.table_id); end if;
  update sec.meeting_plan set holidays_told = p.version where meeting_plan.table_id = p.table_id;
  return true;
end $$;
create index meeting_plan_told on sec.meeting_plan (holidays_told);

-- The whole list: [{"on": day, "name": text or null}]. A few hundred tables are told at once, the others by the next minutes' job.
create function sec.set_holidays(p_version int, p jsonb) returns int language plpgsql volatile security definer
set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); kept int; next_version int;
begin
  select l.version into kept from sec.holiday_list l for update;
  perform sec.check_version(found, kept, p_version);
  next_version := kept + 1;
  update sec.holiday h set gone_version = next_version
    where h.gone_version is null and not exists (select from jsonb_array_elements(p) x where (x ->> 'on')::date = h.on_day);
  insert into sec.holiday as h (on_day, name, since_version)
  select (x ->> 'on')::date, x ->> 'name', next_version from jsonb_array_elements(p) x
  on conflict (on_day) do update set name = excluded.name, gone_version = null,
    since_version = case when h.gone_version is null then h.since_version else excluded.since_version end;
  update sec.holiday_list set version = next_version, changed_at = sec.domain_now();
  perform audit.record('holidays.change', 'holidays', null, '{}', 'allow');
  perform sec.tell_of_holidays(h.table_id) from sec.holidays_to_tell('{}', 200) h;
  return next_version;
end $$;

grant execute on function app.set_meeting_rule(int, int[], int, date, time, date) to coordinator;
grant execute on function sec.set_holidays(int, jsonb) to administrator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
