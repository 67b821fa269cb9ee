import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handOverBusinessDays } from '#domain/vocabulary';

const nowhere = `'00000000-0000-0000-0000-000000000000'::uuid`;
const open = `('deidentified', 'limited', 'planning', 'intervention')`;

/**
 * Hand-over (matrix row 106): what hangs on a role that ends. Every way in which a role can end comes to settle_roles, in the same
 * transaction: a seat that ends or lapses, a user who is disabled, an agency that leaves or ends.
 */
export class HandOver1764000088000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- ---------------------------------------------------------------- who holds a role
-- Somebody can act for the agency at the table. Of an agency without an account the coordinator enters what it says.
create function app.is_represented(p_table uuid, p_agency uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.live_seat l
      where l.table_id = p_table and l.persona = 'rep' and l.agency_id = p_agency)
    or exists (select from sec.table_agency ta join sec.agency a on a.id = ta.agency_id and a.ended_at is null
      where ta.table_id = p_table and ta.agency_id = p_agency and ta.left_at is null and not ta.has_account) $$;

-- How the last of these seats came to act no more. The agency is null for coordinators.
create function app.why_ended(p_table uuid, p_persona text, p_agency uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when exists (select from sec.agency a where a.id = p_agency and a.ended_at is not null) then 'agencyEnded'
    when p_persona = 'rep' and exists (select from sec.table_agency ta
      where ta.table_id = p_table and ta.agency_id = p_agency and ta.left_at is not null) then 'agencyLeft'
    else coalesce((select case
        when s.ends_at > sec.domain_now() then 'userDisabled'
        when s.ended_because = 'agencyEnded' then 'agencyEnded'
        when s.ended_because is null or s.ended_because = 'lapsed' then 'seatExpired'
        else 'seatEnded' end
      from sec.seat s
      where s.persona = p_persona and s.agency_id is not distinct from p_agency and s.starts_at <= sec.domain_now()
        and (p_persona = 'privacy' or s.table_id = p_table)
      order by s.ends_at desc limit 1), 'seatEnded') end $$;

-- The roles in open situations of a table: who brought it, who has a part, and who had the lead of an intervention without one.
create function app.roles_in(p_table uuid, p_situation uuid)
returns table (situation_id uuid, agency_id uuid, part text)
language sql stable security definer set search_path = pg_catalog as $$
  select o.situation_id, o.agency_id, 'originating' from app.situation_origin o
    join app.situation s on s.table_id = o.table_id and s.id = o.situation_id and s.stage in ${open}
    where o.table_id = p_table and (p_situation is null or o.situation_id = p_situation)
  union all
  select a.situation_id, a.agency_id, a.part from app.assignment a
    join app.situation s on s.table_id = a.table_id and s.id = a.situation_id and s.stage in ('planning', 'intervention')
    where a.table_id = p_table and (p_situation is null or a.situation_id = p_situation)
      and a.state in ('asked', 'accepted')
  union all
  select s.id, l.agency_id, 'lead' from app.situation s
    cross join lateral (select a.agency_id, a.state from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'lead'
      order by a.state in ('asked', 'accepted') desc, a.answered_at desc nulls last limit 1) l
    where s.table_id = p_table and (p_situation is null or s.id = p_situation) and s.stage = 'intervention'
      and l.state not in ('asked', 'accepted') $$;

-- ---------------------------------------------------------------- hand-over tasks
create function app.open_hand_over(p_table uuid, p_situation uuid, p_agency uuid, p_part text) returns uuid
language sql volatile security definer set search_path = pg_catalog as $$
  select app.open_task('handOver', p_table, p_situation, p_agency, p_part, null, app.why_ended(p_table, 'rep', p_agency),
    array['privacy', 'coordinator', 'rep'], ${handOverBusinessDays}) $$;

create function app.open_hand_overs(p_table uuid, p_situation uuid) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare gone uuid[]; r record; n integer := 0;
begin
  select coalesce(array_agg(x.agency_id), '{}') into gone
    from (select distinct o.agency_id from app.roles_in(p_table, p_situation) o) x
    where not app.is_represented(p_table, x.agency_id);
  if cardinality(gone) = 0 then return 0; end if;
  for r in select o.situation_id, o.agency_id, o.part from app.roles_in(p_table, p_situation) o
      where o.agency_id = any (gone) order by o.situation_id loop
    n := n + (app.open_hand_over(p_table, r.situation_id, r.agency_id, r.part) is not null)::integer;
  end loop;
  return n;
end $$;

-- How a hand-over task is done by what happened to its situation; null while it waits.
create function app.hand_over_done(t app.task, s app.situation, p_acting uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare own app.assignment;
begin
  if s.stage not in ${open} then return 'ended'; end if;
  -- Whoever acts for the agency has taken its role over.
  if t.agency_id = p_acting then return 'takenOver'; end if;
  if t.part = 'originating' then return null; end if;
  if s.stage not in ('planning', 'intervention') then return 'ended'; end if;
  select a.* into own from app.assignment a
    where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = t.agency_id
    order by a.state in ('asked', 'accepted') desc, a.asked_at desc, a.answered_at desc nulls last limit 1;
  -- In an intervention the lead has gone over when another agency has accepted it, not when one was asked.
  if t.part = 'lead' and exists (select from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'lead' and a.agency_id <> t.agency_id
        and (a.state = 'accepted' or s.stage = 'planning' and a.state = 'asked')) then return 'replaced'; end if;
  if own.state in ('asked', 'accepted') then return null; end if;
  if t.part = 'assisting' and (own.reason = 'handedOver' or exists (select from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'assisting' and a.asked_at >= t.opened_at
        and a.agency_id <> t.agency_id)) then return 'replaced'; end if;
  -- It came back to the coordinator in the usual way, who asks again.
  if own.state in ('declined', 'returned') and (t.part = 'assisting' or s.stage = 'planning') then return 'ended'; end if;
  return null;
end $$;

create function app.settle_hand_overs(p_table uuid, p_situation uuid, p_acting uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s app.situation; t app.task; how text;
begin
  select situation.* into strict s from app.situation where situation.table_id = p_table and situation.id = p_situation;
  for t in select task.* from app.task where task.table_id = p_table and task.situation_id = p_situation
      and task.kind = 'handOver' and task.closed_at is null order by task.id loop
    how := app.hand_over_done(t, s, p_acting);
    if how is not null then perform app.close_task(t.table_id, t.id, how); end if;
  end loop;
  -- What was reopened or undone may have lost its people meanwhile.
  if s.stage in ${open} then perform app.open_hand_overs(p_table, p_situation); end if;
end $$;

-- ---------------------------------------------------------------- every way in which a role ends
create function app.tell_administrators(p_code text, p_table uuid, p_agency uuid, p_occasion uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, occasion, persona)
  select distinct s.user_id, p_code, coalesce(p_agency, p_table), p_agency, p_table, p_occasion::text, 'administrator'
    from sec.seat s join sec.app_user u on u.id = s.user_id and u.status = 'active'
    where s.persona = 'administrator' and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now()
  on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing $$;

-- A task while a table or an agency that had somebody has nobody; it is done when somebody is seated.
create function app.settle_vacancy(p_kind text, p_table uuid, p_agency uuid, p_vacant boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made uuid; t app.task;
begin
  if p_vacant then
    made := app.open_task(p_kind, p_table, null, p_agency, null, null,
      app.why_ended(p_table, case when p_agency is null then 'coordinator' else 'privacy' end, p_agency),
      array[case when p_agency is null then 'privacy' else 'coordinator' end], null);
    if made is not null then perform app.tell_administrators('task.' || p_kind, p_table, p_agency, made); end if;
    return;
  end if;
  for t in select task.* from app.task where task.table_id = p_table and task.kind = p_kind
      and task.agency_id is not distinct from p_agency and task.closed_at is null loop
    perform app.close_task(t.table_id, t.id, 'takenOver');
  end loop;
end $$;

-- Opens what waits for somebody at a table and closes what has somebody again. It may be called at any time.
create function app.settle_roles(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare a record; t app.task; now_at timestamptz := sec.domain_now();
begin
  if not exists (select from sec.situation_table st where st.id = p_table and st.ended_at is null) then return; end if;
  perform app.open_hand_overs(p_table, null);
  -- Who brings something has nothing to accept: a new seat of the agency is enough.
  for t in select task.* from app.task where task.table_id = p_table and task.kind = 'handOver'
      and task.part = 'originating' and task.closed_at is null and app.is_represented(task.table_id, task.agency_id) loop
    perform app.close_task(t.table_id, t.id, 'takenOver');
  end loop;
  perform app.settle_vacancy('coordinatorMissing', p_table, null,
    exists (select from sec.seat s where s.table_id = p_table and s.persona = 'coordinator' and s.starts_at <= now_at)
      and not exists (select from sec.live_seat l where l.table_id = p_table and l.persona = 'coordinator'));
  for a in select ta.agency_id, ta.left_at is null and ta.has_account
          and exists (select from sec.seat s where s.agency_id = ta.agency_id and s.persona = 'privacy' and s.starts_at <= now_at)
          and not exists (select from sec.live_officer o where o.agency_id = ta.agency_id) as vacant
      from sec.table_agency ta where ta.table_id = p_table loop
    perform app.settle_vacancy('officerMissing', p_table, a.agency_id, a.vacant);
  end loop;
end $$;

create function app.settle_seats() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.settle_roles(x.table_id) from (
    select distinct t as table_id from changed s cross join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t) x;
  return null;
end $$;
create trigger settle_new_seats after insert on sec.seat referencing new table as changed
  for each statement execute function app.settle_seats();
create trigger settle_seats after update on sec.seat referencing new table as changed
  for each statement execute function app.settle_seats();

create function app.settle_user() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.settle_roles(x.table_id) from (
    select distinct t as table_id from sec.seat s cross join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t
      where s.user_id = new.id and s.ends_at > sec.domain_now()) x;
  return null;
end $$;
create trigger settle_roles after update of status on sec.app_user
  for each row when (old.status is distinct from new.status) execute function app.settle_user();

create function app.settle_place() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.settle_roles(new.table_id);
  return null;
end $$;
create trigger settle_roles after update of left_at, has_account on sec.table_agency
  for each row when (old.left_at is distinct from new.left_at or old.has_account is distinct from new.has_account)
  execute function app.settle_place();

-- Nobody can ever open the screenings of an agency that has ended: they go with it, as what it drops itself.
create function app.drop_screenings_of_agency() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare gone record;
begin
  for gone in delete from app.screening where screening.agency_id = new.id returning screening.table_id, screening.id loop
    perform audit.record('screening.drop', 'screening', gone.id, array['T1'], 'allow', null, '{}', gone.table_id);
  end loop;
  return null;
end $$;
create trigger drop_screenings after update of ended_at on sec.agency
  for each row when (old.ended_at is null and new.ended_at is not null) execute function app.drop_screenings_of_agency();
`);
    await runner.query(`
-- ---------------------------------------------------------------- the scheduled step
create index seat_lapses on sec.seat (ends_at) where ended_because is null;

-- Seats whose last day has passed and for which nothing was done yet. All zeros stand for those at no table.
create function app.lapsed_seats(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select coalesce(s.table_id, ${nowhere}), s.id from sec.seat s
    where s.ended_because is null and s.ends_at <= (select sec.domain_now()) and coalesce(s.table_id, ${nowhere}) <> all (p_skip)
      and not sec.waits('lapsed', coalesce(s.table_id, ${nowhere}), s.id)
    order by s.ends_at limit p_limit $$;

-- That a seat lapsed is written into it; what hung on it is settled by the trigger.
create function app.settle_lapsed(p_seat uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform sec.lock_roles(array(select t from sec.seat s cross join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t
    where s.id = p_seat));
  update sec.seat set ended_because = 'lapsed'
    where seat.id = p_seat and seat.ended_because is null and seat.ends_at <= sec.domain_now();
  return found;
end $$;

-- The only administrator's seat does not lapse: nobody could make another one. It goes on for a month, and they are told.
create function sec.administrators_to_keep(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select ${nowhere}, x.id from (
    select s.id from sec.seat s join sec.app_user u on u.id = s.user_id and u.status = 'active'
      where s.persona = 'administrator' and s.ends_at <= (select sec.domain_now())
        and coalesce(s.ended_because, 'lapsed') = 'lapsed' and ${nowhere} <> all (p_skip)
        and not sec.waits('keptseat', ${nowhere}, s.id)
      order by s.ends_at desc, s.id limit 1) x
    where sec.live_administrators(null) = 0 limit p_limit $$;
create function sec.keep_administrator(p_seat uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.seat; now_at timestamptz := sec.domain_now();
begin
  perform sec.lock_administrators();
  if sec.live_administrators(null) > 0 then return false; end if;
  update sec.seat set ends_at = now_at + interval '30 days', ended_because = null, version = seat.version + 1
    where seat.id = p_seat and seat.ends_at <= now_at returning seat.* into s;
  if not found then return false; end if;
  perform sec.tell(array[s.user_id], 'seat.keptAsLastAdministrator', s.id, null);
  perform audit.record('seat.keep', 'seat', s.id, array['administrator'], 'allow');
  return true;
end $$;

-- Tasks of a vacancy that somebody has begun to fill: a seat may begin by itself.
create function app.vacancies_filled(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select t.table_id, t.id from app.task t
    where t.closed_at is null and t.situation_id is null and t.table_id <> all (p_skip)
      and not sec.waits('vacancies', t.table_id, t.id)
      and case t.kind
        when 'officerMissing' then exists (select from sec.live_officer o where o.agency_id = t.agency_id)
        when 'coordinatorMissing' then exists (select from sec.live_seat l
          where l.table_id = t.table_id and l.persona = 'coordinator')
        else false end
    limit p_limit $$;
create function app.settle_filled(p_table uuid, p_task uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform sec.lock_roles(array[p_table]);
  perform app.settle_roles(p_table);
  return exists (select from app.task t where t.table_id = p_table and t.id = p_task and t.closed_at is not null);
end $$;

-- Once a task is due its receivers are told that the coordinator may act.
create function app.tasks_due(p_skip uuid[], p_limit integer) returns table (table_id uuid, object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select t.table_id, t.id from app.task t
    where t.closed_at is null and t.due_told_at is null and t.due_at <= (select sec.domain_now())
      and t.table_id <> all (p_skip) and not sec.waits('tasks', t.table_id, t.id)
    order by t.due_at limit p_limit $$;
create function app.tell_due_task(p_table uuid, p_task uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t app.task;
begin
  update app.task set due_told_at = sec.domain_now() where task.table_id = p_table and task.id = p_task
    and task.closed_at is null and task.due_told_at is null and task.due_at <= sec.domain_now() returning task.* into t;
  if not found then return false; end if;
  perform app.tell_of_task(t, 'task.handOverDue');
  return true;
end $$;
select queue.establish('clock.handedOver', 'short', 3, 15, 120);
insert into queue.schedule (name, cron, timezone, data, options)
  values ('clock.handedOver', '* * * * *', 'UTC', null, '{}');

-- ---------------------------------------------------------------- what officers and representatives do
-- The number of a situation for the reader of a task about it: seats at the table know it as the header of the situation.
create function app.agency_tasks(p_after timestamptz, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, kind text, agency_id uuid, part text, because text,
  opened_at timestamptz, due_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('task.list', 'agency', own, '{}', 'allow');
  return query select t.id, t.table_id, t.situation_id, s.number, t.kind, t.agency_id, t.part, t.because, t.opened_at, t.due_at
    from app.task t left join app.situation s on s.table_id = t.table_id and s.id = t.situation_id
    where t.closed_at is null and 'privacy' = any (t.receivers)
      and (t.agency_id = own or t.agency_id is null and exists (select from sec.table_agency ta
        where ta.table_id = t.table_id and ta.agency_id = own and ta.left_at is null))
      and (p_after is null or (t.opened_at, t.id) > (p_after, p_after_id))
    order by t.opened_at, t.id limit p_limit;
end $$;

-- The situation is locked before the task, as a move does.
create function app.hand_over_to_do(p_task uuid, p_agency uuid, p_table uuid) returns app.task
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t app.task;
begin
  select task.* into t from app.task where task.id = p_task and task.kind = 'handOver' and task.agency_id = p_agency
    and (p_table is null or task.table_id = p_table);
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform from app.situation where situation.table_id = t.table_id and situation.id = t.situation_id for update;
  perform sec.still_entered();
  select task.* into t from app.task where task.table_id = t.table_id and task.id = p_task for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if t.closed_at is not null then raise exception 'task.closed' using errcode = 'P0001'; end if;
  return t;
end $$;

-- Somebody new represents the agency and takes its part over.
create function app.take_over_task(p_task uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep'], false); t app.task := app.hand_over_to_do(p_task, c.agency_id, c.table_id);
begin
  if t.part not in ('lead', 'assisting') then raise exception 'task.notAPart' using errcode = 'P0001'; end if;
  if not exists (select from app.assignment a where a.table_id = t.table_id and a.situation_id = t.situation_id
      and a.agency_id = c.agency_id and a.state in ('asked', 'accepted')) then
    raise exception 'task.partEnded' using errcode = 'P0001';
  end if;
  perform app.close_task(t.table_id, t.id, 'takenOver');
end $$;

-- The privacy officer speaks for an agency that nobody represents: what it brought is withdrawn, its part given back at once.
create function app.hand_back_task(p_task uuid, p_reason text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true); t app.task := app.hand_over_to_do(p_task, c.agency_id, null);
  s app.situation; m app.move; destination text; list text; made text;
begin
  select situation.* into strict s from app.situation where situation.table_id = t.table_id and situation.id = t.situation_id;
  if app.is_represented(t.table_id, t.agency_id) then raise exception 'task.represented' using errcode = 'P0001'; end if;
  select move.* into strict m from app.move
    where move.name = case t.part when 'originating' then 'withdraw' else 'leaveAssignment' end;
  if codebook.chosen_ok(m.reason_list, p_reason, t.table_id, sec.today(t.table_id)) is not true then
    raise exception 'move.reasonGiven' using errcode = 'P0001';
  end if;
  destination := m.stages ->> s.stage;
  if destination is null then raise exception 'task.closed' using errcode = 'P0001'; end if;
  if t.part = 'originating' then
    made := 'withdraw';
    perform app.effect('withdraw', s, destination, jsonb_build_object('reason', p_reason), c);
  else
    made := 'handBack';
    perform app.end_any_part(s, t.agency_id, p_reason);
    -- Nobody of the agency is waited for any more.
    update app.task set due_at = sec.domain_now() where task.table_id = t.table_id and task.id = t.id;
  end if;
  update app.situation set stage = destination, version = situation.version + 1,
      hidden = destination in ('rejected', 'returned', 'withdrawn')
    where situation.table_id = s.table_id and situation.id = s.id;
  insert into app.step (table_id, situation_id, version, move, stage, at)
    values (s.table_id, s.id, s.version + 1, made, destination, sec.domain_now());
  perform audit.record('situation.' || made, 'situation', s.id, '{}', 'allow', null, jsonb_build_object(
    'from', s.stage, 'to', destination, 'reason', p_reason, 'agency', t.agency_id), s.table_id);
  perform app.settle_hand_overs(s.table_id, s.id, null);
  if t.part = 'assisting' then perform app.close_task(t.table_id, t.id, 'handedBack'); end if;
end $$;
grant execute on function app.agency_tasks(timestamptz, uuid, integer), app.hand_back_task(uuid, text) to privacy;
grant execute on function app.take_over_task(uuid) to rep;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
