import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleEndings, taskEndings, taskKinds, taskReceivers, handedOverParts } from '#domain/vocabulary';

const codes = (list: readonly string[]): string => list.map((code) => `'${code}'`).join(', ');
const ctx = (field: string): string => `(select (sec.ctx()).${field})`;
const wall = `task.table_id = ${ctx('table_id')} and ${ctx('persona')} = current_user`;

/**
 * Tasks (matrix row 106): what waits for somebody until it is done, with the day from which it is late. A task names codes and ids
 * only. It is opened and closed by functions of the owner; no persona writes the table.
 */
export class Tasks1764000087000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table app.task (
  table_id uuid not null constraint task_table references sec.situation_table,
  id uuid not null default gen_random_uuid(),
  kind text not null constraint task_kind check (kind in (${codes(taskKinds)})),
  situation_id uuid,
  agency_id uuid constraint task_agency references sec.agency,
  part text constraint task_part check (part in (${codes(handedOverParts)})),
  subject_id uuid,
  because text constraint task_because check (because in (${codes(roleEndings)})),
  receivers text[] not null constraint task_receivers check (
    cardinality(receivers) > 0 and receivers <@ array[${codes(taskReceivers)}]),
  opened_at timestamptz not null default sec.domain_now(),
  due_at timestamptz,
  due_told_at timestamptz,
  closed_at timestamptz,
  closed_by uuid constraint task_closer references sec.app_user,
  closed_how text constraint task_closed_how check (closed_how in (${codes(taskEndings)})),
  constraint task_pkey primary key (table_id, id),
  constraint task_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint task_rep_of_agency check (agency_id is not null or not 'rep' = any (receivers)),
  constraint task_closed check ((closed_at is null) = (closed_how is null))
);
comment on column app.task.agency_id is 'whose it is; without one it is for the whole table';
comment on column app.task.subject_id is 'what it is about where that is no situation: a seat, an offer, a meeting';
comment on column app.task.due_at is 'from when others may act, or from when it is late; null where nothing follows';
create unique index task_once on app.task (table_id, kind, situation_id, agency_id, part, subject_id)
  nulls not distinct where closed_at is null;
create index task_open on app.task (table_id, opened_at, id) where closed_at is null;
create index task_of_agency on app.task (agency_id, opened_at, id) where closed_at is null;
create index task_of_situation on app.task (table_id, situation_id) where situation_id is not null;
create index task_vacancy on app.task (table_id) where closed_at is null and situation_id is null;
create index task_falls_due on app.task (due_at) where closed_at is null and due_told_at is null;

alter table app.task enable row level security;
alter table app.task force row level security;
create policy task_wall on app.task as restrictive
  to rep, coordinator, auditor, administrator, privacy, projector using (${wall}) with check (${wall});
create policy task_owner on app.task to owner using (true) with check (true);
create policy task_of_coordinator on app.task for select to coordinator using ('coordinator' = any (task.receivers));
create policy task_of_rep on app.task for select to rep
  using ('rep' = any (task.receivers) and task.agency_id = ${ctx('agency_id')});
comment on policy task_of_coordinator on app.task is 'matrix row 106';
comment on policy task_of_rep on app.task is 'matrix row 106';
grant select on app.task to rep, coordinator;

-- ---------------------------------------------------------------- business days
-- Monday to Friday, less the holidays of the installation.
create function app.is_business_day(p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select extract(isodow from p_day) < 6
    and not exists (select from sec.holiday h where h.on_day = p_day and h.gone_version is null) $$;

-- The same hour of the table's clock so many business days later. What begins on another day counts from the next business day on.
create function app.business_days_after(p_table uuid, p_at timestamptz, p_days integer) returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog as $$
declare zone text; day date; hour time; left_over integer := p_days;
begin
  select t.time_zone into strict zone from sec.situation_table t where t.id = p_table;
  day := (p_at at time zone zone)::date;
  hour := (p_at at time zone zone)::time;
  while not app.is_business_day(day) loop
    day := day + 1;
    hour := '00:00';
  end loop;
  while left_over > 0 loop
    day := day + 1;
    if app.is_business_day(day) then left_over := left_over - 1; end if;
  end loop;
  return (day + hour) at time zone zone;
end $$;

-- ---------------------------------------------------------------- opening and closing
-- Tells everybody whom the task is for, each by the seat that it is for.
create function app.tell_of_task(t app.task, p_code text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, number, occasion, persona)
  select told.user_id, p_code, coalesce(t.situation_id, t.agency_id, t.table_id), t.agency_id, t.table_id,
      (select s.number from app.situation s where s.table_id = t.table_id and s.id = t.situation_id),
      t.id::text, told.persona
    from (
      select l.user_id, l.persona from sec.live_seat l
        where l.table_id = t.table_id and l.persona = any (t.receivers)
          and (l.persona = 'coordinator' or l.agency_id = t.agency_id)
      union
      select o.user_id, 'privacy' from sec.live_officer o
        where 'privacy' = any (t.receivers) and (o.agency_id = t.agency_id or t.agency_id is null
          and exists (select from sec.table_agency ta
            where ta.table_id = t.table_id and ta.agency_id = o.agency_id and ta.left_at is null))
    ) told
  on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing $$;

-- Opens a task unless the same one is open, and tells its receivers. Returns its id, or null where it was open already.
create function app.open_task(p_kind text, p_table uuid, p_situation uuid, p_agency uuid, p_part text, p_subject uuid,
  p_because text, p_receivers text[], p_business_days integer) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made app.task; now_at timestamptz := sec.domain_now();
begin
  insert into app.task (kind, table_id, situation_id, agency_id, part, subject_id, because, receivers, opened_at, due_at)
  values (p_kind, p_table, p_situation, p_agency, p_part, p_subject, p_because, p_receivers, now_at,
    case when p_business_days is not null then app.business_days_after(p_table, now_at, p_business_days) end)
  on conflict (table_id, kind, situation_id, agency_id, part, subject_id) where closed_at is null do nothing
  returning task.* into made;
  if made.id is null then return null; end if;
  perform app.tell_of_task(made, 'task.' || p_kind);
  perform audit.record('task.begin', 'task', made.id, '{}', 'allow', null, jsonb_strip_nulls(jsonb_build_object(
    'kind', p_kind, 'situation', p_situation, 'agency', p_agency, 'part', p_part, 'because', p_because)), p_table);
  return made.id;
end $$;

create function app.close_task(p_table uuid, p_task uuid, p_how text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update app.task set closed_at = sec.domain_now(), closed_by = (sec.ctx()).user_id, closed_how = p_how
    where task.table_id = p_table and task.id = p_task and task.closed_at is null;
  if found then
    perform audit.record('task.end', 'task', p_task, '{}', 'allow', null, jsonb_build_object('how', p_how), p_table);
  end if;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
