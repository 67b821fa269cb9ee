create or replace function app.agencies(p jsonb) returns uuid[]
  language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct named.agency::uuid), '{}') from (
    select jsonb_array_elements_text(coalesce(p -> 'agencies', '[]')) as agency
      union all select jsonb_array_elements_text(coalesce(p -> 'assisting', '[]'))
    union all select p ->> 'lead' union all select p ->> 'agency') named where named.agency is not null $$;
