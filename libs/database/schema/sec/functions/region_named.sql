-- The region that people mean by a name; a name that no region has becomes one with a code of its own.
create or replace function sec.region_named(p_name text) returns sec.region
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare r sec.region; stem text; made text; n int := 1;
begin
  select region.* into r from sec.region where sec.name_key(region.name) = sec.name_key(p_name);
  if found then return r; end if;
  -- Letters with their marks taken off; a name without a Latin letter gets a number.
  stem := left(btrim(regexp_replace(regexp_replace(normalize(lower(p_name), NFKD), '[\u0300-\u036f]', '', 'g'),
        '[^a-z0-9]+', '-', 'g'), '-'), 50);
  stem := coalesce(nullif(btrim(stem, '-'), ''), 'region');
  loop
    made := stem || case when n = 1 then '' else '-' || n end;
    insert into sec.region (code, name) values (made, p_name) on conflict do nothing returning region.* into r;
    if found then return r; end if;
    -- Somebody else made the same region meanwhile, or another region has the code.
    select region.* into r from sec.region where sec.name_key(region.name) = sec.name_key(p_name);
    if found then return r; end if;
    n := n + 1;
  end loop;
end $$;
