-- Exports across tables take two people, each with a fresh proof: an auditor asks, another auditor or a
-- privacy officer approves (row 31).
create or replace function stats.ask_export(p_year integer) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['auditor'], true); made uuid;
begin
  if not exists (select from stats.year_cut y where y.scope = '00000000-0000-0000-0000-000000000000'
      and y.year = p_year and not y.withheld)
    then raise exception 'statistics.year.notCut' using errcode = 'P0001'; end if;
  insert into stats.export (year, asked_by) values (p_year, c.user_id) returning export.id into made;
  perform audit.record('export.ask', 'export', made, '{}', 'allow', null, jsonb_build_object('year', p_year));
  return made;
end $$;

grant execute on function stats.ask_export(integer) to auditor;
