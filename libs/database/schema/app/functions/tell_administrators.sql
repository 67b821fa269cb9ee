-- ---------------------------------------------------------------- every way in which a role ends
create or replace function app.tell_administrators(p_code text, p_table uuid, p_agency uuid,
    p_occasion uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, occasion, persona)
  select distinct s.user_id, p_code, coalesce(p_agency, p_table), p_agency, p_table, p_occasion::text,
    'administrator'
    from sec.seat s join sec.app_user u on u.id = s.user_id and u.status = 'active'
    where s.persona = 'administrator' and s.starts_at <= sec.domain_now() and s.ends_at > sec.domain_now()
  on conflict (user_id, code, object_id, occasion) where occasion is not null do nothing $$;
