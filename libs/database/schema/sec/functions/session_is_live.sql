-- A use that lies ahead tells of a clock that was set back: such a session has ended, or it would last as
-- much longer.
create or replace function sec.session_is_live(s sec.session) returns boolean
  language sql volatile security definer set search_path = pg_catalog as $$
  select s.revoked_at is null and s.expires_at > clock_timestamp()
    and s.last_seen_at < clock_timestamp() + interval '5 minutes'
    and (s.last_seen_at > clock_timestamp() - interval '30 minutes' or sec.session_present(s.user_id)) $$;
