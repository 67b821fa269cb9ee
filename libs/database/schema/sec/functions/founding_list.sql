-- Who will hear at this table: its agencies, their people and officers, its coordinators. Seats that begin
-- later are on it too.
create or replace function sec.founding_list(p_table uuid) returns jsonb
language sql volatile security definer set search_path = pg_catalog as $$
  with person as (
    select s.agency_id, s.persona, s.id, s.user_id, u.display_name, s.starts_at > sec.domain_now() as later
      from (select x.* from sec.seat x where x.table_id = p_table
        union all select x.* from sec.table_agency ta
          join sec.seat x on x.agency_id = ta.agency_id and x.persona = 'privacy'
          where ta.table_id = p_table and ta.left_at is null) s
      join sec.app_user u on u.id = s.user_id
      where s.ends_at > sec.domain_now())
  select jsonb_build_object(
    'coordinators', coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'displayName',
      p.display_name, 'persona', p.persona)
      order by p.id) from person p where p.persona = 'coordinator'), '[]'),
    'agencies', coalesce((select jsonb_agg(jsonb_build_object('agencyId', a.id, 'name', a.name, 'hasAccount',
      ta.has_account, 'people',
        coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'displayName', p.display_name,
          'persona', p.persona) order by p.id)
          from person p where p.agency_id = a.id), '[]')) order by a.id)
      from sec.table_agency ta join sec.agency a on a.id = ta.agency_id where ta.table_id = p_table
        and ta.left_at is null), '[]')) $$;
