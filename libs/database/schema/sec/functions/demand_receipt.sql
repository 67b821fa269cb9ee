-- A key that was claimed and forgotten would answer nothing to its repeat, for a day: such a transaction
-- cannot commit.
create or replace function sec.demand_receipt() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from sec.idempotency where idempotency.user_id = new.user_id
      and idempotency.key = new.key and idempotency.receipt is null) then
    raise exception 'a claimed key has no receipt' using errcode = '23514',
      constraint = 'idempotency_receipt_kept';
  end if;
  return null;
end $$;
