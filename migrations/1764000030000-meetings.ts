import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agendaSections, decisionOf, notedDecisions } from '#domain/filters';

const codes = (list: readonly string[]): string => list.map((code) => `'${code}'`).join(', ');
const decisionRows = Object.entries(decisionOf)
  .map(([move, decision]) => `('${move}', '${decision}')`)
  .join(', ');
/** Moves after which a situation stands on the agenda of the open meeting, even where the agenda did not list it when it opened. */
const decidedHere = [
  'bringToTable',
  'bringOnBehalf',
  'recordRisk',
  'reject',
  'sendBack',
  'closeRound',
  'assign',
  'assignAgain',
  'conclude',
  'reopen',
];

/**
 * Meetings, their agenda, attendance and the card that is on the table (matrix rows 40, 44, 48). An agenda is derived from the open
 * situations and kept when the meeting opens, so that its order stands still; its decisions are derived from the moves.
 */
export class Meetings1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- An agency without an account attends by what the coordinator entered for it, on a named basis.
alter table app.attendance add column version integer not null default 1, add column entered_for_agency boolean not null default false, add column basis text,
  add constraint attendance_basis check (entered_for_agency = (basis is not null));

create table app.agenda_entry (
  table_id uuid not null, meeting_id uuid not null, situation_id uuid not null,
  section text not null constraint agenda_entry_section check (section in (${codes(agendaSections)})), position integer not null,
  due_on date, overdue boolean not null default false, contact_overdue boolean not null default false,
  noted text constraint agenda_entry_noted check (noted in (${codes(notedDecisions)})), version integer not null default 1,
  constraint agenda_entry_pkey primary key (table_id, meeting_id, situation_id),
  constraint agenda_entry_meeting foreign key (table_id, meeting_id) references app.meeting,
  constraint agenda_entry_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);
create index agenda_entry_by_situation on app.agenda_entry (table_id, situation_id);

-- What is on the table now, and whether all devices are shaded.
create table app.meeting_card (
  table_id uuid not null, meeting_id uuid not null, situation_id uuid, with_summary boolean not null default false, shaded boolean not null default false,
  version integer not null default 1,
  constraint meeting_card_pkey primary key (table_id, meeting_id),
  constraint meeting_card_meeting foreign key (table_id, meeting_id) references app.meeting,
  constraint meeting_card_situation foreign key (table_id, situation_id) references app.situation on delete set null (situation_id),
  constraint meeting_card_summary check (situation_id is not null or not with_summary)
);
create index meeting_card_by_situation on app.meeting_card (table_id, situation_id) where situation_id is not null;

do $$ declare t text; begin
  foreach t in array array['agenda_entry', 'meeting_card'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy %I on app.%I to owner using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on app.%I as restrictive to rep, coordinator, auditor, administrator, privacy, projector
      using (%I.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user)
      with check (%I.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user)', t || '_wall', t, t, t);
  end loop; end $$;
-- An exit leaves the agenda with its situation and comes back, as a number and a decision, when it is minimised.
create policy agenda_entry_select on app.agenda_entry for select to rep, coordinator
  using (exists (select from app.situation s where s.table_id = agenda_entry.table_id and s.id = agenda_entry.situation_id));
comment on policy agenda_entry_select on app.agenda_entry is 'matrix rows 40, 44';
create policy meeting_card_select on app.meeting_card for select to rep, coordinator using (true);
comment on policy meeting_card_select on app.meeting_card is 'matrix row 44';
grant select on app.agenda_entry, app.meeting_card to rep, coordinator;

-- ---------------------------------------------------------------- what agencies report by
-- Every accepted part of a table with its clock, under the rights of the caller. An agency reports by the first meeting after
-- it accepted; once it reported, by the one after the meeting that it reported for. Two facts, each with its own time: overdue is
-- that day passed without a report, contact_overdue the first contact. Whoever shows one of them shows its own time beside it.
create function app.report_clock(p_table uuid) returns table (situation_id uuid, agency_id uuid, part text,
  contact_due_at timestamptz, reported_at timestamptz, due_on date, overdue boolean, contact_overdue boolean)
language sql stable set search_path = pg_catalog as $$
  with part as (
    select a.situation_id, a.agency_id, a.part, a.contact_due_at, r.reported_at,
      (a.answered_at at time zone t.time_zone)::date as accepted_on, (r.reported_at at time zone t.time_zone)::date as reported_on
    from app.assignment a
    join app.situation s on s.table_id = a.table_id and s.id = a.situation_id and s.stage in ('planning', 'intervention')
    join sec.situation_table t on t.id = a.table_id
    left join lateral (select max(b.reported_at) as reported_at from app.report_back b
      where b.table_id = a.table_id and b.situation_id = a.situation_id and b.agency_id = a.agency_id
        and b.reported_at >= a.answered_at) r on true
    where a.table_id = p_table and a.state = 'accepted'
  ), span as (
    select min(part.accepted_on) as first_on, sec.today(p_table) as today from part
  ), meets as materialized (
    select d.day from span cross join lateral
      app.meeting_days(p_table, span.first_on, app.calendar_reach(p_table, span.today)) d
  )
  select part.situation_id, part.agency_id, part.part, part.contact_due_at, part.reported_at, due.on_day,
    due.on_day < span.today, part.reported_at is null and part.contact_due_at < sec.domain_now()
  from part cross join span
  cross join lateral (select min(meets.day) as on_day from meets where meets.day > case when part.reported_on is null
    then part.accepted_on else (select min(before.day) from meets before where before.day >= part.reported_on) end) due $$;

-- ---------------------------------------------------------------- the agenda
-- Built from the open situations under the rights of whoever asks: report-backs (overdue first), new ones by number, those waiting, those carried over.
create function app.agenda_draft(p_table uuid, p_kind text) returns table (situation_id uuid, section text, "position" integer, due_on date,
  overdue boolean, contact_overdue boolean)
language sql stable set search_path = pg_catalog as $$
  with clock as (
    select distinct on (c.situation_id) c.situation_id, c.due_on, c.overdue, c.contact_overdue from app.report_clock(p_table) c order by c.situation_id, c.part = 'lead' desc, c.due_on
  ), listed as (
    select s.id, s.year, s.sequence, clock.due_on, coalesce(clock.overdue, false) as overdue, coalesce(clock.contact_overdue, false) as contact_overdue,
      case when s.stage = 'intervention' then 'reportBack'
        when s.stage <> 'deidentified' or exists (select from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id) then 'waiting'
        when (select e.noted from app.agenda_entry e join app.meeting m on m.table_id = e.table_id and m.id = e.meeting_id
               where e.table_id = s.table_id and e.situation_id = s.id and m.closed_at is not null order by m.closed_at desc limit 1) = 'moreInformation' then 'carriedOver'
        else 'new' end as section
    from app.situation s left join clock on clock.situation_id = s.id
    where s.table_id = p_table and s.stage in ('deidentified', 'limited', 'planning', 'intervention')
  )
  select listed.id, listed.section,
    row_number() over (order by array_position(array[${codes(agendaSections)}], listed.section), listed.overdue or listed.contact_overdue desc, listed.due_on nulls last, listed.year, listed.sequence)::integer,
    listed.due_on, listed.overdue, listed.contact_overdue
  from listed where p_kind = 'regular' or listed.section <> 'reportBack' $$;

-- What the table decided on a situation in a meeting, in order: codes without their hours, so that an exit keeps its decision (row 44) though
-- its timeline is hidden (row 42). What was undone was not decided.
create function app.decided_in(p_meeting uuid, p_situation uuid) returns text[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(made.decision order by made.version), '{}') from (
    select d.decision, min(step.version) as version from app.meeting m
      join app.situation s on s.table_id = m.table_id and s.id = p_situation and not s.hidden
      join app.step on step.table_id = s.table_id and step.situation_id = s.id and step.at >= m.opened_at and step.at <= coalesce(m.closed_at, 'infinity')
      join (values ${decisionRows}) as d(move, decision) on d.move = step.move
    where m.table_id = (select (sec.ctx()).table_id) and m.id = p_meeting
      and not exists (select from app.step undone where undone.table_id = step.table_id and undone.situation_id = step.situation_id and undone.version > step.version
        and ((undone.move = 'undo' and undone.version = step.version + 1)
          or (undone.move = 'takeBackRisk' and step.move = 'recordRisk' and undone.at <= coalesce(m.closed_at, 'infinity'))))
    group by d.decision) made $$;

-- Every open meeting has its card, however it was opened: imported and seeded ones too.
create function app.begin_card() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.meeting_card (table_id, meeting_id) values (new.table_id, new.id) on conflict do nothing;
  return null;
end $$;
create trigger begin_card after insert or update of opened_at on app.meeting for each row when (new.opened_at is not null) execute function app.begin_card();

-- What is brought or decided while a meeting is open stands on its agenda.
create function app.add_to_agenda() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid;
begin
  select meeting.id into m from app.meeting where meeting.table_id = new.table_id and meeting.opened_at is not null and meeting.closed_at is null;
  if not found then return null; end if;
  insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position)
  select new.table_id, m, new.situation_id,
    case when new.stage in ('intervention', 'concluded') then 'reportBack' when new.stage in ('limited', 'planning') then 'waiting' else 'new' end,
    coalesce((select max(e.position) from app.agenda_entry e where e.table_id = new.table_id and e.meeting_id = m), 0) + 1
  on conflict on constraint agenda_entry_pkey do nothing;
  return null;
end $$;
create trigger add_to_agenda after insert on app.step for each row when (new.move in (${codes(decidedHere)})) execute function app.add_to_agenda();

grant execute on function app.report_clock(uuid), app.agenda_draft(uuid, text),
  app.decided_in(uuid, uuid) to rep, coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
