create or replace function app.end_projectors_of(p_table uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ended uuid; n integer := 0;
begin
  for ended in update sec.projector_session set ended_at = clock_timestamp()
    where projector_session.table_id = p_table and projector_session.ended_at is null
    returning projector_session.id
  loop perform audit.record('projector.end', 'projector', ended, '{}', 'allow', p_table => p_table);
  n := n + 1; end loop;
  return n;
end $$;
