create or replace function app.minimise_exit(p_table uuid, p_situation uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare w app.workflow;
begin
  perform from app.situation s where s.table_id = p_table and s.id = p_situation
    and s.hidden for update skip locked;
  if not found or app.is_held(p_table, p_situation) then return false; end if;
  select workflow.* into w from app.workflow where workflow.table_id = p_table
    and workflow.situation_id = p_situation
    and workflow.minimised_at is null
      and workflow.left_at <= sec.domain_now() - interval '10 minutes' for update;
  if not found then return false; end if;
  perform app.minimise(w);
  return true;
end $$;
