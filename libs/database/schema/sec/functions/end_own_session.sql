-- Null ends the session that asks. False when it is none of this user's live ones.
create or replace function sec.end_own_session(p_token_hash bytea, p_session uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin return sec.revoke_sessions(s.user_id, coalesce(p_session, s.id), null) = 1; end $$;

grant execute on function sec.end_own_session(bytea, uuid) to authn;
