create or replace function app.role_free(f jsonb, p_role text) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select case p_role when 'lead' then not app.live_role(f, null, 'lead', array['asked', 'accepted'])
    when 'assisting' then app.live_role(f, null, 'assisting', array['declined', 'returned', 'left'])
      else false end $$;
