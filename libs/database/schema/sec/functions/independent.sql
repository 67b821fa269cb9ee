-- The rule (settled: independent origin). Two people are independent if within seven days neither made,
-- offered, approved, confirmed or reset the other's account or acting seat, and no third person alone did so
-- for both. The seat is the one that the second acts through.
create or replace function sec.independent(p_first uuid, p_second uuid,
    p_seat uuid default null) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select p_first is null or (p_first <> p_second
    and not exists (select from sec.origin_act o where o.at > sec.domain_now() - interval '7 days'
      and (o.subject_id = p_first and o.by_id = p_second
        or o.subject_id = p_second and o.by_id = p_first and (p_seat is null or o.seat_id is null
          or o.seat_id = p_seat)))
    and not exists (select sec.stand_behind(p_first, null, sec.domain_now() - interval '7 days')
      intersect select sec.stand_behind(p_second, p_seat, sec.domain_now() - interval '7 days'))) $$;
