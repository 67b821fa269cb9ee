create or replace function sec.keep_receipt(p_key text, p_receipt jsonb) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update sec.idempotency set receipt = p_receipt
    where idempotency.user_id = (sec.ctx()).user_id and idempotency.key = p_key
      and idempotency.receipt is null;
  if not found then raise exception 'no key was claimed' using errcode = '55000'; end if;
end $$;

grant execute on function sec.keep_receipt(text, jsonb) to rep, coordinator, auditor, administrator, privacy;
