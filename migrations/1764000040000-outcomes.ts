import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealing, outcome records and the yearly cut. No transaction id, lock or order joins an outcome record with its situation: records and
 * `sealed_at` are written in two transactions, and the table's records are all written again in random order, under new ids, their days cut
 * to months. Nobody reads the records themselves; auditors read what a year's cut lets show.
 */
export class Outcomes1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table stats.outcome_record (
  id uuid not null default gen_random_uuid() constraint outcome_record_pkey primary key,
  year integer not null, month date not null constraint outcome_record_month check (extract(day from month) = 1 and extract(year from month) = year),
  table_id uuid not null constraint outcome_record_table references sec.situation_table, region text not null,
  status text not null constraint outcome_record_status check (status in ('concluded', 'rejected', 'returned', 'withdrawn')),
  type text not null, age_band text, sex text, originating_sector text not null, lead_sector text, assisting_sectors text[],
  conclusion_group text, conclusion_reason text, risk_factors text[], study_flags text[], protective_factors text[], services jsonb, risk_after text,
  -- What the register redacts of a situation that was not taken up is not applicable, here too.
  constraint outcome_record_not_applicable check (status = 'concluded' or (lead_sector is null and assisting_sectors is null and risk_factors is null
    and study_flags is null and protective_factors is null and services is null and risk_after is null))
-- A table's records are written again at each sealing: what they replace is vacuumed at the next round, not when a fifth has gathered.
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
create index outcome_record_of_table on stats.outcome_record (table_id);
create index outcome_record_year on stats.outcome_record (year, table_id);

create table stats.seal_run (
  table_id uuid not null constraint seal_run_table references sec.situation_table, boundary timestamptz not null,
  constraint seal_run_pkey primary key (table_id, boundary)
);

-- One selection a year: classes with at least 11 records, and one remainder that is itself 0 or at least 11. Cut once and stored.
create table stats.year_cut (
  scope uuid not null, year integer not null, cut_at timestamptz not null default sec.domain_now(), withheld boolean not null default false,
  constraint year_cut_pkey primary key (scope, year)
);
comment on column stats.year_cut.scope is 'all zeros: all tables together (auditors); else one table, for its own seats';
comment on column stats.year_cut.withheld is 'fewer than 11 records in all: nothing of that year can be shown';
create table stats.year_class (
  scope uuid not null, year integer not null, id uuid not null default gen_random_uuid(),
  type text, age_band text, sex text, conclusion_group text, remainder boolean not null default false,
  records integer not null constraint year_class_large_enough check (records >= 11),
  constraint year_class_pkey primary key (scope, year, id),
  constraint year_class_cut foreign key (scope, year) references stats.year_cut,
  constraint year_class_remainder check (not remainder or (type is null and age_band is null and sex is null and conclusion_group is null))
);

create table stats.export (
  id uuid not null default gen_random_uuid() constraint export_pkey primary key, year integer not null,
  asked_by uuid not null constraint export_asker references sec.app_user, asked_at timestamptz not null default sec.domain_now(),
  approved_by uuid constraint export_approver references sec.app_user, approved_at timestamptz, approved_as text,
  constraint export_two_people check (approved_by is null or approved_by <> asked_by)
);

alter table stats.outcome_record enable row level security; alter table stats.outcome_record force row level security;
alter table stats.seal_run enable row level security; alter table stats.seal_run force row level security;
alter table stats.year_cut enable row level security; alter table stats.year_cut force row level security;
alter table stats.year_class enable row level security; alter table stats.year_class force row level security;
alter table stats.export enable row level security; alter table stats.export force row level security;
create policy outcome_record_owner on stats.outcome_record to owner using (true) with check (true);
create policy seal_run_owner on stats.seal_run to owner using (true) with check (true);
create policy year_cut_owner on stats.year_cut to owner using (true) with check (true);
create policy year_class_owner on stats.year_class to owner using (true) with check (true);
create policy export_owner on stats.export to owner using (true) with check (true);

-- Rows 30 and 31: seats read their own table's cut, auditors that of all tables together; nobody reads both.
create policy year_cut_auditor on stats.year_cut for select to auditor using ((select (sec.ctx()).persona) = current_user and year_cut.scope = '00000000-0000-0000-0000-000000000000');
create policy year_cut_seats on stats.year_cut for select to rep, coordinator using ((select (sec.ctx()).persona) = current_user and year_cut.scope = (select (sec.ctx()).table_id));
create policy year_class_auditor on stats.year_class for select to auditor using ((select (sec.ctx()).persona) = current_user and year_class.scope = '00000000-0000-0000-0000-000000000000');
create policy year_class_seats on stats.year_class for select to rep, coordinator using ((select (sec.ctx()).persona) = current_user and year_class.scope = (select (sec.ctx()).table_id));
create policy export_auditor on stats.export for select to auditor using ((select (sec.ctx()).persona) = current_user);
create policy export_officer on stats.export for select to privacy using ((select (sec.ctx()).persona) = current_user and export.approved_by is null);
grant usage on schema stats to auditor, rep, coordinator, privacy;
grant select on stats.year_cut, stats.year_class to auditor, rep, coordinator;
grant select on stats.export to auditor, privacy;

create function stats.sector_of(p_agency uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select agency.sector from sec.agency where agency.id = p_agency $$;

-- What is left of a concluded situation: codes only. Which factors still stand becomes one word.
create function stats.record_of(s app.situation, w app.workflow, t sec.situation_table) returns stats.outcome_record language plpgsql stable security definer set search_path = pg_catalog as $$
declare r stats.outcome_record; x app.exit; c app.conclusion; d app.tier2;
begin
  r.id := gen_random_uuid(); r.table_id := s.table_id; r.region := t.region;
  r.month := date_trunc('month', w.left_at at time zone t.time_zone)::date; r.year := extract(year from r.month);
  if s.stage <> 'concluded' then
    select exit.* into strict x from app.exit where exit.table_id = s.table_id and exit.situation_id = s.id;
    r.status := x.kind; r.type := x.type;
    select exit_sector.originating_sector into strict r.originating_sector from app.exit_sector where exit_sector.table_id = s.table_id and exit_sector.situation_id = s.id;
    if x.kind = 'rejected' then r.conclusion_group := 'rejected'; r.conclusion_reason := x.reason; end if;
    return r;
  end if;
  select conclusion.* into strict c from app.conclusion where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
  select tier2.* into strict d from app.tier2 where tier2.table_id = s.table_id and tier2.situation_id = s.id;
  r.status := 'concluded'; r.type := d.type; r.age_band := d.age_band; r.sex := d.sex;
  r.risk_factors := d.risk_factors; r.study_flags := d.study_flags; r.protective_factors := d.protective_factors;
  r.originating_sector := (select stats.sector_of(o.agency_id) from app.situation_origin o where o.table_id = s.table_id and o.situation_id = s.id);
  r.lead_sector := (select stats.sector_of(a.agency_id) from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'lead' and a.state = 'accepted' limit 1);
  r.assisting_sectors := array(select distinct stats.sector_of(a.agency_id) from app.assignment a where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'assisting' and a.state in ('accepted', 'left') order by 1);
  r.conclusion_reason := c.reason;
  r.conclusion_group := split_part(c.reason, '.', 1);
  r.services := coalesce((select jsonb_agg(distinct jsonb_build_object('service', v.service, 'mobilization', v.mobilization)) from app.service_mobilized v where v.table_id = s.table_id and v.situation_id = s.id), '[]');
  r.risk_after := case when c.told is null and c.risk_after = '{}' and c.reason = 'other.withdrawn-by-originator' then 'unknown'
    when cardinality(c.risk_after) = 0 then 'gone' when c.risk_after @> d.risk_factors then 'stillPresent' else 'reduced' end;
  return r;
end $$;

-- The last Sunday, 03:00 in the table's zone, that has passed.
create function stats.seal_boundary(t sec.situation_table) returns timestamptz language sql volatile security definer set search_path = pg_catalog as $$
  select (date_trunc('week', (sec.domain_now() at time zone t.time_zone) + interval '1 day' - interval '3 hours') - interval '1 day' + interval '3 hours') at time zone t.time_zone $$;

create function stats.next_boundary(t sec.situation_table) returns timestamptz language sql volatile security definer set search_path = pg_catalog as $$
  select ((stats.seal_boundary(t) at time zone t.time_zone) + interval '7 days') at time zone t.time_zone $$;

-- Sealing is three transactions, in this order: begin (app), write (stats), finish (app). No transaction touches rows of both
-- schemas: a row keeps the id of the transaction that wrote it (xmin) and of the one that locked it last (xmax), and either
-- would join a record with its situation. This row says where the table's sealing is, so that one that was cut off goes on.
create table app.sealing (
  table_id uuid not null constraint sealing_pkey primary key constraint sealing_table references sec.situation_table,
  boundary timestamptz not null default '-infinity', finished boolean not null default true, next_at timestamptz not null default '-infinity'
);
comment on column app.sealing.next_at is 'when the table is looked at next: by index, so that a minute in which nothing is due costs nothing';
create index sealing_next on app.sealing (next_at);
alter table app.sealing enable row level security; alter table app.sealing force row level security;
create policy sealing_wall on app.sealing as restrictive to rep, coordinator, auditor, administrator, privacy, projector
  using (sealing.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user)
  with check (sealing.table_id = (select (sec.ctx()).table_id) and (select (sec.ctx()).persona) = current_user);
create policy sealing_owner on app.sealing to owner using (true) with check (true);

-- Each step must be alone in its transaction; one that follows another there would share its id.
create function stats.alone() returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'a step of sealing needs a transaction of its own' using errcode = '25001';
  end if;
end $$;

-- Tables whose sealing is due or was cut off, after a place; a page at a time.
create function stats.tables_to_seal(p_after uuid, p_limit integer) returns table (table_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select g.table_id from app.sealing g where (p_after is null or g.table_id > p_after) and g.next_at <= (select sec.domain_now())
     and not exists (select from sec.stuck k where k.kind = 'sealed' and k.table_id = g.table_id
       and (k.parked_at is null and k.next_at > sec.domain_now() or k.parked_at is not null and k.object_id = g.table_id))
   order by g.table_id limit p_limit $$;
create function app.begin_sealings() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.sealing (table_id) values (new.id) on conflict (table_id) do update set next_at = '-infinity';
  return null;
end $$;
create trigger begin_sealings after insert on sec.situation_table for each row execute function app.begin_sealings();
create trigger change_sealings after update of time_zone on sec.situation_table for each row execute function app.begin_sealings();

-- Step 1: what is due is marked, under the locks that moves take. False when there is nothing to do.
create function app.begin_sealing(p_table uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table; g app.sealing; due uuid[];
begin
  perform stats.alone();
  select situation_table.* into strict t from sec.situation_table where situation_table.id = p_table;
  select sealing.* into strict g from app.sealing where sealing.table_id = p_table for update;
  -- What was marked once is written and finished first: a mark is never moved.
  if not g.finished then return true; end if;
  if g.boundary >= stats.seal_boundary(t) then
    update app.sealing set next_at = stats.next_boundary(t) where sealing.table_id = p_table;
    return false;
  end if;
  g.boundary := stats.seal_boundary(t);
  select array_agg(x.situation_id) into due from app.due_to_seal(t, g.boundary) x;
  perform from app.situation s where s.table_id = p_table and s.id = any (due) order by s.id for update;
  -- A move that came first may have taken one back.
  update app.workflow set sealing_at = g.boundary
   where workflow.table_id = p_table
     and workflow.situation_id in (select x.situation_id from app.due_to_seal(t, g.boundary) x where x.situation_id = any (due));
  update app.sealing set boundary = g.boundary, finished = false where sealing.table_id = p_table;
  return true;
end $$;

create function app.due_to_seal(t sec.situation_table, p_boundary timestamptz) returns table (situation_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select w.situation_id from app.workflow w join app.situation s on s.table_id = w.table_id and s.id = w.situation_id
   where w.table_id = t.id and w.left_at is not null and w.sealing_at is null and w.sealed_at is null
     and ((s.stage = 'concluded' and exists (select from app.conclusion z where z.table_id = w.table_id
           and z.situation_id = w.situation_id and z.seal_after < (p_boundary at time zone t.time_zone)::date))
       or w.minimised_at <= p_boundary) and not sec.waits('sealed', w.table_id, w.situation_id) $$;

-- Step 2: the records of what is marked. All records of the table are written again, in random order and under new ids,
-- so that all have one transaction id and no place tells the week. It changes and locks nothing outside stats.
create function stats.write_records(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table; g app.sealing;
begin
  perform stats.alone();
  select sealing.* into g from app.sealing where sealing.table_id = p_table and not sealing.finished;
  if not found then return; end if;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = p_table;
  insert into stats.seal_run (table_id, boundary) values (p_table, g.boundary) on conflict do nothing;
  if not found then return; end if;
  perform from app.workflow w where w.table_id = p_table and w.sealing_at is not null and w.sealed_at is null limit 1;
  if not found then return; end if;
  with kept as (delete from stats.outcome_record where outcome_record.table_id = p_table returning outcome_record.*),
  fresh as (
    select r.* from app.workflow w join app.situation s on s.table_id = w.table_id and s.id = w.situation_id
      cross join lateral stats.record_of(s, w, t) r
     where w.table_id = p_table and w.sealing_at is not null and w.sealed_at is null)
  insert into stats.outcome_record (id, year, month, table_id, region, status, type, age_band, sex, originating_sector,
    lead_sector, assisting_sectors, conclusion_group, conclusion_reason, risk_factors, study_flags, protective_factors,
    services, risk_after)
  select gen_random_uuid(), x.year, x.month, x.table_id, x.region, x.status, x.type, x.age_band, x.sex, x.originating_sector,
    x.lead_sector, x.assisting_sectors, x.conclusion_group, x.conclusion_reason, x.risk_factors, x.study_flags,
    x.protective_factors, x.services, x.risk_after
  from (select kept.* from kept union all select fresh.* from fresh) x order by gen_random_uuid();
end $$;

-- Step 3: what has its record is sealed. The event holds no number: in a week with one situation it would name the record.
create function app.finish_sealing(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare g app.sealing; due uuid[];
begin
  perform stats.alone();
  select sealing.* into g from app.sealing where sealing.table_id = p_table and not sealing.finished for update;
  if not found then return; end if;
  if not exists (select from stats.seal_run r where r.table_id = p_table and r.boundary = g.boundary) then
    raise exception 'the records of this sealing are not written' using errcode = '55000';
  end if;
  select array_agg(w.situation_id) into due from app.workflow w
   where w.table_id = p_table and w.sealing_at is not null and w.sealed_at is null;
  update app.workflow set sealed_at = workflow.sealing_at
   where workflow.table_id = p_table and workflow.situation_id = any (due);
  -- An exit's sector was kept for its outcome record alone.
  delete from app.exit_sector where exit_sector.table_id = p_table and exit_sector.situation_id = any (due);
  update app.sealing set finished = true, next_at = stats.next_boundary(t) from sec.situation_table t where t.id = p_table and sealing.table_id = p_table;
  delete from sec.stuck where stuck.kind = 'sealed' and stuck.table_id = p_table and stuck.parked_at is null;
  perform audit.record('table.seal', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;

-- Where the records of a table cannot be written: which situations are why. Each is tried alone and taken back, so that nothing is kept.
create function stats.unwritable(p_table uuid) returns table (situation_id uuid, code text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table; s app.situation; w app.workflow;
begin
  perform stats.alone();
  select situation_table.* into strict t from sec.situation_table where situation_table.id = p_table;
  for w in select workflow.* from app.workflow where workflow.table_id = p_table and workflow.sealing_at is not null and workflow.sealed_at is null loop
    begin
      select x.* into strict s from app.situation x where x.table_id = p_table and x.id = w.situation_id;
      insert into stats.outcome_record select r.* from stats.record_of(s, w, t) r;
      raise exception 'taken back' using errcode = 'ST001';
    exception when sqlstate 'ST001' then null;
      when others then
        situation_id := w.situation_id; code := sqlstate;
        return next;
    end;
  end loop;
end $$;
-- The one exception to "a mark is never moved": what is parked has no record and is not sealed, so that the rest of its table can be.
create function app.unmark_parked(p_table uuid) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer;
begin
  perform stats.alone();
  update app.workflow set sealing_at = null from sec.stuck k where workflow.table_id = p_table and workflow.sealing_at is not null and workflow.sealed_at is null
    and k.kind = 'sealed' and k.table_id = p_table and k.object_id = workflow.situation_id and k.parked_at is not null;
  get diagnostics n = row_count;
  return n;
end $$;

-- Classes by all four fields (all tables) or by conclusion group alone (one table); the smallest joins the remainder until that is 0 or large enough.
create function stats.cut_year(p_scope uuid, p_year integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare everywhere boolean := p_scope = '00000000-0000-0000-0000-000000000000'; left_over integer; smallest stats.year_class;
begin
  insert into stats.year_cut (scope, year) values (p_scope, p_year) on conflict do nothing;
  if not found then return; end if;
  select count(*) into left_over from stats.outcome_record r where r.year = p_year and (everywhere or r.table_id = p_scope);
  insert into stats.year_class (scope, year, type, age_band, sex, conclusion_group, records)
  select p_scope, p_year, c.type, c.age_band, c.sex, c.conclusion_group, c.records from (
    select case when everywhere then r.type end as type, case when everywhere then r.age_band end as age_band, case when everywhere then r.sex end as sex,
      coalesce(r.conclusion_group, r.status) as conclusion_group, count(*) as records
    from stats.outcome_record r where r.year = p_year and (everywhere or r.table_id = p_scope) group by 1, 2, 3, 4 having count(*) >= 11) c;
  left_over := left_over - coalesce((select sum(c.records) from stats.year_class c where c.scope = p_scope and c.year = p_year), 0);
  while left_over between 1 and 10 loop
    select year_class.* into smallest from stats.year_class where year_class.scope = p_scope and year_class.year = p_year order by year_class.records, year_class.type, year_class.age_band, year_class.sex, year_class.conclusion_group limit 1;
    if not found then
      update stats.year_cut set withheld = true where year_cut.scope = p_scope and year_cut.year = p_year;
      return;
    end if;
    delete from stats.year_class where year_class.scope = p_scope and year_class.year = p_year and year_class.id = smallest.id;
    left_over := left_over + smallest.records;
  end loop;
  if left_over > 0 then insert into stats.year_class (scope, year, remainder, records) values (p_scope, p_year, true, left_over); end if;
end $$;

-- A year is cut at the first sealing after its last correction window, when every table has sealed past it: each table for itself, then all
-- together, which ends it. The years are found by one look into the index each.
create function stats.years_to_cut() returns setof integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare y integer; ready timestamptz; longest integer;
begin
  select max(situation_table.correction_days) into longest from sec.situation_table;
  select min(r.year) into y from stats.outcome_record r;
  while y is not null loop
    ready := make_timestamptz(y + 1, 1, 2, 12, 0, 0, 'UTC') + make_interval(days => longest);
    if ready <= sec.domain_now() and not exists (select from stats.year_cut c where c.scope = '00000000-0000-0000-0000-000000000000' and c.year = y)
      and not exists (select from sec.situation_table x where x.ended_at is null and not exists (select from stats.seal_run r where r.table_id = x.id and r.boundary >= ready)) then
      return next y;
    end if;
    select min(r.year) into y from stats.outcome_record r where r.year > y;
  end loop;
end $$;
create function stats.cut_tables(p_year integer, p_after uuid, p_limit integer) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t uuid; last uuid;
begin
  for t in select x.id from sec.situation_table x where p_after is null or x.id > p_after order by x.id limit p_limit loop
    perform stats.cut_year(t, p_year);
    last := t;
  end loop;
  return last;
end $$;
create function stats.end_cut(p_year integer) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform stats.cut_year('00000000-0000-0000-0000-000000000000', p_year);
  perform audit.record('statistics.cutYear', 'year', null, '{}', 'allow', null, jsonb_build_object('year', p_year));
end $$;

grant usage on schema stats, app to job;
grant execute on function stats.tables_to_seal(uuid, integer), app.begin_sealing(uuid), stats.write_records(uuid),
  app.finish_sealing(uuid), stats.unwritable(uuid), app.unmark_parked(uuid), stats.years_to_cut(), stats.cut_tables(integer, uuid, integer),
  stats.end_cut(integer) to job;

-- Exports across tables take two people, each with a fresh proof: an auditor asks, another auditor or a privacy officer approves (row 31).
create function stats.ask_export(p_year integer) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['auditor'], true); made uuid;
begin
  if not exists (select from stats.year_cut y where y.scope = '00000000-0000-0000-0000-000000000000' and y.year = p_year and not y.withheld) then raise exception 'statistics.year.notCut' using errcode = 'P0001'; end if;
  insert into stats.export (year, asked_by) values (p_year, c.user_id) returning export.id into made;
  perform audit.record('export.ask', 'export', made, '{}', 'allow', null, jsonb_build_object('year', p_year));
  return made;
end $$;
create function stats.approve_export(p_export uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['auditor', 'privacy'], true); e stats.export;
begin
  select export.* into e from stats.export where export.id = p_export for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.asked_by = c.user_id then raise exception 'statistics.export.secondPerson' using errcode = 'P0001'; end if;
  perform sec.require_independent(c, e.asked_by);
  if e.approved_by is not null then raise exception 'statistics.export.approvedAlready' using errcode = 'P0001'; end if;
  update stats.export set approved_by = c.user_id, approved_at = sec.domain_now(), approved_as = c.persona where export.id = p_export;
  perform audit.record('export.approve', 'export', p_export, '{}', 'allow');
end $$;
-- A download is written down before its first byte and after its last, each in a short transaction of its own.
create function stats.note_download(p_export uuid, p_step text) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['auditor'], p_step is distinct from 'finished'); e stats.export;
begin
  if (p_step in ('started', 'finished')) is not true then raise exception 'unknown' using errcode = '22P02'; end if;
  select export.* into e from stats.export where export.id = p_export;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.approved_by is null then raise exception 'statistics.export.notApproved' using errcode = 'P0001'; end if;
  perform audit.record('export.' || p_step, 'export', p_export, '{}', 'allow');
  return e.year;
end $$;
grant execute on function stats.ask_export(integer), stats.note_download(uuid, text) to auditor;
grant execute on function stats.approve_export(uuid) to auditor, privacy;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
