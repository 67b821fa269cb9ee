-- Who intervenes, and so reads a hold: an agency with an accepted role, while the situation is under way.
create or replace function app.intervenes(c sec.ctx_t, p_situation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.assignment a join app.situation s on s.table_id = a.table_id
      and s.id = a.situation_id
     where a.table_id = c.table_id and a.situation_id = p_situation and a.agency_id = c.agency_id
       and a.state = 'accepted'
       and s.stage in ('planning', 'intervention')) $$;
