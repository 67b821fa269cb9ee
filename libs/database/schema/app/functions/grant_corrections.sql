-- Lets seats write the columns of tier 2 that the program declares as corrected; which rows is for the
-- policies. Called whenever the fields are brought from code, and when the table's own file takes all grants
-- away.
create or replace function app.grant_corrections() returns void
  language plpgsql volatile set search_path = pg_catalog as $$
declare columns text;
begin
  select string_agg(format('%I', f.column_name), ', ' order by f.position) into columns
    from app.coded_field f where f.corrected;
  if columns is null then return; end if;
  execute format('grant update (%s) on app.tier2 to rep, coordinator', columns);
end $$;
