-- A download is written down before its first byte and after its last, each in a short transaction of its
-- own.
create or replace function stats.note_download(p_export uuid, p_step text) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['auditor'], p_step is distinct from 'finished'); e stats.export;
begin
  if (p_step in ('started', 'finished')) is not true then raise exception 'unknown' using errcode = '22P02';
  end if;
  select export.* into e from stats.export where export.id = p_export;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.approved_by is null then raise exception 'statistics.export.notApproved' using errcode = 'P0001';
  end if;
  perform audit.record('export.' || p_step, 'export', p_export, '{}', 'allow');
  return e.year;
end $$;

grant execute on function stats.note_download(uuid, text) to auditor;
