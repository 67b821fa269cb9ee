create or replace function app.destroy_due(p_table uuid, p_situation uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare s app.situation;
begin
  -- A hold is set under the same lock: whoever comes second sees the first.
  select situation.* into s from app.situation where situation.table_id = p_table
    and situation.id = p_situation for update skip locked;
  if not found or app.is_held(p_table, p_situation) then return false; end if;
  perform app.destroy(s, 'retention');
  return true;
end $$;
