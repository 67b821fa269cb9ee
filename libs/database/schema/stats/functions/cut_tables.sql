create or replace function stats.cut_tables(p_year integer, p_after uuid, p_limit integer) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t uuid; last uuid;
begin
  for t in select x.id from sec.situation_table x where p_after is null or x.id > p_after order by x.id
    limit p_limit loop
    perform stats.cut_year(t, p_year);
    last := t;
  end loop;
  return last;
end $$;

grant execute on function stats.cut_tables(integer, uuid, integer) to job;
