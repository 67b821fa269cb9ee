-- ---------------------------------------------------------------- hand-over tasks
create or replace function app.open_hand_over(p_table uuid, p_situation uuid, p_agency uuid,
    p_role text) returns uuid
language sql volatile security definer set search_path = pg_catalog as $$
  select app.open_task('handOver', p_table, p_situation, p_agency, p_role, null,
      app.why_ended(p_table, 'rep', p_agency),
    array['privacy', 'coordinator', 'rep'], 2) $$;
