-- How the last of these seats came to act no more. The agency is null for coordinators.
create or replace function app.why_ended(p_table uuid, p_persona text, p_agency uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when exists (select from sec.agency a where a.id = p_agency and a.ended_at is not null) then 'agencyEnded'
    when p_persona = 'rep' and exists (select from sec.table_agency ta
      where ta.table_id = p_table and ta.agency_id = p_agency and ta.left_at is not null) then 'agencyLeft'
    else coalesce((select case
        when s.ends_at > sec.domain_now() then 'userDisabled'
        when s.ended_because = 'agencyEnded' then 'agencyEnded'
        when s.ended_because is null or s.ended_because = 'lapsed' then 'seatExpired'
        else 'seatEnded' end
      from sec.seat s
      where s.persona = p_persona and s.agency_id is not distinct from p_agency
        and s.starts_at <= sec.domain_now()
        and (p_persona = 'privacy' or s.table_id = p_table)
      order by s.ends_at desc limit 1), 'seatEnded') end $$;
