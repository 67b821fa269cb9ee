-- An agency without a role may take one over; an assisting one may take over the lead once there is an
-- intervention.
create or replace function app.may_take_over(f jsonb, p jsonb) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select p ->> 'agency' is not null and p ->> 'agency' is distinct from p ->> 'from'
    and (not app.live_role(f, p ->> 'agency', null, array['asked', 'accepted'])
      or f ->> 'stage' = 'intervention' and app.handed_over_role(f, p ->> 'from') = 'lead'
        and app.live_role(f, p ->> 'agency', 'assisting', array['accepted'])) $$;
