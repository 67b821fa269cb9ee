create or replace function sec.founding_coordinated(p_table uuid, p_hash text) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.founding_word w join sec.live_seat l on l.user_id = w.user_id
    and l.table_id = p_table and l.persona = 'coordinator'
    where w.table_id = p_table and w.list_hash = p_hash and w.persona = 'coordinator') $$;
