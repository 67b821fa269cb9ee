-- For the printed agenda: 64 bits of the latest checkpoint, which tell nothing of what is in the chains.
create or replace function app.latest_checkpoint() returns table (number bigint, made_at timestamptz,
    short text) language sql stable security definer set search_path = pg_catalog as $$
  select checkpoint.number, checkpoint.made_at,
    regexp_replace(left(checkpoint.digest, 16), '(....)(?=.)', '\1 ', 'g') from audit.checkpoint $$;

grant execute on function app.latest_checkpoint() to rep, coordinator;
