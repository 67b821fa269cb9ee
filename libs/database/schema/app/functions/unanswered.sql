-- Scheduled work, row by row. Each kind has a function that lists what is due, oldest first and without the
-- tables to skip, and one that does one row: true when done, false when it is not due any more or somebody is
-- at it. Both are called for the job role alone (sec.due_work, sec.work).
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.unanswered(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select a.table_id, a.id from app.assignment a
    cross join lateral (select from app.situation y where y.table_id = a.table_id
      and y.id = a.situation_id and y.stage in ('planning', 'intervention') offset 0) s
   where a.state = 'asked' and a.asked_at <= (select sec.domain_now() - interval '12 hours')
     and a.table_id <> all (p_skip)
     and not sec.waits('returned', a.table_id, a.id)
   order by a.asked_at limit p_limit $$;
