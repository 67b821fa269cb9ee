create or replace function sec.approve_settings(p_change uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'privacy'], true);
s sec.settings_change := sec.open_settings_change(p_change, c);
begin
  if c.user_id in (s.administrator_id, s.second_id, s.proposed_by)
    then raise exception 'table.approveSettings.samePerson'; end if;
  -- The two words are of independent origin; who merely proposed is neither of them.
  perform sec.require_independent(c, s.administrator_id, s.second_id);
  if c.persona = 'administrator' and s.administrator_id is null then
    update sec.settings_change set administrator_id = c.user_id where settings_change.id = p_change;
  elsif s.second_id is null then
    update sec.settings_change set second_id = c.user_id where settings_change.id = p_change;
  else raise exception 'table.approveSettings.administratorWanted'; end if;
  perform audit.record('table.approveSettings', 'settingsChange', p_change, '{}', 'allow',
      p_table => s.table_id);
  return sec.apply_settings(p_change);
end $$;

grant execute on function sec.approve_settings(uuid) to administrator, privacy;
