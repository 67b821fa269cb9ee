create or replace function stats.end_cut(p_year integer) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform stats.cut_year('00000000-0000-0000-0000-000000000000', p_year);
  perform audit.record('statistics.cutYear', 'year', null, '{}', 'allow', null,
      jsonb_build_object('year', p_year));
end $$;

grant execute on function stats.end_cut(integer) to job;
