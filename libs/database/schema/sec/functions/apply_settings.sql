-- ---------------------------------------------------------------- settings for two persons
create or replace function sec.apply_settings(p_change uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.settings_change;
begin
  update sec.settings_change set decision = 'applied', decided_at = sec.domain_now()
    where settings_change.id = p_change and settings_change.administrator_id is not null
      and settings_change.second_id is not null returning settings_change.* into s;
  if not found then return 'waiting'; end if;
  update sec.situation_table set identifier_recipients =
      coalesce(s.identifier_recipients, situation_table.identifier_recipients),
    risk_rule = coalesce(s.risk_rule, situation_table.risk_rule),
      retention_months = coalesce(s.retention_months, situation_table.retention_months),
        version = situation_table.version + 1
    where situation_table.id = s.table_id;
  perform audit.record('table.applySettings', 'table', s.table_id,
      array_remove(array[case when s.identifier_recipients is not null then 'identifierRecipients' end,
    case when s.risk_rule is not null then 'riskRule' end, case when s.retention_months is not null
      then 'retentionMonths' end], null), 'allow', p_table => s.table_id);
  return 'applied';
end $$;
