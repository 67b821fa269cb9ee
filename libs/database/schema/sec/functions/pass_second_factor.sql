-- Exactly one of the step and the code hash is given. Null when it is wrong, used, or the account ended
-- meanwhile.
create or replace function sec.pass_second_factor(p_challenge bytea, p_step bigint, p_code_hash bytea,
    p_token_hash bytea, p_label text,
  p_device bytea, p_over bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.challenge;
begin
  select challenge.* into c from sec.challenge where challenge.token_hash = p_challenge
    and challenge.expires_at > clock_timestamp() for update;
  if not found then return null; end if;
  perform 1 from sec.app_user where app_user.id = c.user_id and app_user.status = 'active' for share;
  if not found then return null; end if;
  if p_step is not null then if not sec.use_totp_step(c.user_id, p_step) then return null; end if;
  elsif not sec.use_recovery_code(c.user_id, p_code_hash) then return null; end if;
  delete from sec.challenge where challenge.token_hash = p_challenge;
  perform sec.forgive_own(sec.factor_subject(c.user_id, p_device));
  return sec.start_session(c.user_id, p_token_hash, p_label, p_device, p_over,
    case when p_step is null then 'recoveryCode' else 'totp' end);
end $$;

grant execute on function sec.pass_second_factor(bytea, bigint, bytea, bytea, text, bytea, bytea) to authn;
