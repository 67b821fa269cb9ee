create or replace function sec.feed_made_at(p_token_hash bytea) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin return (select feed_secret.made_at from sec.feed_secret where feed_secret.user_id = s.user_id); end $$;

grant execute on function sec.feed_made_at(bytea) to authn;
