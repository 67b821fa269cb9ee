create or replace function sec.tell(p_users uuid[], p_code text, p_object uuid, p_agency uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.notice (user_id, code, object_id, agency_id) select distinct u, p_code, p_object, p_agency
    from unnest(p_users) u where u is not null $$;
