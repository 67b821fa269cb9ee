-- The only administrator's seat does not lapse: nobody could make another one. It goes on for a month, and
-- they are told.
create or replace function sec.administrators_to_keep(p_skip uuid[],
    p_limit integer) returns table (table_id uuid, object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select '00000000-0000-0000-0000-000000000000'::uuid, x.id from (
    select s.id from sec.seat s join sec.app_user u on u.id = s.user_id and u.status = 'active'
      where s.persona = 'administrator' and s.ends_at <= (select sec.domain_now())
        and coalesce(s.ended_because, 'lapsed') = 'lapsed'
          and '00000000-0000-0000-0000-000000000000'::uuid <> all (p_skip)
        and not sec.waits('keptseat', '00000000-0000-0000-0000-000000000000'::uuid, s.id)
      order by s.ends_at desc, s.id limit 1) x
    where sec.live_administrators(null) = 0 limit p_limit $$;
