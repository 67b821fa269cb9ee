-- Newest first, after a place in time: all tables for an administrator, one for a coordinator, those of the
-- agency for its officer. A page by an index: of all tables together, or of each that the reader may see.
create or replace function sec.table_acts(p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, table_id uuid, table_name text, at timestamptz, what text,
  agency_name text, persona text, subject_name text, by_name text)
language plpgsql stable security definer set search_path = pg_catalog
  set enable_sort = off as $$
declare c sec.ctx_t := sec.ctx(); before_at timestamptz := coalesce(p_before, 'infinity');
before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'); acts sec.table_act[];
begin
  case c.persona
    when 'administrator' then
      acts := array(select x from sec.table_act x where (x.at, x.id) < (before_at, before_id)
        order by x.at desc, x.id desc limit p_limit);
    when 'coordinator' then
      acts := array(select x from sec.table_act x where x.table_id = c.table_id
        and (x.at, x.id) < (before_at, before_id) order by x.at desc, x.id desc limit p_limit);
    when 'privacy' then
      acts := array(select one.x from sec.table_agency ta cross join lateral (select x from sec.table_act x
          where x.table_id = ta.table_id and (x.at, x.id) < (before_at, before_id)
          order by x.at desc, x.id desc limit p_limit) one
        where ta.agency_id = c.agency_id and (ta.left_at is null
          -- That a table was ended is read by those who sat there until then.
          or exists (select from sec.situation_table ended where ended.id = ta.table_id
            and ended.ended_at = ta.left_at))
        order by (one.x).at desc, (one.x).id desc limit p_limit);
    else raise exception 'not for this seat' using errcode = '42501';
  end case;
  return query select x.id, x.table_id, t.name, x.at, x.what, a.name, x.persona, u.display_name,
    b.display_name
    from unnest(acts) x join sec.situation_table t on t.id = x.table_id
      left join sec.agency a on a.id = x.agency_id
      left join sec.app_user u on u.id = x.subject_id left join sec.app_user b on b.id = x.by_id
    order by x.at desc, x.id desc;
end $$;

grant execute on function sec.table_acts(timestamptz, uuid, int) to administrator, coordinator, privacy;
