-- What a concluded situation is left with; every disclosure ends.
create or replace function app.write_conclusion(s app.situation, p_reason text, p_told text,
    p_risk_after text[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare t sec.situation_table; today date;
begin
  select situation_table.* into strict t from sec.situation_table where situation_table.id = s.table_id;
  today := sec.today(t.id);
  insert into app.conclusion (table_id, situation_id, reason, told, risk_after, concluded_on, seal_after,
      destroy_after)
  values (s.table_id, s.id, p_reason, p_told, p_risk_after, today, today + t.correction_days,
      (today + make_interval(months => t.retention_months))::date)
  on conflict (table_id, situation_id) do update set reason = excluded.reason, told = excluded.told,
    risk_after = excluded.risk_after;
  perform app.revoke_disclosures(s.table_id, s.id, null, array[3, 4]::smallint[], 'concluded');
end $$;
