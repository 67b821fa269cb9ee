create or replace function sec.work_done(p_kind text, p_table uuid, p_objects uuid[]) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  delete from sec.stuck where stuck.kind = p_kind and stuck.table_id = p_table
    and stuck.object_id = any (p_objects) $$;

grant execute on function sec.work_done(text, uuid, uuid[]) to job;
