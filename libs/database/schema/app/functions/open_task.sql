-- Opens a task unless the same one is open, and tells its receivers. Returns its id, or null where it was
-- open already.
create or replace function app.open_task(p_kind text, p_table uuid, p_situation uuid, p_agency uuid,
    p_role text, p_subject uuid,
  p_because text, p_receivers text[], p_business_days integer) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made app.task; now_at timestamptz := sec.domain_now();
begin
  insert into app.task (kind, table_id, situation_id, agency_id, role, subject_id, because, receivers,
      opened_at, due_at)
  values (p_kind, p_table, p_situation, p_agency, p_role, p_subject, p_because, p_receivers, now_at,
    case when p_business_days is not null then app.business_days_after(p_table, now_at, p_business_days) end)
  on conflict (table_id, kind, situation_id, agency_id, role, subject_id) where closed_at is null do nothing
  returning task.* into made;
  if made.id is null then return null; end if;
  perform app.tell_of_task(made, 'task.' || p_kind);
  perform audit.record('task.begin', 'task', made.id, '{}', 'allow', null,
      jsonb_strip_nulls(jsonb_build_object(
    'kind', p_kind, 'situation', p_situation, 'agency', p_agency, 'role', p_role, 'because', p_because)),
  p_table);
  return made.id;
end $$;
