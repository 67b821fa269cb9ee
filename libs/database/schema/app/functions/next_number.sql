create or replace function app.next_number(p_table uuid, p_today date, out year integer, out sequence integer)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  year := extract(year from p_today);
  insert into app.number_counter as n (table_id, year, last) values (p_table, next_number.year, 1)
  on conflict on constraint number_counter_pkey do update set last = n.last + 1
    returning n.last into sequence;
end $$;
