-- The one exception to "a mark is never moved": what is parked has no record and is not sealed, so that the
-- rest of its table can be.
create or replace function app.unmark_parked(p_table uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n integer;
begin
  perform stats.alone();
  update app.workflow set sealing_at = null from sec.stuck k where workflow.table_id = p_table
    and workflow.left_at is not null and workflow.sealing_at is not null
     and workflow.sealed_at is null
    and k.kind = 'sealed' and k.table_id = p_table and k.object_id = workflow.situation_id
      and k.parked_at is not null;
  get diagnostics n = row_count;
  return n;
end $$;

grant execute on function app.unmark_parked(uuid) to job;
