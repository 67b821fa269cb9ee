create or replace function sec.revoke_feed(p_token_hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  delete from sec.feed_secret where feed_secret.user_id = s.user_id;
  if not found then return false; end if;
  perform audit.record('account.revokeFeed', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

grant execute on function sec.revoke_feed(bytea) to authn;
