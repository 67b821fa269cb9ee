-- applied: before tables
create or replace function sec.is_time_zone(name text) returns boolean
  language plpgsql immutable set search_path = pg_catalog as $$
begin
  -- A place, never an abbreviation or an offset: those keep no summer time.
  if name <> 'UTC' and (name !~ '^[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]+)+$' or name like 'Etc/%') then return false;
  end if;
  perform timestamptz '2000-01-01 00:00:00+00' at time zone name; return true;
exception when invalid_parameter_value then return false; end $$;
