create or replace function sec.expire_receipts() returns bigint
  language sql volatile security definer set search_path = pg_catalog as $$
  with gone as (delete from sec.idempotency
      where idempotency.ctid = any (array(select k.ctid from sec.idempotency k
    where k.expires_at <= (select clock_timestamp()) limit 5000)) returning 1) select count(*) from gone $$;

grant execute on function sec.expire_receipts() to job;
