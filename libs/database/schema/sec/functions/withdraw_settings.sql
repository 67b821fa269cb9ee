create or replace function sec.withdraw_settings(p_change uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], false);
s sec.settings_change := sec.open_settings_change(p_change, c);
begin
  if c.persona <> 'administrator' and s.proposed_by <> c.user_id
    then raise exception 'table.withdrawSettings.notYours'; end if;
  update sec.settings_change set decision = 'withdrawn', decided_at = sec.domain_now()
    where settings_change.id = p_change;
  perform audit.record('table.withdrawSettings', 'settingsChange', p_change, '{}', 'allow',
      p_table => s.table_id);
end $$;

grant execute on function sec.withdraw_settings(uuid) to administrator, coordinator, privacy;
