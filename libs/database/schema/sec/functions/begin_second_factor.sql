-- Five tries a challenge. Nothing that somebody without the right password does counts here.
create or replace function sec.begin_second_factor(p_challenge bytea, p_device bytea, p_recovery boolean)
returns table (user_id uuid, sealed_secret bytea, last_step bigint, wait_ms int, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.challenge; pause int := 0; wait int := 0;
begin
  update sec.challenge set tries = challenge.tries + 1
    where challenge.token_hash = p_challenge and challenge.expires_at > clock_timestamp()
      and challenge.tries < 5 returning challenge.* into c;
  if not found then return; end if;
  if p_recovery then pause := sec.slow_try('recovery', sha256(uuid_send(c.user_id)), 5);
  else wait := sec.own_try(sec.factor_subject(c.user_id, p_device), 20, interval '45 seconds'); end if;
  return query select c.user_id, totp.sealed_secret, totp.last_step, pause, wait
    from sec.totp where totp.user_id = c.user_id and totp.sealed_secret is not null;
end $$;

grant execute on function sec.begin_second_factor(bytea, bytea, boolean) to authn;
