-- Binds a context to this backend and this transaction: neither another connection nor the next transaction
-- can use it.
create or replace function sec.context_stamp() returns text
  language sql stable set search_path = pg_catalog as $$
  select pg_backend_pid()::text || '.' || (extract(epoch
        from transaction_timestamp()) * 1000000)::bigint::text $$;
