create or replace function sec.create_table(p_name text, p_region text, p_time_zone text,
    p_rule jsonb) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); made uuid;
begin
  perform sec.check_reach((p_rule ->> 'meetingAnchorOn')::date, 'meetingAnchorOn');
  if not sec.is_time_zone(p_time_zone)
    then raise exception 'isTimeZone' using errcode = 'ST400', column = 'timeZone'; end if;
  insert into sec.situation_table (name, region, time_zone, founding)
    values (p_name, p_region, p_time_zone, true) returning situation_table.id into made;
  perform sec.rule_of(made, p_rule, '2000-01-01');
  perform audit.record('table.create', 'table', made, '{}', 'allow');
  return made;
exception when unique_violation then raise exception 'table.create.nameTaken';
end $$;

grant execute on function sec.create_table(text, text, text, jsonb) to administrator;
