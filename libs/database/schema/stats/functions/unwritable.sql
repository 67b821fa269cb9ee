-- Where the records of a table cannot be written: which situations are why. Each is tried alone and taken
-- back, so that nothing is kept.
create or replace function stats.unwritable(p_table uuid) returns table (situation_id uuid, code text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table; s app.situation; w app.workflow;
begin
  perform stats.alone();
  select situation_table.* into strict t from sec.situation_table where situation_table.id = p_table;
  for w in select workflow.* from app.workflow where workflow.table_id = p_table
    and workflow.left_at is not null and workflow.sealing_at is not null
     and workflow.sealed_at is null loop
    begin
      select x.* into strict s from app.situation x where x.table_id = p_table and x.id = w.situation_id;
      insert into stats.sealed_record select r.* from stats.record_of(s, w, t) r;
      raise exception 'taken back' using errcode = 'ST001';
    exception when sqlstate 'ST001' then null;
      when others then
        situation_id := w.situation_id; code := sqlstate;
        return next;
    end;
  end loop;
end $$;

grant execute on function stats.unwritable(uuid) to job;
