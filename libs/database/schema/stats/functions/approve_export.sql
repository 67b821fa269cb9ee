create or replace function stats.approve_export(p_export uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['auditor', 'privacy'], true); e stats.export;
begin
  select export.* into e from stats.export where export.id = p_export for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.asked_by = c.user_id then raise exception 'statistics.export.secondPerson' using errcode = 'P0001';
  end if;
  perform sec.require_independent(c, e.asked_by);
  if e.approved_by is not null
    then raise exception 'statistics.export.approvedAlready' using errcode = 'P0001'; end if;
  update stats.export set approved_by = c.user_id, approved_at = sec.domain_now(), approved_as = c.persona
    where export.id = p_export;
  perform audit.record('export.approve', 'export', p_export, '{}', 'allow');
end $$;

grant execute on function stats.approve_export(uuid) to auditor, privacy;
