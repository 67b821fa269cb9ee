-- The planner takes the mean for every table: where most have one row, it would read all rows of a table that
-- has thousands, by any index that begins with the table. With twenty for the count of tables, the table that
-- is asked for is taken to be as large as the largest, of a twentieth at most: then the index that names the
-- situation, the meeting or the days is taken, whatever the others have.
do $$
declare t record;
begin
  for t in select attrelid::regclass as name from pg_attribute
      join pg_class on pg_class.oid = attrelid and relkind = 'r'
      where relnamespace = 'app'::regnamespace and attname = 'table_id' loop
    execute format('alter table %s alter column table_id set (n_distinct = 20)', t.name);
  end loop;
end $$;

-- What a table works on now is found in the index alone: where most situations of an installation are open,
-- PostgreSQL takes this index and that of all situations of a table for equally good, and chose by chance.
drop index app.situation_open;
create index situation_open on app.situation (table_id, year desc, sequence desc) include (id, stage, hidden)
  where stage in ('deidentified', 'limited', 'planning', 'intervention');

-- Under the policies PostgreSQL takes no index over a coalesce, and takes one over a case.
drop index app.meeting_held;
create index meeting_held on app.meeting (table_id,
  (case when opened_at is null then scheduled_for else opened_at end));

create index meeting_closed on app.meeting (table_id, closed_at)
  where kind = 'regular' and closed_at is not null;

-- In the order of the page: those that were signed off at one time are not all read to be sorted.
drop index app.signal_signed;
create index signal_signed on app.signal (agency_id, reviewed_at desc, first_at, id)
  where reviewed_at is not null;

-- What is planned or called off: few of all that a table ever had.
create index meeting_unopened on app.meeting (table_id, scheduled_for desc, id desc) where opened_at is null;

-- What a job looks for each minute is found by when it is due, and not by passing every table.
drop index sec.meeting_plan_to_tell;
drop index sec.meeting_plan_told;
create index meeting_plan_untold on sec.meeting_plan (holidays_told, table_id);

drop function if exists stats.tables_to_seal(uuid, integer);
drop index app.sealing_next;
create index sealing_next on app.sealing (next_at, table_id);

-- Whether every table has sealed past a time is asked of those that have not.
create index sealing_boundary on app.sealing (boundary);
create index sealing_unfinished on app.sealing (table_id) where not finished;
create index situation_table_correction on sec.situation_table (correction_days);

create index app_user_by_time on sec.app_user (created_at);
create index backup_run_of_kind on sec.backup_run (kind, taken_at);

create index joining_one on sec.joining (id);
create index settings_change_open on sec.settings_change (proposed_at, id) where decision is null;
