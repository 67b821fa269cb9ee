-- Every table that has rows of a situation, those that others refer to last. Asked of the catalogue, so that
-- a table added later is not forgotten.
create or replace function app.tables_of_situations() returns table (name text, sealed text[])
  language sql stable security definer set search_path = pg_catalog as $$
  select c.relname::text, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid
      and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype order by a.attnum)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
    where c.relkind = 'r' and c.relname not in ('certificate', 'meeting_card')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'situation_id'
          and not a.attisdropped)
    order by exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = c.oid), c.relname $$;
