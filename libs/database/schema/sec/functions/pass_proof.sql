-- The proof was right: a step of the second factor, or the password where none is set up. False when the step
-- was used before.
create or replace function sec.pass_proof(p_token_hash bytea, p_step bigint) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  if p_step is null
    and exists (select 1 from sec.totp where totp.user_id = s.user_id and totp.sealed_secret is not null)
    then return false; end if;
  if p_step is not null and not sec.use_totp_step(s.user_id, p_step) then return false; end if;
  perform sec.forgive_own(sec.own_subject('proof', uuid_send(s.id)));
  update sec.session set stepped_up_at = clock_timestamp() where session.id = s.id;
  perform audit.record('session.stepUp', 'session', s.id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

grant execute on function sec.pass_proof(bytea, bigint) to authn;
