-- Who sits at a table now: an active person's seat that runs, of an agency that has not left or ended, at a
-- table that has not ended. For functions of the owner alone: nobody else is granted it.
create view sec.live_seat with (security_invoker = true, security_barrier = true) as
  select s.user_id, s.table_id, s.persona, s.agency_id
  from sec.seat s
  join sec.app_user u on u.id = s.user_id and u.status = 'active'
  join sec.situation_table t on t.id = s.table_id and t.ended_at is null
  left join sec.table_agency ta on ta.table_id = s.table_id and ta.agency_id = s.agency_id
  left join sec.agency a on a.id = coalesce(s.agency_id, s.employer_agency_id)
  where s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now() and ta.left_at is null
    and a.ended_at is null;
grant select on sec.live_seat to backup;
