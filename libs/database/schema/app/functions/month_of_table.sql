-- The month is the one that the table's calendar shows.
create or replace function app.month_of_table() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.month := coalesce(new.month, date_trunc('month', sec.today(new.table_id)::timestamp)::date);
  return new;
end $$;
