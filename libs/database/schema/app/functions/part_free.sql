create or replace function app.part_free(f jsonb, p_part text) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select case p_part when 'lead' then not app.live_part(f, null, 'lead', array['asked', 'accepted'])
    when 'assisting' then app.live_part(f, null, 'assisting', array['declined', 'returned', 'left'])
      else false end $$;
