create or replace function audit.begin_chain() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin perform audit.record('table.begin', 'table', new.id, '{}', 'allow', p_table => new.id); return null;
end $$;
