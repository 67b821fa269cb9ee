-- The address in use stays until the new one is confirmed by the code that is mailed to it. Five codes an
-- hour, so that nobody is flooded through us.
create or replace function sec.propose_address(p_token_hash bytea, p_pending bytea, p_code_hash bytea,
    p_email bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  perform from sec.app_user where app_user.id = s.user_id for no key update;
  if (select count(*) >= 5 from sec.email where email.user_id = s.user_id and email.kind = 'confirmation'
      and email.written_at > clock_timestamp() - interval '1 hour') then
    raise exception 'account.mail.tooManyCodes';
  end if;
  insert into sec.mail_address (user_id, pending, code_hash, code_expires_at) values (s.user_id, p_pending,
      p_code_hash, clock_timestamp() + interval '1 hour')
    on conflict (user_id) do update set pending = p_pending, code_hash = p_code_hash,
      code_expires_at = excluded.code_expires_at, code_tries = 0;
  update sec.email set dead_at = clock_timestamp(), sealed = null where email.user_id = s.user_id
    and email.kind = 'confirmation' and email.sent_at is null and email.dead_at is null;
  insert into sec.email (user_id, kind, sealed) values (s.user_id, 'confirmation', p_email);
  perform audit.record('account.proposeMailAddress', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

grant execute on function sec.propose_address(bytea, bytea, bytea, bytea) to authn;
