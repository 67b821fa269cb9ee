-- How the health page names a row: a situation by its number, which says nothing of what is in it; an agency
-- or a user by name.
create or replace function sec.label_of_stuck(p_table uuid, p_object uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce(
    (select s.number from app.situation s where s.table_id = p_table and s.id = p_object),
    (select s.number from app.assignment a join app.situation s on s.table_id = a.table_id
        and s.id = a.situation_id where a.table_id = p_table and a.id = p_object and a.state = 'asked'),
    (select s.number from app.youth_item i join app.situation s on s.table_id = i.table_id
        and s.id = i.situation_id where i.table_id = p_table and i.id = p_object),
    (select a.name from sec.agency a where a.id = p_object),
      (select u.display_name from sec.app_user u where u.id = p_object));
end $$;
