-- ---------------------------------------------------------------- signing in
-- The same statements run for a known and an unknown name; the caller verifies a fixed hash when none comes
-- back. A device where this very person signed in before, and a session of theirs that lives (as in a
-- meeting, where it outlives being idle), have a count of their own that no stranger can use up; a count that
-- is used up leads into the lane of everybody, never to a refusal.
create or replace function sec.begin_sign_in(p_name text, p_device bytea, p_session bytea, p_pair bytea,
    p_account bytea, p_source bytea)
returns table (user_id uuid, hash text, known boolean, wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u uuid; h text; own bytea; pause int;
begin
  select app_user.id, password.hash into u, h from sec.app_user
    join sec.password on password.user_id = app_user.id
    where app_user.sign_in_name = p_name and app_user.status = 'active';
  own := case
    when sec.knows_device(u, p_device) then sec.own_subject('device', p_device || uuid_send(u))
    when exists (select from sec.session where session.token_hash = p_session and session.user_id = u
      and sec.session_is_live(session)) then sec.own_subject('session', p_session) end;
  if own is not null and sec.own_try(own, 10, interval '10 seconds') = 0 then
    return query select u, h, true, 0;
    return;
  end if;
  pause := sec.slow_try('pair', p_pair, 5);
  pause := greatest(pause, sec.slow_try('account', p_account, 10));
  pause := greatest(pause, sec.slow_try('source', p_source, 60));
  return query select u, h, false, pause;
end $$;

grant execute on function sec.begin_sign_in(text, bytea, bytea, bytea, bytea, bytea) to authn;
