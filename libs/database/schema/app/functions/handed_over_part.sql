-- The part of an agency that the coordinator may give to another: nobody represents it, its days have passed,
-- and no other agency leads meanwhile.
create or replace function app.handed_over_part(f jsonb, p_from text) returns text
  language sql immutable set search_path = pg_catalog as $$
  select h ->> 'part' from jsonb_array_elements(f -> 'handOvers') h
   where h ->> 'agency' = p_from and (h ->> 'due')::boolean
     and (h ->> 'part' = 'assisting' or h ->> 'part' = 'lead'
     and not exists (select from jsonb_array_elements(f -> 'assignments') a where a ->> 'part' = 'lead'
       and a ->> 'state' in ('asked', 'accepted') and a ->> 'agency' <> p_from))
   order by h ->> 'part' desc limit 1 $$;
