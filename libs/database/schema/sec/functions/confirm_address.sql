-- Five tries; each counts, so that it is told by false, not by an error that would take the count back.
create or replace function sec.confirm_address(p_token_hash bytea, p_code_hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); m sec.mail_address;
begin
  update sec.mail_address set code_tries = mail_address.code_tries + 1
    where mail_address.user_id = s.user_id and mail_address.pending is not null
      and mail_address.code_expires_at > clock_timestamp() and mail_address.code_tries < 5
    returning mail_address.* into m;
  if not found or m.code_hash <> p_code_hash then return false; end if;
  update sec.mail_address set sealed = m.pending, pending = null, code_hash = null, code_expires_at = null
    where mail_address.user_id = s.user_id;
  perform audit.record('account.changeMailAddress', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

grant execute on function sec.confirm_address(bytea, bytea) to authn;
