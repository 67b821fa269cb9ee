-- The role of an agency that the coordinator may give to another: nobody represents it, its days have passed,
-- and no other agency leads meanwhile.
create or replace function app.handed_over_role(f jsonb, p_from text) returns text
  language sql immutable set search_path = pg_catalog as $$
  select h ->> 'role' from jsonb_array_elements(f -> 'handOvers') h
   where h ->> 'agency' = p_from and (h ->> 'due')::boolean
     and (h ->> 'role' = 'assisting' or h ->> 'role' = 'lead'
     and not exists (select from jsonb_array_elements(f -> 'assignments') a where a ->> 'role' = 'lead'
       and a ->> 'state' in ('asked', 'accepted') and a ->> 'agency' <> p_from))
   order by h ->> 'role' desc limit 1 $$;
