-- Whose feed a secret opens: no row for a wrong one. The hash is what is looked up, so that nothing of a
-- secret is learned from how long that takes.
-- Right ones are counted by the feed itself; wrong ones slow their source, and a right one from there is not
-- slowed by them.
create or replace function sec.open_feed(p_secret_hash bytea, p_source bytea) returns table (language text,
    wait_ms int, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u sec.app_user;
begin
  select app_user.* into u from sec.feed_secret join sec.app_user on app_user.id = feed_secret.user_id
    and app_user.status = 'active' where feed_secret.secret_hash = p_secret_hash;
  if found then
    return query select u.language, 0,
      sec.own_try(sec.own_subject('feed', p_secret_hash), 60, interval '15 seconds');
  else return query select null::text, sec.slow_try('feed', p_source, 20), 0;
  end if;
end $$;

grant execute on function sec.open_feed(bytea, bytea) to authn;
