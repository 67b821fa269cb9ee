-- The persons named for a youth-justice item (row 19); in plpgsql, since the items' tables are made later.
create or replace function app.named_in(c sec.ctx_t, e audit.event) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin return c.persona = 'rep' and app.named_for(e.object_id, (e.detail::jsonb ->> 'item')::uuid); end $$;
