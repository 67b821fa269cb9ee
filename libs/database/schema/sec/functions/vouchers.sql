-- ---------------------------------------------------------------- users
-- Whose officers vouch for somebody who sits where situations are discussed: the own agency's if it is at
-- that table and has another officer, or else those of the other agencies there. Who sits nowhere is vouched
-- for by the agency that was named.
create or replace function sec.vouchers(p_user uuid, p_agency uuid, p_tables uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  with there as (
    select distinct ta.agency_id, exists (select from sec.seat s where s.user_id = p_user
      and s.ends_at > sec.domain_now()
        and ta.agency_id in (s.agency_id, s.employer_agency_id)) as own
      from sec.table_agency ta where ta.table_id = any (p_tables) and ta.left_at is null
    union select p_agency, true where cardinality(p_tables) = 0),
  able as (select there.agency_id, there.own from there where exists (select
    from sec.officers(there.agency_id) o where o <> p_user))
  select coalesce(array_agg(able.agency_id), '{}') from able where able.own or not exists (select from able a
    where a.own) $$;
