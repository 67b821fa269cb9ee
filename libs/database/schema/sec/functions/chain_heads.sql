create or replace function sec.chain_heads() returns table (chain uuid, seq bigint, hash text)
  language sql stable security definer set search_path = pg_catalog as $$
  select head.chain, head.seq, encode(head.hash, 'hex') from audit.head order by head.chain $$;

grant execute on function sec.chain_heads() to job;
