-- Step 1: what is due is marked, under the locks that moves take. False when there is nothing to do.
create or replace function app.begin_sealing(p_table uuid) returns boolean
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
     and workflow.situation_id in (select x.situation_id from app.due_to_seal(t, g.boundary) x
         where x.situation_id = any (due));
  update app.sealing set boundary = g.boundary, finished = false where sealing.table_id = p_table;
  return true;
end $$;

grant execute on function app.begin_sealing(uuid) to job;
