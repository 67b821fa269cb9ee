-- A coordinator proposes only; a privacy officer's proposal is the second person's word already, an
-- administrator's the first's.
create or replace function sec.propose_settings(p_table uuid, p_identifier_recipients text, p_risk_rule text,
    p_retention_months int) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], false); made uuid;
begin
  perform 1 from sec.situation_table where situation_table.id = p_table and situation_table.ended_at is null
    and (c.persona = 'administrator' or situation_table.id = c.table_id
        or (c.persona = 'privacy' and exists (select 1 from sec.table_agency
      where table_agency.table_id = p_table and table_agency.agency_id = c.agency_id
        and table_agency.left_at is null)));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  insert into sec.settings_change (table_id, identifier_recipients, risk_rule, retention_months, proposed_by,
      administrator_id, second_id)
    values (p_table, p_identifier_recipients, p_risk_rule, p_retention_months, c.user_id,
      case when c.persona = 'administrator' then c.user_id end, case when c.persona = 'privacy'
        then c.user_id end) returning settings_change.id into made;
  perform audit.record('table.proposeSettings', 'settingsChange', made, '{}', 'allow', p_table => p_table);
  return made;
exception when unique_violation then raise exception 'table.proposeSettings.oneOpen';
end $$;

grant execute on function sec.propose_settings(uuid, text, text, int) to administrator, coordinator, privacy;
