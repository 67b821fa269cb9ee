-- Step 3: what has its record is sealed. The event holds no number: in a week with one situation it would
-- name the record.
create or replace function app.finish_sealing(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare g app.sealing; due uuid[];
begin
  perform stats.alone();
  select sealing.* into g from app.sealing where sealing.table_id = p_table
    and not sealing.finished for update;
  if not found then return; end if;
  if not exists (select from stats.seal_run r where r.table_id = p_table and r.boundary = g.boundary) then
    raise exception 'the records of this sealing are not written' using errcode = '55000';
  end if;
  select array_agg(w.situation_id) into due from app.workflow w
   where w.table_id = p_table and w.left_at is not null and w.sealing_at is not null
     and w.sealed_at is null;
  update app.workflow set sealed_at = workflow.sealing_at
   where workflow.table_id = p_table and workflow.situation_id = any (due);
  -- An exit's sector was kept for its outcome record alone.
  delete from app.exit_sector where exit_sector.table_id = p_table and exit_sector.situation_id = any (due);
  update app.sealing set finished = true, next_at = stats.next_boundary(t) from sec.situation_table t
    where t.id = p_table and sealing.table_id = p_table;
  delete from sec.stuck where stuck.kind = 'sealed' and stuck.table_id = p_table and stuck.parked_at is null;
  perform audit.record('table.seal', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;

grant execute on function app.finish_sealing(uuid) to job;
