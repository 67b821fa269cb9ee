-- Classes by all four fields (all tables) or by conclusion group alone (one table); the smallest joins the
-- remainder until that is 0 or large enough.
create or replace function stats.cut_year(p_scope uuid, p_year integer) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare everywhere boolean := p_scope = '00000000-0000-0000-0000-000000000000'; left_over integer;
smallest stats.year_class;
begin
  insert into stats.year_cut (scope, year) values (p_scope, p_year) on conflict do nothing;
  if not found then return; end if;
  select count(*) into left_over from stats.sealed_record r where r.year = p_year
    and (everywhere or r.table_id = p_scope);
  insert into stats.year_class (scope, year, type, age_band, sex, conclusion_group, records)
  select p_scope, p_year, c.type, c.age_band, c.sex, c.conclusion_group, c.records from (
    select case when everywhere then r.type end as type, case when everywhere
      then r.age_band end as age_band, case when everywhere then r.sex end as sex,
      coalesce(r.conclusion_group, r.status) as conclusion_group, count(*) as records
    from stats.sealed_record r where r.year = p_year and (everywhere or r.table_id = p_scope)
      group by 1, 2, 3, 4 having count(*) >= 11) c;
  left_over := left_over - coalesce((select sum(c.records) from stats.year_class c where c.scope = p_scope
        and c.year = p_year), 0);
  while left_over between 1 and 10 loop
    select year_class.* into smallest from stats.year_class where year_class.scope = p_scope
      and year_class.year = p_year order by year_class.records, year_class.type, year_class.age_band,
      year_class.sex, year_class.conclusion_group limit 1;
    if not found then
      update stats.year_cut set withheld = true where year_cut.scope = p_scope and year_cut.year = p_year;
      return;
    end if;
    delete from stats.year_class where year_class.scope = p_scope and year_class.year = p_year
      and year_class.id = smallest.id;
    left_over := left_over + smallest.records;
  end loop;
  if left_over > 0
    then insert into stats.year_class (scope, year, remainder, records) values (p_scope, p_year, true,
      left_over); end if;
end $$;
