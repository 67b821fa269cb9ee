-- A notice waits two minutes for others, and each person gets one such email in half an hour: a busy meeting
-- makes one, not twenty. What was seen meanwhile is not mailed. That the notice is of a table is said beside
-- the join, else no index of what is unmailed is taken.
create or replace function sec.emails_to_gather(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog
  set enable_hashjoin = off set enable_seqscan = off as $$
  select '00000000-0000-0000-0000-000000000000'::uuid, n.user_id from sec.notice n cross
    join (select sec.domain_now() as at) now
      join sec.mail_address m on m.user_id = n.user_id and m.sealed is not null and m.wanted
      join sec.app_user u on u.id = n.user_id and u.status = 'active'
      join sec.situation_table t on t.id = n.table_id
     where n.email_id is null and n.seen_at is null and n.table_id is not null
       and n.created_at > (select sec.domain_now() - interval '36 hours')
       and not sec.is_quiet((now.at at time zone t.time_zone)::time, m.quiet_from, m.quiet_until)
       and not exists (select from sec.email l where l.user_id = n.user_id and l.kind = 'digest'
           and l.made_at > now.at - interval '30 minutes')
       and '00000000-0000-0000-0000-000000000000' <> all (p_skip)
         and not sec.waits('gathered', '00000000-0000-0000-0000-000000000000', n.user_id)
     group by n.user_id, now.at having min(n.created_at) <= now.at - interval '2 minutes'
       order by min(n.created_at) limit p_limit $$;
