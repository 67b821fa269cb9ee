-- The password was right: a session, or a challenge where a second factor is confirmed. Null when the account
-- ended meanwhile.
create or replace function sec.pass_password(p_user uuid, p_token_hash bytea, p_label text, p_device bytea,
    p_over bytea,
  p_pair bytea, p_account bytea, p_source bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform 1 from sec.app_user where app_user.id = p_user and app_user.status = 'active' for share;
  if not found then return null; end if;
  perform sec.forgive_shared(p_pair, p_account, p_source);
  perform sec.forgive_own(sec.own_subject('device', p_device || uuid_send(p_user)));
  if exists (select 1 from sec.totp where totp.user_id = p_user and totp.sealed_secret is not null) then
    insert into sec.challenge (token_hash, user_id) values (p_token_hash, p_user);
    return 'secondFactor';
  end if;
  perform sec.start_session(p_user, p_token_hash, p_label, p_device, p_over, 'password');
  return 'session';
end $$;

grant execute on function sec.pass_password(uuid, bytea, text, bytea, bytea, bytea, bytea, bytea) to authn;
