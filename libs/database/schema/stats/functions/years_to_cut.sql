-- A year is cut at the first sealing after its last correction window, when every table has sealed past it:
-- each table for itself, then all together, which ends it. The years, and the tables that have not
-- sealed past one, are found by index.
create or replace function stats.years_to_cut() returns setof integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare y integer; ready timestamptz; longest integer;
begin
  select max(situation_table.correction_days) into longest from sec.situation_table;
  select min(r.year) into y from stats.sealed_record r;
  while y is not null loop
    ready := make_timestamptz(y + 1, 1, 2, 12, 0, 0, 'UTC') + make_interval(days => longest);
    if ready <= sec.domain_now()
      and not exists (select from stats.year_cut c where c.scope = '00000000-0000-0000-0000-000000000000'
        and c.year = y)
      -- One that has sealed past it stands past it; one that is at a sealing may have, before.
      and not exists (select from (select g.table_id from app.sealing g where g.boundary < ready
            union all select g.table_id from app.sealing g where not g.finished) g
          join sec.situation_table x on x.id = g.table_id and x.ended_at is null
          where not exists (select from stats.seal_run r
            where r.table_id = x.id and r.boundary >= ready)) then
      return next y;
    end if;
    select min(r.year) into y from stats.sealed_record r where r.year > y;
  end loop;
end $$;

grant execute on function stats.years_to_cut() to job;
