create or replace function sec.check_version(p_found boolean, p_kept int, p_given int) returns void
  language plpgsql immutable set search_path = pg_catalog as $$
begin
  if not p_found then raise exception 'not found' using errcode = 'P0002'; end if;
  if p_kept is distinct from p_given then raise exception 'stale' using errcode = '40001'; end if;
end $$;
