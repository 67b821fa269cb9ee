-- A secret outlives the session that made it, so that making one wants the fresh proof. The earlier one stops
-- working.
create or replace function sec.make_feed(p_token_hash bytea, p_secret_hash bytea) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash); made timestamptz;
begin
  insert into sec.feed_secret (user_id, secret_hash) values (s.user_id, p_secret_hash)
    on conflict (user_id) do update set secret_hash = excluded.secret_hash, made_at = clock_timestamp()
      returning feed_secret.made_at into made;
  perform audit.record('account.makeFeed', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return made;
end $$;

grant execute on function sec.make_feed(bytea, bytea) to authn;
