-- Officers who confirmed this list and still answer for an agency of the table.
create or replace function sec.founding_officers(p_table uuid, p_hash text) returns table (user_id uuid,
    agency_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select distinct w.user_id, w.agency_id from sec.founding_word w join sec.seat s on s.id = w.seat_id
    and s.ends_at > sec.domain_now()
      join sec.app_user u on u.id = w.user_id and u.status = 'active'
    where w.table_id = p_table and w.list_hash = p_hash and w.persona = 'privacy'
      and sec.sits_at(w.agency_id, p_table) $$;
