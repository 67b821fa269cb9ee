create or replace function app.require_code(p_list text, p_code text) returns void
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if p_code is not null and not app.code_active(p_list, p_code)
    then raise exception 'code.notActive' using errcode = 'P0001', detail = p_list; end if;
end $$;
