create or replace function sec.end_rotation() returns void
  language sql volatile security definer set search_path = pg_catalog as $$ delete from sec.rotation_lease $$;

grant execute on function sec.end_rotation() to job;
