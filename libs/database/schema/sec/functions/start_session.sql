-- A session begins on a device, which is known from then on, and ends the one that the browser came with:
-- signing in over somebody's session, or one's own older one, leaves none behind that its cookie still opens.
create or replace function sec.start_session(p_user uuid, p_token_hash bytea, p_label text, p_device bytea,
    p_over bytea, p_how text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s uuid; over_id uuid; over_user uuid;
begin
  update sec.session set revoked_at = clock_timestamp() where session.token_hash = p_over
    and session.revoked_at is null
    and session.expires_at > clock_timestamp() returning session.id, session.user_id into over_id, over_user;
  if found then perform audit.record('session.end', 'session', over_id, '{}', 'allow', p_actor => over_user);
  end if;
  insert into sec.session (token_hash, user_id, device, stepped_up_at)
    values (p_token_hash, p_user, left(p_label, 200), clock_timestamp()) returning session.id into s;
  perform sec.remember_device(p_user, p_device);
  perform audit.record('session.start', 'session', s, array[p_how], 'allow', p_actor => p_user);
  return s;
end $$;
