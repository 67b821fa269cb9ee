-- Once a week and agency; officers are told when there is something. An agency without an officer or a table
-- is asked again on Monday.
create or replace function app.write_digest(p_agency uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare g sec.digest; d record; week date := app.week_on(p_agency); zone text := app.agency_zone(p_agency);
begin
  select digest.* into g from sec.digest where digest.agency_id = p_agency for update skip locked;
  if not found or g.next_at > sec.domain_now() then return false; end if;
  update sec.digest set next_at = (week + 7 + time '08:00') at time zone coalesce(zone, 'UTC')
    where digest.agency_id = p_agency;
  if g.week_on >= week or zone is null
    or not exists (select from sec.live_officer l where l.agency_id = p_agency) then return true; end if;
  update sec.digest set week_on = week where digest.agency_id = p_agency;
  select x.* into d from app.digest_of(p_agency) x;
  if d.fresh + d.earlier + jsonb_array_length(d.due) + d.holds = 0 then return true; end if;
  insert into sec.notice (user_id, code, object_id, agency_id, occasion)
    select l.user_id, 'privacy.digest', p_agency, p_agency, to_char(d.week_on, 'YYYY-MM-DD')
      from sec.live_officer l where l.agency_id = p_agency
    on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing;
  return true;
end $$;
