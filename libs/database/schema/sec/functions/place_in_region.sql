-- A table's region is typed as a name: tables with the same name for it have the same code.
create or replace function sec.place_in_region() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare r sec.region := sec.region_named(new.region);
begin
  new.region := r.name; new.region_code := r.code;
  return new;
end $$;
