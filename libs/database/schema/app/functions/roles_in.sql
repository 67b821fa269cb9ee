-- The roles in open situations of a table: who brought it, who has a role, and who had the lead of an
-- intervention without one. From what is open, so that a table's past is not read.
create or replace function app.roles_in(p_table uuid, p_situation uuid)
returns table (situation_id uuid, agency_id uuid, role text)
language sql stable security definer set search_path = pg_catalog as $$
  with open as materialized (
    select s.table_id, s.id, s.stage from app.situation s
      where s.table_id = p_table and (p_situation is null or s.id = p_situation)
        and s.stage in ('deidentified', 'limited', 'planning', 'intervention') and not s.hidden
  )
  select x.situation_id, x.agency_id, 'originating' from open cross join lateral (
      select o.situation_id, o.agency_id from app.situation_origin o
      where o.table_id = open.table_id and o.situation_id = open.id offset 0) x
  union all
  select x.situation_id, x.agency_id, x.role from open cross join lateral (
      select a.situation_id, a.agency_id, a.role from app.assignment a
      where a.table_id = open.table_id and a.situation_id = open.id and a.state in ('asked', 'accepted')
      offset 0) x
    where open.stage in ('planning', 'intervention')
  union all
  select open.id, l.agency_id, 'lead' from open
    cross join lateral (select a.agency_id, a.state from app.assignment a
      where a.table_id = open.table_id and a.situation_id = open.id and a.role = 'lead'
      order by a.state in ('asked', 'accepted') desc, a.answered_at desc nulls last limit 1) l
    where open.stage = 'intervention' and l.state not in ('asked', 'accepted') $$;
