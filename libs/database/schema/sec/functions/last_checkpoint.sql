create or replace function sec.last_checkpoint() returns table (number bigint, digest text)
  language sql stable security definer set search_path = pg_catalog as $$
  select checkpoint.number, checkpoint.digest from audit.checkpoint $$;

grant execute on function sec.last_checkpoint() to job;
