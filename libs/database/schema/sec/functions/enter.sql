-- What a stream reads in the background does not count as being there: it passes p_present false.
create or replace function sec.enter(p_token_hash bytea, p_seat uuid,
    p_present boolean default true) returns sec.ctx_t
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session; c sec.ctx_t; now_at timestamptz := sec.domain_now();
begin
  select session.* into s from sec.session where session.token_hash = p_token_hash;
  if not found or not sec.session_is_live(s) then raise exception 'no session' using errcode = '28000';
  end if;
  if not exists (select 1 from sec.app_user where app_user.id = s.user_id and app_user.status = 'active')
    then raise exception 'no session' using errcode = '28000'; end if;
  select s.id, s.user_id, seat.id, seat.persona, seat.table_id, seat.agency_id, seat.employer_agency_id,
    s.stepped_up_at, null, null into c
    from sec.seat
    left join sec.agency on agency.id = coalesce(seat.agency_id, seat.employer_agency_id)
    left join sec.situation_table on situation_table.id = seat.table_id
    left join sec.table_agency on table_agency.table_id = seat.table_id
      and table_agency.agency_id = seat.agency_id
    where seat.id = p_seat and seat.user_id = s.user_id and seat.starts_at <= now_at and seat.ends_at > now_at
      and agency.ended_at is null and situation_table.ended_at is null and table_agency.left_at is null;
  if not found then raise exception 'no such seat' using errcode = '42501'; end if;
  if p_present and s.last_seen_at < clock_timestamp() - interval '1 minute' then
    -- Requests of one session run side by side; none waits for another just to note the time.
    update sec.session set last_seen_at = clock_timestamp()
      where session.token_hash = (select live.token_hash from sec.session live
          where live.token_hash = p_token_hash for no key update skip locked);
  end if;
  perform sec.set_context(c);
  return c;
end $$;

grant execute on function sec.enter(bytea, uuid, boolean) to app;
