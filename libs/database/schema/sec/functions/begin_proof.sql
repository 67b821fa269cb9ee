create or replace function sec.begin_proof(p_token_hash bytea) returns table (user_id uuid, hash text,
    sealed_secret bytea, pending_secret bytea, last_step bigint, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
-- Counted by session: only who has its cookie can use it up, and another session of the same person goes on.
declare s sec.session := sec.live_session(p_token_hash);
  wait int := sec.own_try(sec.own_subject('proof', uuid_send(s.id)), 20, interval '45 seconds');
begin
  return query select s.user_id, password.hash, totp.sealed_secret, totp.pending_secret,
    coalesce(totp.last_step, 0), wait
    from (select s.user_id as id) me left join sec.password on password.user_id = me.id left
      join sec.totp on totp.user_id = me.id;
end $$;

grant execute on function sec.begin_proof(bytea) to authn;
