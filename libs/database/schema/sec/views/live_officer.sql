-- Who is privacy officer of an agency now. For functions of the owner alone.
create view sec.live_officer with (security_invoker = true, security_barrier = true) as
  select distinct s.user_id, s.agency_id from sec.seat s join sec.app_user u on u.id = s.user_id
    and u.status = 'active' join sec.agency a on a.id = s.agency_id and a.ended_at is null
    where s.persona = 'privacy' and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now();
grant select on sec.live_officer to backup;
