-- The agencies at a table are part of what its version marks.
create or replace function sec.open_table(p_table uuid, p_version int) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table for update;
  perform sec.check_version(found, t.version, p_version);
  if t.ended_at is not null then raise exception 'table.change.ended'; end if;
  update sec.situation_table set version = t.version + 1 where situation_table.id = p_table;
end $$;
