-- How the health page names a row: an agency or a user by name, a webhook by its server. A situation is not
-- named: its number is for its table alone (matrix rows 3 and 56), whose coordinators are told it
-- (sec.note_stuck).
create or replace function sec.label_of_stuck(p_object uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce(
    (select a.name from sec.agency a where a.id = p_object),
    (select u.display_name from sec.app_user u where u.id = p_object),
    (select u.display_name from sec.email l join sec.app_user u on u.id = l.user_id where l.id = p_object),
    (select substring(w.url from '^https?://([^/?#]+)') from sec.webhook_delivery d
        join sec.webhook w on w.id = d.webhook_id where d.id = p_object));
end $$;
