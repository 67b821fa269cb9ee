-- Representatives, coordinators and officers read who learns of situations at a table before their first work
-- there. Somebody who left and comes back gets the notice again.
create or replace function sec.tell_list(p_table uuid, p_seats uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, occasion)
    select s.user_id, 'table.listToSee', s.id, p_table from sec.seat s
      where s.id = any (p_seats) and s.persona in ('rep', 'coordinator', 'privacy')
    on conflict (user_id, code, object_id, occasion) where occasion is not null do update set seen_at = null $$;
