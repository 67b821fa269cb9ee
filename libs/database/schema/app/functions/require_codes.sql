create or replace function app.require_codes(p_list text, p_codes text[]) returns void
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if cardinality(p_codes) <> (select count(distinct x) from unnest(p_codes) x)
    then raise exception 'code.twice' using errcode = 'P0001', detail = p_list; end if;
  perform app.require_code(p_list, x) from unnest(p_codes) x;
end $$;
