-- Opens what waits for somebody at a table and closes what has somebody again. It may be called at any time.
create or replace function app.settle_roles(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare a record; t app.task; now_at timestamptz := sec.domain_now();
begin
  if not exists (select from sec.situation_table st where st.id = p_table and st.ended_at is null)
    then return; end if;
  perform app.open_hand_overs(p_table, null);
  -- Who brings something has nothing to accept: a new seat of the agency is enough.
  for t in select task.* from app.task where task.table_id = p_table and task.kind = 'handOver'
      and task.role = 'originating' and task.closed_at is null
        and app.is_represented(task.table_id, task.agency_id) loop
    perform app.close_task(t.table_id, t.id, 'takenOver');
  end loop;
  perform app.settle_vacancy('coordinatorMissing', p_table, null,
    exists (select from sec.seat s where s.table_id = p_table and s.persona = 'coordinator'
        and s.starts_at <= now_at)
      and not exists (select from sec.live_seat l where l.table_id = p_table and l.persona = 'coordinator'));
  for a in select ta.agency_id, ta.left_at is null and ta.has_account
          and exists (select from sec.seat s where s.agency_id = ta.agency_id and s.persona = 'privacy'
              and s.starts_at <= now_at)
          and not exists (select from sec.live_officer o where o.agency_id = ta.agency_id) as vacant
      from sec.table_agency ta where ta.table_id = p_table loop
    perform app.settle_vacancy('officerMissing', p_table, a.agency_id, a.vacant);
  end loop;
end $$;
