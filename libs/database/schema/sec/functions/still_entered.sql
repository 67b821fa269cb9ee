-- Judged again by whoever waited for a lock: a session, user, seat or agency that ended meanwhile does not
-- act any more.
create or replace function sec.still_entered() returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s sec.session; now_at timestamptz := sec.domain_now();
begin
  select session.* into s from sec.session where session.id = c.session_id;
  if not found or not sec.session_is_live(s)
    or not exists (select from sec.app_user u where u.id = c.user_id and u.status = 'active') then
    raise exception 'no session' using errcode = '28000';
  end if;
  if not exists (select from sec.seat where seat.id = c.seat_id and seat.starts_at <= now_at
      and seat.ends_at > now_at) then
    raise exception 'no such seat' using errcode = '42501';
  end if;
end $$;
