-- Step 2: the records of what is marked. All records of the table are written again, in random order and
-- under new ids,
-- so that all have one transaction id and no place tells the week. It changes and locks nothing outside
-- stats.
create or replace function stats.write_records(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table; g app.sealing;
begin
  perform stats.alone();
  select sealing.* into g from app.sealing where sealing.table_id = p_table and not sealing.finished;
  if not found then return; end if;
  select situation_table.* into strict t from sec.situation_table where situation_table.id = p_table;
  insert into stats.seal_run (table_id, boundary) values (p_table, g.boundary) on conflict do nothing;
  if not found then return; end if;
  perform from app.workflow w where w.table_id = p_table and w.sealing_at is not null and w.sealed_at is null
    limit 1;
  if not found then return; end if;
  with kept as (delete from stats.sealed_record where sealed_record.table_id = p_table
      returning sealed_record.*),
  fresh as (
    select r.* from app.workflow w join app.situation s on s.table_id = w.table_id and s.id = w.situation_id
      cross join lateral stats.record_of(s, w, t) r
     where w.table_id = p_table and w.sealing_at is not null and w.sealed_at is null)
  insert into stats.sealed_record (id, year, month, table_id, region, status, type, age_band, sex,
      originating_sector,
    lead_sector, assisting_sectors, conclusion_group, conclusion_reason, risk_factors, study_flags,
      protective_factors,
    services, risk_after)
  select gen_random_uuid(), x.year, x.month, x.table_id, x.region, x.status, x.type, x.age_band, x.sex,
    x.originating_sector,
    x.lead_sector, x.assisting_sectors, x.conclusion_group, x.conclusion_reason, x.risk_factors,
      x.study_flags,
    x.protective_factors, x.services, x.risk_after
  from (select kept.* from kept union all select fresh.* from fresh) x order by gen_random_uuid();
end $$;

grant execute on function stats.write_records(uuid) to job;
