-- Whether the reader still holds the seat by which a notice was for them.
create or replace function sec.is_told_still(n sec.notice) returns boolean
  language sql volatile security definer set search_path = pg_catalog as $$
  -- A meeting is everybody's who is seated.
  select n.code like 'meeting.%'
    and exists (select from sec.live_seat s where s.user_id = n.user_id and s.table_id = n.table_id)
    or case coalesce(n.persona, case when n.agency_id is null then 'coordinator' else 'rep' end)
    when 'privacy'
      then exists (select from sec.seat s where s.user_id = n.user_id and s.persona = 'privacy'
        and s.starts_at <= sec.domain_now()
      and s.ends_at > sec.domain_now()
        and (s.agency_id = n.agency_id or n.agency_id is null or exists (select from sec.table_agency ta
        where ta.table_id = n.table_id and ta.agency_id = s.agency_id and ta.left_at is null)))
    when 'administrator'
      then exists (select from sec.seat s where s.user_id = n.user_id and s.persona = 'administrator'
      and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now())
    when 'coordinator'
      then exists (select from sec.live_seat s where s.user_id = n.user_id and s.table_id = n.table_id
        and s.persona = 'coordinator')
      -- Nobody coordinates a table that was ended: they are told it all the same.
      or exists (select from sec.seat s where s.user_id = n.user_id and s.table_id = n.table_id
        and s.persona = 'coordinator' and s.ended_because = 'tableEnded')
    else exists (select from sec.live_seat s where s.user_id = n.user_id and s.table_id = n.table_id
        and s.persona = 'rep' and s.agency_id = n.agency_id) end $$;
