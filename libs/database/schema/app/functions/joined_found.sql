create or replace function app.joined_found(s app.situation, p jsonb) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation j where j.table_id = s.table_id and j.number = p ->> 'joined'
      and j.id <> s.id and not j.hidden) $$;
