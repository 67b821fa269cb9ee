create or replace function app.settle_hand_overs(p_table uuid, p_situation uuid, p_acting uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s app.situation; t app.task; how text;
begin
  select situation.* into strict s from app.situation where situation.table_id = p_table
    and situation.id = p_situation;
  for t in select task.* from app.task where task.table_id = p_table and task.situation_id = p_situation
      and task.kind = 'handOver' and task.closed_at is null order by task.id loop
    how := app.hand_over_done(t, s, p_acting);
    if how is not null then perform app.close_task(t.table_id, t.id, how); end if;
  end loop;
  -- What was reopened or undone may have lost its people meanwhile.
  if s.stage in ('deidentified', 'limited', 'planning', 'intervention')
    then perform app.open_hand_overs(p_table, p_situation); end if;
end $$;
