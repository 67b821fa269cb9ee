create or replace function app.live_role(f jsonb, p_agency text, p_role text, p_states text[]) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select exists (select from jsonb_array_elements(f -> 'assignments') a
      where (p_agency is null or a ->> 'agency' = p_agency) and (p_role is null or a ->> 'role' = p_role)
      and a ->> 'state' = any (p_states)) $$;
