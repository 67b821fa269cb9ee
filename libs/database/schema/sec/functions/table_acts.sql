-- Newest first, after a place in time: all tables for an administrator, one for a coordinator, those of the
-- agency for its officer.
create or replace function sec.table_acts(p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, table_id uuid, table_name text, at timestamptz, what text,
  agency_name text, persona text, subject_name text, by_name text)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null or c.persona not in ('administrator', 'coordinator', 'privacy')
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  return query select x.id, x.table_id, t.name, x.at, x.what, a.name, x.persona, u.display_name,
    b.display_name
    from sec.table_act x join sec.situation_table t on t.id = x.table_id left join sec.agency a
      on a.id = x.agency_id
      left join sec.app_user u on u.id = x.subject_id left join sec.app_user b on b.id = x.by_id
    where case c.persona when 'administrator' then true when 'coordinator' then x.table_id = c.table_id
      else sec.sits_at(c.agency_id, x.table_id) end
      and (p_before is null or (x.at, x.id) < (p_before, p_before_id))
    order by x.at desc, x.id desc limit p_limit;
end $$;

grant execute on function sec.table_acts(timestamptz, uuid, int) to administrator, coordinator, privacy;
