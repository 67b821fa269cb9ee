-- The whole list: [{"on": day, "name": text or null}]. A few hundred tables are told at once, the others by
-- the next minutes' job.
create or replace function sec.set_holidays(p_version int, p jsonb) returns int
  language plpgsql volatile security definer
set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); kept int; next_version int;
begin
  select l.version into kept from sec.holiday_list l for update;
  perform sec.check_version(found, kept, p_version);
  next_version := kept + 1;
  -- What the list has already stays as it is, however long ago it was.
  perform sec.check_reach((x.day ->> 'on')::date, format('days[%s].on', x.place - 1))
    from jsonb_array_elements(p) with ordinality x (day, place)
    where not exists (select from sec.holiday h
        where h.on_day = (x.day ->> 'on')::date and h.gone_version is null);
  update sec.holiday h set gone_version = next_version
    where h.gone_version is null
      and not exists (select from jsonb_array_elements(p) x where (x ->> 'on')::date = h.on_day);
  insert into sec.holiday as h (on_day, name, since_version)
  select (x ->> 'on')::date, x ->> 'name', next_version from jsonb_array_elements(p) x
  on conflict (on_day) do update set name = excluded.name, gone_version = null,
    since_version = case when h.gone_version is null then h.since_version else excluded.since_version end;
  update sec.holiday_list set version = next_version, changed_at = sec.domain_now();
  perform audit.record('holidays.change', 'holidays', null, '{}', 'allow');
  perform sec.tell_of_holidays(h.table_id) from sec.holidays_to_tell('{}', 200) h;
  return next_version;
end $$;

grant execute on function sec.set_holidays(int, jsonb) to administrator;
