-- Acts that need the second proof: given within five minutes, or once for the meeting while marked present at
-- it.
create or replace function sec.stepped_up() returns boolean
  language sql volatile security definer set search_path = pg_catalog as $$
  select coalesce(c.stepped_up_at > clock_timestamp() - interval '5 minutes'
      or (c.stepped_up_at > clock_timestamp() - interval '4 hours' and sec.session_present(c.user_id)), false)
    from (select (sec.ctx()).stepped_up_at, (sec.ctx()).user_id) c $$;

grant execute on function sec.stepped_up() to rep, coordinator, auditor, administrator, privacy;
