create or replace function sec.account_sessions(p_token_hash bytea) returns table (id uuid, device text,
    started_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, this boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  return query select session.id, session.device, session.created_at, session.last_seen_at,
    session.expires_at, session.id = s.id
    from sec.session where session.user_id = s.user_id and sec.session_is_live(session)
      order by session.created_at desc, session.id;
end $$;

grant execute on function sec.account_sessions(bytea) to authn;
