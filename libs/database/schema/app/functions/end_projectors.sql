create or replace function app.end_projectors() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin return app.end_projectors_of((app.coordinator_context()).table_id); end $$;

grant execute on function app.end_projectors() to coordinator;
