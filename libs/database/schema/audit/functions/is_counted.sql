-- Not what was refused about screenings and youth-justice items: they are for nobody else to know of.
create or replace function audit.is_counted(e audit.event) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select e.action not in ('reading.refused', 'change.refused')
    or e.detail::jsonb ->> 'asked' !~ '/(screenings|youth-items)' $$;
