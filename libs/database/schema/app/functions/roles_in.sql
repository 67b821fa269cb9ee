-- The roles in open situations of a table: who brought it, who has a part, and who had the lead of an
-- intervention without one.
create or replace function app.roles_in(p_table uuid, p_situation uuid)
returns table (situation_id uuid, agency_id uuid, part text)
language sql stable security definer set search_path = pg_catalog as $$
  select o.situation_id, o.agency_id, 'originating' from app.situation_origin o
    join app.situation s on s.table_id = o.table_id and s.id = o.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention')
    where o.table_id = p_table and (p_situation is null or o.situation_id = p_situation)
  union all
  select a.situation_id, a.agency_id, a.part from app.assignment a
    join app.situation s on s.table_id = a.table_id and s.id = a.situation_id
      and s.stage in ('planning', 'intervention')
    where a.table_id = p_table and (p_situation is null or a.situation_id = p_situation)
      and a.state in ('asked', 'accepted')
  union all
  select s.id, l.agency_id, 'lead' from app.situation s
    cross join lateral (select a.agency_id, a.state from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.part = 'lead'
      order by a.state in ('asked', 'accepted') desc, a.answered_at desc nulls last limit 1) l
    where s.table_id = p_table and (p_situation is null or s.id = p_situation) and s.stage = 'intervention'
      and l.state not in ('asked', 'accepted') $$;
