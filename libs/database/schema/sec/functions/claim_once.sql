-- Null: the key is this transaction's, do the work and keep its receipt. Else: the receipt of the work that
-- was done.
-- Of several at once one inserts; the others wait on the key until it has committed (they get its receipt) or
-- failed (the next one inserts).
create or replace function sec.claim_once(p_key text, p_fingerprint bytea) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); kept sec.idempotency;
begin
  if c.user_id is null then raise exception 'no session' using errcode = '28000'; end if;
  loop
    delete from sec.idempotency where idempotency.user_id = c.user_id and idempotency.key = p_key
      and idempotency.expires_at <= clock_timestamp();
    insert into sec.idempotency (user_id, key, fingerprint) values (c.user_id, p_key, p_fingerprint)
      on conflict on constraint idempotency_pkey do nothing;
    if found then return null; end if;
    select idempotency.* into kept from sec.idempotency where idempotency.user_id = c.user_id
      and idempotency.key = p_key;
    exit when found;
  end loop;
  if kept.fingerprint <> p_fingerprint then raise exception 'idempotency.keyReused' using errcode = 'P0001';
  end if;
  if kept.receipt is null then raise exception 'claimed twice in one transaction' using errcode = '55000';
  end if;
  return kept.receipt;
end $$;

grant execute on function sec.claim_once(text, bytea) to rep, coordinator, auditor, administrator, privacy;
