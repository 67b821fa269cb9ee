create or replace function app.may_be_held(s app.situation) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select s.stage in ('limited', 'planning', 'intervention', 'concluded') $$;
