-- ---------------------------------------------------------------- duties that stay apart
-- The user's and then the agency's row is locked first, so that two seats written at once cannot both pass.
create or replace function sec.keep_duties_apart() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare now_at timestamptz := sec.domain_now(); apart constant text[] := array['administrator', 'auditor'];
begin
  if new.ends_at <= now_at then return new; end if;
  perform 1 from sec.app_user where app_user.id = new.user_id for no key update;
  if exists (select 1 from sec.seat where seat.user_id = new.user_id and seat.id <> new.id
      and seat.ends_at > now_at
      and seat.starts_at < new.ends_at and new.starts_at < seat.ends_at
      and (seat.persona = any (apart)) <> (new.persona = any (apart))) then
    -- Never both: administrator or auditor, and a seat at a table or agency.
    raise exception 'seat.dutiesApart';
  end if;
  if exists (select 1 from sec.seat where seat.user_id = new.user_id and seat.id <> new.id
      and seat.ends_at > now_at
      and seat.persona = new.persona and seat.table_id is not distinct from new.table_id
        and seat.agency_id is not distinct from new.agency_id
      and seat.starts_at < new.ends_at and new.starts_at < seat.ends_at) then
    raise exception 'seat.heldAlready';
  end if;
  if new.agency_id is null then return new; end if;
  perform 1 from sec.agency where agency.id = new.agency_id for no key update;
  if new.persona = 'rep' and not exists (select 1 from sec.table_agency
      where table_agency.table_id = new.table_id and table_agency.agency_id = new.agency_id
        and table_agency.has_account and table_agency.left_at is null) then
    raise exception 'seat.agencyWithoutAccount';
  end if;
  -- One person may be both only while the agency has nobody else; the second person to come takes the
  -- officer's seat over.
  if new.persona = 'privacy' then
    update sec.seat set ends_at = greatest(new.starts_at, seat.starts_at), ended_because = 'handedOver',
      version = seat.version + 1
      where seat.agency_id = new.agency_id and seat.persona = 'privacy' and seat.user_id <> new.user_id
        and seat.ends_at > greatest(new.starts_at, seat.starts_at)
        and exists (select 1 from sec.seat r where r.user_id = seat.user_id and r.agency_id = seat.agency_id
            and r.persona = 'rep' and r.ends_at > now_at);
  end if;
  if (select count(distinct s.user_id) > 1 and bool_or(s.rep and s.officer) from (
        select p.user_id, bool_or(p.persona = 'rep') as rep, bool_or(p.persona = 'privacy') as officer from (
            select seat.user_id, seat.persona from sec.seat where seat.agency_id = new.agency_id
              and seat.id <> new.id
              and seat.ends_at > greatest(now_at, new.starts_at) and seat.starts_at < new.ends_at
            union all select new.user_id, new.persona) p
        group by p.user_id) s) then
    -- A privacy officer is not also a representative while the agency has two people.
    raise exception 'seat.officerApart';
  end if;
  return new;
end $$;
